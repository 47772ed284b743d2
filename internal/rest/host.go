package rest

import (
	"net"
	"strings"
)

// host is the one that the client used, with its port: what a trusted proxy says
// that it was, else the request's own.
func (c *call) host() string {
	if c.trusted {
		if forwarded := first(c.r.Header["X-Forwarded-Host"]); forwarded != "" {
			return forwarded
		}
	}
	return c.r.Host
}

func (c *call) scheme() string {
	if c.trusted {
		switch proto := strings.ToLower(first(c.r.Header["X-Forwarded-Proto"])); proto {
		case "http", "https":
			return proto
		}
	}
	if c.r.TLS != nil {
		return "https"
	}
	return "http"
}

// first is the first element of a list in headers: what the outermost proxy wrote.
func first(headers []string) string {
	if len(headers) == 0 {
		return ""
	}
	element, _, _ := strings.Cut(headers[0], ",")
	return strings.TrimSpace(element)
}

// slug is the workspace that the host names, and "" when it names none.
func (c *call) slug() string {
	if c.config.BaseDomain == "" {
		return ""
	}
	name := c.host()
	if host, _, err := net.SplitHostPort(name); err == nil {
		name = host
	}
	slug, below := strings.CutSuffix(strings.ToLower(strings.TrimSuffix(name, ".")), "."+c.config.BaseDomain)
	if !below {
		return ""
	}
	return slug
}
