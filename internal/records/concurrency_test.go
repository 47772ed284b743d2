package records_test

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"testing"

	"latchkey/internal/fault"
	"latchkey/internal/records"
	"latchkey/internal/store"
)

const callers = 16

// together runs f once for each caller, all at once.
func together(f func(caller int)) {
	var done sync.WaitGroup
	start := make(chan struct{})
	for i := range callers {
		done.Go(func() {
			<-start
			f(i)
		})
	}
	close(start)
	done.Wait()
}

func TestConcurrentUpsertsMakeOneContactAndLoseNothing(t *testing.T) {
	w := newWorkspace(t)
	for round := range 5 {
		created := make([]bool, callers)
		ids := make([]int64, callers)
		together(func(i int) {
			written, err := w.upsert(t, fmt.Sprintf(`{"custom_id": "c%d", "attribute %d": %d}`, round, i, i))
			if err != nil {
				t.Error(err)
			}
			created[i], ids[i] = written.Created, written.Record.ID
		})
		made := 0
		for i := range callers {
			if created[i] {
				made++
			}
			if ids[i] != ids[0] {
				t.Errorf("round %d: contacts %d and %d", round, ids[0], ids[i])
			}
		}
		if made != 1 {
			t.Errorf("round %d: %d were told that they created it", round, made)
		}
		w.read(t, func(ctx context.Context, v *store.View) error {
			c, err := records.Contacts.Find(ctx, v, records.ByCustomID(fmt.Sprintf("c%d", round)))
			if len(c.Record.Attributes) != callers {
				t.Errorf("round %d: %d attributes survived", round, len(c.Record.Attributes))
			}
			return err
		})
	}
	w.read(t, func(ctx context.Context, v *store.View) error {
		all, err := records.Attributes(ctx, v, "clientuser")
		if len(all) != callers {
			t.Errorf("%d attributes were defined", len(all))
		}
		return err
	})
}

func TestConcurrentEventsDefineOneName(t *testing.T) {
	w := newWorkspace(t)
	_, err := w.upsert(t, `{"custom_id": "c"}`)
	must(t, err)
	defined := make([]bool, callers)
	together(func(i int) {
		e := &records.NewEvent{}
		if err := e.SetName("order"); err != nil {
			t.Error(err)
		}
		err := w.write(t, func(ctx context.Context, tx *store.Tx) (err error) {
			_, defined[i], err = records.Record(ctx, tx, records.ByCustomID("c"), e)
			return err
		})
		if err != nil {
			t.Error(err)
		}
	})
	first := 0
	for _, is := range defined {
		if is {
			first++
		}
	}
	w.read(t, func(ctx context.Context, v *store.View) error {
		names, err := records.EventNames(ctx, v, records.Position{Size: 10})
		if first != 1 || names.Count != 1 {
			t.Errorf("%d firsts, %d names", first, names.Count)
		}
		events, err2 := records.Events(ctx, v, records.ByCustomID("c"), records.Position{Size: 5})
		if events.Count != callers {
			t.Errorf("%d events", events.Count)
		}
		return errors.Join(err, err2)
	})
}

// The limit of definitions is exact however many are made at once.
func TestTheLimitOfDefinitionsHoldsUnderConcurrency(t *testing.T) {
	w := newWorkspace(t)
	for i := range 2 { // most of them beforehand: who waits long for those who define many is refused
		object := `{"custom_id": "c"`
		for n := range 450 {
			object += fmt.Sprintf(`, "b%d-%d": 1`, i, n)
		}
		_, err := w.upsert(t, object+"}")
		must(t, err)
	}
	accepted := make([]bool, callers)
	together(func(i int) {
		object := `{"custom_id": "c"`
		for n := range 10 {
			object += fmt.Sprintf(`, "a%d-%d": 1`, i, n)
		}
		_, err := w.upsert(t, object+"}")
		if f, ok := fault.As(err); err != nil && (!ok || f.Code != "TOO_MANY_ATTRIBUTES") {
			t.Error(err)
		}
		accepted[i] = err == nil
	})
	n := 0
	for _, is := range accepted {
		if is {
			n++
		}
	}
	w.read(t, func(ctx context.Context, v *store.View) error {
		all, err := records.Attributes(ctx, v, "clientuser")
		if n != 10 || len(all) != 1000 {
			t.Errorf("%d requests defined %d attributes", n, len(all))
		}
		return err
	})
}
