package main

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"encoding/base64"
	"encoding/pem"
	"math/big"
	"net"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"latchkey/internal/testdb"
)

func TestWhoMayListenWithoutTLS(t *testing.T) {
	cert := transport{TLSCert: "cert.pem", TLSKey: "key.pem"}
	for _, c := range []struct {
		what  string
		s     settings
		addr  string
		may   bool
		plain bool // cookies
	}{
		{"everywhere", settings{}, ":8080", false, false},
		{"everywhere, by name", settings{}, "0.0.0.0:8080", false, false},
		{"one address", settings{}, "192.0.2.1:8080", false, false},
		{"a name", settings{}, "latchkey.example.com:8080", false, false},
		{"loopback", settings{}, "127.0.0.1:8080", true, true},
		{"loopback, IPv6", settings{}, "[::1]:0", true, true},
		{"loopback, by name", settings{}, "localhost:8080", true, true},
		{"an empty list of proxies", settings{TrustedProxies: []string{""}}, ":8080", false, false},
		{"behind proxies", settings{TrustedProxies: []string{"10.0.0.1"}}, ":8080", true, false},
		{"behind proxies on this machine", settings{TrustedProxies: []string{"127.0.0.1"}}, "127.0.0.1:8080", true, false},
		{"with a certificate", settings{transport: cert}, ":8080", true, false},
		{"with a certificate, on loopback", settings{transport: cert}, "127.0.0.1:8080", true, false},
		{"the operator insists", settings{transport: transport{InsecureHTTP: true}}, ":8080", true, true},
	} {
		s := service{settings: c.s, adminAddr: c.addr}
		if err := s.mayListen("admin", c.addr); (err == nil) != c.may || s.plainCookies() != c.plain {
			t.Errorf("%s: %v, plain cookies %t", c.what, err, s.plainCookies())
		}
	}
}

func TestOnlyWhoIsServedOverHTTPSMustComeByIt(t *testing.T) {
	for name, c := range map[string]struct {
		s    service
		want bool
	}{
		"a certificate":               {service{adminAddr: ":8080", settings: settings{transport: transport{TLSCert: "cert.pem"}}}, true},
		"proxies":                     {service{adminAddr: ":8080", settings: settings{TrustedProxies: []string{"10.0.0.1"}}}, true},
		"proxies on this machine":     {service{adminAddr: "127.0.0.1:8080", settings: settings{TrustedProxies: []string{"127.0.0.1"}}}, true},
		"a certificate, to try it":    {service{adminAddr: "localhost:8080", settings: settings{transport: transport{TLSCert: "cert.pem"}}}, false},
		"plain HTTP":                  {service{adminAddr: ":8080", settings: settings{transport: transport{InsecureHTTP: true}}}, false},
		"plain HTTP, to this machine": {service{adminAddr: "127.0.0.1:8080"}, false},
	} {
		if got := c.s.strictTransport() != ""; got != c.want {
			t.Errorf("%s: %v", name, got)
		}
	}
}

func TestBodiesNeedSomeMemory(t *testing.T) {
	p := planes{service: service{settings: settings{prefixes: prefixes{Prefix: "lk_"}, BodyMemory: 15}}}
	if err := p.read(); err == nil || !strings.Contains(err.Error(), "--body-memory is at least 16") {
		t.Errorf("%v", err)
	}
}

func TestACertificateNeedsItsKey(t *testing.T) {
	s := service{settings: settings{transport: transport{TLSCert: "cert.pem"}}}
	if _, err := s.tls(); err == nil || !strings.Contains(err.Error(), "belong together") {
		t.Errorf("got %v", err)
	}
}

func TestMailingSettings(t *testing.T) {
	good := mailing{SMTPURL: "smtp://me:hunter2@localhost", MailFrom: "latchkey@example.com"}
	site := &url.URL{Scheme: "https", Host: "latchkey.example.com"}
	for what, c := range map[string]struct {
		change func(*mailing)
		want   string // in the error; "" for none
	}{
		"all that it takes":       {func(*mailing) {}, ""},
		"no sender":               {func(m *mailing) { m.MailFrom = "" }, "--mail-from"},
		"no public URL":           {func(*mailing) { site = nil }, "--public-url"},
		"sign-up without mail":    {func(m *mailing) { *m = mailing{SignUp: true} }, "--sign-up needs --smtp-url"},
		"links without a URL":     {func(m *mailing) { *m, site = mailing{ShowLinks: true}, nil }, "--public-url"},
		"nothing":                 {func(m *mailing) { *m = mailing{} }, ""},
		"a server that is no URL": {func(m *mailing) { m.SMTPURL = "hunter2" }, "smtp://"},
	} {
		m := good
		site = &url.URL{Scheme: "https", Host: "latchkey.example.com"}
		c.change(&m)
		_, err := m.of(site, nil, service{}.log)
		if (err == nil) != (c.want == "") || err != nil && (!strings.Contains(err.Error(), c.want) || strings.Contains(err.Error(), "hunter2")) {
			t.Errorf("%s: %v", what, err)
		}
	}
}

