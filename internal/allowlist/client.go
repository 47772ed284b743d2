package allowlist

import (
	"fmt"
	"net"
	"net/http"
	"net/netip"
	"strings"

	"github.com/gaissmai/bart"
	"github.com/realclientip/realclientip-go"
)

// DefaultHeader is the header that tells the client's address when the operator
// names none.
const DefaultHeader = "X-Forwarded-For"

const forwardedHeader = "Forwarded"

// ClientAddress tells who the caller is when there may be proxies in front.
type ClientAddress struct {
	trusted  *bart.Lite
	strategy realclientip.Strategy // asked only when the peer is trusted
}

// ParseTrusted reads the addresses and ranges of the trusted proxies.
func ParseTrusted(texts []string) ([]netip.Prefix, error) {
	trusted := make([]netip.Prefix, 0, len(texts))
	for _, text := range texts {
		p, err := ParseRange(text)
		if err != nil {
			return nil, fmt.Errorf("trusted proxy %q: %w", text, err)
		}
		trusted = append(trusted, p)
	}
	return trusted, nil
}

// NewClientAddress makes the rule: proxies in the ranges of trusted (canonical,
// as ParseTrusted gives them) are believed what they write into the one header
// of that name; "" is [DefaultHeader]. X-Forwarded-For and Forwarded are lists
// of hops; any other header holds exactly one address.
func NewClientAddress(headerName string, trusted []netip.Prefix) (*ClientAddress, error) {
	if headerName == "" {
		headerName = DefaultHeader
	}
	if strings.ContainsFunc(headerName, func(r rune) bool { return !isTokenChar(r) }) {
		return nil, fmt.Errorf("%q is not the name of a header", headerName)
	}
	c := &ClientAddress{trusted: new(bart.Lite)}
	for _, p := range trusted {
		if !isCanonical(p) {
			return nil, fmt.Errorf("trusted proxies: %s is not a canonical range", p)
		}
		if Everyone(p) {
			return nil, fmt.Errorf("trusted proxies: %s trusts everyone, so that no caller could be told from a proxy", p)
		}
		c.trusted.Insert(p)
	}
	var err error
	if c.strategy, err = newStrategy(http.CanonicalHeaderKey(headerName), trusted, c.trusted); err != nil {
		return nil, fmt.Errorf("client address from %s: %w", headerName, err)
	}
	return c, nil
}

func newStrategy(header string, trusted []netip.Prefix, table *bart.Lite) (realclientip.Strategy, error) {
	switch header {
	case DefaultHeader:
		ranges := make([]net.IPNet, len(trusted))
		for i, p := range trusted {
			ranges[i] = net.IPNet{IP: p.Addr().AsSlice(), Mask: net.CIDRMask(p.Bits(), p.Addr().BitLen())}
		}
		return realclientip.NewRightmostTrustedRangeStrategy(header, ranges)
	case forwardedHeader:
		return forwarded{trusted: table}, nil
	default:
		return newOnlyLine(header)
	}
}

// Of returns the canonical address of the caller of a request with this
// RemoteAddr and these headers: the peer itself, or what the header says when
// the peer is a trusted proxy. ok is false when it cannot be established.
func (c *ClientAddress) Of(remoteAddr string, h http.Header) (addr netip.Addr, ok bool) {
	peer, ok := peerAddr(remoteAddr)
	if !ok || !c.trusted.Contains(peer) {
		return peer, ok
	}
	addr, err := ParseAddress(c.strategy.ClientIP(h, remoteAddr))
	return addr, err == nil
}

// FromTrusted reports whether the peer is a trusted proxy, whose word on the
// request's scheme and host counts too.
func (c *ClientAddress) FromTrusted(remoteAddr string) bool {
	peer, ok := peerAddr(remoteAddr)
	return ok && c.trusted.Contains(peer)
}

// peerAddr reads http.Request's RemoteAddr. The zone of a link-local peer is
// dropped: ranges have none.
func peerAddr(remoteAddr string) (netip.Addr, bool) {
	ap, err := netip.ParseAddrPort(remoteAddr)
	if err != nil {
		return netip.Addr{}, false
	}
	return ap.Addr().Unmap().WithZone(""), true
}

// onlyLine reads a header that must be there once. The library's strategy takes
// the last of several lines, which need not be the proxy's.
type onlyLine struct {
	header string
	single realclientip.SingleIPHeaderStrategy
}

func newOnlyLine(header string) (onlyLine, error) {
	single, err := realclientip.NewSingleIPHeaderStrategy(header)
	return onlyLine{header, single}, err
}

func (o onlyLine) ClientIP(h http.Header, remoteAddr string) string {
	if len(h[o.header]) != 1 {
		return ""
	}
	return o.single.ClientIP(h, remoteAddr)
}

// Household is what an address stands for where clients are counted: itself, or for
// IPv6 its /64, which one household or server has to itself.
func Household(a netip.Addr) netip.Prefix {
	a = a.Unmap().WithZone("")
	bits := a.BitLen()
	if a.Is6() {
		bits = 64
	}
	return netip.PrefixFrom(a, bits).Masked()
}
