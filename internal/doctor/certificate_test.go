package doctor_test

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/x509"
	"encoding/pem"
	"math/big"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"latchkey/internal/doctor"
)

func TestWhatIsWrongWithACertificate(t *testing.T) {
	dir := t.TempDir()
	cert, key := filepath.Join(dir, "cert.pem"), filepath.Join(dir, "key.pem")
	begins := time.Date(2026, 5, 1, 0, 0, 0, 0, time.UTC)
	certify(t, cert, key, begins, begins.AddDate(0, 3, 0), "latchkey.example.com", "*.api.example.com")
	other := filepath.Join(dir, "other.pem")
	certify(t, filepath.Join(dir, "unused.pem"), other, begins, begins.AddDate(0, 3, 0))
	open := filepath.Join(dir, "open.pem")
	raw, err := os.ReadFile(key)
	must(t, err)
	must(t, os.WriteFile(open, raw, 0o600))
	must(t, os.Chmod(open, 0o644))
	both := []string{"latchkey.example.com", "*.api.example.com"}
	for _, c := range []struct {
		what      string
		cert, key string
		days      int // since it begins
		hosts     []string
		verdict   doctor.Verdict
		says      string
	}{
		{"a good one", cert, key, 30, both, doctor.OK, "1 August 2026"},
		{"no host that is known", cert, key, 30, nil, doctor.OK, "latchkey.example.com"},
		{"no file", cert + ".not", key, 30, both, doctor.Fail, "serve refuses"},
		{"no key", cert, "", 30, both, doctor.Fail, "--tls-key"},
		{"another one's key", cert, other, 30, both, doctor.Fail, "serve refuses"},
		{"too early", cert, key, -1, both, doctor.Fail, "begins on 1 May 2026"},
		{"soon over", cert, key, 80, both, doctor.Warn, "ends on 1 August 2026, in 12 days"},
		{"over", cert, key, 100, both, doctor.Fail, "ended on 1 August 2026"},
		{"another host", cert, key, 30, []string{"other.example.com"}, doctor.Fail, "clients ask for other.example.com"},
		{"other workspaces' hosts", cert, key, 30, []string{"*.example.com"}, doctor.Fail, "--base-domain"},
		{"an open key", cert, open, 30, both, doctor.Fail, "chmod o="},
	} {
		found := doctor.Run(t.Context(), []doctor.Check{doctor.Certificate{CertFile: c.cert, KeyFile: c.key, Hosts: c.hosts, Now: begins.AddDate(0, 0, c.days)}.Check()})
		if len(found) != 1 || found[0].Verdict != c.verdict || !strings.Contains(found[0].Says+found[0].Do, c.says) || (found[0].Do == "") != (c.verdict == doctor.OK) {
			t.Errorf("%s: %+v", c.what, found)
		}
	}
}

// certify writes a certificate and its key.
func certify(t *testing.T, certFile, keyFile string, from, until time.Time, names ...string) {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	must(t, err)
	template := &x509.Certificate{SerialNumber: big.NewInt(1), NotBefore: from, NotAfter: until, DNSNames: names}
	der, err := x509.CreateCertificate(rand.Reader, template, template, &key.PublicKey, key)
	must(t, err)
	keyDER, err := x509.MarshalPKCS8PrivateKey(key)
	must(t, err)
	must(t, os.WriteFile(certFile, pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: der}), 0o600))
	must(t, os.WriteFile(keyFile, pem.EncodeToMemory(&pem.Block{Type: "PRIVATE KEY", Bytes: keyDER}), 0o600))
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
