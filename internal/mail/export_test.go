package mail

import (
	"context"
	"net"
)

// DialingTo is the sender, which finds its server at another address.
func DialingTo(s *SMTP, address string) *SMTP {
	return &SMTP{s.host, s.from, s.options, func(ctx context.Context, network, _ string) (net.Conn, error) { return s.dial(ctx, network, address) }}
}
