package admin_test

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"net/netip"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/uuid"

	"latchkey/internal/admin"
	"latchkey/internal/apikey"
	"latchkey/internal/audit"
	"latchkey/internal/caller"
	"latchkey/internal/cluster"
	"latchkey/internal/fault"
	"latchkey/internal/store"
	"latchkey/internal/testdb"
)

func TestMain(m *testing.M) { testdb.Main(m) }

// noon is when these tests begin: 13:00 in Warsaw, 01:00 of the next day in Auckland.
var noon = time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC)

// clock is a time that tests move.
type clock struct {
	mu sync.Mutex
	at time.Time
}

func (c *clock) now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.at
}

func (c *clock) add(d time.Duration) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.at = c.at.Add(d)
}

// site is an installation of one test.
type site struct {
	*admin.Service
	db    *testdb.DB
	store *store.Store
	clock *clock
}

func newSite(t *testing.T) *site {
	t.Helper()
	c := &clock{at: noon}
	db := testdb.New(t)
	st, err := store.Open(t.Context(), db.AppURL, store.Options{Now: c.now})
	must(t, err)
	t.Cleanup(func() { _ = st.Close() })
	scheme, err := apikey.NewScheme(apikey.DefaultPrefix)
	must(t, err)
	return &site{admin.New(st, cluster.NewBarrier(st), scheme, peppers(t), admin.Options{Now: c.now}), db, st, c}
}

// super is the superuser, who finds what the triggers of members name.
func (s *site) super(t *testing.T) *sql.DB {
	t.Helper()
	db := s.db.Open(t, s.db.SuperURL)
	db.SetMaxOpenConns(1) // the setting is the session's
	_, err := db.ExecContext(t.Context(), `SET search_path = latchkey`)
	must(t, err)
	return db
}

// with are the use cases on the same store, with other options.
func (s *site) with(t *testing.T, o admin.Options) *admin.Service {
	t.Helper()
	scheme, err := apikey.NewScheme(apikey.DefaultPrefix)
	must(t, err)
	return admin.New(s.store, cluster.NewBarrier(s.store), scheme, peppers(t), o)
}

func peppers(t *testing.T) apikey.Peppers {
	t.Helper()
	pepper, err := apikey.NewPepper("p1", bytes.Repeat([]byte{1}, apikey.MinPepperKey))
	must(t, err)
	all, err := apikey.NewPeppers(pepper)
	must(t, err)
	return all
}

// person adds somebody.
func (s *site) person(t *testing.T, email string) admin.Founder {
	t.Helper()
	id := uuid.New()
	must(t, s.store.CreatePerson(t.Context(), store.Person{ID: id, Email: email, Name: email}, email, "-",
		audit.Event{At: s.clock.now(), Action: audit.PersonCreated, Target: audit.Target{Kind: audit.Person, ID: id, Label: audit.Text(email)}}))
	return admin.Founder{ID: id, Email: email, Address: netip.MustParseAddr("192.0.2.7")}
}

// workspace makes one in Warsaw, and returns its owner.
func (s *site) workspace(t *testing.T, slug string) caller.Caller {
	t.Helper()
	return s.workspaceIn(t, slug, "Europe/Warsaw")
}

func (s *site) workspaceIn(t *testing.T, slug, zone string) caller.Caller {
	t.Helper()
	owner := s.person(t, slug+"@example.com")
	made, err := s.CreateWorkspace(t.Context(), owner, admin.CreateWorkspace{Slug: slug, Name: slug, TimeZone: zone})
	must(t, err)
	return caller.OfMember(made.Workspace.ID, owner.ID, owner.Email, caller.Owner, owner.Address).Recently()
}

// as is who with another role, recently signed in.
func as(who caller.Caller, role caller.Role) caller.Caller {
	return caller.OfMember(who.Workspace(), who.ID(), who.Label(), role, who.Address()).Recently()
}

func (s *site) key(t *testing.T, who caller.Caller, name string) apikey.Key {
	t.Helper()
	made, err := s.CreateKey(t.Context(), who, admin.CreateKey{Name: name, Scope: "ALL"})
	must(t, err)
	return made.Key
}

func (s *site) entries(t *testing.T, who caller.Caller, ranges ...string) []uuid.UUID {
	t.Helper()
	in := admin.AddEntries{}
	for _, r := range ranges {
		in.Entries = append(in.Entries, admin.EntryInput{Range: r, Note: "note of " + r})
	}
	out, err := s.AddEntries(t.Context(), who, in)
	must(t, err)
	ids := make([]uuid.UUID, len(out.Entries))
	for i, e := range out.Entries {
		ids[i] = e.ID
	}
	return ids
}

// events returns the audit of who's workspace, the oldest first.
func (s *site) events(t *testing.T, who caller.Caller) []audit.Event {
	t.Helper()
	page, err := s.AuditEvents(t.Context(), who, admin.AuditFilter{}, admin.Page{First: 100})
	must(t, err)
	if page.HasNextPage {
		t.Fatal("more events than one page")
	}
	events := make([]audit.Event, len(page.Edges))
	for i, e := range page.Edges {
		events[len(events)-1-i] = e.Event
	}
	return events
}

// last returns the newest event.
func (s *site) last(t *testing.T, who caller.Caller) audit.Event {
	t.Helper()
	events := s.events(t, who)
	return events[len(events)-1]
}

// unchanged fails when f leaves a trace in the audit, the keys or the allowlist.
func (s *site) unchanged(t *testing.T, who caller.Caller, f func()) {
	t.Helper()
	state := func() []int {
		keys, err := s.Keys(t.Context(), who, admin.KeyFilter{}, admin.KeyOrder{}, admin.Page{})
		must(t, err)
		list, err := s.Allowlist(t.Context(), who, admin.Page{})
		must(t, err)
		return []int{len(s.events(t, who)), keys.Total, list.Total}
	}
	before := state()
	f()
	if after := state(); !slices.Equal(before, after) {
		t.Errorf("events, keys, entries: %v became %v", before, after)
	}
}

// wrong returns the codes of err as "CODE field.path", in order.
func wrong(err error) (codes []string) {
	var fields fault.Fields
	if !errors.As(err, &fields) {
		if f, ok := fault.As(err); ok {
			fields = fault.Fields{f}
		}
	}
	for _, f := range fields {
		codes = append(codes, strings.TrimSpace(string(f.Code)+" "+strings.Join(f.Field, ".")))
	}
	return codes
}

// expect fails unless err is exactly these faults.
func expect(t *testing.T, err error, codes ...string) {
	t.Helper()
	if got := wrong(err); err == nil || !slices.Equal(got, codes) {
		t.Errorf("got %q (%v), want %q", got, err, codes)
	}
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// exec runs a statement as the application inside who's workspace.
func (s *site) exec(t *testing.T, who caller.Caller, statement string, args ...any) {
	t.Helper()
	must(t, s.store.InWorkspace(t.Context(), who, func(ctx context.Context, tx *store.Tx) error {
		_, err := tx.Exec(ctx, statement, args...)
		return err
	}))
}

func ptr[T any](v T) *T { return &v }
