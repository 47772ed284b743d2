package session

import (
	"net/url"
	"testing"
)

// Whatever is taken for a path here leads a browser nowhere else.
func FuzzPathsHere(f *testing.F) {
	for _, seed := range []string{"/", "/keys?x=1#y", "//evil.example", `/\evil.example`, "/\t/evil.example", "https://evil.example", "/a//b", "/%2f/evil.example"} {
		f.Add(seed)
	}
	here, err := url.Parse("https://latchkey.example.com/auth/oidc/corp/callback")
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if !localPath(text) {
			return
		}
		to, err := here.Parse(text)
		if err != nil || to.Host != here.Host || to.Scheme != here.Scheme {
			t.Errorf("%q leads to %v, %v", text, to, err)
		}
	})
}
