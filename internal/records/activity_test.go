package records_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"testing"

	"latchkey/internal/fault"
	"latchkey/internal/records"
	"latchkey/internal/store"
)

// activity writes the fields of a JSON object to the activity with this custom id.
func (w *workspace) activity(t testing.TB, object string) (a records.Activity, err error) {
	t.Helper()
	p := records.Activities.Patch()
	for name, value := range decode(t, object).(map[string]any) {
		must(t, p.Set(name, value))
	}
	err = w.st.Write(t.Context(), w.who, func(ctx context.Context, tx *store.Tx) error {
		written, err := records.Activities.Upsert(ctx, tx, p)
		a = written.Record
		return err
	})
	return a, err
}

// done_date is when the activity became done, whatever is written meanwhile.
func TestActivitiesKnowWhenTheyBecameDone(t *testing.T) {
	w := newWorkspace(t)
	a, err := w.activity(t, `{"custom_id": "a", "activity_type": 3, "name": "n", "due_date": "2031-01-01", "done": true}`)
	must(t, err)
	if a.DoneDate == nil || !a.DoneDate.Equal(a.CreatedAt) {
		t.Fatalf("done at %v, made at %v", a.DoneDate, a.CreatedAt)
	}
	later, err := w.activity(t, `{"custom_id": "a", "name": "other", "done": true}`)
	must(t, err)
	if !later.DoneDate.Equal(*a.DoneDate) || !later.UpdatedAt.After(a.UpdatedAt) {
		t.Errorf("done at %v, then at %v", a.DoneDate, later.DoneDate)
	}
	undone, err := w.activity(t, `{"custom_id": "a", "done": false}`)
	must(t, err)
	if undone.DoneDate != nil {
		t.Errorf("done at %v", undone.DoneDate)
	}
}

// A contact that is deleted leaves its activities, as another version that nobody
// who read the one before can overwrite.
func TestActivitiesOutliveTheirContact(t *testing.T) {
	w := newWorkspace(t)
	contact, err := w.upsert(t, `{"custom_id": "c"}`)
	must(t, err)
	a, err := w.activity(t, fmt.Sprintf(`{"custom_id": "a", "activity_type": 1, "name": "n", "due_date": "2031-01-01", "contact_id": %d}`, contact.Record.ID))
	must(t, err)
	p := records.Activities.Patch()
	must(t, p.Set("name", "renamed"))
	must(t, w.write(t, func(ctx context.Context, tx *store.Tx) error {
		return records.Contacts.Delete(ctx, tx, records.ByCustomID("c"))
	}))
	var written records.Written[records.Activity]
	must(t, w.st.Write(t.Context(), w.who, func(ctx context.Context, tx *store.Tx) (err error) {
		written, err = records.Activities.Update(ctx, tx, records.ByCustomID("a"), p)
		return err
	}))
	if got := written.Record; got.ContactID != nil || got.Name != "renamed" || got.Version != a.Version+2 {
		t.Errorf("contact %v, name %q, version %d after %d", got.ContactID, got.Name, got.Version, a.Version)
	}
}

func TestActivityTypesArePaged(t *testing.T) {
	whole, err := records.ActivityTypes(records.Position{Size: 100})
	must(t, err)
	if int(whole.Count) != len(whole.Items) || whole.Before || whole.Beyond {
		t.Fatalf("%+v", whole)
	}
	for size := 1; size <= len(whole.Items)+1; size++ {
		page, err := records.ActivityTypes(records.Position{Size: size})
		must(t, err)
		forward := page.Items
		for page.Beyond {
			page, err = records.ActivityTypes(records.Position{Size: size, After: page.Last})
			must(t, err)
			forward = slices.Concat(forward, page.Items)
		}
		backward := page.Items
		for page.Before {
			page, err = records.ActivityTypes(records.Position{Size: size, Before: page.First})
			must(t, err)
			backward = slices.Concat(page.Items, backward)
		}
		if !slices.Equal(forward, whole.Items) || !slices.Equal(backward, whole.Items) {
			t.Errorf("in pages of %d: %v and %v", size, forward, backward)
		}
	}
	for _, at := range []records.Position{{Size: 7, Number: 2}, {Size: 1, Number: 8}, {Size: 1, Number: 1001}} {
		if _, err := records.ActivityTypes(at); !errors.Is(err, records.ErrInvalidPage) {
			t.Errorf("%+v: %v", at, err)
		}
	}
	for _, at := range []records.Position{{Size: 1, After: 1 << 62}, {Size: 1, Before: 1 << 62}, {Size: 1, Before: 1}} {
		if _, err := records.ActivityTypes(at); err != nil {
			t.Errorf("%+v: %v", at, err)
		}
	}
}

// Activities and tickets name companies and deals that there are.
func TestActivitiesOfCompaniesAndDeals(t *testing.T) {
	w := newWorkspace(t)
	const due = `"name": "n", "description": "d", "due_date": "2031-01-01"`
	for _, field := range []string{"contact_id", "company_id", "deal_id"} {
		_, err := w.activity(t, `{"custom_id": "a", "activity_type": 1, `+due+`, "`+field+`": 99}`)
		if f, ok := fault.As(err); !ok || f.Code != "DOES_NOT_EXIST" || fmt.Sprint(f.Field) != "["+field+"]" {
			t.Errorf("an activity with %s: %v", field, err)
		}
	}
	_, err := w.ticket(t, `{"custom_id": "t", `+due+`, "company_id": 99}`)
	if f, ok := fault.As(err); !ok || fmt.Sprint(f.Field) != "[company_id]" {
		t.Errorf("a ticket with company_id: %v", err)
	}
}
