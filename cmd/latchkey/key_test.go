package main

import (
	"bytes"
	"context"
	"crypto/rand"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/iotest"
	"time"

	"github.com/google/uuid"
	"pgregory.net/rapid"

	"latchkey/internal/admin"
	"latchkey/internal/apikey"
	"latchkey/internal/audit"
	"latchkey/internal/caller"
	"latchkey/internal/cluster"
	"latchkey/internal/store"
	"latchkey/internal/testdb"
)

// wellFormed is a published test vector.
const wellFormed = "lk_LatchkeyLatchkeyLatchkeyLatchkeyLatchkeyLatchkeyLatchke1s08R6"

// feed runs latchkey with a text on its standard input.
func feed(t *testing.T, text string, env []string, args ...string) (code int, out string) {
	t.Helper()
	self, err := os.Executable()
	must(t, err)
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	cmd := exec.CommandContext(ctx, self, args...)
	cmd.Env = append(append(clean(os.Environ()), asLatchkey), env...)
	cmd.Stdin = strings.NewReader(text)
	said, err := cmd.CombinedOutput()
	if cmd.ProcessState == nil {
		t.Fatal(err)
	}
	return cmd.ProcessState.ExitCode(), string(said)
}

func TestAFormIsCheckedWithoutShowingTheText(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		text string
		args []string
		code int
		says string
	}{
		"well-formed":         {wellFormed, []string{"-"}, 0, "lk_…chke"},
		"with a line break":   {wellFormed + "\r\n", nil, 0, "form of a secret"},
		"as an argument":      {"", []string{wellFormed}, 0, "form of a secret"},
		"a typing error":      {strings.Replace(wellFormed, "L", "M", 1), []string{"-"}, 1, "checksum"},
		"cut short":           {wellFormed[:50], nil, 1, "50 characters"},
		"another prefix":      {"sk_" + wellFormed[3:], nil, 1, "does not begin with lk_"},
		"a prefix of ours":    {"k1AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA2otneg", []string{"--accept-prefix", "k1"}, 0, "k1…AAAA"},
		"nothing":             {"", nil, 1, "no text"},
		"wrong command line":  {"", []string{"a", "b"}, 2, "unexpected argument"},
		"far too much":        {strings.Repeat("lk_", 100_000), nil, 1, "character 6 is wrong"},
		"prefix of no scheme": {wellFormed, []string{"-", "--prefix", "LK"}, 1, "prefix"},
	} {
		t.Run(name, func(t *testing.T) {
			code, out := feed(t, c.text, nil, append([]string{"key", "check"}, c.args...)...)
			if code != c.code || !strings.Contains(out, c.says) || strings.Contains(out, "LatchkeyLatchkey") || strings.Contains(out, "MatchkeyLatchkey") {
				t.Errorf("it ended with %d and said %q", code, out)
			}
		})
	}
}

// However the text arrives, the secrets in it are those that are in the whole.
func TestSecretsAreFoundAcrossReads(t *testing.T) {
	scheme, err := apikey.NewScheme("lk_", "k1")
	must(t, err)
	secrets := []string{wellFormed, "k1AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA2otneg"}
	rapid.Check(t, func(t *rapid.T) {
		var text strings.Builder
		for range rapid.IntRange(0, 8).Draw(t, "parts") {
			text.WriteString(rapid.SampledFrom(append(secrets, "lk_", wellFormed[:40], wellFormed[40:], "\n", strings.Repeat("x", 70))).Draw(t, "part"))
		}
		var want, got []string
		for _, s := range scheme.Find([]byte(text.String())) {
			want = append(want, s.Reveal())
		}
		reader := iotest.OneByteReader(strings.NewReader(text.String()))
		if rapid.Bool().Draw(t, "half reads") {
			reader = iotest.DataErrReader(iotest.HalfReader(strings.NewReader(text.String())))
		}
		if err := eachSecret(reader, scheme, func(s apikey.Secret) error { got = append(got, s.Reveal()); return nil }); err != nil {
			t.Fatal(err)
		}
		if !slices.Equal(got, want) {
			t.Fatalf("found %d secrets, want %d", len(got), len(want))
		}
	})
	broken := eachSecret(iotest.ErrReader(os.ErrPermission), scheme, func(apikey.Secret) error { return nil })
	if broken == nil {
		t.Error("a text that cannot be read counts as read")
	}
}

// leaky is acme with keys whose secrets the test knows.
type leaky struct {
	operating
	scheme  apikey.Scheme
	peppers apikey.Peppers
	service *admin.Service
	env     []string
	dataURL string
}

