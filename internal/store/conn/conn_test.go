package conn_test

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"
	"github.com/lib/pq"
	"pgregory.net/rapid"

	"latchkey/internal/store/conn"
	"latchkey/internal/store/scope"
	"latchkey/internal/testdb"
)

func TestMain(m *testing.M) { testdb.Main(m) }

func open(t *testing.T, url string, conns int) *sql.DB {
	t.Helper()
	connector, err := conn.NewConnector(url, 10*time.Second)
	if err != nil {
		t.Fatal(err)
	}
	db := sql.OpenDB(connector)
	db.SetMaxOpenConns(conns)
	t.Cleanup(func() { _ = db.Close() })
	return db
}

// ask says which workspace, role and person of staff a statement has.
const ask = "SELECT concat_ws(' ', current_setting('latchkey.workspace_id', true), current_user, NULLIF(current_setting('latchkey.staff_person', true), ''))"

func TestAStatementWithoutAScopeIsRefused(t *testing.T) {
	db := open(t, testdb.New(t).AppURL, 1)
	if _, err := db.ExecContext(t.Context(), "SELECT 1"); !errors.Is(err, conn.ErrNoScope) {
		t.Errorf("plain statement: %v", err)
	}
	if _, err := db.BeginTx(t.Context(), nil); !errors.Is(err, conn.ErrNoScope) {
		t.Errorf("transaction: %v", err)
	}
}

