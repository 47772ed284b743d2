package records

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"latchkey/internal/fault"
	"latchkey/internal/store"
)

// link is a field that holds the id of another record, and can be written by the
// custom id of that record too.
type link[T any] struct {
	name     string // of the custom id, in a patch
	field    string // that holds the id
	table    string // that the other record is kept in
	at       func(*T) **int64
	customID func(*T) **string // as it is shown
	absent   *fault.Error      // what a custom id that nothing has is refused with
}

// The custom ids of what fields of row r name.
const (
	customIDOfContact = `(SELECT c.custom_id FROM contact c WHERE c.workspace_id = r.workspace_id AND c.id = r.contact_id)`
	customIDOfCompany = `(SELECT c.custom_id FROM company c WHERE c.workspace_id = r.workspace_id AND c.id = r.company_id)`
	customIDOfDeal    = `(SELECT d.custom_id FROM deal d WHERE d.workspace_id = r.workspace_id AND d.id = r.deal_id)`
)

// toContact is a link to a contact, whose custom id must exist.
func toContact[T any](at func(*T) **int64, customID func(*T) **string) link[T] {
	return link[T]{"contact_custom_id", "contact_id", "contact", at, customID, errNoObject.On("contact_custom_id")}
}

// toCompany is a link to a company likewise.
func toCompany[T any](at func(*T) **int64, customID func(*T) **string) link[T] {
	return link[T]{"company_custom_id", "company_id", "company", at, customID, errNoObject.On("company_custom_id")}
}

// toDeal is a link to a deal likewise.
func toDeal[T any](at func(*T) **int64, customID func(*T) **string) link[T] {
	return link[T]{"deal_custom_id", "deal_id", "deal", at, customID, errNoObject.On("deal_custom_id")}
}

// linked is a link whose custom id a patch names; "" names nothing.
type linked[T any] struct {
	*link[T]
	id   *int64
	text string
}

// errNoObject refuses the id of a record that does not exist, or belongs to another
// workspace.
var errNoObject = fault.New(fault.Invalid, "DOES_NOT_EXIST", "There is no record with this id.")

func (k *Kind[T]) link(name string) *link[T] {
	for i := range k.links {
		if k.links[i].name == name {
			return &k.links[i]
		}
	}
	return nil
}

func (p *Patch[T]) setLink(l *link[T], value any) error {
	text, err := customIDOf(value)
	if err == nil {
		p.linked = append(p.linked, &linked[T]{link: l, text: text})
	}
	return err
}

// customIDOf is a custom id as it was sent, and "" for null.
func customIDOf(value any) (string, error) {
	if value == nil {
		return "", nil
	}
	text, ok := toText(value)
	if !ok {
		return "", invalid("Not a valid string.")
	}
	return text, checkText(text, maxText)
}

// decides reports whether a link writes its field: an id that is sent as well wins.
func (p *Patch[T]) decides(l *linked[T]) bool {
	return !p.set[l.field] || *l.at(&p.values) == nil && l.text != ""
}

// follow finds the ids of what the links name. They are not locked: what is deleted
// before the record is written violates a foreign key.
func (p *Patch[T]) follow(ctx context.Context, v *store.View) error {
	for _, l := range p.linked {
		if l.text == "" || !p.decides(l) {
			continue
		}
		var id int64
		err := v.QueryRow(ctx, `SELECT id FROM `+l.table+` WHERE workspace_id = $1 AND custom_id = $2`, v.Caller().Workspace(), l.text).Scan(&id)
		if errors.Is(err, sql.ErrNoRows) {
			return l.absent
		}
		if err != nil {
			return fmt.Errorf("reading a %s: %w", l.table, err)
		}
		l.id = &id
	}
	return nil
}

func (p *Patch[T]) applyLinks(t *T) {
	for _, l := range p.linked {
		if !p.decides(l) {
			continue
		}
		*l.at(t), *l.customID(t) = l.id, nil
		if l.text != "" {
			*l.customID(t) = &l.text
		}
	}
}
