package records_test

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"latchkey/internal/records"
	"latchkey/internal/store"
)

// A timeline is all that the contact did, the latest first, however it is paged through.
func TestTimelinePages(t *testing.T) {
	w := newWorkspace(t)
	first, err := w.upsert(t, `{"custom_id": "c"}`)
	must(t, err)
	other, err := w.upsert(t, `{"custom_id": "other"}`)
	must(t, err)
	product := records.ByID(w.product(t, `{}`))
	r := rand.New(rand.NewPCG(1, 2)) // the same every time
	for n := range 40 {
		contact := first.Record
		if n%4 == 3 {
			contact = other.Record
		}
		at := fmt.Sprint(1700000000 + r.IntN(8)) // several at one time
		switch r.IntN(3) {
		case 0:
			e := &records.NewEvent{}
			must(t, e.SetName("event"))
			must(t, e.SetTime(at))
			must(t, w.write(t, func(ctx context.Context, tx *store.Tx) error {
				_, _, err := records.Record(ctx, tx, records.ByID(contact.ID), e)
				return err
			}))
		case 1:
			must(t, w.see(t, contact.UserKey, "example.com", at))
		case 2:
			_, err := w.buy(t, product, records.ByID(contact.ID), at, `{}`)
			must(t, err)
		}
	}
	all := w.timeline(t, records.Position{Size: 100})
	if all.Count != 30 || len(all.Items) != 30 || all.Before || all.Beyond {
		t.Fatalf("%d of %d entries", len(all.Items), all.Count)
	}
	if !slices.IsSortedFunc(all.Items, func(a, b records.Moment) int {
		return cmp.Or(b.At.Compare(a.At), cmp.Compare(b.ID, a.ID))
	}) {
		t.Errorf("not the latest first: %v", all.Items)
	}
	for _, size := range []int{1, 7, 15, 29, 30} {
		w.walkTimeline(t, size, all.Items)
	}
}

func (w *workspace) timeline(t testing.TB, at records.Position) (page records.Page[records.Moment]) {
	t.Helper()
	w.read(t, func(ctx context.Context, v *store.View) (err error) {
		page, err = records.Timeline(ctx, v, records.ByCustomID("c"), at)
		return err
	})
	return page
}

// walkTimeline goes to the end and back by cursors, and to the end by numbers.
func (w *workspace) walkTimeline(t testing.TB, size int, want []records.Moment) {
	t.Helper()
	at := records.Position{Size: size}
	page := w.timeline(t, at)
	forward := page.Items
	for page.Beyond {
		page = w.timeline(t, records.Position{Size: size, After: page.Last})
		forward = slices.Concat(forward, page.Items)
	}
	backward := page.Items
	for page.Before {
		page = w.timeline(t, records.Position{Size: size, Before: page.First})
		backward = slices.Concat(page.Items, backward)
	}
	var numbered []records.Moment
	for at.Number = 1; len(numbered) < len(want); at.Number++ {
		numbered = slices.Concat(numbered, w.timeline(t, at).Items)
	}
	for way, got := range map[string][]records.Moment{"forward": forward, "backward": backward, "numbered": numbered} {
		if fmt.Sprint(ids(got)) != fmt.Sprint(ids(want)) {
			t.Errorf("%s in pages of %d: %v, want %v", way, size, ids(got), ids(want))
		}
	}
}

func ids(moments []records.Moment) []int64 {
	all := make([]int64, len(moments))
	for i, m := range moments {
		all[i] = m.ID
	}
	return all
}

// A cursor of something that is not on the timeline is no page of it.
func TestTimelineCursorsOfOthers(t *testing.T) {
	w := newWorkspace(t)
	for _, id := range []string{"c", "other"} {
		written, err := w.upsert(t, `{"custom_id": "`+id+`"}`)
		must(t, err)
		must(t, w.see(t, written.Record.UserKey, "example.com", time.Unix(1700000000, 0).Format(time.RFC3339)))
	}
	mine := w.timeline(t, records.Position{Size: 1}).Last
	for _, entry := range []int64{mine + 4, mine + 1, mine + 2, mine - 1, 1 << 60} {
		err := w.st.View(t.Context(), w.who, func(ctx context.Context, v *store.View) error {
			_, err := records.Timeline(ctx, v, records.ByCustomID("c"), records.Position{Size: 1, After: entry})
			return err
		})
		if !errors.Is(err, records.ErrInvalidPage) {
			t.Errorf("%d: %v", entry, err)
		}
	}
}
