package records

import (
	"cmp"
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"time"

	"latchkey/internal/store"
)

// Event is one thing that a contact did.
type Event struct {
	ID        int64
	ContactID int64
	NameID    int64
	Name      string
	At        time.Time
	Data      json.RawMessage // an object
}

// NewEvent is an event to be recorded.
type NewEvent struct {
	name string
	at   time.Time // zero: now
	data string    // an object as JSON; "": none
}

// SetName sets what the event is called.
func (e *NewEvent) SetName(value any) error {
	text, ok := toText(value)
	switch {
	case value == nil || ok && text == "":
		return invalid("This field may not be blank.")
	case !ok:
		return invalid("Not a valid string.")
	}
	e.name = text
	return checkText(text, maxText)
}

// SetTime sets when it happened: UNIX seconds, whole or not, also as a string, or
// an ISO 8601 text. Absent, null, "" and 0 (what clients send that do not know) mean now.
func (e *NewEvent) SetTime(value any) error {
	if seconds, isNumber := toFloat(value); value == nil || value == "" || isNumber && seconds == 0 {
		return nil
	}
	at, ok := toInstant(value)
	if !ok {
		return invalid("Enter the time in UNIX seconds (not milliseconds).")
	}
	e.at = at
	return nil
}

// SetData sets what is known of it, an object.
func (e *NewEvent) SetData(value any) error {
	if value == nil {
		return nil
	}
	object, ok := value.(map[string]any)
	if !ok {
		return invalid("Expected a JSON object.")
	}
	text, ok := toJSON(object)
	if !ok {
		return invalid("Null characters and numbers of extreme size are not allowed.")
	}
	if len(text) > maxJSON {
		return invalid(fmt.Sprintf("Ensure this field has no more than %d KiB.", maxJSON>>10))
	}
	e.data = string(text)
	return nil
}

// SetPlainData is SetData for an object as text, of which [Plain] is true.
func (e *NewEvent) SetPlainData(object string) { e.data = object }

// row is the event as it goes to the contact.
func (e *NewEvent) row(to Ref) store.Event {
	row := store.Event{Name: e.name, At: e.at, Data: e.data}
	switch value := to.value.(type) {
	case int64:
		row.ContactID = value
	case string:
		row.CustomID = value
	}
	return row
}

// Record stores an event of the contact and returns its id. defined reports
// whether it is the first event of its name.
func Record(ctx context.Context, tx *store.Tx, ref Ref, e *NewEvent) (id int64, defined bool, err error) {
	var contact int64
	if contact, err = Contacts.id(ctx, &tx.View, ref, " FOR KEY SHARE"); err != nil {
		return 0, false, err
	}
	name, defined, err := nameEvent(ctx, tx, e.name)
	if err != nil {
		return 0, false, err
	}
	at := e.at
	if at.IsZero() {
		at = now(tx)
	}
	err = tx.QueryRow(ctx, `INSERT INTO event (workspace_id, contact_id, event_name_id, at, data, created_at)
		VALUES ($1, $2, $3, $4, $5, $6) RETURNING id`, tx.Caller().Workspace(), contact, name, at, cmp.Or(e.data, "{}"), now(tx)).Scan(&id)
	if err != nil {
		return 0, false, fmt.Errorf("recording an event: %w", err)
	}
	return id, defined, nil
}

// Events returns a page of a contact's events by id.
func Events(ctx context.Context, v *store.View, ref Ref, at Position) (Page[Event], error) {
	q := query{from: "event", columns: `r.id, r.contact_id, r.event_name_id, r.at, r.data,
		(SELECT n.name FROM event_name n WHERE n.workspace_id = $1 AND n.id = r.event_name_id)`}
	scan := func(rows *sql.Rows) (e Event, err error) {
		return e, rows.Scan(&e.ID, &e.ContactID, &e.NameID, &e.At, (*[]byte)(&e.Data), &e.Name)
	}
	return listOfContact(ctx, v, q, ref, at, scan, func(e *Event) int64 { return e.ID })
}
