package records

import (
	"cmp"
	"context"
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
}

// The limits of definitions.
const (
	maxNew         = 500  // in one request
	maxDefinitions = 1000 // of one resource in one workspace
)

// contactResource names contacts in the table of definitions.
const contactResource = "clientuser"

// Standardize returns the name that an attribute is found by.
func Standardize(name string) string {
	return strings.ReplaceAll(strings.ToLower(name), " ", "_")
}

// Attributes returns the definitions of contacts' attributes, by id.
func Attributes(ctx context.Context, v *store.View) ([]Attribute, error) {
	rows, err := v.Query(ctx, `SELECT id, name, name_std, value_type, description FROM attribute
		WHERE workspace_id = $1 AND resource = $2 ORDER BY id`, v.Caller().Workspace(), contactResource)
	if err != nil {
		return nil, fmt.Errorf("reading attributes: %w", err)
	}
	defer rows.Close() // Err tells
	var all []Attribute
	for rows.Next() {
		var a Attribute
		if err := rows.Scan(&a.ID, &a.Name, &a.NameStd, &a.Type, &a.Description); err != nil {
			return nil, fmt.Errorf("reading attributes: %w", err)
		}
		all = append(all, a)
	}
	return all, rows.Err()
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

// resolve finds the attributes of p, defines those that are new, and converts the
// values. It may take the lock of definitions, so it comes before any row's lock.
func resolve(ctx context.Context, tx *store.Tx, p *Patch) (r resolution, err error) {
	if r.definitions, err = Attributes(ctx, &tx.View); err != nil {
		return r, err
	}
	if missing, err := p.missing(r.definitions); err != nil {
		return r, err
	} else if len(missing) > 0 {
		if r.definitions, err = define(ctx, tx, p); err != nil {
			return r, err
		}
	}
	r.values = Values{}
	by := byName(r.definitions)
	for _, n := range p.named {
		a, known := by[Standardize(n.name)]
		value, ok := a.Type.convert(n.value)
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
func (p *Patch) missing(definitions []Attribute) ([]Attribute, error) {
	by := byName(definitions)
	var all []Attribute
	for _, n := range p.named {
		a := Attribute{Name: n.name, NameStd: Standardize(n.name), Type: p.typeOf(n.value)}
		_, exists := by[a.NameStd]
		_, ok := a.Type.convert(n.value)
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

func (p *Patch) typeOf(value any) Type {
	if !p.Infer {
		return String
	}
	return inferred(value)
}

// define inserts what p needs and nobody has defined until now, and returns all
// definitions. Transactions that define attributes of the same workspace and
// resource wait for each other.
func define(ctx context.Context, tx *store.Tx, p *Patch) ([]Attribute, error) {
	workspace := tx.Caller().Workspace()
	lock := "attributes of " + contactResource + " of " + workspace.String()
	if _, err := tx.Exec(ctx, `SELECT pg_advisory_xact_lock(hashtextextended($1, 0))`, lock); err != nil {
		return nil, fmt.Errorf("locking the attributes: %w", err)
	}
	definitions, err := Attributes(ctx, &tx.View)
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
		workspace, contactResource, pq.Array(names), pq.Array(stds), pq.Array(types))
	if err != nil {
		return nil, fmt.Errorf("defining attributes: %w", err)
	}
	return Attributes(ctx, &tx.View)
}