func TestATransactionRefusesAnotherWorkspace(t *testing.T) {
	db := open(t, testdb.New(t).AppURL, 1)
	mine := scope.With(t.Context(), scope.Of(uuid.New()))
	tx, err := db.BeginTx(mine, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer tx.Rollback() // the test ends with it
	for name, other := range map[string]scope.Scope{"another workspace": scope.Of(uuid.New()), "global": scope.Global} {
		if _, err := tx.ExecContext(scope.With(t.Context(), other), "SELECT 1"); !errors.Is(err, conn.ErrOtherWorkspace) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestStaffActInTransactionsAlone(t *testing.T) {
	db := open(t, testdb.New(t).AppURL, 1)
	person := uuid.New()
	staff := scope.With(t.Context(), scope.OfStaff(uuid.New(), person))
	if _, err := db.ExecContext(staff, "SELECT 1"); !errors.Is(err, conn.ErrNoTransaction) {
		t.Errorf("a plain statement: %v", err)
	}
	tx, err := db.BeginTx(staff, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer tx.Rollback() // the test ends with it
	var readOnly string
	if err := tx.QueryRowContext(staff, "SHOW transaction_read_only").Scan(&readOnly); err != nil || readOnly != "on" {
		t.Errorf("their transaction's read-only is %q, %v", readOnly, err)
	}
	for name, other := range map[string]scope.Scope{"the application": scope.Of(uuid.New()), "another person": scope.OfStaff(uuid.New(), uuid.New())} {
		if _, err := tx.ExecContext(scope.With(t.Context(), other), "SELECT 1"); !errors.Is(err, conn.ErrOtherWorkspace) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// Whatever happens on shared connections, each statement sees exactly the
// workspace of its context.
func TestEveryStatementSeesItsWorkspace(t *testing.T) {
	db := open(t, testdb.New(t).AppURL, 2)
	one := uuid.New()
	scopes := []scope.Scope{scope.Global, scope.Of(one), scope.Of(uuid.New()), scope.OfStaff(one, uuid.New()), scope.OfStaff(uuid.New(), uuid.New())}
	rapid.Check(t, func(rt *rapid.T) {
		for i := range rapid.IntRange(1, 25).Draw(rt, "steps") {
			s := rapid.SampledFrom(scopes).Draw(rt, fmt.Sprint("scope ", i))
			w := world{rt, db, scope.With(context.Background(), s), s.Setting() + " latchkey_app"}
			often := []func(world){world.commit, world.rollback, world.savepoint, world.failedCommit, world.tampered}
			seldom := []func(world){world.cancelled} // it costs the connection, and a new one is slow
			if person, ok := s.Staff(); ok {
				w.want = s.Setting() + " latchkey_staff " + person.String()
			} else {
				often = append(often, world.query, world.prepared, world.failing, world.group)
				seldom = append(seldom, world.killed)
			}
			rapid.SampledFrom(slices.Concat(often, often, seldom)).Draw(rt, fmt.Sprint("step ", i))(w)
		}
	})
}

type world struct {
	*rapid.T
	db   *sql.DB
	ctx  context.Context
	want string
}

type asker interface {
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
}

func (w world) sees(q asker) {
	var got string
	if err := q.QueryRowContext(w.ctx, ask).Scan(&got); err != nil {
		w.Fatalf("asking: %v", err)
	}
	if got != w.want {
		w.Fatalf("a statement of workspace %q saw %q", w.want, got)
	}
}

func (w world) begin() *sql.Tx {
	tx, err := w.db.BeginTx(w.ctx, nil)
	if err != nil {
		w.Fatalf("beginning: %v", err)
	}
	return tx
}

func (w world) query() { w.sees(w.db) }

func (w world) prepared() { w.preparedIn(w.db) }

func (w world) preparedIn(q asker) {
	var got string
	if err := q.QueryRowContext(w.ctx, ask+" WHERE $1::int = 1", 1).Scan(&got); err != nil || got != w.want {
		w.Fatalf("a prepared statement of workspace %q saw %q, %v", w.want, got, err)
	}
}

func (w world) failing() {
	if _, err := w.db.ExecContext(w.ctx, "SELECT 1 / $1::int", 0); err == nil {
		w.Fatal("a division by zero succeeded")
	}
}

func (w world) commit() {
	tx := w.begin()
	w.sees(tx)
	if err := tx.Commit(); err != nil {
		w.Fatalf("committing: %v", err)
	}
}

func (w world) rollback() {
	tx := w.begin()
	w.sees(tx)
	w.preparedIn(tx)
	if err := tx.Rollback(); err != nil {
		w.Fatalf("rolling back: %v", err)
	}
}

// savepoint lets an error inside a transaction be rolled back to before it.
func (w world) savepoint() {
	tx := w.begin()
	defer tx.Rollback() // after the commit it does nothing
	for _, step := range []string{"SAVEPOINT here", "SELECT broken", "ROLLBACK TO SAVEPOINT here"} {
		_, err := tx.ExecContext(w.ctx, step)
		if (err != nil) != (step == "SELECT broken") {
			w.Fatalf("%s: %v", step, err)
		}
	}
	w.sees(tx)
	if err := tx.Commit(); err != nil {
		w.Fatalf("committing: %v", err)
	}
}

// group is a statement that works in one workspace after another, as a group commit
// of events does, by a setting that ends with the statement; in the second round
// it fails midway.
func (w world) group() {
	const work = `DO $$ BEGIN
		PERFORM set_config('latchkey.workspace_id', gen_random_uuid()::text, true);
		PERFORM 1 / %d;
		PERFORM set_config('latchkey.workspace_id', gen_random_uuid()::text, true);
	END $$`
	for _, divisor := range []int{1, 0} {
		_, err := w.db.ExecContext(w.ctx, fmt.Sprintf(work, divisor))
		if (err != nil) != (divisor == 0) {
			w.Fatalf("a group, divided by %d: %v", divisor, err)
		}
		w.sees(w.db)
	}
}

func (w world) failedCommit() {
	tx := w.begin()
	_, _ = tx.ExecContext(w.ctx, "SELECT broken")
	if err := tx.Commit(); err == nil {
		w.Fatal("a broken transaction was committed")
	}
}

func (w world) cancelled() {
	ctx, cancel := context.WithCancel(w.ctx)
	tx, err := w.db.BeginTx(ctx, nil)
	if err != nil {
		w.Fatalf("beginning: %v", err)
	}
	cancel()
	if err := tx.Commit(); err == nil {
		w.Fatal("a cancelled transaction was committed")
	}
}

// tampered changes the setting behind the connection's back, as a SET in a
// transaction that is rolled back would.
func (w world) tampered() {
	tx := w.begin()
	if _, err := tx.ExecContext(w.ctx, "SET latchkey.workspace_id = '"+uuid.NewString()+"'"); err != nil {
		w.Fatalf("tampering: %v", err)
	}
	w.sees(tx)
	if err := tx.Commit(); err != nil {
		w.Fatalf("committing: %v", err)
	}
}

// killed ends the connection on the server.
func (w world) killed() {
	if _, err := w.db.ExecContext(w.ctx, "SELECT pg_terminate_backend(pg_backend_pid())"); err == nil {
		w.Fatal("a killed connection answered")
	}
}

func TestPreparedStatementsSurviveAMigration(t *testing.T) {
	fresh := testdb.New(t)
	owner := fresh.Open(t, fresh.OwnerURL)
	db := open(t, fresh.AppURL, 1)
	ctx := scope.With(t.Context(), scope.Global)
	read := func() error {
		rows, err := db.QueryContext(ctx, "SELECT * FROM person WHERE name <> $1", "nobody")
		if err == nil {
			err = rows.Close()
		}
		return err
	}
	if err := read(); err != nil {
		t.Fatal(err)
	}
	if _, err := owner.ExecContext(t.Context(), "ALTER TABLE person ADD COLUMN later int"); err != nil {
		t.Fatal(err)
	}
	if err := read(); err != nil {
		t.Errorf("outside a transaction the statement is prepared again: %v", err)
	}
	if _, err := db.ExecContext(ctx, "DEALLOCATE ALL"); err != nil {
		t.Fatal(err)
	}
	if err := read(); err != nil {
		t.Errorf("a statement the server forgot is prepared again: %v", err)
	}
}

func TestPreparedStatementsAreBounded(t *testing.T) {
	db := open(t, testdb.New(t).AppURL, 1)
	ctx := scope.With(t.Context(), scope.Global)
	for i := range 600 {
		var got int
		if err := db.QueryRowContext(ctx, fmt.Sprintf("SELECT %d + $1::int", i), 1).Scan(&got); err != nil || got != i+1 {
			t.Fatalf("statement %d: %d, %v", i, got, err)
		}
	}
	var kept int
	if err := db.QueryRowContext(ctx, "SELECT count(*) FROM pg_prepared_statements").Scan(&kept); err != nil {
		t.Fatal(err)
	}
	if kept == 0 || kept > 256 {
		t.Errorf("the server keeps %d statements, want 1 to 256", kept)
	}
}

func TestAWrongAddressIsNotQuoted(t *testing.T) {
	for _, url := range []string{
		"postgres://app:hunter%2@db/latchkey", "postgres://app:hunter 2@db/latchkey", "postgres://app:hunter2@db:port/latchkey", "//app:hunter2@db",
		"postgres://app:hunter2@db/latchkey?sslmode=hunter2", "host=db password='hunter2",
	} {
		if _, err := conn.NewConnector(url, time.Second); err == nil || strings.Contains(err.Error(), "hunter") {
			t.Errorf("%s: %v", url, err)
		}
	}
}

func TestConnectionsHaveTheirLimits(t *testing.T) {
	db := open(t, testdb.New(t).AppURL, 1)
	ctx := scope.With(t.Context(), scope.Global)
	for name, want := range map[string]string{
		"statement_timeout": "10s", "idle_in_transaction_session_timeout": "5s", "lock_timeout": "5s",
		conn.Direct: "on", "search_path": "latchkey", "enable_seqscan": "off", "random_page_cost": "1.1",
		"default_transaction_isolation": "read committed", "synchronous_commit": "on",
	} {
		var got string
		if err := db.QueryRowContext(ctx, "SHOW "+pq.QuoteIdentifier(name)).Scan(&got); err != nil || got != want {
			t.Errorf("%s is %q, want %q (%v)", name, got, want, err)
		}
	}
}
