package records

import (
	"cmp"
	"context"
	"database/sql"
	"database/sql/driver"
	"encoding/json"
	"errors"
	"fmt"
	"strconv"

	"github.com/lib/pq"

	"latchkey/internal/store"
)

// Segment is a saved filter over contacts: whoever meets all criteria is in it.
type Segment struct {
	Base
	Name, Description string
	Criteria          Criteria
}

// Criterion is one condition of a filter: on a standard field (or what else
// [Filter.Field] takes), or on a custom attribute by its standardized name.
type Criterion struct {
	Field     string `json:"field,omitempty"`
	Attribute string `json:"attribute,omitempty"`
	By        Lookup `json:"by,omitempty"`
	Value     string `json:"value"`
}

// Criteria hold together.
type Criteria []Criterion

const maxCriteria = 20

// Segments are the segments of the workspace.
var Segments = prepared(Kind[Segment]{
	table: "segment",
	base:  func(s *Segment) *Base { return &s.Base },
	blank: func() Segment { return Segment{Criteria: Criteria{}} },
	rule:  func(s *Segment) error { return needed("name", s.Name) },
	fields: []field[Segment]{
		plain("name", maxText, func(s *Segment) *string { return &s.Name }),
		plain("description", maxDescription, func(s *Segment) *string { return &s.Description }),
		of("criteria", func(s *Segment) *Criteria { return &s.Criteria }),
	},
})

// set implements settable, for null alone: criteria are not decoded JSON.
func (c *Criteria) set(any) error { return invalid("Expected an object of filters.") }

// Scan implements sql.Scanner for the jsonb column.
func (c *Criteria) Scan(column any) error {
	text, ok := column.([]byte)
	if !ok {
		return fmt.Errorf("records: criteria of type %T", column)
	}
	*c = nil
	return json.Unmarshal(text, c)
}

// Value implements driver.Valuer for the jsonb column.
func (c Criteria) Value() (driver.Value, error) {
	text, err := json.Marshal(append(Criteria{}, c...))
	return string(text), err
}

// SetCriteria sets what a segment's contacts must meet: criteria that [Filter.Add] takes.
func SetCriteria(p *Patch[Segment], criteria Criteria) error {
	if len(criteria) > maxCriteria {
		return invalid(fmt.Sprintf("A segment can have %d filters.", maxCriteria))
	}
	for _, c := range criteria { // they are stored, and an attribute need not exist yet
		if err := cmp.Or(checkText(c.Attribute, maxText), checkText(c.Value, maxURL)); err != nil {
			return err
		}
	}
	p.values.Criteria = criteria
	p.set["criteria"] = true
	return nil
}

// Add narrows by a criterion. The fault of a wrong value does not name it.
func (f *Filter[T]) Add(c Criterion) error {
	if c.Field != "" {
		return f.Field(c.Field, c.By, c.Value)
	}
	f.Attribute(c.Attribute, c.By, c.Value)
	return nil
}

// InSegment is the filter that lets through the contacts of a segment. A criterion that
// makes no sense any more lets nobody through.
func InSegment(s *Segment) *Filter[Contact] {
	f := Contacts.Filter()
	f.strict = true
	for _, c := range s.Criteria {
		if err := f.Add(c); err != nil {
			f.parts = append(f.parts, func(c *conditions, _ map[string]Attribute) error { c.never(); return nil })
		}
	}
	return f
}

// maxSegments is the most segments of a workspace: a contact's are found by trying all.
const maxSegments = 200

// CreateSegment makes a segment, unless there are too many.
func CreateSegment(ctx context.Context, tx *store.Tx, p *Patch[Segment]) (w Written[Segment], err error) {
	if err := tx.Several(); err != nil {
		return w, err
	}
	var all int
	err = tx.QueryRow(ctx, `SELECT count(*) FROM segment, pg_advisory_xact_lock(hashtextextended('segments of ' || $2, 0)) WHERE workspace_id = $1`,
		tx.Caller().Workspace(), tx.Caller().Workspace().String()).Scan(&all)
	switch {
	case err != nil:
		return w, fmt.Errorf("counting segments: %w", err)
	case all >= maxSegments:
		return w, invalid(fmt.Sprintf("A workspace can have %d segments.", maxSegments)).On("non_field_errors")
	}
	return Segments.Create(ctx, tx, p)
}

// SegmentsOf returns a page of the segments that a contact is in, by id.
func SegmentsOf(ctx context.Context, v *store.View, ref Ref, at Position) (p Page[Segment], err error) {
	contact, err := Contacts.id(ctx, v, ref, "")
	if err != nil {
		return p, err
	}
	all, err := collect(ctx, v, `SELECT `+Segments.sql.columns+` FROM segment r WHERE r.workspace_id = $1 ORDER BY r.id`, []any{v.Caller().Workspace()},
		func(rows *sql.Rows) (s Segment, err error) { return s, rows.Scan(Segments.columns(&s)...) })
	if err != nil || len(all) == 0 {
		return p, err
	}
	in, err := meets(ctx, v, contact, all)
	if err != nil {
		return p, err
	}
	var of conditions
	of.add(`r.id = ANY (?)`, pq.Array(in))
	return list(ctx, v, query{from: "segment", columns: Segments.sql.columns}, of, at,
		func(rows *sql.Rows) (s Segment, err error) { return s, rows.Scan(Segments.columns(&s)...) }, func(s *Segment) int64 { return s.ID })
}

// meets tries all segments on one contact, in one statement.
func meets(ctx context.Context, v *store.View, contact int64, all []Segment) (in []int64, err error) {
	definitions, err := Attributes(ctx, v, Contacts.resource)
	if err != nil {
		return nil, err
	}
	whole := conditions{args: []any{contact}}
	statement := `SELECT ARRAY[`
	for i := range all {
		each := conditions{args: whole.args}
		if err := InSegment(&all[i]).conditions(&each, definitions); err != nil {
			each = conditions{sql: " AND false", args: whole.args} // an attribute that has another type by now
		}
		if i > 0 {
			statement += ", "
		}
		statement += `CASE WHEN true` + each.sql + ` THEN ` + strconv.FormatInt(all[i].ID, 10) + ` END`
		whole.args = each.args
	}
	var ids []sql.NullInt64
	err = v.QueryRow(ctx, statement+`]::bigint[] FROM contact r WHERE r.workspace_id = $1 AND r.id = $2`,
		append([]any{v.Caller().Workspace()}, whole.args...)...).Scan(pq.Array(&ids))
	if errors.Is(err, sql.ErrNoRows) {
		return nil, ErrNotFound
	}
	if err != nil {
		return nil, fmt.Errorf("trying segments: %w", err)
	}
	for _, id := range ids {
		if id.Valid {
			in = append(in, id.Int64)
		}
	}
	return in, nil
}
