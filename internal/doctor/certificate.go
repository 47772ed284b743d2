package doctor

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"fmt"
	"os"
	"strings"
	"time"
)

// renewBefore is how long a certificate should be good for at least: whoever renews them
// does so weeks before.
const renewBefore = 14 * 24 * time.Hour

// Certificate is one that is served with.
type Certificate struct {
	CertFile, KeyFile string
	Hosts             []string // that clients ask for; *.example.com stands for those below
	Now               time.Time
}

// Check looks at the files, the time and the names.
func (c Certificate) Check() Check {
	return Check{Name: "certificate", Look: func(context.Context) []Finding { return c.look() }}
}

func (c Certificate) look() []Finding {
	pair, err := tls.LoadX509KeyPair(c.CertFile, c.KeyFile)
	if err != nil {
		return Failure(fmt.Sprintf("The certificate cannot be used: %v. serve refuses to start.", err),
			"Name a certificate with its chain (--tls-cert) and its own key (--tls-key), both in PEM and readable by the user that serves.")
	}
	all := append(c.time(pair.Leaf), c.names(pair.Leaf)...)
	if info, err := os.Stat(c.KeyFile); err == nil && info.Mode().Perm()&0o007 != 0 {
		all = append(all, Failure(fmt.Sprintf("%s is open to every user of this machine (mode %04o).", c.KeyFile, info.Mode().Perm()), "chmod o= "+c.KeyFile)...)
	}
	if len(all) == 0 {
		return Fine("The certificate is good until %s, for %s.", day(pair.Leaf.NotAfter), list(certified(pair.Leaf)))
	}
	return all
}

func (c Certificate) time(leaf *x509.Certificate) []Finding {
	const renew = "Put a renewed one into the files; it is read without a restart."
	switch left := leaf.NotAfter.Sub(c.Now); {
	case left <= 0:
		return Failure(fmt.Sprintf("The certificate ended on %s: clients refuse it.", day(leaf.NotAfter)), renew)
	case c.Now.Before(leaf.NotBefore):
		return Failure(fmt.Sprintf("The certificate begins on %s: until then clients refuse it.", day(leaf.NotBefore)), "Look at this machine's clock, or put another one into the files.")
	case left < renewBefore:
		return Warning(fmt.Sprintf("The certificate ends on %s, in %.0f days, and has not been renewed.", day(leaf.NotAfter), left.Hours()/24), renew)
	}
	return nil
}

func (c Certificate) names(leaf *x509.Certificate) (all []Finding) {
	for _, host := range c.Hosts {
		asked := host
		if below, ok := strings.CutPrefix(host, "*."); ok {
			asked = "any-workspace." + below
		}
		if leaf.VerifyHostname(asked) != nil {
			all = append(all, Failure(fmt.Sprintf("The certificate is for %s, and clients ask for %s: they refuse it.", list(certified(leaf)), host),
				"Have one made that names "+host+" too, or correct --public-url, --api-url or --base-domain.")...)
		}
	}
	return all
}

// certified are the names and addresses that a certificate is for.
func certified(leaf *x509.Certificate) (all []string) {
	all = append(all, leaf.DNSNames...)
	for _, ip := range leaf.IPAddresses {
		all = append(all, ip.String())
	}
	if len(all) == 0 {
		return []string{"no name"}
	}
	return all
}

func day(t time.Time) string { return t.UTC().Format("2 January 2006") }