func leaks(t *testing.T) leaky {
	t.Helper()
	db := testdb.New(t)
	st, err := store.Open(t.Context(), db.AppURL, store.Options{})
	must(t, err)
	t.Cleanup(func() { _ = st.Close() })
	l := leaky{operating: operating{t, db.AppURL, st, caller.OfOperator(uuid.New(), "test")}, dataURL: db.DataURL}
	l.workspace(l.who, "acme")
	l.scheme, err = apikey.NewScheme(apikey.DefaultPrefix)
	must(t, err)
	file := pepperFile(t, "old")
	l.peppers, err = readPeppers(file)
	must(t, err)
	l.service = admin.New(l.store, cluster.NewBarrier(l.store), l.scheme, l.peppers, admin.Options{})
	l.env = []string{"LATCHKEY_DATABASE_URL=" + l.url, "LATCHKEY_PEPPERS_FILE=" + file}
	return l
}

func (l leaky) key(name string) (uuid.UUID, apikey.Secret) {
	l.Helper()
	made, err := l.service.CreateKey(l.Context(), l.who, admin.CreateKey{Name: name, Scope: string(apikey.All)})
	must(l.T, err)
	return made.Key.ID, made.Secret
}

func (l leaky) status(id uuid.UUID) apikey.Key {
	l.Helper()
	k, err := l.service.Key(l.Context(), l.who, id)
	must(l.T, err)
	return k
}

func TestLeakedSecretsAreRevoked(t *testing.T) {
	t.Parallel()
	l := leaks(t)
	plain, plainSecret := l.key("Plain")
	split, splitSecret := l.key("Across two reads")
	expired, expiredSecret := l.key("Expired")
	dead, deadSecret := l.key("Dead")
	safe, safeSecret := l.key("Safe")
	unknown, err := l.scheme.Mint(rand.Reader)
	must(t, err)
	_, err = l.service.RevokeKey(t.Context(), l.who, admin.RevokeKey{ID: dead, Reason: "OTHER", Note: "first"})
	must(t, err)
	must(t, l.store.InWorkspace(t.Context(), l.who, func(ctx context.Context, tx *store.Tx) error {
		_, err := tx.Exec(ctx, `UPDATE api_key SET expires_on = '2020-01-01' WHERE id = $1`, expired)
		return err
	}))

	mistyped := []byte(safeSecret.Reveal())
	mistyped[30] ^= 'a' ^ 'b' // its checksum is wrong, whatever it becomes
	var text bytes.Buffer
	fmt.Fprintf(&text, "DEBUG header=\"Token %s\"\\n%s\x00%s", plainSecret.Reveal(), mistyped, unknown.Reveal())
	text.WriteString(strings.Repeat("lk_ noise lk_0123 ", 20_000))
	text.Truncate(256<<10 - 20) // the next one lies across two reads
	fmt.Fprintf(&text, "%s;%s;%s,%s;%s\xff\xfe", splitSecret.Reveal(), plainSecret.Reveal(), expiredSecret.Reveal(), deadSecret.Reveal(), plainSecret.Reveal())
	file := filepath.Join(t.TempDir(), "dump of\tMay.log")
	must(t, os.WriteFile(file, text.Bytes(), 0o600))
	all := []apikey.Secret{plainSecret, splitSecret, expiredSecret, deadSecret, safeSecret, unknown}
	leaked := func(stdin string, args ...string) string {
		t.Helper()
		code, out := feed(t, stdin, l.env, append([]string{"key", "revoke-leaked"}, args...)...)
		if code != 0 {
			t.Errorf("it ended with %d: %s", code, out)
		}
		for _, s := range all {
			if random := s.Reveal()[3:]; strings.Contains(out, random[:8]) || strings.Contains(out, random[20:30]) {
				t.Errorf("a secret is shown: %s", s.Hint())
			}
		}
		return out
	}

	if out := leaked("", file, "--dry-run"); !strings.Contains(out, "Secrets: 5 (3 would be revoked, 1 revoked already, 1 unknown)") {
		t.Errorf("the rehearsal said:\n%s", out)
	}
	if l.status(plain).Status != apikey.Active {
		t.Error("a rehearsal revoked a key")
	}
	out := leaked("", file)
	for _, want := range []string{"Secrets: 5 (3 revoked, 1 revoked already, 1 unknown)", "acme", "Across two reads", unknown.Hint(), "revoked: it was expired", "No node holds a lease"} {
		if !strings.Contains(out, want) {
			t.Errorf("it does not say %q:\n%s", want, out)
		}
	}
	for _, id := range []uuid.UUID{plain, split, expired} {
		if k := l.status(id); k.Status != apikey.Revoked || k.RevocationReason != apikey.Leaked || k.RevocationNote != "Found in dump of?May.log." {
			t.Errorf("%s is %s, %s, %q", k.Name, k.Status, k.RevocationReason, k.RevocationNote)
		}
	}
	if k := l.status(dead); k.RevocationNote != "first" {
		t.Errorf("the first reason is gone: %q", k.RevocationNote)
	}
	if k := l.status(safe); k.Status != apikey.Active {
		t.Errorf("a key that did not leak is %s", k.Status)
	}
	// Whoever repeats it, because the first time was cut short, waits for the nodes as well.
	if out := leaked(text.String(), "-"); !strings.Contains(out, "Secrets: 5 (4 revoked already, 1 unknown)") || !strings.Contains(out, "No node holds a lease") {
		t.Errorf("the second time it said:\n%s", out)
	}
	if out := leaked(text.String(), "-", "--dry-run"); strings.Contains(out, "lease") {
		t.Errorf("a rehearsal waited:\n%s", out)
	}
	if out := leaked("nothing here", "-"); !strings.Contains(out, "No secret was found.") {
		t.Errorf("of a clean text it said:\n%s", out)
	}
	l.recordedByTheOperator(3)
}

