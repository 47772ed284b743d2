package records

import (
	"bytes"
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"latchkey/internal/fault"
	"latchkey/internal/store"
)

// ProductEvent is one thing that a contact did with a product.
type ProductEvent struct {
	ID, ContactID, ProductID int64
	Type                     string
	At                       time.Time
	Data                     json.RawMessage // an object
}

// productEventTypes are what can be done with a product.
var productEventTypes = []string{
	"add to cart", "purchase", "liking", "add to observation", "order", "reservation", "return", "view",
	"click", "detail", "add", "remove", "checkout", "checkout option", "refund", "promo click",
}

// NewProductEvent is a product event to be recorded.
type NewProductEvent struct {
	NewEvent // its time and data; the type stands for its name
	values   map[string]any
}

// SetType sets what was done: one of the types, in any case, with spaces, underscores
// or hyphens.
func (e *NewProductEvent) SetType(value any) error {
	text, ok := toText(value)
	if !ok {
		return invalid("Not a valid string.")
	}
	e.name = strings.ToLower(strings.Join(strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(" _-", r) }), " "))
	if !slices.Contains(productEventTypes, e.name) {
		return invalid(fmt.Sprintf("\"%s\" is not a valid choice. Use one of: %s.", shorten(text), strings.Join(productEventTypes, ", ")))
	}
	return nil
}

// customData is the member of an event's data that says nothing about the product.
const customData = "custom_data"

// SetData sets what is known of it, an object. Its texts, numbers and booleans outside
// of custom_data are the product's latest values too.
func (e *NewProductEvent) SetData(value any) error {
	if err := e.NewEvent.SetData(value); err != nil {
		return err
	}
	e.values = map[string]any{}
	object, _ := value.(map[string]any)
	for name, v := range object {
		switch v.(type) {
		case bool, string, json.Number:
			if name != customData && Products.field(Standardize(name)) == nil {
				e.values[name] = v
			}
		}
	}
	return nil
}

// RecordProductEvent stores what a contact did with a product, and gives the product
// the event's values for its attributes, unless a later event of the product has been
// recorded. ignored are names of values that do not fit their attribute. Without the
// product there is [ErrNotFound], without the contact [ErrNoContact].
func RecordProductEvent(ctx context.Context, tx *store.Tx, product, contact Ref, e *NewProductEvent) (id int64, ignored []string, err error) {
	found, err := Products.Find(ctx, &tx.View, product)
	if err != nil {
		return 0, nil, err
	}
	p := Products.Patch()
	for _, name := range slices.Sorted(maps.Keys(e.values)) {
		if err := p.SetAttribute(name, e.values[name]); err != nil {
			return 0, nil, fault.On(err, "data")
		}
	}
	r, err := Products.resolve(ctx, tx, p, found.Attributes)
	if err != nil {
		return 0, nil, err
	}
	this := ByID(found.Record.ID)
	changes := found.Record.Attributes.differ(r.values)
	if changes {
		if err := tx.Several(); err != nil {
			return 0, nil, err
		}
		if found.Record, err = Products.lock(ctx, tx, this); err != nil {
			return 0, nil, err
		}
	}
	id, latest, err := e.insert(ctx, tx, found.Record.ID, contact)
	if err == nil && changes && latest {
		_, err = Products.update(ctx, tx, this, found.Record, p, r)
	}
	return id, r.ignored, err
}

// insert reports as well whether no later event of the product is stored.
func (e *NewProductEvent) insert(ctx context.Context, tx *store.Tx, product int64, contact Ref) (id int64, latest bool, err error) {
	at, data := e.at, string(e.data)
	if at.IsZero() {
		at = now(tx)
	}
	if data == "" {
		data = "{}"
	}
	err = tx.QueryRow(ctx, `INSERT INTO product_event (workspace_id, product_id, contact_id, event_type, at, data, created_at)
		SELECT $1, $2, c.id, $4, $5::timestamptz, $6, $7 FROM contact c WHERE c.workspace_id = $1 AND c.`+contact.column+` = $3
		RETURNING id, NOT EXISTS (SELECT FROM product_event e WHERE e.workspace_id = $1 AND e.product_id = $2 AND e.at > $5::timestamptz)`,
		tx.Caller().Workspace(), product, contact.value, e.name, at, data, now(tx)).Scan(&id, &latest)
	switch {
	case errors.Is(err, sql.ErrNoRows), store.Violates(err, "product_event_workspace_id_contact_id_fkey"):
		return 0, false, ErrNoContact
	case store.Violates(err, "product_event_workspace_id_product_id_fkey"):
		return 0, false, ErrNotFound
	case err != nil:
		return 0, false, fmt.Errorf("recording a product event: %w", err)
	}
	return id, latest, nil
}

// differ reports whether merging others would change v.
func (v Values) differ(others Values) bool {
	for id, value := range others {
		if !bytes.Equal(v[id], value) {
			return true
		}
	}
	return false
}

// ProductEvents returns a page of a contact's product events by id.
func ProductEvents(ctx context.Context, v *store.View, ref Ref, at Position) (Page[ProductEvent], error) {
	q := query{from: "product_event", columns: "r.id, r.contact_id, r.product_id, r.event_type, r.at, r.data"}
	scan := func(rows *sql.Rows) (e ProductEvent, err error) {
		return e, rows.Scan(&e.ID, &e.ContactID, &e.ProductID, &e.Type, &e.At, (*[]byte)(&e.Data))
	}
	return listOfContact(ctx, v, q, ref, at, scan, func(e *ProductEvent) int64 { return e.ID })
}
