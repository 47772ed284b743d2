package store_test

import (
	"context"
	"database/sql"
	"errors"
	"net/netip"
	"testing"
	"time"

	"github.com/google/uuid"
	"github.com/lib/pq"

	"latchkey/internal/audit"
	"latchkey/internal/caller"
	"latchkey/internal/store"
	"latchkey/internal/testdb"
	"latchkey/internal/workspace"
)

// staffed is a workspace that a person of staff is let into.
type staffed struct {
	*testing.T
	db     *testdb.DB
	store  *store.Store
	owner  caller.Caller // of the workspace
	person uuid.UUID     // of staff
}

func newStaffed(t *testing.T) staffed {
	t.Helper()
	db := testdb.New(t)
	s := staffed{t, db, open(t, db.AppURL), caller.Caller{}, person(t, db)}
	s.owner = seed(t, s.store, "acme")
	exec(t, db.Open(t, db.OwnerURL), `UPDATE latchkey.person SET is_staff = true WHERE id = $1`, s.person)
	return s
}

// session lets them in, for a minute.
func (s staffed) session(approval bool) workspace.SupportSession {
	s.Helper()
	var made workspace.SupportSession
	outside := caller.OfStaffOutside(s.owner.Workspace(), s.person, "staff@example.com", netip.Addr{})
	must(s.T, s.store.InWorkspace(s.Context(), outside, func(ctx context.Context, tx *store.Tx) (err error) {
		made, err = tx.AddSupportSession(ctx, store.NewSupportSession{ID: uuid.New(), Reason: "help", Minutes: 1, Approval: approval})
		return err
	}))
	return made
}

func (s staffed) looking(session uuid.UUID, at caller.Look) caller.Caller {
	return caller.OfStaff(s.owner.Workspace(), s.person, "staff@example.com", caller.Looking{Session: session, At: at}, netip.Addr{})
}

// staffTables are all that staff see, by what they look at to see it.
var staffTables = map[string]caller.Look{
	"workspace": caller.LookWorkspace, "api_key": caller.LookKeys, "api_key_secret": caller.LookKeys, "api_key_use": caller.LookKeys,
	"api_key_secret_use": caller.LookKeys, "api_key_browser_use": caller.LookKeys, "allowlist_entry": caller.LookAllowlist,
	"usage_hour": caller.LookUsage, "usage_day": caller.LookUsage, "usage_source": caller.LookUsage, "audit_event": caller.LookAudit,
	"member": caller.LookMembers, "support_session": caller.LookSupportSessions, "api_key_term": caller.LookKeys, "record_count": caller.LookKeys,
}

