package admin_test

import (
	"sync"
	"testing"
	"time"

	"github.com/google/uuid"

	"latchkey/internal/admin"
)

func TestARetriedCreateMakesOneKey(t *testing.T) {
	s := newSite(t)
	who := s.workspace(t, "acme")
	in := admin.CreateKey{Name: "Zapier", Scope: "ALL", ExpiresOn: "2026-11-23", IdempotencyKey: "a"}
	first, err := s.CreateKey(t.Context(), who, in)
	must(t, err)
	s.clock.add(23 * time.Hour) // its day is over; the retry is a retry all the same
	s.unchanged(t, who, func() {
		again, err := s.CreateKey(t.Context(), who, in)
		if err != nil || !again.Replayed || again.Key.ID != first.Key.ID || !again.Secret.IsZero() || !again.Propagation.Complete {
			t.Errorf("again: %+v, %v", again, err)
		}
		other := in
		other.Scope = "READ_ONLY"
		_, err = s.CreateKey(t.Context(), who, other)
		expect(t, err, "IDEMPOTENCY_MISMATCH idempotencyKey")
	})
	s.clock.add(time.Hour)
	in.ExpiresOn = ""
	after, err := s.CreateKey(t.Context(), who, in)
	if err != nil || after.Replayed || after.Key.ID == first.Key.ID || after.Secret.IsZero() {
		t.Errorf("a day later: %+v, %v", after, err)
	}
}

func TestAnIdempotencyKeyBelongsToOnePersonAndWorkspace(t *testing.T) {
	s := newSite(t)
	in := admin.CreateKey{Name: "Zapier", Scope: "ALL", IdempotencyKey: "a"}
	seen := map[uuid.UUID]bool{}
	for _, slug := range []string{"one", "two"} {
		made, err := s.CreateKey(t.Context(), s.workspace(t, slug), in)
		if err != nil || made.Replayed || seen[made.Key.ID] {
			t.Errorf("%s: %+v, %v", slug, made, err)
		}
		seen[made.Key.ID] = true
	}
}

func TestAFailedMutationKeepsNoIdempotencyKey(t *testing.T) {
	s := newSite(t)
	who := s.workspace(t, "acme")
	_, err := s.CreateKey(t.Context(), who, admin.CreateKey{Name: "", Scope: "ALL", IdempotencyKey: "a"})
	expect(t, err, "NAME_EMPTY name")
	made, err := s.CreateKey(t.Context(), who, admin.CreateKey{Name: "Zapier", Scope: "ALL", IdempotencyKey: "a"})
	if err != nil || made.Replayed {
		t.Errorf("the corrected request: %+v, %v", made, err)
	}
}

func TestConcurrentDuplicatesMakeOneKey(t *testing.T) {
	s := newSite(t)
	who := s.workspace(t, "acme")
	var mu sync.Mutex
	ids, secrets := map[uuid.UUID]int{}, 0
	var all sync.WaitGroup
	for range 12 {
		all.Go(func() {
			made, err := s.CreateKey(t.Context(), who, admin.CreateKey{Name: "Zapier", Scope: "ALL", IdempotencyKey: "a"})
			mu.Lock()
			defer mu.Unlock()
			if err != nil || made.Replayed != made.Secret.IsZero() {
				t.Errorf("%+v, %v", made, err)
			}
			ids[made.Key.ID]++
			if !made.Secret.IsZero() {
				secrets++
			}
		})
	}
	all.Wait()
	page, err := s.Keys(t.Context(), who, admin.KeyFilter{}, admin.KeyOrder{}, admin.Page{})
	if err != nil || page.Total != 1 || len(ids) != 1 || secrets != 1 {
		t.Errorf("%d keys, %d ids answered, %d secrets, %v", page.Total, len(ids), secrets, err)
	}
}
