package records

import (
	"strconv"
	"strings"
	"time"
)

// Lookup is how a value is compared. Exact is the zero Lookup.
type Lookup string

// The lookups.
const (
	Exact              Lookup = ""
	Contains           Lookup = "contains"
	ContainsAnyCase    Lookup = "icontains"
	StartsWith         Lookup = "startswith"
	StartsWithAnyCase  Lookup = "istartswith"
	EndsWith           Lookup = "endswith"
	EndsWithAnyCase    Lookup = "iendswith"
	GreaterThan        Lookup = "gt"
	GreaterThanOrEqual Lookup = "gte"
	LessThan           Lookup = "lt"
	LessThanOrEqual    Lookup = "lte"
)

// lookups are all of them with their SQL: @ is the expression and ? the value.
var lookups = map[Lookup]string{
	Exact:              `@ = ?`,
	Contains:           `strpos(@, ?) > 0`,
	ContainsAnyCase:    `strpos(lower(@), lower(?)) > 0`,
	StartsWith:         `starts_with(@, ?)`,
	StartsWithAnyCase:  `starts_with(lower(@), lower(?))`,
	EndsWith:           `right(@, char_length(?)) = ?`,
	EndsWithAnyCase:    `right(lower(@), char_length(?)) = lower(?)`,
	GreaterThan:        `@ > ?`,
	GreaterThanOrEqual: `@ >= ?`,
	LessThan:           `@ < ?`,
	LessThanOrEqual:    `@ <= ?`,
}

// Lookups returns the names of the lookups that have one, the longest first.
func Lookups() []Lookup {
	return []Lookup{
		StartsWithAnyCase, EndsWithAnyCase, StartsWith, ContainsAnyCase, EndsWith, Contains,
		GreaterThanOrEqual, LessThanOrEqual, GreaterThan, LessThan,
	}
}

// orders reports whether a lookup compares by size, or for equality.
func (l Lookup) orders() bool {
	switch l {
	case Exact, GreaterThan, GreaterThanOrEqual, LessThan, LessThanOrEqual:
		return true
	}
	return false
}

// text adds a comparison of texts. expression is one of this package's constants.
func (l Lookup) text(c *conditions, expression, value string) error {
	if err := checkText(value, maxURL); err != nil {
		return err
	}
	// A parameter that only functions take has no type of its own.
	c.add(strings.NewReplacer("?", "?::text", "@", expression).Replace(lookups[l]), value)
	return nil
}

func (l Lookup) number(c *conditions, expression, value string) error {
	n, err := strconv.ParseInt(value, 10, 64)
	if err != nil {
		return invalid("A valid integer is required.")
	}
	return l.ordered(c, expression, n)
}

func (l Lookup) instant(c *conditions, expression, value string) error {
	at, err := instant(value)
	if err != nil {
		return err
	}
	return l.ordered(c, expression, at)
}

func (l Lookup) ordered(c *conditions, expression string, value any) error {
	if !l.orders() {
		return ErrFilter
	}
	c.add(strings.Replace(lookups[l], "@", expression, 1), value)
	return nil
}

// having adds that a column has a value, or has none.
func having(c *conditions, column, value string) error {
	is, err := truth(value)
	c.sql += " AND r." + column + " IS"
	if is {
		c.sql += " NOT"
	}
	c.sql += " NULL"
	return err
}

// where adds a comparison of a standard field.
func (f *field[T]) where(c *conditions, by Lookup, value string) error {
	column := "r." + f.name
	var blank T
	switch p := f.at(&blank).(type) {
	case *string, **string:
		if f.folded != "" {
			column, value = "r."+f.folded, fold(value)
		}
		return by.text(c, column, value)
	case *int64, **int64:
		return by.number(c, column, value)
	case **time.Time:
		return by.instant(c, column, value)
	case *bool:
		is, err := truth(value)
		if err != nil {
			return err
		}
		return by.ordered(c, column, is)
	case settable:
		if err := p.set(value); err != nil {
			return err
		}
		return by.ordered(c, column, f.value(&blank))
	}
	return ErrFilter
}

// where adds a comparison of a custom attribute, whose values are JSON of its type.
func (a *Attribute) where(c *conditions, by Lookup, value string) error {
	text := `(r.attributes ->> '` + strconv.FormatInt(a.ID, 10) + `')`
	switch {
	case !by.orders():
		if a.Type == Boolean {
			text = "initcap(" + text + ")" // people read True and False
		}
		return by.text(c, text, value)
	case a.Type == Integer, a.Type == Float:
		n, ok := toFloat(value)
		if !ok {
			return invalid("A valid number is required.")
		}
		return by.ordered(c, text+"::float8", n)
	case a.Type == Fixed && by == Exact:
		c.add(`jsonb_exists(r.attributes -> '`+strconv.FormatInt(a.ID, 10)+`', ?)`, value)
		return nil
	case a.Type == Boolean, a.Type == Date, a.Type == Datetime:
		stored, ok := a.Type.convert(value)
		if !ok {
			return invalid("A valid " + string(a.Type) + " is required.")
		}
		value = strings.Trim(string(stored), `"`)
	}
	return by.text(c, text+` COLLATE "C"`, value)
}
