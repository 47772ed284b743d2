package allowlist

import (
	"net/netip"
	"strconv"
	"strings"
)

// maxText is above the longest spelling of a range, 49 characters.
const maxText = 64

// ParseRange reads an address or a CIDR range and returns it in canonical form.
// White space around it is ignored. Bits beyond the range's length are cleared:
// 10.0.0.5/8 is 10.0.0.0/8.
func ParseRange(text string) (netip.Prefix, error) {
	text, err := trim(text)
	if err != nil {
		return netip.Prefix{}, err
	}
	host, length, isRange := strings.Cut(text, "/")
	addr, err := parseAddr(host)
	if err != nil {
		return netip.Prefix{}, err
	}
	bits := addr.BitLen()
	if isRange {
		if bits, err = parseBits(length, bits); err != nil {
			return netip.Prefix{}, err
		}
	}
	if addr.Is4In6() {
		if bits -= 96; bits < 0 {
			return netip.Prefix{}, ErrMappedWide
		}
	}
	return netip.PrefixFrom(addr.Unmap(), bits).Masked(), nil
}

// ParseAddress reads a single address and returns it in canonical form.
func ParseAddress(text string) (netip.Addr, error) {
	text, err := trim(text)
	if err != nil {
		return netip.Addr{}, err
	}
	if strings.Contains(text, "/") {
		return netip.Addr{}, ErrNotSingle
	}
	addr, err := parseAddr(text)
	return addr.Unmap(), err
}

func trim(text string) (string, error) {
	text = strings.TrimSpace(text)
	switch {
	case text == "":
		return "", ErrEmpty
	case len(text) > maxText:
		return "", ErrTooLong
	case strings.Contains(text, "%"):
		return "", ErrZone
	}
	return text, nil
}

// parseAddr reads an address as it is written, IPv4-mapped or not.
func parseAddr(text string) (netip.Addr, error) {
	addr, err := netip.ParseAddr(text)
	if err == nil {
		return addr, nil
	}
	switch {
	case hasLeadingZero(text):
		return netip.Addr{}, ErrLeadingZero
	case hasPort(text):
		return netip.Addr{}, ErrPort
	case looksLikeName(text):
		return netip.Addr{}, ErrHostname
	default:
		return netip.Addr{}, ErrAddress
	}
}

// hasLeadingZero reports whether text would be an address but for leading zeros
// in its dotted part, which some programs read as octal.
func hasLeadingZero(text string) bool {
	at := strings.LastIndexByte(text, ':') + 1
	parts := strings.Split(text[at:], ".")
	if len(parts) != 4 {
		return false
	}
	for i, part := range parts {
		if parts[i] = strings.TrimLeft(part, "0"); parts[i] == "" && part != "" {
			parts[i] = "0"
		}
	}
	_, err := netip.ParseAddr(text[:at] + strings.Join(parts, "."))
	return err == nil
}

// hasPort reports whether text is an address with a port, in brackets, or both.
func hasPort(text string) bool {
	if strings.HasPrefix(text, "[") && strings.HasSuffix(text, "]") {
		text += ":0"
	}
	_, err := netip.ParseAddrPort(text)
	return err == nil
}

func looksLikeName(text string) bool {
	name, _, _ := strings.Cut(text, ":")
	return strings.ContainsFunc(name, func(r rune) bool { return 'a' <= r|0x20 && r|0x20 <= 'z' }) &&
		strings.Count(text, ":") <= 1
}

func parseBits(text string, limit int) (int, error) {
	bits, err := strconv.ParseUint(text, 10, 64)
	if err != nil || strconv.FormatUint(bits, 10) != text {
		return 0, ErrBits
	}
	if bits > uint64(limit) {
		return 0, ErrBitsTooLong
	}
	return int(bits), nil
}

// Text writes a canonical range, a single address without its length.
func Text(p netip.Prefix) string {
	switch {
	case !p.IsValid():
		return ""
	case p.IsSingleIP():
		return p.Addr().String()
	default:
		return p.String()
	}
}

// Everyone reports whether p is every address of its family.
func Everyone(p netip.Prefix) bool { return p.IsValid() && p.Bits() == 0 }

// isCanonical reports whether ParseRange could have returned p.
func isCanonical(p netip.Prefix) bool {
	return p.IsValid() && !p.Addr().Is4In6() && p == p.Masked()
}
