package oidc

import (
	"bytes"
	"errors"
	"fmt"
	"net/netip"
	"net/url"
	"os"
	"strconv"
	"strings"
)

// Settings of a provider.
type Settings struct {
	Name        string // in addresses: 1 to 32 of a-z, 0-9 and -
	Label       string // what people read; the name, unless it is given
	Issuer      string
	ClientID    string
	Scopes      []string // besides openid
	GroupsClaim string   // where groups are told
	StaffGroup  string   // whose members are staff; "": the provider's word makes nobody staff
	SignUp      bool     // whether unknown identities become people
	TrustMFA    bool     // whether a sign-in with several factors there needs none here

	credential func() string // the client's; nil: it has none
}

// Parse reads "name=…,issuer=…,client-id=…", and what [settingsOf] lists besides.
func Parse(text string) (Settings, error) {
	s := Settings{Scopes: []string{"profile", "email"}, GroupsClaim: "groups"}
	seen := map[string]bool{}
	for part := range strings.SplitSeq(text, ",") {
		key, value, ok := strings.Cut(strings.TrimSpace(part), "=")
		set := settingsOf[key]
		switch {
		case !ok || set == nil:
			return s, fmt.Errorf("%q is no setting of a provider: write name=…,issuer=…,client-id=… and what else it needs", part)
		case seen[key]:
			return s, fmt.Errorf("%s is given twice", key)
		case value == "":
			return s, fmt.Errorf("%s is empty", key)
		}
		seen[key] = true
		if err := set(&s, value); err != nil {
			return s, fmt.Errorf("%s: %w", key, err)
		}
	}
	if s.Name == "" || s.Issuer == "" || s.ClientID == "" {
		return s, errors.New("a provider has at least a name, an issuer and a client-id")
	}
	if s.Label == "" {
		s.Label = s.Name
	}
	return s, nil
}

// settingsOf are the settings that a provider may be given.
var settingsOf = map[string]func(*Settings, string) error{
	"name": func(s *Settings, v string) error {
		if len(v) > 32 || strings.Trim(v, "abcdefghijklmnopqrstuvwxyz0123456789-") != "" {
			return errors.New("it stands in addresses, so it is 1 to 32 of a-z, 0-9 and -")
		}
		s.Name = v
		return nil
	},
	"label":              func(s *Settings, v string) error { s.Label = v; return nil },
	"issuer":             func(s *Settings, v string) error { s.Issuer = v; return checkIssuer(v) },
	"client-id":          func(s *Settings, v string) error { s.ClientID = v; return nil },
	"client-secret-file": (*Settings).readCredential,
	"scopes":             func(s *Settings, v string) error { s.Scopes = strings.Fields(v); return nil },
	"groups-claim":       func(s *Settings, v string) error { s.GroupsClaim = v; return nil },
	"staff-group":        func(s *Settings, v string) error { s.StaffGroup = v; return nil },
	"sign-up":            func(s *Settings, v string) (err error) { s.SignUp, err = yes(v); return err },
	"trust-mfa":          func(s *Settings, v string) (err error) { s.TrustMFA, err = yes(v); return err },
}

func yes(text string) (bool, error) {
	b, err := strconv.ParseBool(text)
	if err != nil {
		return false, errors.New("write true or false")
	}
	return b, nil
}

// checkIssuer refuses plain HTTP, but for this machine itself.
func checkIssuer(text string) error {
	u, err := url.Parse(text)
	if err != nil || u.Host == "" || u.User != nil || u.RawQuery != "" || u.Fragment != "" || len(text) > 500 {
		return errors.New("it is an address like https://login.example.com")
	}
	host, err := netip.ParseAddr(u.Hostname())
	loopback := u.Hostname() == "localhost" || err == nil && host.IsLoopback()
	if u.Scheme != "https" && (u.Scheme != "http" || !loopback) {
		return errors.New("a provider is asked over https")
	}
	return nil
}

// maxCredential is in bytes, far above any.
const maxCredential = 4 << 10

func (s *Settings) readCredential(path string) error {
	raw, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	raw = bytes.TrimSpace(raw)
	if len(raw) == 0 || len(raw) > maxCredential || bytes.ContainsAny(raw, "\r\n") {
		return fmt.Errorf("the file %s must hold the client's secret as its one line", path)
	}
	s.credential = func() string { return string(raw) }
	return nil
}
