package records

import (
	"context"
	"fmt"

	"latchkey/internal/fault"
	"latchkey/internal/store"
)

// List is a list that contacts are put on.
type List struct {
	Base
	Name, Description string
}

// ListRef is a list as a contact shows it.
type ListRef struct {
	ID          int64  `json:"id"`
	Name        string `json:"name"`
	Description string `json:"description"`
}

const maxDescription = 2000 // characters

// Lists are the lists of the workspace.
var Lists = prepared(Kind[List]{
	table: "list",
	base:  func(l *List) *Base { return &l.Base },
	blank: func() List { return List{} },
	rule:  func(l *List) error { return needed("name", l.Name) },
	fields: []field[List]{
		plain("name", maxText, func(l *List) *string { return &l.Name }),
		plain("description", maxDescription, func(l *List) *string { return &l.Description }),
	},
})

// listsSource reads the lists of a contact along, by id.
const listsSource = `(SELECT json_agg(json_build_object('id', s.id, 'name', s.name, 'description', s.description) ORDER BY s.id)
	FROM contact_list l JOIN list s ON s.workspace_id = l.workspace_id AND s.id = l.list_id
	WHERE l.workspace_id = r.workspace_id AND l.contact_id = r.id)`

const maxLists = 500 // of one contact

var errManyLists = invalid(fmt.Sprintf("A record can be on %d lists.", maxLists))

// errNoList is the fault of a list that the workspace does not have.
var errNoList = invalid("This list does not exist.").On("list")

// AddToList puts a contact on a list, where it may be already. It returns the contact's id.
func AddToList(ctx context.Context, tx *store.Tx, ref Ref, list int64) (contact int64, err error) {
	if contact, err = Contacts.touch(ctx, tx, ref); err != nil {
		return 0, err
	}
	if _, err := Lists.id(ctx, &tx.View, ByID(list), " FOR KEY SHARE"); err != nil {
		if f, ok := fault.As(err); ok && f.Kind == fault.NotFound {
			return 0, errNoList
		}
		return 0, err
	}
	var all int64
	err = tx.QueryRow(ctx, `WITH made AS (INSERT INTO contact_list (workspace_id, contact_id, list_id) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING RETURNING 1)
		SELECT (SELECT count(*) FROM made) + (SELECT count(*) FROM contact_list WHERE workspace_id = $1 AND contact_id = $2)`,
		tx.Caller().Workspace(), contact, list).Scan(&all)
	switch {
	case err != nil:
		return 0, fmt.Errorf("putting a contact on a list: %w", err)
	case all > maxLists:
		return 0, errManyLists.On("list")
	}
	return contact, nil
}

// RemoveFromList takes a contact off a list. It is no fault when it was not on it.
func RemoveFromList(ctx context.Context, tx *store.Tx, ref Ref, list int64) error {
	contact, err := Contacts.touch(ctx, tx, ref)
	if err != nil {
		return err
	}
	_, err = tx.Exec(ctx, `DELETE FROM contact_list WHERE workspace_id = $1 AND contact_id = $2 AND list_id = $3`, tx.Caller().Workspace(), contact, list)
	if err != nil {
		return fmt.Errorf("taking a contact off a list: %w", err)
	}
	return nil
}

// OnList narrows contacts to those on a list.
func OnList(f *Filter[Contact], list int64) { f.linked("list", list) }

func byList(c *conditions, value string) error {
	id, err := whole(value)
	c.add(linkedWith("contact", "list")+`l.list_id = ?)`, id)
	return err
}
