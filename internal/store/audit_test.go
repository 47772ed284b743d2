package store_test

import (
	"context"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/google/uuid"

	"latchkey/internal/audit"
	"latchkey/internal/store"
	"latchkey/internal/testdb"
)

func TestTheOperatorsChainHoldsUnderConcurrency(t *testing.T) {
	db := testdb.New(t)
	st := open(t, db.AppURL)
	var all sync.WaitGroup
	for range 20 {
		all.Go(func() {
			if err := st.AppendOperatorEvent(t.Context(), audit.Event{At: time.Now(), Action: audit.SignedIn}); err != nil {
				t.Error(err)
			}
		})
	}
	all.Wait()
	rows, err := db.Open(t, db.AppURL).QueryContext(t.Context(), `SELECT body, hash FROM latchkey.operator_event ORDER BY seq`)
	must(t, err)
	defer rows.Close()
	var records []audit.Record
	for rows.Next() {
		var body, hash []byte
		must(t, rows.Scan(&body, &hash))
		records = append(records, audit.Record{Body: body, Hash: audit.Hash(hash)})
	}
	must(t, rows.Err())
	if end, err := audit.Verify(audit.Chain{}, slices.Values(records)); err != nil || end.Seq != 20 {
		t.Errorf("verified to %d: %v", end.Seq, err)
	}
}

// Two transactions that would read one head without the chain's lock.
func TestAWriterWaitsForTheChain(t *testing.T) {
	st := open(t, testdb.New(t).AppURL)
	who := seed(t, st, "acme")
	var all sync.WaitGroup
	must(t, st.InWorkspace(t.Context(), who, func(ctx context.Context, tx *store.Tx) error {
		first, err := tx.Audit(ctx, audit.Event{At: tx.Now(), Action: audit.KeyCreated})
		if err != nil || first.Seq != 1 || first.Workspace != who.Workspace() || first.ID == uuid.Nil {
			t.Errorf("the first event is %+v, %v", first, err)
		}
		begun := make(chan struct{})
		all.Go(func() {
			err := st.InWorkspace(t.Context(), who, func(ctx context.Context, tx *store.Tx) error {
				var one int
				if err := tx.QueryRow(ctx, `SELECT 1`).Scan(&one); err != nil {
					return err
				}
				close(begun)
				second, err := tx.Audit(ctx, audit.Event{At: tx.Now(), Action: audit.KeyCreated})
				if second.Seq != 2 {
					t.Errorf("the second event has seq %d", second.Seq)
				}
				return err
			})
			if err != nil {
				t.Error(err)
			}
		})
		<-begun
		return nil
	}))
	all.Wait()
}

func TestTheAuditIsOnlyAddedTo(t *testing.T) {
	db := testdb.New(t)
	st := open(t, db.AppURL)
	who := seed(t, st, "acme")
	for _, statement := range []string{
		`UPDATE audit_event SET body = ''`, `DELETE FROM audit_event`, `TRUNCATE audit_event`,
		`UPDATE operator_event SET body = ''`, `DELETE FROM operator_event`,
	} {
		err := st.InWorkspace(t.Context(), who, func(ctx context.Context, tx *store.Tx) error {
			_, err := tx.Exec(ctx, statement)
			return err
		})
		if err == nil {
			t.Errorf("the application may %s", statement)
		}
	}
}
