package live

import (
	"net"
	"time"
)

// dialer gives the listener's socket a deadline for each read and write.
type dialer struct{}

// Dial implements pq.Dialer.
func (d dialer) Dial(network, address string) (net.Conn, error) {
	return d.DialTimeout(network, address, silence)
}

// DialTimeout implements pq.Dialer.
func (dialer) DialTimeout(network, address string, timeout time.Duration) (net.Conn, error) {
	c, err := net.DialTimeout(network, address, min(timeout, silence))
	if err != nil {
		return nil, err
	}
	return deadlined{c}, nil
}

type deadlined struct{ net.Conn }

func (d deadlined) Read(b []byte) (int, error) {
	if err := d.SetReadDeadline(time.Now().Add(silence)); err != nil {
		return 0, err
	}
	return d.Conn.Read(b)
}

func (d deadlined) Write(b []byte) (int, error) {
	if err := d.SetWriteDeadline(time.Now().Add(silence)); err != nil {
		return 0, err
	}
	return d.Conn.Write(b)
}
