package store_test

import (
	"context"
	"sync"
	"testing"
	"time"

	"github.com/google/uuid"

	"latchkey/internal/store"
	"latchkey/internal/testdb"
)

func TestConcurrentDuplicatesWaitForTheFirst(t *testing.T) {
	st := open(t, testdb.New(t).AppURL)
	who := seed(t, st, "acme")
	at := time.Now()
	var mu sync.Mutex
	results, firsts := map[uuid.UUID]bool{}, 0
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			err := st.InWorkspace(t.Context(), who, func(ctx context.Context, tx *store.Tx) error {
				r, replayed, err := tx.Once(ctx, store.Replay{Mutation: "m", Key: "k", Fingerprint: []byte("f"), Result: uuid.New(), At: at})
				mu.Lock()
				defer mu.Unlock()
				results[r.Result] = true
				if !replayed {
					firsts++
				}
				return err
			})
			if err != nil {
				t.Error(err)
			}
		})
	}
	all.Wait()
	if len(results) != 1 || firsts != 1 {
		t.Errorf("%d results, %d firsts", len(results), firsts)
	}
}

func TestAnIdempotencyKeyIsKeptForADay(t *testing.T) {
	st := open(t, testdb.New(t).AppURL)
	who := seed(t, st, "acme")
	at := time.Now()
	for _, c := range []struct {
		after    time.Duration
		mutation string
		replayed bool
	}{
		{0, "m", false},
		{0, "other", false},
		{store.ReplayFor - time.Second, "m", true},
		{store.ReplayFor, "m", false},
		{store.ReplayFor + time.Second, "m", true},
	} {
		must(t, st.InWorkspace(t.Context(), who, func(ctx context.Context, tx *store.Tx) error {
			_, replayed, err := tx.Once(ctx, store.Replay{Mutation: c.mutation, Key: "k", Fingerprint: []byte("f"), Result: uuid.New(), At: at.Add(c.after)})
			if replayed != c.replayed {
				t.Errorf("%s after %s: replayed %v", c.mutation, c.after, replayed)
			}
			return err
		}))
	}
}