// fill puts a row into each of these tables, in the workspace of who.
func fill(t *testing.T, db *testdb.DB, who caller.Caller) {
	t.Helper()
	super := db.Open(t, db.SuperURL)
	super.SetMaxOpenConns(1)
	exec(t, super, `SET search_path = latchkey`)
	w, key, secret := who.Workspace(), uuid.New(), uuid.New()
	exec(t, super, `INSERT INTO api_key (workspace_id, id, name, name_key, scope, created_at, created_by_label) VALUES ($1, $2, 'key', 'key', 'ALL', now(), 't')`, w, key)
	exec(t, super, `INSERT INTO api_key_secret (workspace_id, id, key_id, pepper_id, hash, hint, created_at) VALUES ($1, $2, $3, 'p', sha256($4), 'lk_…abcd', now())`,
		w, secret, key, []byte(secret.String()))
	exec(t, super, `UPDATE api_key_use SET at = now() WHERE workspace_id = $1 AND key_id = $2`, w, key)
	exec(t, super, `INSERT INTO api_key_secret_use (workspace_id, secret_id, key_id) VALUES ($1, $2, $3)`, w, secret, key)
	exec(t, super, `INSERT INTO api_key_browser_use VALUES ($1, $2, now(), '')`, w, key)
	exec(t, super, `INSERT INTO allowlist_entry (workspace_id, id, range, note, created_at, created_by_label) VALUES ($1, gen_random_uuid(), '192.0.2.1', '', now(), 't')`, w)
	exec(t, super, `INSERT INTO usage_hour (workspace_id, key_id, hour, operation, outcome, calls) VALUES ($1, $2, now(), 'o', '2xx', 1)`, w, key)
	exec(t, super, `INSERT INTO usage_day VALUES ($1, $2, now(), 'o', '2xx', 'read', 1)`, w, key)
	exec(t, super, `INSERT INTO usage_source VALUES ($1, $2, now(), 'address', '', 1, 0, now())`, w, key)
	exec(t, super, `INSERT INTO member (workspace_id, id, person_id, role) VALUES ($1, gen_random_uuid(), $2, 'OWNER')`, w, person(t, db))
	exec(t, super, `INSERT INTO contact (workspace_id, user_key, created_at, updated_at) VALUES ($1, 'k', now(), now())`, w)
	exec(t, super, `INSERT INTO support_session (workspace_id, id, person_id, person_label, reason, ticket, minutes, requested_at, started_at, ends_at)
		VALUES ($1, gen_random_uuid(), gen_random_uuid(), 'l', 'r', '', 1, now() - interval '1 day', now() - interval '1 day', now() - interval '23 hours 59 minutes')`, w)
}

// asStaff is a connection that is the role of staff, without any of our code.
func asStaff(t *testing.T, db *testdb.DB) *sql.DB {
	t.Helper()
	plain := db.Open(t, db.AppURL)
	plain.SetMaxOpenConns(1)
	exec(t, plain, `SET ROLE latchkey_staff`)
	return plain
}

func setting(t *testing.T, plain *sql.DB, workspace, person uuid.UUID) {
	t.Helper()
	exec(t, plain, `SELECT set_config('latchkey.workspace_id', $1, false), set_config('latchkey.staff_person', $2, false)`, workspace.String(), person.String())
}

// The fence of support, under plain SQL that names no workspace: what the role of
// staff sees without a session that runs, which is nothing, and with one.
func TestFenceSupport(t *testing.T) {
	s := newStaffed(t)
	theirs := seed(t, s.store, "theirs")
	fill(t, s.db, s.owner)
	fill(t, s.db, theirs)
	plain := asStaff(t, s.db)
	super := s.db.Open(t, s.db.SuperURL)
	running := s.session(false)
	for _, look := range staffTables {
		must(t, s.store.View(t.Context(), s.looking(running.ID, look), func(context.Context, *store.View) error { return nil }))
	}
	see := func(name string, rows bool) {
		t.Helper()
		for table := range staffTables {
			if n := count(t, plain, `SELECT count(*) FROM `+table); (n > 0) != rows {
				t.Errorf("%s: %d rows of %s", name, n, table)
			}
		}
	}
	setting(t, plain, s.owner.Workspace(), s.person)
	see("a session that runs", true)
	if n := count(t, plain, `SELECT count(*) FROM workspace`); n != 1 {
		t.Errorf("%d workspaces are seen through a session in one", n)
	}
	for name, of := range map[string]struct{ workspace, person uuid.UUID }{
		"another person":           {s.owner.Workspace(), uuid.New()},
		"nobody":                   {s.owner.Workspace(), uuid.Nil},
		"another workspace":        {theirs.Workspace(), s.person},
		"a workspace that is none": {uuid.Nil, s.person},
	} {
		setting(t, plain, of.workspace, of.person)
		see(name, false)
	}
	setting(t, plain, s.owner.Workspace(), s.person)
	for _, state := range []struct{ name, becomes, was string }{
		{"an expired session", `started_at = now() - interval '2 minutes', ends_at = now() - interval '1 minute'`, `started_at = now(), ends_at = now() + interval '1 minute'`},
		{"one that has not begun", `started_at = now() + interval '1 minute', ends_at = now() + interval '2 minutes'`, `started_at = now(), ends_at = now() + interval '1 minute'`},
		{"an ended session", `ended_at = now(), ended_by_kind = 'MEMBER', ended_by_label = 'o'`, `ended_at = NULL, ended_by_kind = NULL, ended_by_label = NULL`},
		{"an unapproved session", `lapses_at = now() + interval '1 day', started_at = NULL, ends_at = NULL`, `lapses_at = NULL, started_at = now(), ends_at = now() + interval '1 minute'`},
	} {
		exec(t, super, `UPDATE latchkey.support_session SET `+state.becomes+` WHERE id = $1`, running.ID)
		see(state.name, false)
		exec(t, super, `UPDATE latchkey.support_session SET `+state.was+` WHERE id = $1`, running.ID)
		see("after "+state.name, true)
	}
	exec(t, super, `UPDATE latchkey.person SET is_staff = false WHERE id = $1`, s.person)
	see("somebody who is not staff any more", false)
	exec(t, super, `UPDATE latchkey.person SET is_staff = true WHERE id = $1`, s.person)
	exec(t, super, `DELETE FROM latchkey.support_look`)
	see("a look that nobody recorded", false)
}

