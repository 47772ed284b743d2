package oidc

import (
	"context"
	"encoding/json"
	"errors"
	"slices"
	"time"

	"github.com/coreos/go-oidc/v3/oidc"
	"golang.org/x/oauth2"
)

// Identity is who a provider says somebody is.
type Identity struct {
	Issuer  string
	Subject string // with the issuer, what they are known by

	Email           string // "" when the provider tells none
	EmailVerified   bool
	Name            string
	Staff           bool      // a member of the group whose members are
	Multifactor     bool      // showed several factors there
	AuthenticatedAt time.Time // when they showed who they are; zero: the provider does not tell
}

const maxSubject = 255 // bytes, as the specification has it

// claims are what of a token, or of the UserInfo endpoint, is looked at.
type claims map[string]json.RawMessage

// identify reads the ID token, and asks the provider for what is not in it.
func (p *Provider) identify(ctx context.Context, found *oidc.Provider, verified *oidc.IDToken, token *oauth2.Token) (Identity, error) {
	told := claims{}
	if err := verified.Claims(&told); err != nil {
		return Identity{}, ErrRefused.Because(err)
	}
	if found.UserInfoEndpoint() != "" && p.lacks(told) {
		more, err := found.UserInfo(ctx, oauth2.StaticTokenSource(token))
		if err != nil {
			return Identity{}, ErrDown.Because(errors.New("the UserInfo endpoint did not answer"))
		}
		if more.Subject != verified.Subject {
			return Identity{}, ErrRefused.Because(errors.New("the UserInfo endpoint tells of somebody else"))
		}
		others := claims{}
		if err := more.Claims(&others); err != nil {
			return Identity{}, ErrRefused.Because(err)
		}
		told.add(others)
	}
	if verified.Subject == "" || len(verified.Subject) > maxSubject {
		return Identity{}, ErrRefused.Because(errors.New("the subject is empty or too long"))
	}
	return p.identity(verified, told), nil
}

func (p *Provider) lacks(told claims) bool {
	return told["email"] == nil || told["name"] == nil || p.StaffGroup != "" && told[p.GroupsClaim] == nil
}

// add keeps what is signed where both tell it. That an address is verified is said of
// the address beside it, and of no other.
func (c claims) add(others claims) {
	if c["email"] == nil {
		delete(c, "email_verified")
	} else {
		delete(others, "email_verified")
	}
	for name, value := range others {
		if c[name] == nil {
			c[name] = value
		}
	}
}

func (p *Provider) identity(verified *oidc.IDToken, told claims) Identity {
	i := Identity{
		Issuer: p.Issuer, Subject: verified.Subject, Email: told.text("email"), Name: told.text("name"),
		EmailVerified: told.text("email_verified") == "true",
		Staff:         p.StaffGroup != "" && slices.Contains(told.texts(p.GroupsClaim), p.StaffGroup),
		Multifactor:   slices.Contains(told.texts("amr"), "mfa"),
	}
	var at float64
	if json.Unmarshal(told["auth_time"], &at) == nil && at > 0 {
		i.AuthenticatedAt = time.Unix(int64(at), 0)
	}
	return i
}

// text is the value of a claim that is text or a boolean, which some providers
// write as text, and "" for any other.
func (c claims) text(name string) string {
	var text string
	var is bool
	switch {
	case json.Unmarshal(c[name], &text) == nil:
		return text
	case json.Unmarshal(c[name], &is) == nil && is:
		return "true"
	}
	return ""
}

// texts is that of one that is a list, or a single text.
func (c claims) texts(name string) []string {
	var all []string
	if json.Unmarshal(c[name], &all) == nil {
		return all
	}
	if one := c.text(name); one != "" {
		return []string{one}
	}
	return nil
}
