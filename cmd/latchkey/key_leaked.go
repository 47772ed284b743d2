package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"
	"unicode"

	"github.com/hashicorp/golang-lru/v2/simplelru"

	"latchkey/internal/admin"
	"latchkey/internal/apikey"
	"latchkey/internal/caller"
	"latchkey/internal/cluster"
	"latchkey/internal/fault"
	"latchkey/internal/store"
)

type revokeLeakedCommand struct {
	operatorDatabase
	operatorPeppers
	prefixes
	File   string `arg:"" help:"The text: a log, a dump, a page. - is standard input."`
	DryRun bool   `help:"Only say what would be done."`
}

// maxRemembered is how many secrets are remembered so that each is dealt with
// once. One that comes again after so many others is only reported again.
const maxRemembered = 100_000

// Run looks every secret up and ends the live ones, each as soon as it is found,
// and prints a line about each. It may be run again: nothing is done twice.
func (c *revokeLeakedCommand) Run(ctx context.Context, to console) error {
	scheme, err := c.scheme()
	if err != nil {
		return err
	}
	peppers, err := readPeppers(c.PeppersFile)
	if err != nil {
		return err
	}
	in, err := c.text()
	if err != nil {
		return err
	}
	defer in.Close() // it was only read
	st, err := c.open(ctx)
	if err != nil {
		return err
	}
	defer st.Close() // nothing is left to lose
	if err := warnOfMissing(ctx, to, st, peppers); err != nil {
		return err
	}
	seen, err := simplelru.NewLRU[apikey.Hash, struct{}](maxRemembered, nil)
	if err != nil {
		panic(err) // impossible: the size is a positive constant
	}
	barrier := cluster.NewBarrier(st)
	l := &leak{
		store: st, barrier: barrier, service: admin.New(st, barrier, scheme, peppers, admin.Options{}), peppers: peppers,
		dryRun: c.DryRun, note: "Found in " + c.source(scheme) + ".", seen: seen, tally: map[string]int{}, out: to.out, complete: true,
	}
	err = eachSecret(in, scheme, func(s apikey.Secret) error { return l.found(ctx, s) })
	return l.conclude(ctx, err)
}

func (c *revokeLeakedCommand) text() (io.ReadCloser, error) {
	if c.File == "-" {
		return stdin(), nil
	}
	f, err := os.Open(c.File)
	if err != nil {
		return nil, fmt.Errorf("opening the text: %w", err)
	}
	return f, nil
}

// source names the text for the audit, in a way that a note can hold, and without
// a secret that the file may be named after.
func (c *revokeLeakedCommand) source(scheme apikey.Scheme) string {
	if c.File == "-" {
		return "a text"
	}
	const longest = 200 // characters
	name := []rune(strings.ToValidUTF8(filepath.Base(c.File), "?"))
	for i, r := range name {
		if unicode.IsControl(r) {
			name[i] = '?'
		}
	}
	if len(scheme.Find([]byte(string(name)))) > 0 {
		return "a file"
	}
	return string(name[:min(len(name), longest)])
}

// warnOfMissing says so when secrets cannot be recognised. It is no reason to
// leave the others alive.
func warnOfMissing(ctx context.Context, to console, st *store.Store, peppers apikey.Peppers) error {
	missing, err := st.PepperUses(ctx, peppers.IDs()...)
	if err == nil && len(missing) > 0 {
		fmt.Fprintln(to.err, "latchkey: secrets under some peppers will look unknown.")
		to.complain(errMissing(missing))
	}
	return err
}

// leak is one text and what was done about it.
type leak struct {
	store    *store.Store
	barrier  *cluster.Barrier
	service  *admin.Service
	peppers  apikey.Peppers
	dryRun   bool
	note     string
	out      io.Writer
	seen     *simplelru.LRU[apikey.Hash, struct{}]
	tally    map[string]int // secrets by what was done
	failed   int
	waited   bool
	changed  cluster.Propagation // of the last wait
	complete bool                // every change has reached every node
}

// found deals with a secret. An error ends the whole work; what concerns one key
// alone is a line like the others.
func (l *leak) found(ctx context.Context, secret apikey.Secret) error {
	hash := l.peppers.Mint(secret)
	if again := l.seen.Contains(hash); again {
		return ctx.Err()
	}
	l.seen.Add(hash, struct{}{})
	c, known, err := l.store.LookupSecret(ctx, l.peppers.All(secret))
	if err != nil {
		return err
	}
	if !known {
		return l.say(secret.Hint(), "", "", wasUnknown, "")
	}
	slug, what, detail, err := l.deal(ctx, c)
	if err != nil && ctx.Err() == nil && !isUnavailable(err) {
		l.failed++
		what, detail, err = isFailed, err.Error(), nil
	}
	if err != nil {
		return err
	}
	return l.say(c.Hint, slug, c.Name, what, detail)
}

func isUnavailable(err error) bool {
	f, ok := fault.As(err)
	return ok && f.Kind == fault.Unavailable
}

func (l *leak) deal(ctx context.Context, c apikey.Credential) (slug, what, detail string, err error) {
	w, _, err := l.store.LookupWorkspace(ctx, c.Workspace)
	if err != nil {
		return "", "", "", err
	}
	what, detail, err = l.end(ctx, c)
	return w.Slug, what, detail, err
}

// end ends the secret, unless it is over for good. When the key has another one, as
// in a rotation, that goes on; else the key is revoked. One that is disabled or
// expired could come back to life, so it is revoked too.
func (l *leak) end(ctx context.Context, c apikey.Credential) (what, detail string, err error) {
	now := time.Now()
	switch {
	case c.Revoked:
		return wasRevoked, "", nil
	case !c.ValidUntil.IsZero() && !now.Before(c.ValidUntil):
		return wasSuperseded, "", nil
	}
	who := caller.OfOperator(c.Workspace, "latchkey key revoke-leaked")
	key, err := l.service.Key(ctx, who, c.Key)
	if err != nil {
		return "", "", err
	}
	if now.Before(key.RotatingUntil) {
		return l.endOne(ctx, who, c)
	}
	if key.Status == apikey.Expired || key.Status == apikey.Disabled {
		detail = "it was " + strings.ToLower(string(key.Status))
	}
	if l.dryRun {
		return wouldRevoke, detail, nil
	}
	out, err := l.service.RevokeKey(ctx, who, admin.RevokeKey{ID: c.Key, Reason: string(apikey.Leaked), Note: l.note})
	l.reached(out.Propagation, err)
	return isRevoked, detail, err
}

// endOne ends one of the two secrets of a rotation, as their owner would.
func (l *leak) endOne(ctx context.Context, who caller.Caller, c apikey.Credential) (what, detail string, err error) {
	ending, detail := l.service.FinishRotation, "it was the old one of a rotation; the key goes on with the new one"
	if c.ValidUntil.IsZero() {
		ending, detail = l.service.CancelRotation, "it was the new one of a rotation; the key goes on with the old one"
	}
	if l.dryRun {
		return wouldEnd, detail, nil
	}
	out, err := ending(ctx, who, c.Key)
	l.reached(out.Propagation, err)
	return isEnded, detail, err
}

func (l *leak) reached(p cluster.Propagation, err error) {
	if err == nil {
		l.waited, l.changed, l.complete = true, p, l.complete && p.Complete
	}
}