func TestStaffNeverSeeRecordsAndChangeNothing(t *testing.T) {
	s := newStaffed(t)
	fill(t, s.db, s.owner)
	running := s.session(false)
	must(t, s.store.View(t.Context(), s.looking(running.ID, caller.LookKeys), func(context.Context, *store.View) error { return nil }))
	plain := asStaff(t, s.db)
	setting(t, plain, s.owner.Workspace(), s.person)
	refused := func(statement string) {
		t.Helper()
		_, err := plain.ExecContext(t.Context(), statement)
		if e := pq.As(err); e == nil || e.Code != "42501" {
			t.Errorf("%s: %v", statement, err)
		}
	}
	tables := column(t, s.db.Open(t, s.db.OwnerURL), `SELECT relname FROM pg_class WHERE relnamespace = 'latchkey'::regnamespace AND relkind IN ('r', 'p', 'v')`)
	for _, table := range tables {
		if _, seen := staffTables[table]; !seen {
			refused(`SELECT FROM ` + table)
		}
		if table != "live_secret" { // a view that nobody can delete from
			refused(`DELETE FROM ` + table)
		}
	}
	for _, statement := range []string{
		`SELECT hash FROM api_key_secret`, `SELECT pepper_id FROM api_key_secret`, `UPDATE api_key SET name = ''`, `UPDATE workspace SET name = ''`,
		`INSERT INTO support_look VALUES (gen_random_uuid(), gen_random_uuid(), 'X', gen_random_uuid())`,
		`UPDATE support_session SET ends_at = now() + interval '1 hour'`, `SELECT * FROM support_tenants(NULL, NULL, NULL, NULL, NULL, 0, '', NULL, 1)`,
	} {
		refused(statement)
	}
}

func TestALookIsRecordedOnceInASession(t *testing.T) {
	s := newStaffed(t)
	running := s.session(false)
	looks := func() (all []string) {
		must(t, s.store.View(t.Context(), s.owner, func(ctx context.Context, v *store.View) error {
			events, _, err := v.AuditEvents(ctx, store.AuditQuery{AuditFilter: store.AuditFilter{Actions: []audit.Action{audit.SupportLooked}}, Limit: 10})
			for _, e := range events {
				what, _ := e.After.Get("look")
				if e.Actor != (caller.Actor{Kind: caller.Support, ID: s.person, Label: "staff@example.com"}) || e.Target.ID != running.ID {
					t.Errorf("a look of %+v at %+v", e.Actor, e.Target)
				}
				all = append(all, string(what))
			}
			return err
		}))
		return all
	}
	for range 3 {
		for _, at := range []caller.Look{caller.LookKeys, caller.LookAudit} {
			must(t, s.store.View(t.Context(), s.looking(running.ID, at), func(context.Context, *store.View) error { return nil }))
		}
	}
	if got := looks(); len(got) != 2 || got[0] != "AUDIT" || got[1] != "API_KEYS" {
		t.Errorf("recorded looks: %q", got)
	}
	// What claims to be recorded and is not shows nothing.
	unnoted := caller.OfStaff(s.owner.Workspace(), s.person, "", caller.Looking{Session: running.ID, At: caller.LookUsage, Noted: true}, netip.Addr{})
	if err := s.store.View(t.Context(), unnoted, func(context.Context, *store.View) error { t.Error("entered"); return nil }); err == nil {
		t.Error("a look without its record succeeded")
	}
}

