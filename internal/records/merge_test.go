package records_test

import (
	"context"
	"fmt"
	"testing"

	"latchkey/internal/fault"
	"latchkey/internal/records"
	"latchkey/internal/store"
)

// What a contact cannot be given in one write, it does not get by merging either: it
// could never be written again.
func TestMergesStayWithinBounds(t *testing.T) {
	w := newWorkspace(t)
	var ids []int64
	for _, name := range []string{"a", "b"} {
		c, err := w.upsert(t, `{"custom_id": "`+name+`"}`)
		must(t, err)
		ids = append(ids, c.Record.ID)
		tags := make([]string, 300)
		for i := range tags {
			tags[i] = fmt.Sprintf("%s%03d", name, i)
		}
		must(t, w.write(t, func(ctx context.Context, tx *store.Tx) error {
			_, err := records.Contacts.AddTags(ctx, tx, records.ByID(ids[len(ids)-1]), tags)
			return err
		}))
	}
	err := w.write(t, func(ctx context.Context, tx *store.Tx) error { return records.Merge(ctx, tx, ids[0], ids[1:]) })
	if f, ok := fault.As(err); !ok || f.Kind != fault.Invalid {
		t.Errorf("%v, want a refusal", err)
	}
	w.read(t, func(ctx context.Context, v *store.View) error {
		for _, id := range ids {
			found, err := records.Contacts.Find(ctx, v, records.ByID(id))
			if err != nil || len(found.Record.Tags) != 300 {
				t.Errorf("%d has %d tags, %v", id, len(found.Record.Tags), err)
			}
		}
		return nil
	})
}
