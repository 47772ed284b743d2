package records

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"latchkey/internal/fault"
	"latchkey/internal/store"
)

// Definition is an attribute as integrations manage it.
type Definition struct {
	Attribute
	Resource string
}

// NewDefinition is an attribute to be defined.
type NewDefinition struct {
	Resource, Name, Description string
	Type                        Type
	Choices                     []string
	Several                     bool
}

// The limits of what is defined by hand.
const (
	maxDefinedName = 32  // characters
	maxChoices     = 500 // of one attribute
)

// Resources are what has custom attributes, by the names that definitions have for them.
func Resources() []string {
	return []string{"activity", "clientuser", "company", "deal", "product", "ticket"}
}

// Types returns the types, in the order of the numbers that one client has for them, from 1.
func Types() []Type {
	return []Type{Boolean, Integer, Date, String, Datetime, Fixed, Float, JSON}
}

// DefineAttribute defines an attribute. A name that is taken, in this or another
// spelling, is a fault.
func DefineAttribute(ctx context.Context, tx *store.Tx, n NewDefinition) (d Definition, err error) {
	if err := n.check(); err != nil {
		return d, err
	}
	if err := lockDefinitions(ctx, tx, n.Resource); err != nil {
		return d, err
	}
	all, err := Attributes(ctx, &tx.View, n.Resource)
	switch std := Standardize(n.Name); {
	case err != nil:
		return d, err
	case len(all) >= maxDefinitions:
		return d, tooMany("At most %d attributes can be defined.", maxDefinitions)
	case slices.ContainsFunc(all, func(a Attribute) bool { return a.NameStd == std }):
		return d, errTaken.On("name")
	}
	d = Definition{Attribute{0, n.Name, Standardize(n.Name), n.Type, n.Description, n.Choices, n.Several}, n.Resource}
	err = tx.QueryRow(ctx, `INSERT INTO attribute (workspace_id, resource, name, name_std, value_type, description, choices, several)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING id`, tx.Caller().Workspace(), d.Resource, d.Name, d.NameStd, string(d.Type), d.Description,
		choicesJSON(d.Choices), d.Several).Scan(&d.ID)
	if err != nil {
		return d, fmt.Errorf("defining an attribute: %w", err)
	}
	return d, nil
}

func (n *NewDefinition) check() error {
	var faults fault.Fields
	switch length := utf8.RuneCountInString(n.Name); {
	case length == 0 || length > maxDefinedName:
		faults.Add(invalid("Ensure this field has 1 to 32 characters.").On("name"))
	case !nameable(n.Name):
		faults.Add(invalid("This name cannot be an attribute's.").On("name"))
	}
	faults.Add(fault.On(checkText(n.Name, maxDefinedName), "name"))
	faults.Add(fault.On(checkText(n.Description, maxDescription), "description"))
	if n.Type == Fixed {
		faults.Add(fault.On(checkChoices(n.Choices), "choices"))
	}
	return faults.Err()
}

func checkChoices(choices []string) error {
	if len(choices) == 0 || len(choices) > maxChoices {
		return invalid("Send 1 to 500 choices.")
	}
	for i, choice := range choices {
		if strings.TrimSpace(choice) == "" || slices.Contains(choices[:i], choice) {
			return invalid("Choices are different texts.")
		}
		if err := checkText(choice, maxString); err != nil {
			return err
		}
	}
	return nil
}

// choicesJSON is the choices for their column: NULL for an attribute that has none.
func choicesJSON(choices []string) *string {
	if len(choices) == 0 {
		return nil
	}
	text, _ := json.Marshal(choices) // of texts: it cannot fail
	encoded := string(text)
	return &encoded
}

const definitionColumns = `r.id, r.name, r.name_std, r.value_type, r.description, COALESCE(r.choices::text, 'null'), r.several, r.resource`

