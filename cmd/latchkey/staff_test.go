package main

import (
	"context"
	"net/netip"
	"strings"
	"testing"

	"github.com/google/uuid"

	"latchkey/internal/audit"
	"latchkey/internal/caller"
	"latchkey/internal/store"
)

func TestStaffAreGrantedListedAndRevoked(t *testing.T) {
	t.Parallel()
	o := operate(t)
	ada := uuid.New()
	must(t, o.store.CreatePerson(t.Context(), store.Person{ID: ada, Email: "Ada@example.com", Name: "Ada"}, "ada@example.com", "-",
		audit.Event{Action: audit.PersonCreated, Target: audit.Target{Kind: audit.Person, ID: ada, Label: "Ada@example.com"}}))
	started := map[string]bool{} // each subcommand once as a process
	steps := func(all []struct{ command, says string }) {
		t.Helper()
		for _, step := range all {
			words, run := strings.Fields(step.command), o.here
			if !started[words[0]] {
				run, started[words[0]] = o.latchkey, true
			}
			code, out := run(append([]string{"staff"}, words...)...)
			if code != 0 || !strings.Contains(out, step.says) {
				t.Errorf("%s ended with %d: %s", step.command, code, out)
			}
		}
	}
	steps([]struct{ command, says string }{
		{"list", "Nobody is support staff"},
		{"grant ada@EXAMPLE.com", "Ada@example.com is support staff.\n"},
		{"grant ada@example.com", "is support staff already"},
		{"list", "Ada@example.com  Ada"},
	})
	outside := caller.OfStaffOutside(o.who.Workspace(), ada, "Ada@example.com", netip.Addr{})
	must(t, o.store.InWorkspace(t.Context(), outside, func(ctx context.Context, tx *store.Tx) error {
		_, err := tx.AddSupportSession(ctx, store.NewSupportSession{ID: uuid.New(), Reason: "help", Minutes: 60})
		return err
	}))
	steps([]struct{ command, says string }{
		{"revoke ada@example.com", "Their support session in acme has ended"},
		{"revoke ada@example.com", "was not support staff"},
		{"list", "Nobody is support staff"},
	})
	if own, err := o.store.OwnSupportSessions(t.Context(), ada); err != nil || len(own) != 0 {
		t.Errorf("they still have %v, %v", own, err)
	}
	must(t, o.store.View(t.Context(), o.who, func(ctx context.Context, v *store.View) error {
		events, total, err := v.AuditEvents(ctx, store.AuditQuery{AuditFilter: store.AuditFilter{Actions: []audit.Action{audit.SupportEnded}}, Limit: 1})
		if total.N != 1 || events[0].Actor.Kind != caller.Operator || events[0].Target.Label != "Ada@example.com" {
			t.Errorf("the workspace's audit says %d times %+v", total.N, events)
		}
		return err
	}))
	if code, out := o.latchkey("person", "email", "ADA@example.com", "countess@example.com"); code != 0 || !strings.Contains(out, "signs in as countess@example.com") {
		t.Errorf("another address ended with %d: %s", code, out)
	}
	if code, out := o.here("staff", "grant", "nobody@example.com"); code != 1 || !strings.Contains(out, "Nobody has this e-mail address") {
		t.Errorf("an address of nobody ended with %d: %s", code, out)
	}
}
