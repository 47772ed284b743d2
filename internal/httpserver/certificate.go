package httpserver

import (
	"crypto/tls"
	"fmt"
	"os"
	"sync"
	"time"
)

// lookAtFiles is how often, at most, a certificate's files are looked at.
const lookAtFiles = time.Second

// Certificate is a certificate and its key, in two files that are read again when
// they change, so that a renewed one needs no restart. While what is there cannot be
// used, because only one of the files has been replaced yet or something is wrong with it, the
// certificate before goes on.
type Certificate struct {
	certFile, keyFile string
	now               func() time.Time
	failed            func(error)

	mu      sync.Mutex
	current *tls.Certificate
	read    [2]stamp // the files as they were when they were last read, well or not
	looked  time.Time
}

// stamp tells a file from what it was before.
type stamp struct {
	changed time.Time
	size    int64
}

// LoadCertificate reads a certificate (with its chain) and its key, in PEM. failed is
// told, once for each state of the files, why a changed certificate is not used.
func LoadCertificate(certFile, keyFile string, failed func(error)) (*Certificate, error) {
	c := &Certificate{certFile: certFile, keyFile: keyFile, now: time.Now, failed: failed}
	if err := c.reload(); err != nil {
		return nil, err
	}
	return c, nil
}

// Config serves TLS 1.2 and newer with the certificate.
func (c *Certificate) Config() *tls.Config {
	return &tls.Config{
		MinVersion:     tls.VersionTLS12,
		NextProtos:     []string{"h2", "http/1.1"},
		GetCertificate: func(*tls.ClientHelloInfo) (*tls.Certificate, error) { return c.get(), nil },
	}
}

// get is the certificate for a connection that begins.
func (c *Certificate) get() *tls.Certificate {
	c.mu.Lock()
	defer c.mu.Unlock()
	if now := c.now(); now.Sub(c.looked) >= lookAtFiles {
		c.looked = now
		if c.changed() {
			if err := c.reload(); err != nil {
				c.failed(err)
			}
		}
	}
	return c.current
}

// changed reports whether the files are others than those that were last read.
func (c *Certificate) changed() bool { return c.stamps() != c.read }

// stamps are those of the files as they are; the zero stamp is of one that is not there.
func (c *Certificate) stamps() (found [2]stamp) {
	for i, path := range []string{c.certFile, c.keyFile} {
		if info, err := os.Stat(path); err == nil {
			found[i] = stamp{info.ModTime(), info.Size()}
		}
	}
	return found
}

// reload reads the files, and keeps what it has when they do not fit together.
func (c *Certificate) reload() error {
	c.read = c.stamps()
	loaded, err := tls.LoadX509KeyPair(c.certFile, c.keyFile)
	if err != nil {
		return fmt.Errorf("reading the TLS certificate %s and its key %s: %w", c.certFile, c.keyFile, err)
	}
	c.current = &loaded
	return nil
}
