package rest

import (
	"net/http"
	"strings"

	"latchkey/internal/fault"
	"latchkey/internal/verify"
)

// Refusals like any other, with a sentence of their own.
var (
	errNoCredentials = notAuthenticated("Authentication credentials were not provided.")
	errEmptyToken    = notAuthenticated("Invalid token header. No credentials provided.")
	errSpacedToken   = notAuthenticated("Invalid token header. Token string should not contain spaces.")
)

func notAuthenticated(sentence string) error {
	return fault.New(fault.Unauthenticated, "NOT_AUTHENTICATED", sentence).Because(&verify.Refusal{Reason: verify.NoCredentials})
}

// credential returns the secret that a request carries, from
// "Authorization: Token <secret>", "Authorization: Bearer <secret>" or
// "X-API-Key: <secret>"; "" when it carries none. More than one credential is as
// good as none: which one was meant would be a guess. A query string is never read.
func credential(h http.Header) (string, error) {
	authorization, keys := h["Authorization"], h["X-Api-Key"]
	switch {
	case len(authorization)+len(keys) > 1:
		return "", errNoCredentials
	case len(keys) == 1:
		return unspaced(strings.TrimSpace(keys[0]))
	case len(authorization) == 0:
		return "", nil
	}
	scheme, secret, _ := strings.Cut(strings.TrimSpace(authorization[0]), " ")
	if !strings.EqualFold(scheme, "token") && !strings.EqualFold(scheme, "bearer") {
		return "", nil
	}
	if secret = strings.TrimSpace(secret); secret == "" {
		return "", errEmptyToken
	}
	return unspaced(secret)
}

func unspaced(secret string) (string, error) {
	if strings.ContainsAny(secret, " \t") {
		return "", errSpacedToken
	}
	return secret, nil
}