// Both refusals and both planes, by the program itself.
func TestServeOverTLS(t *testing.T) {
	t.Parallel()
	db, dir := testdb.New(t), t.TempDir()
	keys := filepath.Join(dir, "keys")
	must(t, os.WriteFile(keys, []byte("p1 "+base64.StdEncoding.EncodeToString(random(32))+"\n"), 0o600))
	env := []string{"LATCHKEY_DATABASE_URL=" + db.AppURL, "LATCHKEY_PEPPERS_FILE=" + keys, "LATCHKEY_RECEIPT_KEYS_FILE=" + keys, "LATCHKEY_SECOND_FACTOR_KEYS_FILE=" + keys, "LATCHKEY_AUDIT_KEYS_FILE=" + keys}
	plain := start(t, env, "serve", "--admin-addr", "127.0.0.1:0", "--data-addr", "0.0.0.0:0")
	if code := plain.exit(); code != 1 || !strings.Contains(plain.out.String(), "the data plane would serve plain HTTP") || !strings.Contains(plain.out.String(), "--tls-cert") {
		t.Errorf("plain HTTP for other machines: exit code %d, %s", code, plain.out)
	}

	certFile, keyFile := filepath.Join(dir, "cert.pem"), filepath.Join(dir, "key.pem")
	trusted := selfSigned(t, certFile, keyFile)
	serving := start(t, env, "serve", "--admin-addr", "0.0.0.0:0", "--data-addr", "0.0.0.0:0", "--tls-cert", certFile, "--tls-key", keyFile)
	client := &http.Client{Timeout: 20 * time.Second, Transport: &http.Transport{TLSClientConfig: &tls.Config{RootCAs: trusted}, ForceAttemptHTTP2: true}}
	defer client.CloseIdleConnections()
	for _, plane := range []string{"admin", "data"} {
		var at string
		serving.until("it was ready", func() bool { at = listening(serving.out.String(), plane); return at != "" })
		r, err := http.NewRequestWithContext(t.Context(), http.MethodGet, "https://"+reachable(at)+"/healthz", nil)
		must(t, err)
		answer, err := client.Do(r)
		must(t, err)
		must(t, answer.Body.Close())
		if answer.StatusCode != http.StatusOK || answer.TLS == nil || answer.ProtoMajor != 2 {
			t.Errorf("the %s plane answers %d over %s", plane, answer.StatusCode, answer.Proto)
		}
		if strict := answer.Header.Get("Strict-Transport-Security"); strict != "max-age=31536000" {
			t.Errorf("the %s plane's Strict-Transport-Security is %q", plane, strict)
		}
	}
	serving.interrupt()
	if code := serving.exit(); code != 0 {
		t.Errorf("stopped with exit code %d: %s", code, serving.out)
	}
}

// selfSigned writes a certificate for 127.0.0.1 and its key, and returns who trusts it.
func selfSigned(t *testing.T, certFile, keyFile string) *x509.CertPool {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	must(t, err)
	template := &x509.Certificate{SerialNumber: big.NewInt(1), NotAfter: time.Now().Add(time.Hour), IPAddresses: []net.IP{net.IPv4(127, 0, 0, 1)}}
	der, err := x509.CreateCertificate(rand.Reader, template, template, &key.PublicKey, key)
	must(t, err)
	keyDER, err := x509.MarshalPKCS8PrivateKey(key)
	must(t, err)
	must(t, os.WriteFile(certFile, pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: der}), 0o600))
	must(t, os.WriteFile(keyFile, pem.EncodeToMemory(&pem.Block{Type: "PRIVATE KEY", Bytes: keyDER}), 0o600))
	pool := x509.NewCertPool()
	parsed, err := x509.ParseCertificate(der)
	must(t, err)
	pool.AddCert(parsed)
	return pool
}
