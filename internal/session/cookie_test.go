package session

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

func TestCookies(t *testing.T) {
	for _, c := range []struct {
		Cookies
		name string
	}{
		{Cookies{}, "__Host-latchkey"},
		{Cookies{PlainHTTP: true}, "latchkey"},
	} {
		w, token := httptest.NewRecorder(), newToken()
		c.Set(w, token)
		set := w.Result().Cookies()[0]
		if set.Name != c.name || set.Secure == c.PlainHTTP || !set.HttpOnly || set.SameSite != http.SameSiteLaxMode ||
			set.Path != "/" || set.Domain != "" || set.MaxAge != 14*24*60*60 {
			t.Errorf("%+v", set)
		}
		r := httptest.NewRequest(http.MethodPost, "/graphql", nil)
		r.AddCookie(set)
		if got := c.Token(r); got.IsZero() || *got.text != *token.text {
			t.Error("the token did not come back")
		}
		w = httptest.NewRecorder()
		c.Clear(w)
		if cleared := w.Result().Cookies()[0]; cleared.Name != c.name || cleared.MaxAge >= 0 || cleared.Value != "" {
			t.Errorf("%+v", cleared)
		}
	}
}

func TestWhatIsNoTokenIsNone(t *testing.T) {
	good := *newToken().text
	for _, text := range []string{"", "x", good + "A", good[1:], strings.Repeat("!", len(good)), good[:42] + "=", good[:42] + "B"} {
		if !ParseToken(text).IsZero() {
			t.Errorf("%q is a token", text)
		}
	}
}

func TestTokensPrintRedacted(t *testing.T) {
	token := newToken()
	holder := struct{ inner Token }{token}
	encoded, err := json.Marshal(token)
	if err != nil {
		t.Fatal(err)
	}
	for _, printed := range []string{fmt.Sprintf("%v %+v %#v %s %q %x", token, token, token, token, token, token), fmt.Sprintf("%+v %s", holder, holder), string(encoded)} {
		if strings.Contains(printed, *token.text) {
			t.Errorf("printed in full: %s", printed)
		}
	}
}
