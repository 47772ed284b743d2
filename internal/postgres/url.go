package postgres

import (
	"errors"
	"net"
	"net/url"
	"strconv"
)

// WithUser returns rawURL with another role and password.
func WithUser(rawURL, user, password string) (string, error) {
	u, err := parseURL(rawURL)
	if err != nil {
		return "", err
	}
	u.User = url.UserPassword(user, password)
	return u.String(), nil
}

// WithDatabase returns rawURL with another database.
func WithDatabase(rawURL, name string) (string, error) {
	u, err := parseURL(rawURL)
	if err != nil {
		return "", err
	}
	u.Path, u.RawPath = "/"+name, ""
	return u.String(), nil
}

// withParameter returns rawURL with a setting of the connection.
func withParameter(rawURL, name, value string) (string, error) {
	u, err := parseURL(rawURL)
	if err != nil {
		return "", err
	}
	query := u.Query()
	query.Set(name, value)
	u.RawQuery = query.Encode()
	return u.String(), nil
}

// parseURL never puts rawURL, which may hold a password, into its error.
func parseURL(rawURL string) (*url.URL, error) {
	u, err := url.Parse(rawURL)
	if err != nil || u.Scheme != "postgres" && u.Scheme != "postgresql" {
		return nil, errors.New("the database URL is not of the form postgres://user:password@host:port/database")
	}
	return u, nil
}

func localURL(port int, password string) string {
	u := url.URL{
		Scheme:   "postgres",
		User:     url.UserPassword(superuser, password),
		Host:     net.JoinHostPort("127.0.0.1", strconv.Itoa(port)),
		Path:     "/postgres",
		RawQuery: "sslmode=disable&connect_timeout=5",
	}
	return u.String()
}
