package rest

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/google/uuid"

	"latchkey/internal/store"
)

// Generated tests make very many requests, and look after most of them at all that a
// workspace stores, or want it as it was before. Both are done only when something has
// been written since: triggers on the tables of records count the statements that write.

// watch installs those triggers. A sequence counts also what is rolled back, so that no
// change of its value means that no row has changed.
func (w *world) watch(t testing.TB) {
	t.Helper()
	script := []string{`CREATE SCHEMA kept; CREATE SEQUENCE kept.writes; SELECT nextval('kept.writes');
		CREATE FUNCTION kept.count_write() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS
			'BEGIN PERFORM nextval(''kept.writes''); RETURN NULL; END'`}
	for _, table := range keptTables() {
		script = append(script, `CREATE TRIGGER written AFTER INSERT OR UPDATE OR DELETE ON latchkey.`+table+
			` FOR EACH STATEMENT EXECUTE FUNCTION kept.count_write()`)
	}
	_, err := w.super.ExecContext(context.Background(), strings.Join(script, ";\n"))
	must(t, err)
}

// keptTables are those whose rows may change when records are written.
func keptTables() []string { return append(recordTables(), "record_count") }

// writes is how many statements have written. It is settled when none is about to
// commit, in any database of the server: to ask for this one's alone takes longer than
// most requests.
func (w *world) writes(t testing.TB) (count int64, settled bool) {
	t.Helper()
	w.watched.Do(func() { w.watch(t) })
	must(t, w.super.QueryRowContext(context.Background(), `SELECT last_value, pg_snapshot_xmin(at) = pg_snapshot_xmax(at)
		FROM kept.writes, pg_current_snapshot() at`).Scan(&count, &settled))
	return count, settled
}

// seen is what a workspace stored when so many statements had written.
type seen struct {
	writes int64
	digest string
}

// snapshot is a digest of all that a workspace stores.
func (w *world) snapshot(t testing.TB, n *tenant) string {
	t.Helper()
	writes, settled := w.writes(t)
	if last, ok := w.seen.Load(n.who.Workspace()); ok && settled && last.(seen).writes == writes {
		return last.(seen).digest
	}
	tables := make([]string, 0, len(recordTables()))
	for _, table := range recordTables() {
		tables = append(tables, `SELECT r::text AS line FROM `+table+` r WHERE r.workspace_id = $1`)
	}
	var digest string
	must(t, w.admin.View(t.Context(), n.who, func(ctx context.Context, v *store.View) error {
		return v.QueryRow(ctx, `SELECT md5(string_agg(line, ',' ORDER BY line)) FROM (`+strings.Join(tables, ` UNION ALL `)+`) all_rows`,
			n.who.Workspace()).Scan(&digest)
	}))
	if settled {
		w.seen.Store(n.who.Workspace(), seen{writes, digest})
	}
	return digest
}

// keep remembers all that a workspace stores, and returns what puts it back. There is
// one such workspace in a world.
func (w *world) keep(t testing.TB, n *tenant) (restore func(testing.TB)) {
	t.Helper()
	kept, _ := w.writes(t)
	_, err := w.super.ExecContext(context.Background(), keeping(n.who.Workspace()))
	must(t, err)
	return func(t testing.TB) {
		t.Helper()
		if now, _ := w.writes(t); now == kept {
			return
		}
		_, err := w.super.ExecContext(context.Background(), `CALL kept.restore()`)
		must(t, err)
		kept, _ = w.writes(t)
	}
}

// keeping copies the workspace's rows, and makes the procedure that puts them back:
// as they were, without any trigger.
func keeping(workspace uuid.UUID) string {
	var copies, back strings.Builder
	for _, table := range keptTables() {
		fmt.Fprintf(&copies, "CREATE TABLE kept.%[1]s AS SELECT * FROM latchkey.%[1]s WHERE workspace_id = '%[2]s';\n", table, workspace)
		fmt.Fprintf(&back, "DELETE FROM latchkey.%[1]s WHERE workspace_id = '%[2]s'; INSERT INTO latchkey.%[1]s SELECT * FROM kept.%[1]s;\n", table, workspace)
	}
	return copies.String() + `CREATE PROCEDURE kept.restore() LANGUAGE plpgsql SET session_replication_role = replica AS $$ BEGIN
		` + back.String() + `PERFORM nextval('kept.writes'); END $$`
}
