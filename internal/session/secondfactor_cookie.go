package session

import "net/http"

// SetChallenge gives the browser the token of a sign-in that waits for its second
// factor. Like the session's, the cookie is out of the reach of scripts.
func (c Cookies) SetChallenge(w http.ResponseWriter, t Token) {
	c.setChallenge(w, *t.text, int(challengeLasts.Seconds()))
}

// ClearChallenge takes it away.
func (c Cookies) ClearChallenge(w http.ResponseWriter) { c.setChallenge(w, "", -1) }

// Challenge returns the request's token of such a sign-in, and none when it has no
// well-formed one.
func (c Cookies) Challenge(r *http.Request) Token {
	cookie, err := r.Cookie(c.name() + challengeSuffix)
	if err != nil {
		return Token{}
	}
	return ParseToken(cookie.Value)
}

const challengeSuffix = "-second-factor"

func (c Cookies) setChallenge(w http.ResponseWriter, value string, maxAge int) {
	cookie := c.cookie(value, maxAge)
	cookie.Name += challengeSuffix
	http.SetCookie(w, cookie)
}
