package rest

import (
	"net/http"
	"testing"
)

func TestCredential(t *testing.T) {
	const auth, key = "Authorization", "X-Api-Key"
	for name, c := range map[string]struct {
		headers [][2]string
		want    string
		err     error
	}{
		"none":                    {nil, "", nil},
		"token":                   {[][2]string{{auth, "Token s"}}, "s", nil},
		"any case, more space":    {[][2]string{{"authorization", "tOKEN   s "}}, "s", nil},
		"bearer":                  {[][2]string{{auth, "bearer s"}}, "s", nil},
		"x-api-key":               {[][2]string{{"x-api-KEY", " s"}}, "s", nil},
		"no scheme":               {[][2]string{{auth, "s"}}, "", nil},
		"another scheme":          {[][2]string{{auth, "Basic s"}}, "", nil},
		"empty":                   {[][2]string{{auth, ""}}, "", nil},
		"scheme only":             {[][2]string{{auth, "Token "}}, "", errEmptyToken},
		"spaces":                  {[][2]string{{auth, "Token a b"}}, "", errSpacedToken},
		"joined by a proxy":       {[][2]string{{auth, "Token a, Token b"}}, "", errSpacedToken},
		"spaces in x-api-key":     {[][2]string{{key, "a b"}}, "", errSpacedToken},
		"two authorizations":      {[][2]string{{auth, "Token s"}, {auth, "Token s"}}, "", errNoCredentials},
		"two keys":                {[][2]string{{key, "s"}, {key, "s"}}, "", errNoCredentials},
		"both":                    {[][2]string{{auth, "Token s"}, {key, "s"}}, "", errNoCredentials},
		"both, one of them empty": {[][2]string{{auth, ""}, {key, "s"}}, "", errNoCredentials},
	} {
		h := http.Header{}
		for _, pair := range c.headers {
			h.Add(pair[0], pair[1])
		}
		if got, err := credential(h); got != c.want || err != error(nil) && err != c.err || err == nil && c.err != nil {
			t.Errorf("%s: %q, %v; want %q, %v", name, got, err, c.want, c.err)
		}
	}
}
