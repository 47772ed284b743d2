package records_test

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"latchkey/internal/fault"
	"latchkey/internal/records"
	"latchkey/internal/store"
)

// ticket writes the fields of a JSON object to the ticket with this custom id.
func (w *workspace) ticket(t testing.TB, object string) (k records.Ticket, err error) {
	t.Helper()
	p := records.Tickets.Patch()
	for name, value := range decode(t, object).(map[string]any) {
		if name == "participants" {
			must(t, records.SetParticipants(p, value))
			continue
		}
		must(t, p.Set(name, value))
	}
	err = w.st.Write(t.Context(), w.who, func(ctx context.Context, tx *store.Tx) error {
		written, err := records.Tickets.Upsert(ctx, tx, p)
		k = written.Record
		return err
	})
	return k, err
}

const aTicket = `"custom_id": "t", "name": "n", "description": "d", "due_date": "2031-01-01"`

func TestTicketsKeepTheirStatuses(t *testing.T) {
	w := newWorkspace(t)
	k, err := w.ticket(t, `{`+aTicket+`}`)
	must(t, err)
	for _, status := range []string{"closed", "closed", "Active", "4"} {
		k, err = w.ticket(t, `{"custom_id": "t", "status": "`+status+`"}`)
		must(t, err)
	}
	var got []string
	for i, e := range k.History {
		got = append(got, e.Status.String())
		if i > 0 && e.EnteredAt.Before(k.History[i-1].EnteredAt) {
			t.Errorf("%v", k.History)
		}
	}
	if strings.Join(got, " ") != "active closed active archived" {
		t.Errorf("%v", got)
	}
	w.read(t, func(ctx context.Context, v *store.View) error {
		found, err := records.Tickets.Find(ctx, v, records.ByCustomID("t"))
		if fmt.Sprint(found.Record.History) != fmt.Sprint(k.History) {
			t.Errorf("stored %v, written %v", found.Record.History, k.History)
		}
		return err
	})
}

// The history of a ticket has an end: the latest hundred.
func TestTicketsForgetTheirOldestStatuses(t *testing.T) {
	w := newWorkspace(t)
	_, err := w.ticket(t, `{`+aTicket+`}`)
	must(t, err)
	must(t, w.write(t, func(ctx context.Context, tx *store.Tx) error {
		_, err := tx.Exec(ctx, `UPDATE ticket SET status_history = (SELECT jsonb_agg(jsonb_build_object('status', n % 2 + 1, 'entered_at', '2020-01-01T00:00:00Z'::text))
			FROM generate_series(0, 99) n) WHERE workspace_id = $1`, w.who.Workspace())
		return err
	}))
	k, err := w.ticket(t, `{"custom_id": "t", "status": "archived"}`)
	must(t, err)
	if n := len(k.History); n != 100 || k.History[99].Status.String() != "archived" || k.History[0].Status.String() != "active" {
		t.Errorf("%d: %v", n, k.History)
	}
}

