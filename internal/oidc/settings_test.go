package oidc_test

import (
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"latchkey/internal/oidc"
)

const least = "name=corp,issuer=https://login.example.com,client-id=latchkey"

func TestSettingsOfAProvider(t *testing.T) {
	key := filepath.Join(t.TempDir(), "key")
	if err := os.WriteFile(key, []byte("a key\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	s, err := oidc.Parse(least + ", label=The corporation,client-secret-file=" + key + ",scopes=email groups,groups-claim=roles,staff-group=support,sign-up=true,trust-mfa=1")
	if err != nil || s.Label != "The corporation" || !slices.Equal(s.Scopes, []string{"email", "groups"}) || s.GroupsClaim != "roles" ||
		s.StaffGroup != "support" || !s.SignUp || !s.TrustMFA {
		t.Errorf("%+v, %v", s, err)
	}
	if s, err := oidc.Parse(least); err != nil || s.Label != "corp" || s.SignUp || s.TrustMFA || s.StaffGroup != "" || s.GroupsClaim != "groups" {
		t.Errorf("%+v, %v", s, err)
	}
	for text, want := range map[string]string{
		"":                       "is no setting",
		"name=corp":              "at least a name, an issuer and a client-id",
		least + ",name=two":      "name is given twice",
		least + ",colour=red":    `"colour=red" is no setting`,
		least + ",label=":        "label is empty",
		least + ",sign-up=maybe": "write true or false",
		least + ",client-secret-file=/nowhere/at/all":                   "no such file",
		strings.Replace(least, "corp", "The Corp", 1):                   "it stands in addresses",
		strings.Replace(least, "https", "http", 1):                      "over https",
		strings.Replace(least, "login.example.com", "u:p@example", 1):   "it is an address like",
		strings.Replace(least, "login.example.com", "example.com?a", 1): "it is an address like",
	} {
		if _, err := oidc.Parse(text); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want %q", text, err, want)
		}
	}
}

func TestEachProviderHasItsOwnNameAndIssuer(t *testing.T) {
	site := &url.URL{Scheme: "https", Host: "latchkey.example.com", Path: "/below"}
	other := "name=club,issuer=http://127.0.0.1:5556,client-id=latchkey"
	all, err := oidc.NewProviders(site, []string{least, other}, nil)
	if err != nil || len(all.All()) != 2 {
		t.Fatal(err)
	}
	if p, ok := all.Named("club"); !ok || all.Redirect(p) != "https://latchkey.example.com/below/auth/oidc/club/callback" {
		t.Error("the address that a provider sends browsers back to")
	}
	for _, second := range []string{strings.Replace(least, "corp", "club", 1), strings.Replace(other, "club", "corp", 1)} {
		if _, err := oidc.NewProviders(site, []string{least, second}, nil); err == nil {
			t.Errorf("%s is taken beside %s", second, least)
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, seed := range []string{least, least + ",scopes=a b,sign-up=false", ",,,", "name", "name==,issuer=https://a"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if strings.Contains(text, "client-secret-file") {
			t.Skip("it reads no files")
		}
		s, err := oidc.Parse(text)
		if err == nil && (s.Name == "" || s.Issuer == "" || s.ClientID == "" || s.Label == "" || strings.ContainsAny(s.Name, "/?#. ")) {
			t.Errorf("%+v", s)
		}
	})
}
