package main

import (
	"context"
	"encoding/json"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"

	"latchkey/internal/audit"
	"latchkey/internal/caller"
	"latchkey/internal/store"
	"latchkey/internal/testdb"
)

// operating is a database with a workspace, and the command line beside it.
type operating struct {
	*testing.T
	url   string
	store *store.Store
	who   caller.Caller
}

func operate(t *testing.T) operating {
	t.Helper()
	url := testdb.New(t).AppURL
	st, err := store.Open(t.Context(), url, store.Options{})
	must(t, err)
	t.Cleanup(func() { _ = st.Close() })
	o := operating{t, url, st, caller.OfOperator(uuid.New(), "test")}
	o.workspace(o.who, "acme")
	return o
}

func (o operating) workspace(who caller.Caller, slug string) {
	o.Helper()
	must(o.T, o.store.InWorkspace(o.Context(), who, func(ctx context.Context, tx *store.Tx) error {
		return tx.Ent().Workspace.Create().SetID(who.Workspace()).SetSlug(slug).SetName(slug).SetTimeZone("UTC").SetCreatedAt(tx.Now()).Exec(ctx)
	}))
}

// here runs a command in this process and returns its exit code and what it said.
func (o operating) here(args ...string) (int, string) {
	o.Helper()
	return here(o.T, append(args, "--database-url", o.url)...)
}

// latchkey runs a command as a process, and returns the same.
func (o operating) latchkey(args ...string) (int, string) {
	o.Helper()
	p := start(o.T, []string{"LATCHKEY_DATABASE_URL=" + o.url}, args...)
	return p.exit(), p.out.String()
}

func TestAWorkspaceIsSuspendedAndResumed(t *testing.T) {
	t.Parallel()
	o := operate(t)
	for _, step := range []struct {
		run       func(...string) (int, string)
		args      []string
		says      string
		suspended bool
	}{
		{o.latchkey, []string{"suspend", "acme", "--reason", "unpaid"}, "is suspended", true},
		{o.here, []string{"suspend", o.who.Workspace().String(), "--reason", "again"}, "was suspended already", true},
		{o.latchkey, []string{"resume", "acme"}, "is resumed", false},
		{o.here, []string{"resume", "acme", "--reason", "paid"}, "was resumed already", false},
	} {
		code, out := step.run(append([]string{"workspace"}, step.args...)...)
		if code != 0 || !strings.Contains(out, step.says) || !strings.Contains(out, "No node holds a lease") {
			t.Errorf("%v ended with %d: %s", step.args, code, out)
		}
		if access, _, err := o.store.LookupWorkspace(t.Context(), o.who.Workspace()); err != nil || access.Suspended != step.suspended {
			t.Errorf("%v: suspended is %v, %v", step.args, access.Suspended, err)
		}
	}
	must(t, o.store.View(t.Context(), o.who, func(ctx context.Context, v *store.View) error {
		events, total, err := v.AuditEvents(ctx, store.AuditQuery{Limit: 10})
		if total.N != 2 || events[0].Action != audit.WorkspaceResumed || events[1].Action != audit.WorkspaceSuspended ||
			events[1].Actor.Kind != caller.Operator || events[1].After[0] != (audit.Value{Name: "reason", Text: "unpaid"}) {
			t.Errorf("the audit holds %+v", events)
		}
		return err
	}))
}

func TestWhatCannotBeSuspendedIsSaidClearly(t *testing.T) {
	t.Parallel()
	o := operate(t)
	o.workspace(caller.OfOperator(uuid.New(), "test"), o.who.Workspace().String()) // a slug that looks like another one's id
	for says, args := range map[string][]string{
		`no workspace with the slug or id "nobody"`: {"nobody", "--reason", "r"},
		`no workspace with the slug or id "0000000`: {uuid.Nil.String(), "--reason", "r"},
		"another one has it as its slug":            {o.who.Workspace().String(), "--reason", "r"},
		"Say why":                                   {"acme", "--reason", "  "},
		"one line":                                  {"acme", "--reason", "two\nlines"},
		`at most 500 characters`:                    {"acme", "--reason", strings.Repeat("x", 501)},
	} {
		if code, out := o.here(append([]string{"workspace", "suspend"}, args...)...); code != 1 || !strings.Contains(out, says) {
			t.Errorf("%v ended with %d: %s", args, code, out)
		}
	}
	if code, out := o.here("workspace", "suspend", "acme"); code != 2 || !strings.Contains(out, "--reason") {
		t.Errorf("without a reason it ended with %d: %s", code, out)
	}
}

func TestNodesAreListed(t *testing.T) {
	t.Parallel()
	o := operate(t)
	if code, out := o.latchkey("nodes"); code != 0 || !strings.Contains(out, "No node") {
		t.Errorf("it ended with %d: %s", code, out)
	}
	if code, out := o.here("nodes", "--json"); code != 0 || strings.TrimSpace(out) != "[]" {
		t.Errorf("it ended with %d: %s", code, out)
	}
	id := uuid.New()
	_, epoch, err := o.store.Beat(t.Context(), id, "host:8081 pid 7", nil, time.Hour)
	must(t, err)
	if code, out := o.here("nodes"); code != 0 || !strings.Contains(out, "host:8081 pid 7") || !strings.Contains(out, "running, ") {
		t.Errorf("it ended with %d: %s", code, out)
	}
	code, out := o.latchkey("nodes", "--json")
	var listed []nodeState
	must(t, json.Unmarshal([]byte(out), &listed))
	if code != 0 || len(listed) != 1 || listed[0].ID != id || !listed[0].Running || listed[0].AppliedEpoch != epoch || listed[0].CurrentEpoch != epoch {
		t.Errorf("listed %+v", listed)
	}
}
