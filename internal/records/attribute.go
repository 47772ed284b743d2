package records

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/lib/pq"

	"latchkey/internal/fault"
	"latchkey/internal/store"
)

// Attribute defines a custom attribute of a resource.
type Attribute struct {
	ID          int64
	Name        string // as it was first written
	NameStd     string // lower-cased, spaces as underscores: what it is found by
	Type        Type
	Description string
	Choices     []string // of a fixed attribute; none: it takes anything
	Several     bool     // whether a fixed attribute takes several choices at once
}

// The limits of definitions.
const (
	maxNew         = 500  // in one request
	maxDefinitions = 1000 // of one resource in one workspace
)

// Standardize returns the name that an attribute is found by.
func Standardize(name string) string {
	return strings.ReplaceAll(strings.ToLower(name), " ", "_")
}

// aggregated are the definitions of a resource ($1 is the workspace) in one row,
// column by column, by id: sorted once, and not by each of the columns.
func aggregated(resource string) string {
	return `SELECT array_agg(o.id) ids, array_agg(o.name) names, array_agg(o.name_std) stds, array_agg(o.value_type) types,
		array_agg(o.description) descriptions, array_agg(COALESCE(o.choices::text, '')) choices, array_agg(o.several) several
		FROM (SELECT * FROM attribute WHERE workspace_id = $1 AND resource = ` + resource + ` ORDER BY id) o`
}

// Attributes returns the definitions of a resource's attributes, by id.
func Attributes(ctx context.Context, v *store.View, resource string) ([]Attribute, error) {
	var c columns
	err := v.QueryRow(ctx, aggregated("$2"), v.Caller().Workspace(), resource).Scan(c.columns()...)
	if err != nil {
		return nil, fmt.Errorf("reading attributes: %w", err)
	}
	return c.rows(), nil
}

// columns is a table of definitions, column by column; empty when there are none.
type columns struct {
	ids                                       pq.Int64Array
	names, stds, types, descriptions, choices pq.StringArray
	several                                   pq.BoolArray
}

func (a *columns) columns() []any {
	return []any{&a.ids, &a.names, &a.stds, &a.types, &a.descriptions, &a.choices, &a.several}
}

func (a *columns) rows() []Attribute {
	all := make([]Attribute, len(a.ids))
	for i := range all {
		all[i] = Attribute{a.ids[i], a.names[i], a.stds[i], Type(a.types[i]), a.descriptions[i], nil, a.several[i]}
		if a.choices[i] != "" {
			_ = json.Unmarshal([]byte(a.choices[i]), &all[i].Choices) // an array of texts, by the only statement that writes it
		}
	}
	return all
}

// Stored is a custom attribute's value that a request wrote, and how it was sent.
type Stored struct {
	Attribute Attribute
	Name      string
	Value     any // nil when it was unset
}

// resolution is what became of the custom attributes of a patch.
type resolution struct {
	definitions []Attribute
	values      Values // null to unset
	stored      []Stored
	ignored     []string // names as sent
}

func (k *Kind[T]) definitions(ctx context.Context, v *store.View) ([]Attribute, error) {
	if k.resource == "" {
		return nil, nil
	}
	return Attributes(ctx, v, k.resource)
}

// resolve follows the links of p, finds its attributes among the definitions, defines
// those that are new, and converts the values. It may take the lock of definitions, so
// it comes before any row's lock.
func (k *Kind[T]) resolve(ctx context.Context, tx *store.Tx, p *Patch[T], definitions []Attribute) (r resolution, err error) {
	r.definitions = definitions
	if err := p.follow(ctx, &tx.View); err != nil {
		return r, err
	}
	if missing, err := p.missing(definitions); err != nil {
		return r, err
	} else if len(missing) > 0 {
		if err := tx.Several(); err != nil {
			return r, err
		}
		if r.definitions, err = k.define(ctx, tx, p); err != nil {
			return r, err
		}
	}
	r.values = Values{}
	by := byName(r.definitions)
	for _, n := range p.named {
		a, known := by[Standardize(n.name)]
		value, ok := a.convert(n.value)
		switch {
		case known && ok:
			r.values[a.ID] = value
			r.stored = slices.DeleteFunc(r.stored, func(s Stored) bool { return s.Attribute.ID == a.ID }) // the last one wins
			r.stored = append(r.stored, Stored{a, n.name, n.value})
		case n.value != nil:
			r.ignored = append(r.ignored, n.name)
		}
	}
	return r, nil
}