func TestParticipantsAreReplaced(t *testing.T) {
	w := newWorkspace(t)
	var contacts []int64
	for n := range 3 {
		c, err := w.upsert(t, fmt.Sprintf(`{"custom_id": "c%d"}`, n))
		must(t, err)
		contacts = append(contacts, c.Record.ID)
	}
	for _, step := range []struct{ sent, want []int64 }{
		{contacts[:2], contacts[:2]}, {[]int64{contacts[2], contacts[1], contacts[1]}, contacts[1:]}, {nil, nil}, {contacts, contacts},
	} {
		sent, err := json.Marshal(step.sent)
		must(t, err)
		k, err := w.ticket(t, `{`+aTicket+`, "participants": `+string(sent)+`}`)
		must(t, err)
		if fmt.Sprint([]int64(k.Participants)) != fmt.Sprint(step.want) {
			t.Errorf("sent %s: %v", sent, k.Participants)
		}
	}
	before, err := w.ticket(t, `{"custom_id": "t"}`)
	must(t, err)
	_, err = w.ticket(t, fmt.Sprintf(`{"custom_id": "t", "name": "changed", "participants": [%d, 0]}`, contacts[0]))
	if f, ok := fault.As(err); !ok || f.Code != "DOES_NOT_EXIST" || fmt.Sprint(f.Field) != "[participants]" {
		t.Errorf("a participant that there is not: %v", err)
	}
	must(t, w.write(t, func(ctx context.Context, tx *store.Tx) error {
		return records.Contacts.Delete(ctx, tx, records.ByID(contacts[0]))
	}))
	after, err := w.ticket(t, `{"custom_id": "t"}`)
	must(t, err)
	if after.Name != before.Name || fmt.Sprint([]int64(after.Participants)) != fmt.Sprint(contacts[1:]) {
		t.Errorf("%q with %v", after.Name, after.Participants)
	}
}

func TestParticipantsAreBounded(t *testing.T) {
	for _, wrong := range []string{`1`, `"x"`, `{}`, `["x"]`, `[1.5]`, `[null]`, `[[1]]`, `[` + strings.Repeat("1,", 100) + `1]`} {
		if err := records.SetParticipants(records.Tickets.Patch(), decode(t, wrong)); err == nil {
			t.Errorf("%.20s is taken", wrong)
		}
	}
	must(t, records.SetParticipants(records.Tickets.Patch(), nil))
}

func TestAttachmentsAreBounded(t *testing.T) {
	for _, wrong := range []string{`{}`, `true`, `[{}]`, `[null]`, `["a\u0000b"]`, `["` + strings.Repeat("x", 2049) + `"]`, `[` + strings.Repeat(`"x",`, 100) + `"x"]`} {
		if err := records.Tickets.Patch().Set("attachments", decode(t, wrong)); err == nil {
			t.Errorf("%.20s is taken", wrong)
		}
	}
	must(t, records.Tickets.Patch().Set("attachments", "one.pdf"))
}

// What a contact did, and what is done for it, goes to the one that it is merged into.
func TestMergedContactsKeepTheirHistory(t *testing.T) {
	w := newWorkspace(t)
	parent, err := w.upsert(t, `{"custom_id": "c"}`)
	must(t, err)
	other, err := w.upsert(t, `{"custom_id": "other"}`)
	must(t, err)
	id := other.Record.ID
	must(t, w.see(t, other.Record.UserKey, "example.com", ""))
	_, err = w.buy(t, records.ByID(w.product(t, `{}`)), records.ByID(id), "", `{}`)
	must(t, err)
	_, err = w.activity(t, fmt.Sprintf(`{"custom_id": "a", "activity_type": 1, "name": "n", "due_date": "2031-01-01", "contact_id": %d}`, id))
	must(t, err)
	_, err = w.ticket(t, fmt.Sprintf(`{`+aTicket+`, "contact_id": %d, "participants": [%d, %d]}`, id, id, parent.Record.ID))
	must(t, err)
	must(t, w.write(t, func(ctx context.Context, tx *store.Tx) error {
		return records.Merge(ctx, tx, parent.Record.ID, []int64{id})
	}))
	if n := w.timeline(t, records.Position{Size: 10}).Count; n != 2 {
		t.Errorf("%d entries", n)
	}
	a, err := w.activity(t, `{"custom_id": "a"}`)
	must(t, err)
	k, err := w.ticket(t, `{"custom_id": "t"}`)
	must(t, err)
	want := parent.Record.ID
	if a.ContactID == nil || *a.ContactID != want || k.ContactID == nil || *k.ContactID != want || fmt.Sprint([]int64(k.Participants)) != fmt.Sprint([]int64{want}) {
		t.Errorf("activity of %v, ticket of %v with %v", a.ContactID, k.ContactID, k.Participants)
	}
}
