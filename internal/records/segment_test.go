package records_test

import (
	"context"
	"testing"

	"latchkey/internal/records"
	"latchkey/internal/store"
)

// A segment may be older than an attribute that it names. What it asks of the attribute
// makes no sense then, and nobody is in it.
func TestSegmentsOutliveWhatTheyAsk(t *testing.T) {
	w := newWorkspace(t)
	_, err := w.upsert(t, `{"custom_id": "a", "age": 7}`)
	must(t, err)
	s := &records.Segment{Criteria: records.Criteria{{Attribute: "age", By: records.GreaterThan, Value: "old"}}}
	w.read(t, func(ctx context.Context, v *store.View) error {
		page, _, err := records.Contacts.List(ctx, v, records.InSegment(s), records.Position{Size: 1})
		if len(page.Items) > 0 {
			t.Errorf("%v", page.Items)
		}
		return err
	})
}