func byName(definitions []Attribute) map[string]Attribute {
	by := make(map[string]Attribute, len(definitions))
	for _, a := range definitions {
		by[a.NameStd] = a
	}
	return by
}

// missing returns the definitions that p needs and that do not exist, by name.
// Names that cannot be an attribute's, null, and values of no type need none.
func (p *Patch[T]) missing(definitions []Attribute) ([]Attribute, error) {
	by := byName(definitions)
	var all []Attribute
	for _, n := range p.named {
		a := Attribute{Name: n.name, NameStd: Standardize(n.name), Type: p.typeOf(n.value)}
		_, exists := by[a.NameStd]
		_, ok := a.convert(n.value)
		if exists || !ok || n.value == nil || !nameable(n.name) {
			continue
		}
		by[a.NameStd] = a
		all = append(all, a)
	}
	switch {
	case len(all) > maxNew:
		return nil, tooMany("At most %d new attributes can be created in a request.", maxNew)
	case len(all) > 0 && len(by) > maxDefinitions:
		return nil, tooMany("At most %d attributes can be defined.", maxDefinitions)
	}
	slices.SortFunc(all, func(a, b Attribute) int { return cmp.Compare(a.NameStd, b.NameStd) })
	return all, nil
}

func tooMany(sentence string, most int) error {
	return fault.New(fault.Invalid, "TOO_MANY_ATTRIBUTES", fmt.Sprintf(sentence, most))
}

// nameable refuses what is too long or empty, and "id", which every record has.
func nameable(name string) bool {
	return strings.TrimSpace(name) != "" && utf8.ValidString(name) && utf8.RuneCountInString(name) <= maxText && Standardize(name) != "id"
}

func (p *Patch[T]) typeOf(value any) Type {
	if !p.Infer {
		return String
	}
	return inferred(value)
}

// define inserts what p needs and nobody has defined until now, and returns all
// definitions. Transactions that define attributes of the same workspace and
// resource wait for each other.
func (k *Kind[T]) define(ctx context.Context, tx *store.Tx, p *Patch[T]) ([]Attribute, error) {
	if err := lockDefinitions(ctx, tx, k.resource); err != nil {
		return nil, err
	}
	definitions, err := Attributes(ctx, &tx.View, k.resource)
	if err != nil {
		return nil, err
	}
	missing, err := p.missing(definitions)
	if err != nil || len(missing) == 0 {
		return definitions, err
	}
	names, stds, types := make([]string, len(missing)), make([]string, len(missing)), make([]string, len(missing))
	for i, a := range missing {
		names[i], stds[i], types[i] = a.Name, a.NameStd, string(a.Type)
	}
	_, err = tx.Exec(ctx, `INSERT INTO attribute (workspace_id, resource, name, name_std, value_type)
		SELECT $1, $2, n.name, n.name_std, n.value_type
		FROM unnest($3::text[], $4::text[], $5::text[]) AS n (name, name_std, value_type)`,
		tx.Caller().Workspace(), k.resource, pq.Array(names), pq.Array(stds), pq.Array(types))
	if err != nil {
		return nil, fmt.Errorf("defining attributes: %w", err)
	}
	return Attributes(ctx, &tx.View, k.resource)
}

// lockDefinitions makes transactions that define attributes of the same workspace and
// resource wait for each other.
func lockDefinitions(ctx context.Context, tx *store.Tx, resource string) error {
	lock := "attributes of " + resource + " of " + tx.Caller().Workspace().String()
	if _, err := tx.Exec(ctx, `SELECT pg_advisory_xact_lock(hashtextextended($1, 0))`, lock); err != nil {
		return fmt.Errorf("locking the attributes: %w", err)
	}
	return nil
}