func (l leaky) recordedByTheOperator(revocations int) {
	l.Helper()
	must(l.T, l.store.View(l.Context(), l.who, func(ctx context.Context, v *store.View) error {
		events, _, err := v.AuditEvents(ctx, store.AuditQuery{Limit: 50})
		for _, e := range events {
			if e.Action == audit.KeyRevoked && e.Actor == (caller.Actor{Kind: caller.Operator, Label: "latchkey key revoke-leaked"}) {
				revocations--
			}
		}
		if revocations != 0 {
			l.Errorf("%d revocations are missing from the audit", revocations)
		}
		return err
	}))
}

// Of a key that is being rotated only the secret that leaked ends, so that its
// integration goes on.
func TestALeakDuringARotation(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		leaks func(first, second apikey.Secret) []apikey.Secret
		ended string
		left  func(first, second apikey.Secret) string
	}{
		"the old secret": {func(first, _ apikey.Secret) []apikey.Secret { return []apikey.Secret{first} }, "old one of a rotation", func(_, second apikey.Secret) string { return second.Hint() }},
		"the new secret": {func(_, second apikey.Secret) []apikey.Secret { return []apikey.Secret{second} }, "new one of a rotation", func(first, _ apikey.Secret) string { return first.Hint() }},
		"both":           {func(first, second apikey.Secret) []apikey.Secret { return []apikey.Secret{first, second} }, "old one of a rotation", nil},
	} {
		t.Run(name, func(t *testing.T) {
			l := leaks(t)
			id, first := l.key("Rotating")
			rotation, err := l.service.StartRotation(t.Context(), l.who, admin.StartRotation{ID: id})
			must(t, err)
			var text strings.Builder
			for _, s := range c.leaks(first, rotation.Secret) {
				fmt.Fprintln(&text, s.Reveal())
			}
			for _, dry := range []bool{true, false} {
				args := []string{"key", "revoke-leaked", "-"}
				if dry {
					args = append(args, "--dry-run")
				}
				if code, out := feed(t, text.String(), l.env, args...); code != 0 || !strings.Contains(out, c.ended) {
					t.Errorf("it ended with %d: %s", code, out)
				}
				if dry && l.status(id).Status != apikey.Rotating {
					t.Error("a rehearsal changed the key")
				}
			}
			k := l.status(id)
			if c.left == nil && k.Status != apikey.Revoked {
				t.Errorf("the key is %s", k.Status)
			}
			if c.left != nil && (k.Status != apikey.Active || k.Hint != c.left(first, rotation.Secret)) {
				t.Errorf("the key is %s with %s", k.Status, k.Hint)
			}
		})
	}
}

func TestWhatKeepsLeakedSecretsFromBeingFound(t *testing.T) {
	t.Parallel()
	l := leaks(t)
	_, secret := l.key("Under another pepper")
	env := []string{l.env[0], "LATCHKEY_PEPPERS_FILE=" + pepperFile(t, "new")}
	code, out := feed(t, secret.Reveal(), env, "key", "revoke-leaked", "-")
	if code != 0 || !strings.Contains(out, "will look unknown") || !strings.Contains(out, "old (live secrets: 1)") {
		t.Errorf("it ended with %d: %s", code, out)
	}
	if code, out := feed(t, "", l.env, "key", "revoke-leaked", filepath.Join(t.TempDir(), "absent")); code != 1 || !strings.Contains(out, "no such file") {
		t.Errorf("it ended with %d: %s", code, out)
	}
}