func (d *Definition) scan(row interface{ Scan(...any) error }) error {
	var choices []byte
	err := row.Scan(&d.ID, &d.Name, &d.NameStd, &d.Type, &d.Description, &choices, &d.Several, &d.Resource)
	if err != nil {
		return err
	}
	return json.Unmarshal(choices, &d.Choices)
}

// FindDefinition returns one attribute.
func FindDefinition(ctx context.Context, v *store.View, id int64) (Definition, error) {
	return definition(ctx, v, `r.id = $2`, id)
}

// FindDefinitionOf returns the attribute of a resource that has a standardized name.
func FindDefinitionOf(ctx context.Context, v *store.View, resource, nameStd string) (Definition, error) {
	if checkText(nameStd, maxText) != nil {
		return Definition{}, ErrNotFound
	}
	return definition(ctx, v, `r.resource = $2 AND r.name_std = $3`, resource, Standardize(nameStd))
}

func definition(ctx context.Context, v *store.View, where string, args ...any) (d Definition, err error) {
	err = d.scan(v.QueryRow(ctx, `SELECT `+definitionColumns+` FROM attribute r WHERE r.workspace_id = $1 AND `+where,
		append([]any{v.Caller().Workspace()}, args...)...))
	switch {
	case errors.Is(err, sql.ErrNoRows):
		return d, ErrNotFound
	case err != nil:
		return d, fmt.Errorf("reading an attribute: %w", err)
	}
	return d, nil
}

// Definitions returns a page of attributes by id, of one resource or ("") of all.
func Definitions(ctx context.Context, v *store.View, resource string, at Position) (Page[Definition], error) {
	var where conditions
	if resource != "" {
		where.add(`r.resource = ?`, resource)
	}
	return list(ctx, v, query{from: "attribute", columns: definitionColumns}, where, at,
		func(rows *sql.Rows) (d Definition, err error) { return d, d.scan(rows) }, func(d *Definition) int64 { return d.ID })
}

// DescribeAttribute changes an attribute's description, and the choices of a fixed one.
// Its name and type stay: records have values under them. nil leaves a thing as it is.
func DescribeAttribute(ctx context.Context, tx *store.Tx, id int64, description *string, choices []string, several *bool) (Definition, error) {
	if err := tx.Several(); err != nil {
		return Definition{}, err
	}
	// Locked, so that of two changes of different things at once both stay.
	d, err := definition(ctx, &tx.View, `r.id = $2 FOR NO KEY UPDATE`, id)
	if err != nil {
		return d, err
	}
	var faults fault.Fields
	if description != nil {
		d.Description = *description
		faults.Add(fault.On(checkText(d.Description, maxDescription), "description"))
	}
	if choices != nil && d.Type == Fixed {
		d.Choices = choices
		faults.Add(fault.On(checkChoices(choices), "choices"))
	}
	if several != nil {
		d.Several = *several
	}
	if err := faults.Err(); err != nil {
		return d, err
	}
	_, err = tx.Exec(ctx, `UPDATE attribute SET description = $3, choices = $4, several = $5 WHERE workspace_id = $1 AND id = $2`,
		tx.Caller().Workspace(), id, d.Description, choicesJSON(d.Choices), d.Several)
	if err != nil {
		return d, fmt.Errorf("changing an attribute: %w", err)
	}
	return d, nil
}

// DeleteAttribute deletes an attribute: no record shows its values any more. Its id is
// never given again, so that one defined later under the same name has none of them.
func DeleteAttribute(ctx context.Context, tx *store.Tx, id int64) error {
	result, err := tx.Exec(ctx, `DELETE FROM attribute WHERE workspace_id = $1 AND id = $2`, tx.Caller().Workspace(), id)
	if err != nil {
		return fmt.Errorf("deleting an attribute: %w", err)
	}
	if n, err := result.RowsAffected(); err != nil || n == 0 {
		return errors.Join(err, ErrNotFound)
	}
	return nil
}
