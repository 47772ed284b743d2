package session

import (
	"encoding/base64"
	"encoding/json"
	"net/http"
	"strings"

	"github.com/google/uuid"

	"latchkey/internal/secondfactor"
)

// forFlow is a browser's sign-in with a provider, sealed like second factors are.
const forFlow secondfactor.Purpose = "latchkey oidc flow"

// longestFlow is in bytes of the cookie's value.
const longestFlow = 3 << 10

const flowSuffix = "-oidc"

// sealFlow makes a flow a text that only this installation reads.
func (s *Service) sealFlow(f flow) (Token, error) {
	if s.factors.keys.IsZero() {
		return Token{}, errNoKeys
	}
	plain, err := json.Marshal(f)
	if err != nil {
		return Token{}, err
	}
	sealed, err := s.factors.keys.Seal(forFlow, uuid.Nil, plain)
	if err != nil {
		return Token{}, err
	}
	text := sealed.Key + "." + base64.RawURLEncoding.EncodeToString(sealed.Box)
	return Token{&text}, nil
}

func (s *Service) openFlow(kept Token) (f flow, err error) {
	if kept.IsZero() {
		return flow{}, ErrFlowOver
	}
	key, encoded, _ := strings.Cut(*kept.text, ".")
	box, err := base64.RawURLEncoding.DecodeString(encoded)
	if err != nil {
		return flow{}, ErrFlowOver
	}
	plain, err := s.factors.keys.Open(forFlow, uuid.Nil, secondfactor.Sealed{Key: key, Box: box})
	if err != nil {
		return flow{}, ErrFlowOver
	}
	if err := json.Unmarshal(plain, &f); err != nil {
		return flow{}, ErrFlowOver
	}
	return f, nil
}

// SetFlow gives the browser what it keeps while it is at a provider.
func (c Cookies) SetFlow(w http.ResponseWriter, kept Token) {
	c.setFlow(w, *kept.text, int(flowLasts.Seconds()))
}

// Flow returns what the browser has kept.
func (c Cookies) Flow(r *http.Request) Token {
	cookie, err := r.Cookie(c.name() + flowSuffix)
	if err != nil || cookie.Value == "" || len(cookie.Value) > longestFlow {
		return Token{}
	}
	return Token{&cookie.Value}
}

// clearFlow takes it away.
func (c Cookies) clearFlow(w http.ResponseWriter) { c.setFlow(w, "", -1) }

func (c Cookies) setFlow(w http.ResponseWriter, value string, maxAge int) {
	cookie := c.cookie(value, maxAge)
	cookie.Name += flowSuffix
	http.SetCookie(w, cookie)
}