func TestASupportSessionOnlyReads(t *testing.T) {
	s := newStaffed(t)
	running := s.session(false)
	inside := s.looking(running.ID, caller.LookKeys)
	entered := func(context.Context, *store.Tx) error { t.Error("entered"); return nil }
	if err := s.store.InWorkspace(t.Context(), inside, entered); !errors.Is(err, store.ErrOnlyReads) {
		t.Errorf("a transaction: %v", err)
	}
	if err := s.store.Write(t.Context(), inside, entered); !errors.Is(err, store.ErrOnlyReads) {
		t.Errorf("a change: %v", err)
	}
	for name, who := range map[string]caller.Caller{
		"at nothing":      s.looking(running.ID, ""),
		"without session": caller.OfStaffOutside(s.owner.Workspace(), s.person, "", netip.Addr{}),
	} {
		if err := s.store.View(t.Context(), who, func(context.Context, *store.View) error { t.Error("entered"); return nil }); !errors.Is(err, store.ErrNoLook) {
			t.Errorf("a look %s: %v", name, err)
		}
	}
}

func TestASessionThatEndsShowsNothingMore(t *testing.T) {
	s := newStaffed(t)
	running := s.session(false)
	if running.Status != workspace.SupportOpen || running.EndsAt.Sub(running.StartedAt) != time.Minute {
		t.Fatalf("it is %+v", running)
	}
	inside := s.looking(running.ID, caller.LookWorkspace)
	read := func() error {
		return s.store.View(t.Context(), inside, func(ctx context.Context, v *store.View) error {
			_, ok, err := v.Workspace(ctx)
			if !ok {
				t.Error("the workspace is absent")
			}
			return err
		})
	}
	must(t, read())
	must(t, s.store.InWorkspace(t.Context(), s.owner, func(ctx context.Context, tx *store.Tx) error {
		ended, err := tx.EndSupportSession(ctx, running.ID)
		if ended.Status != workspace.SupportEnded || ended.EndedBy.Kind != caller.Operator || ended.Version != 2 {
			t.Errorf("it is %+v", ended)
		}
		return err
	}))
	if read() == nil {
		t.Error("it showed the workspace after its end")
	}
	if own, err := s.store.OwnSupportSessions(t.Context(), s.person); err != nil || len(own) != 0 {
		t.Errorf("the person still has %v, %v", own, err)
	}
}

