package admin_test

import (
	"context"
	"encoding/base64"
	"net/netip"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"

	"latchkey/internal/admin"
	"latchkey/internal/apikey"
	"latchkey/internal/caller"
	"latchkey/internal/cluster"
	"latchkey/internal/fault"
	"latchkey/internal/ratelimit"
	"latchkey/internal/receipt"
	"latchkey/internal/store"
	"latchkey/internal/verify"
)

// counter is a site with a place where its receipts are sealed.
type counter struct {
	*site
	*receipt.Sealer
}

func newCounter(t *testing.T) *counter {
	t.Helper()
	s := newSite(t)
	installation, err := s.store.Installation(t.Context())
	must(t, err)
	keys, err := receipt.ParseKeys(strings.NewReader("test " + base64.StdEncoding.EncodeToString(make([]byte, 32))))
	must(t, err)
	scheme, err := apikey.NewScheme(apikey.DefaultPrefix)
	must(t, err)
	s.Service = admin.New(s.store, cluster.NewBarrier(s.store), scheme, peppers(t),
		admin.Options{Now: s.clock.now, Receipts: receipt.NewOpener(keys, installation)})
	return &counter{s, receipt.NewSealer(keys, installation)}
}

func (c *counter) seal(t *testing.T, r receipt.Receipt) string {
	t.Helper()
	if r.At.IsZero() {
		r.At = c.clock.now()
	}
	text, err := c.Seal(r)
	must(t, err)
	return text
}

// Every reason is explained with the setting that is about it.
func TestEveryReasonIsExplained(t *testing.T) {
	c := newCounter(t)
	owner := c.workspace(t, "acme")
	key := c.key(t, owner, "Nightly sync")
	want := map[verify.Reason]string{
		verify.NoCredentials: admin.SettingNone, verify.Malformed: admin.SettingNone, verify.Unknown: admin.SettingNone,
		verify.Guessing: admin.SettingNone, verify.OtherHost: admin.SettingNone,
		verify.Superseded: admin.SettingRotation, verify.Revoked: admin.SettingRevocation, verify.Disabled: admin.SettingDisabled,
		verify.Expired: admin.SettingDayOfExpire, verify.Suspended: admin.SettingSuspended,
		verify.WrongAddress: admin.SettingIPAllowlist, verify.NoAddress: admin.SettingIPAllowlist,
		verify.WrongScope: admin.SettingScope, verify.Conditional: admin.SettingScope,
		verify.KeyLimit: admin.SettingKeyLimit, verify.WorkspaceLimit: admin.SettingWorkspaceLimit,
	}
	sentences := map[string]verify.Reason{}
	for _, reason := range verify.Reasons() {
		r := receipt.Receipt{Reason: string(reason), Operation: "users.get", Address: netip.MustParseAddr("192.0.2.7"), RequestID: "abc"}
		ownerless := slices.Contains([]verify.Reason{verify.NoCredentials, verify.Malformed, verify.Unknown, verify.Guessing}, reason)
		if !ownerless {
			r.Workspace, r.Key = owner.Workspace(), key.ID
		}
		if want[reason] == admin.SettingScope {
			r.Scope, r.Access = "WRITE_ONLY", "read"
		}
		got, err := c.ExplainRefusal(t.Context(), as(owner, caller.Viewer), " "+c.seal(t, r)+"\n")
		must(t, err)
		if got.Setting != want[reason] || got.Reason != string(reason) || !slices.Contains(admin.Settings(), got.Setting) {
			t.Errorf("%s: %q with the setting %q", reason, got.Reason, got.Setting)
		}
		if got.At != noon || got.Operation != "users.get" || got.Address != "192.0.2.7" || got.RequestID != "abc" ||
			got.Scope != r.Scope || got.AccessNeeded != r.Access {
			t.Errorf("%s: %+v", reason, got)
		}
		if (got.Key == nil) != ownerless || got.Key != nil && got.Key.ID != key.ID {
			t.Errorf("%s: the key is %+v", reason, got.Key)
		}
		if before, taken := sentences[got.Sentence]; taken || strings.Contains(got.Sentence, "does not know") || !strings.HasSuffix(got.Sentence, ".") {
			t.Errorf("%s: %q (and %s)", reason, got.Sentence, before)
		}
		if namesKey := strings.Contains(got.Sentence, `"Nightly sync" (`+key.Hint+")"); namesKey == ownerless && reason != verify.Suspended {
			t.Errorf("%s: %q", reason, got.Sentence)
		}
		sentences[got.Sentence] = reason
	}
}

