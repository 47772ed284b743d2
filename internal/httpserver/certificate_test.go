package httpserver

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/pem"
	"errors"
	"io/fs"
	"math/big"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"testing"
	"time"
)

// issue writes a new certificate for 127.0.0.1 with a serial number, and its key.
func issue(t *testing.T, certFile, keyFile string, serial int64) {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	template := &x509.Certificate{
		SerialNumber: big.NewInt(serial), Subject: pkix.Name{CommonName: "latchkey test"},
		NotBefore: time.Now().Add(-time.Hour), NotAfter: time.Now().Add(time.Hour), IPAddresses: []net.IP{net.IPv4(127, 0, 0, 1)},
	}
	der, err := x509.CreateCertificate(rand.Reader, template, template, &key.PublicKey, key)
	if err != nil {
		t.Fatal(err)
	}
	keyDER, err := x509.MarshalPKCS8PrivateKey(key)
	if err != nil {
		t.Fatal(err)
	}
	write(t, certFile, pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: der}), serial)
	write(t, keyFile, pem.EncodeToMemory(&pem.Block{Type: "PRIVATE KEY", Bytes: keyDER}), serial)
}

// write writes a file whose time of change tells it from the one before.
func write(t *testing.T, path string, content []byte, at int64) {
	t.Helper()
	if err := os.WriteFile(path, content, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Chtimes(path, time.Time{}, time.Unix(1_000_000+at, 0)); err != nil {
		t.Fatal(err)
	}
}

func TestARenewedCertificateIsServedWithoutARestart(t *testing.T) {
	dir := t.TempDir()
	certFile, keyFile := filepath.Join(dir, "cert.pem"), filepath.Join(dir, "key.pem")
	issue(t, certFile, keyFile, 1)
	var failures []error
	c, err := LoadCertificate(certFile, keyFile, func(err error) { failures = append(failures, err) })
	if err != nil {
		t.Fatal(err)
	}
	at := time.Now()
	c.now = func() time.Time { at = at.Add(lookAtFiles); return at }
	_, url, _ := start(t, Config{TLS: c.Config(), Handler: http.NotFoundHandler()})
	serial := func() int64 {
		t.Helper()
		conn, err := tls.Dial("tcp", url[len("http://"):], &tls.Config{InsecureSkipVerify: true}) // its own issuer
		if err != nil {
			t.Fatal(err)
		}
		defer conn.Close()
		return conn.ConnectionState().PeerCertificates[0].SerialNumber.Int64()
	}
	for _, step := range []struct {
		what string
		do   func()
		want int64
	}{
		{"at first", func() {}, 1},
		{"renewed", func() { issue(t, certFile, keyFile, 2) }, 2},
		{"half of the next one", func() { issue(t, certFile, filepath.Join(dir, "other"), 3) }, 2},
		{"both halves", func() { issue(t, certFile, keyFile, 4) }, 4},
		{"garbage", func() { write(t, certFile, []byte("garbage"), 5) }, 4},
		{"nothing", func() { _ = os.Remove(certFile) }, 4},
		{"renewed again", func() { issue(t, certFile, keyFile, 6) }, 6},
	} {
		step.do()
		for range 2 { // the second has nothing new to complain of
			if got := serial(); got != step.want {
				t.Errorf("%s: certificate %d is served, want %d", step.what, got, step.want)
			}
		}
	}
	if len(failures) != 3 {
		t.Errorf("%d complaints: %v", len(failures), failures)
	}
}

func TestACertificateThatCannotBeUsedStopsTheStart(t *testing.T) {
	if _, err := LoadCertificate("nowhere.pem", "nowhere.key", nil); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("got %v", err)
	}
}