func TestARequestWaitsAndIsDecided(t *testing.T) {
	s := newStaffed(t)
	asked := s.session(true)
	if asked.Status != workspace.SupportPending || asked.LapsesAt.Sub(asked.RequestedAt) != workspace.SupportRequestFor || !asked.StartedAt.IsZero() {
		t.Fatalf("it is %+v", asked)
	}
	own, err := s.store.OwnSupportSessions(t.Context(), s.person)
	if err != nil || len(own) != 1 || own[0].SupportSession != asked || own[0].Slug != "acme" || own[0].Name != "acme" || len(own[0].Looks) != 0 {
		t.Errorf("the person has %+v, %v", own, err)
	}
	super := s.db.Open(t, s.db.SuperURL)
	exec(t, super, `UPDATE latchkey.support_session SET lapses_at = now() WHERE id = $1`, asked.ID)
	must(t, s.store.InWorkspace(t.Context(), s.owner, func(ctx context.Context, tx *store.Tx) error {
		lapsed, _, err := tx.SupportSession(ctx, asked.ID)
		if lapsed.Status != workspace.SupportExpired {
			t.Errorf("a request that nobody answered is %s", lapsed.Status)
		}
		return err
	}))
	exec(t, super, `UPDATE latchkey.support_session SET lapses_at = now() + interval '1 day' WHERE id = $1`, asked.ID)
	must(t, s.store.InWorkspace(t.Context(), s.owner, func(ctx context.Context, tx *store.Tx) error {
		approved, err := tx.ApproveSupportSession(ctx, asked.ID)
		if approved.Status != workspace.SupportOpen || approved.EndsAt.Sub(approved.StartedAt) != time.Minute || approved.DecidedBy.Label != "test" {
			t.Errorf("approved it is %+v", approved)
		}
		return err
	}))
	exec(t, super, `UPDATE latchkey.support_session SET started_at = now() - interval '1 hour', ends_at = now() WHERE id = $1`, asked.ID)
	must(t, s.store.View(t.Context(), s.owner, func(ctx context.Context, v *store.View) error {
		all, total, err := v.SupportSessions(ctx, store.SupportQuery{Status: workspace.SupportExpired, Limit: 10})
		if total != 1 || len(all) != 1 || all[0].ID != asked.ID {
			t.Errorf("expired are %+v of %d", all, total)
		}
		if err != nil {
			return err
		}
		_, total, err = v.SupportSessions(ctx, store.SupportQuery{Status: workspace.SupportOpen, Limit: 10})
		if total != 0 {
			t.Errorf("%d are open", total)
		}
		return err
	}))
}

func TestNoSessionIsLongerThanAnHour(t *testing.T) {
	s := newStaffed(t)
	running := s.session(false)
	_, err := s.db.Open(t, s.db.SuperURL).ExecContext(t.Context(), `UPDATE latchkey.support_session SET ends_at = ends_at + interval '1 hour' WHERE id = $1`, running.ID)
	if e := pq.As(err); e == nil || e.Code != "23514" {
		t.Errorf("it was lengthened: %v", err)
	}
}

// A sign-in by a provider's word and the operator's own at the same moment come one after
// the other: neither waits for what the other has.
func TestTheProvidersWordAndTheOperatorsDoNotWaitInACircle(t *testing.T) {
	db := testdb.New(t)
	s := open(t, db.AppURL)
	p, created := someone(audit.PersonCreated)
	identity := store.Identity{ID: uuid.New(), Person: p.ID, Issuer: "https://login.example.com", Subject: "u-1", IsStaff: true, CreatedAt: time.Now(), LastUsedAt: time.Now()}
	must(t, s.CreatePersonWith(t.Context(), p, "ada@example.com", identity, created))
	app := db.Open(t, db.AppURL)
	tx, err := app.BeginTx(t.Context(), nil)
	must(t, err)
	defer tx.Rollback()                                                                   //nolint:errcheck // after the commit it does nothing
	_, err = tx.ExecContext(t.Context(), `SELECT FROM latchkey.person FOR NO KEY UPDATE`) // as the operator's command does
	must(t, err)
	used := make(chan error, 1)
	go func() {
		_, _, _, err := s.UseIdentity(t.Context(), identity, func(store.Person, bool) audit.Event { _, e := someone(audit.StaffGranted); return e })
		used <- err
	}()
	for waiting := 0; waiting == 0; {
		must(t, app.QueryRowContext(t.Context(), `SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`).Scan(&waiting))
	}
	_, err = tx.ExecContext(t.Context(), `UPDATE latchkey.identity SET is_staff = false`)
	must(t, errors.Join(err, tx.Commit()))
	must(t, <-used)
}