// A limit is told as it is now.
func TestAnExplanationTellsTheLimit(t *testing.T) {
	c := newCounter(t)
	owner := c.workspace(t, "acme")
	key := c.key(t, owner, "Sync")
	explain := func(reason verify.Reason) string {
		t.Helper()
		got, err := c.ExplainRefusal(t.Context(), owner, c.seal(t, receipt.Receipt{Reason: string(reason), Workspace: owner.Workspace(), Key: key.ID}))
		must(t, err)
		return got.Sentence
	}
	for reason, says := range map[verify.Reason]string{
		verify.KeyLimit: "The limit is 6000 requests, which come back evenly over 60 seconds.", verify.WorkspaceLimit: "The limit is 18000 requests",
	} {
		if got := explain(reason); !strings.Contains(got, says) {
			t.Errorf("%s: %q", reason, got)
		}
	}
	must(t, c.store.InWorkspace(t.Context(), owner, func(ctx context.Context, tx *store.Tx) error {
		return tx.SetLimits(ctx, ratelimit.Limits{Key: ratelimit.Limit{Calls: 7, Seconds: 2}})
	}))
	if got := explain(verify.KeyLimit); !strings.Contains(got, "The limit is 7 requests") {
		t.Errorf("%q", got)
	}
	if got := explain(verify.WorkspaceLimit); !strings.Contains(got, "no such limit any more") {
		t.Errorf("%q", got)
	}
}

// What happened to the key since is said as well.
func TestAnExplanationShowsTheKeyAsItIsNow(t *testing.T) {
	c := newCounter(t)
	owner := c.workspace(t, "acme")
	key := c.key(t, owner, "Sync")
	explain := func(r receipt.Receipt) admin.Explanation {
		t.Helper()
		r.Workspace, r.Key = owner.Workspace(), key.ID
		got, err := c.ExplainRefusal(t.Context(), owner, c.seal(t, r))
		must(t, err)
		return got
	}
	if got := explain(receipt.Receipt{Reason: "wrong_scope", Scope: "READ_ONLY", Access: "write"}); got.Scope != "READ_ONLY" ||
		!strings.Contains(got.Sentence, "the scope Read Only,") || !strings.Contains(got.Sentence, "the scope All now") {
		t.Errorf("%+v", got)
	}
	if got := explain(receipt.Receipt{Reason: "disabled"}); !strings.Contains(got.Sentence, "Since then that has changed") {
		t.Errorf("%q", got.Sentence)
	}
	_, err := c.RevokeKey(t.Context(), owner, admin.RevokeKey{ID: key.ID, Reason: "LEAKED", Note: "in a gist"})
	must(t, err)
	got := explain(receipt.Receipt{Reason: "revoked"})
	if got.Key.Status != apikey.Revoked || !strings.Contains(got.Sentence, `on 2026-11-23 with the reason LEAKED ("in a gist")`) {
		t.Errorf("%+v %q", got.Key, got.Sentence)
	}
	if got := explain(receipt.Receipt{Reason: "disabled"}); !strings.Contains(got.Sentence, "Since then it was revoked") {
		t.Errorf("%q", got.Sentence)
	}
	key.ID = uuid.New()
	if got := explain(receipt.Receipt{Reason: "expired"}); got.Key != nil || got.Setting != admin.SettingDayOfExpire {
		t.Errorf("a key that is gone: %+v", got)
	}
}

// Somebody else's receipt is answered like text that is none, byte for byte, even
// when it is old. One without a workspace is for anybody.
func TestWhoMayOpenAReceipt(t *testing.T) {
	c := newCounter(t)
	owner, stranger := c.workspace(t, "acme"), c.workspace(t, "other")
	key := c.key(t, owner, "Sync")
	long := noon.Add(-31 * 24 * time.Hour)
	mine := receipt.Receipt{Reason: "revoked", Workspace: owner.Workspace(), Key: key.ID}
	foreign := c.seal(t, mine)
	mine.At = long
	foreignAndOld := c.seal(t, mine)
	nobodys := c.seal(t, receipt.Receipt{Reason: "unknown"})

	answer := func(who caller.Caller, text string) string {
		t.Helper()
		_, err := c.ExplainRefusal(t.Context(), who, text)
		f, ok := fault.As(err)
		if !ok {
			return ""
		}
		return string(f.Code) + " " + f.Message + " " + strings.Join(f.Field, ".") + " " + f.Error()
	}
	garbage := answer(stranger, "garbage")
	tampered := foreign[:200] + strings.Map(func(r rune) rune {
		if r == 'a' {
			return 'b'
		}
		return 'a'
	}, foreign[200:201]) + foreign[201:]
	for name, text := range map[string]string{"foreign": foreign, "foreign and old": foreignAndOld, "tampered": tampered, "empty": "", "cut": foreign[:300]} {
		if got := answer(stranger, text); got != garbage || got == "" {
			t.Errorf("%s: %q, garbage: %q", name, got, garbage)
		}
	}
	if got := answer(owner, foreignAndOld); !strings.HasPrefix(got, "RECEIPT_TOO_OLD ") {
		t.Errorf("mine and old: %q", got)
	}
	if got := answer(stranger, c.seal(t, receipt.Receipt{Reason: "unknown", At: long})); !strings.HasPrefix(got, "RECEIPT_TOO_OLD ") {
		t.Errorf("nobody's and old: %q", got)
	}
	for _, who := range []caller.Caller{owner, stranger, as(owner, caller.Viewer)} {
		if got := answer(who, nobodys); got != "" {
			t.Errorf("nobody's: %q", got)
		}
	}
	if _, err := c.ExplainRefusal(t.Context(), caller.Caller{}, nobodys); err == nil {
		t.Error("nobody opened a receipt")
	}
	if _, err := newSite(t).ExplainRefusal(t.Context(), owner, nobodys); err == nil {
		t.Error("it opened without keys")
	}
}
