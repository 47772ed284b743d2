package records_test

import (
	"context"
	"encoding/json"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"

	"latchkey/internal/caller"
	"latchkey/internal/records"
	"latchkey/internal/store"
	"latchkey/internal/testdb"
)

func TestMain(m *testing.M) { testdb.Main(m) }

// workspace is one on a database of its own, reached as a data-plane node does.
type workspace struct {
	st  *store.Store
	who caller.Caller
}

func newWorkspace(t testing.TB) *workspace {
	t.Helper()
	db := testdb.New(t)
	w := &workspace{who: caller.OfOperator(uuid.New(), "test")}
	admin, err := store.Open(t.Context(), db.AppURL, store.Options{})
	must(t, err)
	defer admin.Close() // it made the workspace
	must(t, admin.InWorkspace(t.Context(), w.who, func(ctx context.Context, tx *store.Tx) error {
		return tx.Ent().Workspace.Create().SetID(w.who.Workspace()).SetSlug("acme").SetName("Acme").
			SetTimeZone("Europe/Warsaw").SetCreatedAt(time.Now()).Exec(ctx)
	}))
	w.st, err = store.Open(t.Context(), db.DataURL, store.Options{})
	must(t, err)
	t.Cleanup(func() { _ = w.st.Close() })
	return w
}

func (w *workspace) write(t testing.TB, f func(context.Context, *store.Tx) error) error {
	t.Helper()
	return w.st.InWorkspace(t.Context(), w.who, f)
}

func (w *workspace) read(t testing.TB, f func(context.Context, *store.View) error) {
	t.Helper()
	must(t, w.st.View(t.Context(), w.who, f))
}

// upsert writes members of a JSON object: standard fields by their names, else attributes.
func (w *workspace) upsert(t testing.TB, object string) (written records.Written[records.Contact], err error) {
	t.Helper()
	p := patch(t, object)
	err = w.write(t, func(ctx context.Context, tx *store.Tx) (err error) {
		written, err = records.Contacts.Upsert(ctx, tx, p)
		return err
	})
	return written, err
}

func patch(t testing.TB, object string) *records.Patch[records.Contact] {
	t.Helper()
	p := records.Contacts.Patch()
	p.Infer = true
	standard := map[string]bool{}
	for _, name := range records.Contacts.Fields() {
		standard[name] = true
	}
	for name, value := range decode(t, object).(map[string]any) {
		if standard[name] {
			must(t, p.Set(name, value))
			continue
		}
		must(t, p.SetAttribute(name, value))
	}
	return p
}

func decode(t testing.TB, text string) (v any) {
	t.Helper()
	d := json.NewDecoder(strings.NewReader(text))
	d.UseNumber()
	must(t, d.Decode(&v))
	return v
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
