package session

import "net/http"

// Cookies carries tokens in a browser's cookie.
type Cookies struct {
	// PlainHTTP is for development, where the browser speaks HTTP to a loopback
	// address. Without it the cookie is Secure, and its name's prefix makes the
	// browser insist on HTTPS, this very host and the whole path.
	PlainHTTP bool
}

func (c Cookies) name() string {
	if c.PlainHTTP {
		return "latchkey"
	}
	return "__Host-latchkey"
}

// Token returns the request's token, and none when it has no well-formed one.
func (c Cookies) Token(r *http.Request) Token {
	cookie, err := r.Cookie(c.name())
	if err != nil {
		return Token{}
	}
	return ParseToken(cookie.Value)
}

// Set gives the browser a token.
func (c Cookies) Set(w http.ResponseWriter, t Token) {
	http.SetCookie(w, c.cookie(*t.text, int(Longest.Seconds())))
}

// Clear takes it away.
func (c Cookies) Clear(w http.ResponseWriter) { http.SetCookie(w, c.cookie("", -1)) }

func (c Cookies) cookie(value string, maxAge int) *http.Cookie {
	return &http.Cookie{
		Name: c.name(), Value: value, Path: "/", MaxAge: maxAge,
		Secure: !c.PlainHTTP, HttpOnly: true, SameSite: http.SameSiteLaxMode,
	}
}
