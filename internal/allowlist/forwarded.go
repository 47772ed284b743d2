package allowlist

import (
	"net/http"
	"net/netip"
	"strings"

	"github.com/gaissmai/bart"
	"github.com/realclientip/realclientip-go"
)

// forwarded is the right-most untrusted address of the Forwarded header (RFC
// 7239). Unlike the library's strategy it reads quoted strings, so that a comma
// in a quoted host, which clients choose, makes no hop of its own.
type forwarded struct {
	trusted *bart.Lite
}

// ClientIP walks the hops from the right. Lines are parsed one by one, so that
// an unclosed quote in a line of the client's does not reach the proxy's.
func (f forwarded) ClientIP(h http.Header, _ string) string {
	lines := h[forwardedHeader]
	for i := len(lines) - 1; i >= 0; i-- {
		hops, ok := parseForwarded(lines[i])
		if !ok {
			return ""
		}
		for j := len(hops) - 1; j >= 0; j-- {
			addr, ok := nodeAddr(hops[j])
			if !ok {
				return ""
			}
			if !f.trusted.Contains(addr) {
				return addr.String()
			}
		}
	}
	return ""
}

// nodeAddr reads a hop's node: an address, perhaps in brackets, perhaps with a
// port. Names ("unknown", "_hidden") and zones are no addresses.
func nodeAddr(node string) (netip.Addr, bool) {
	ip, err := realclientip.ParseIPAddr(node)
	if err != nil || ip.Zone != "" || ip.IP.IsUnspecified() {
		return netip.Addr{}, false
	}
	addr, ok := netip.AddrFromSlice(ip.IP)
	return addr.Unmap(), ok
}

// parseForwarded returns the "for" of each hop in a line, "" for a hop without
// one. ok is false when the line is not what RFC 7239 describes, save that
// unquoted values may hold colons and brackets, and blanks may stand around
// semicolons.
func parseForwarded(line string) (hops []string, ok bool) {
	node, seen := "", false
	for {
		name, value, rest, ok := cutPair(line)
		if !ok {
			return nil, false
		}
		if strings.EqualFold(name, "for") {
			if seen {
				return nil, false
			}
			node, seen = value, true
		}
		if rest == "" {
			return append(hops, node), true
		}
		if rest[0] == ',' {
			hops = append(hops, node)
			node, seen = "", false
		}
		line = rest[1:]
	}
}

// cutPair reads one name=value, or nothing at all, up to the separator with
// which rest begins; rest is "" at the end of the line.
func cutPair(line string) (name, value, rest string, ok bool) {
	line = strings.TrimLeft(line, " \t")
	if line == "" || line[0] == ';' || line[0] == ',' {
		return "", "", line, true
	}
	name, line, ok = strings.Cut(line, "=")
	if !ok || name == "" || strings.ContainsFunc(name, func(r rune) bool { return !isTokenChar(r) }) {
		return "", "", "", false
	}
	if strings.HasPrefix(line, `"`) {
		value, line, ok = cutQuoted(line[1:])
	} else {
		value, line = cutBare(line)
		ok = value != ""
	}
	rest = strings.TrimLeft(line, " \t")
	return name, value, rest, ok && (rest == "" || rest[0] == ';' || rest[0] == ',')
}

// cutQuoted reads a quoted string after its opening quote.
func cutQuoted(line string) (value, rest string, ok bool) {
	var b strings.Builder
	for i := 0; i < len(line); i++ {
		switch line[i] {
		case '"':
			return b.String(), line[i+1:], true
		case '\\':
			if i++; i == len(line) {
				return "", "", false
			}
		}
		b.WriteByte(line[i])
	}
	return "", "", false
}

func cutBare(line string) (value, rest string) {
	end := strings.IndexFunc(line, func(r rune) bool { return !isTokenChar(r) && !strings.ContainsRune(":[]", r) })
	if end < 0 {
		end = len(line)
	}
	return line[:end], line[end:]
}

// isTokenChar reports whether r may stand in a token of HTTP (RFC 9110, 5.6.2).
func isTokenChar(r rune) bool {
	return '0' <= r && r <= '9' || 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || strings.ContainsRune("!#$%&'*+-.^_`|~", r)
}
