package records_test

import (
	"context"
	"errors"
	"math"
	"strings"
	"sync"
	"testing"
	"time"

	"latchkey/internal/records"
	"latchkey/internal/store"
)

// see records that the contact saw a page.
func (w *workspace) see(t testing.TB, key, url, at string) error {
	t.Helper()
	hit := &records.NewPingHit{}
	must(t, hit.Set("url", url))
	must(t, hit.SetTime(at))
	return w.st.Write(t.Context(), w.who, func(ctx context.Context, tx *store.Tx) error {
		_, err := records.RecordPingHit(ctx, tx, records.ByKey(key), hit)
		return err
	})
}

func (w *workspace) contact(t testing.TB, customID string) (c records.Contact) {
	t.Helper()
	w.read(t, func(ctx context.Context, v *store.View) error {
		found, err := records.Contacts.Find(ctx, v, records.ByCustomID(customID))
		c = found.Record
		return err
	})
	return c
}

// A page view counts, and moves when the contact was first and last seen; never into the future.
func TestPageViewsAreCounted(t *testing.T) {
	w := newWorkspace(t)
	written, err := w.upsert(t, `{"custom_id": "c"}`)
	must(t, err)
	key := written.Record.UserKey
	for _, at := range []string{"1700000000", "1600000000", "1650000000"} {
		must(t, w.see(t, key, "example.com/"+at, at))
	}
	c := w.contact(t, "c")
	if c.PageViews != 3 || c.FirstSeen.Unix() != 1600000000 || c.LastSeen.Unix() != 1700000000 || c.Version != 4 {
		t.Errorf("%d views, from %v to %v, version %d", c.PageViews, c.FirstSeen, c.LastSeen, c.Version)
	}
	must(t, w.see(t, key, "example.com/later", "2100-01-01T00:00:00Z"))
	if c := w.contact(t, "c"); c.LastSeen.After(time.Now()) {
		t.Errorf("last seen %v", c.LastSeen)
	}
	if err := w.see(t, "nobody", "example.com", ""); !errors.Is(err, records.ErrNoContact) {
		t.Errorf("of nobody: %v", err)
	}
	w.read(t, func(ctx context.Context, v *store.View) error {
		page, err := records.PingHits(ctx, v, records.ByCustomID("c"), records.Position{Size: 1})
		if page.Count != 4 || *page.Items[0].URL != "example.com/1700000000" || page.Items[0].Title != nil || string(page.Items[0].ExtraData) != "{}" {
			t.Errorf("%+v", page)
		}
		return err
	})
}

// Counting ends where numbers do, and the page view is recorded all the same.
func TestPageViewsStopAtTheGreatestNumber(t *testing.T) {
	w := newWorkspace(t)
	written, err := w.upsert(t, `{"custom_id": "c", "page_views": 9223372036854775807}`)
	must(t, err)
	must(t, w.see(t, written.Record.UserKey, "example.com", ""))
	if c := w.contact(t, "c"); c.PageViews != math.MaxInt64 {
		t.Errorf("%d", c.PageViews)
	}
}

// Page views and updates of a contact at the same time lose nothing of each other.
func TestPageViewsBesideUpdates(t *testing.T) {
	w := newWorkspace(t)
	written, err := w.upsert(t, `{"custom_id": "c"}`)
	must(t, err)
	const views = 10
	var all sync.WaitGroup
	for range views {
		all.Go(func() {
			if err := w.see(t, written.Record.UserKey, "example.com", ""); err != nil {
				t.Error(err)
			}
		})
		all.Go(func() {
			p := records.Contacts.Patch()
			must(t, p.Set("city", "Łódź"))
			if err := w.st.Write(t.Context(), w.who, func(ctx context.Context, tx *store.Tx) error {
				_, err := records.Contacts.Update(ctx, tx, records.ByCustomID("c"), p)
				return err
			}); err != nil {
				t.Error(err)
			}
		})
	}
	all.Wait()
	if c := w.contact(t, "c"); c.PageViews != views || c.City == nil {
		t.Errorf("%d views, city %v", c.PageViews, c.City)
	}
}

func TestTextsOfAPageViewAreBounded(t *testing.T) {
	for _, name := range records.PingHitTexts() {
		hit := &records.NewPingHit{}
		if err := hit.Set(name, strings.Repeat("x", 2049)); err == nil {
			t.Errorf("%s has no bound", name)
		}
		if err := hit.Set(name, "a\x00b"); err == nil {
			t.Errorf("%s takes null characters", name)
		}
		must(t, hit.Set(name, nil))
	}
}
