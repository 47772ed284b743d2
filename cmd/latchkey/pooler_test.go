package main

import (
	"bytes"
	"encoding/binary"
	"io"
	"net"
	"net/url"
	"sync"
	"testing"
)

// pooler stands before PostgreSQL as transaction poolers do, in what can be seen of them: a setting
// that a connection brings along does not get through. It returns the URL that leads through it.
func pooler(t *testing.T, databaseURL string) string {
	t.Helper()
	u, err := url.Parse(databaseURL)
	must(t, err)
	server := u.Host
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	must(t, err)
	var serving sync.WaitGroup
	t.Cleanup(func() { _ = listener.Close(); serving.Wait() })
	serving.Go(func() {
		for {
			client, err := listener.Accept()
			if err != nil {
				return
			}
			serving.Go(func() { pass(client, server) })
		}
	})
	u.Host = listener.Addr().String()
	return u.String()
}

// pass passes a connection on until one side ends it.
func pass(client net.Conn, to string) {
	defer client.Close() //nolint:errcheck // nothing is left to lose
	server, err := net.Dial("tcp", to)
	if err != nil {
		return
	}
	defer server.Close() //nolint:errcheck // as above
	begin, err := startup(client)
	if err != nil {
		return
	}
	if _, err := server.Write(begin); err != nil {
		return
	}
	go func() {
		_, _ = io.Copy(server, client)
		_ = server.Close()
	}()
	_, _ = io.Copy(client, server)
}

// startup reads the first message of a connection, and returns it without the setting.
func startup(from io.Reader) ([]byte, error) {
	var length [4]byte
	if _, err := io.ReadFull(from, length[:]); err != nil {
		return nil, err
	}
	body := make([]byte, binary.BigEndian.Uint32(length[:])-4)
	if _, err := io.ReadFull(from, body); err != nil {
		return nil, err
	}
	body = bytes.Replace(body, []byte("latchkey.direct\x00on\x00"), nil, 1)
	return append(binary.BigEndian.AppendUint32(nil, uint32(len(body)+4)), body...), nil
}
