package records

import (
	"database/sql/driver"
	"fmt"

	"github.com/lib/pq"
)

// Texts is a list of short texts, in the order they were sent; nil was never set.
type Texts []string

// maxTexts is the most texts of one list.
const maxTexts = 100

// set takes a list, or one text alone.
func (t *Texts) set(v any) error {
	items, isList := v.([]any)
	if !isList {
		items = []any{v}
	}
	if len(items) > maxTexts {
		return invalid(fmt.Sprintf("Ensure this field has no more than %d elements.", maxTexts))
	}
	*t = make(Texts, len(items))
	for i, item := range items {
		text, ok := toText(item)
		if !ok {
			return invalid("Expected a list of strings.")
		}
		if err := checkText(text, maxShort); err != nil {
			return err
		}
		(*t)[i] = text
	}
	return nil
}

// Scan implements sql.Scanner for the text[] column.
func (t *Texts) Scan(column any) error { return (*pq.StringArray)(t).Scan(column) }

// Value implements driver.Valuer for it.
func (t Texts) Value() (driver.Value, error) { return pq.StringArray(t).Value() }

// holding narrows to the records one of whose texts, in a column of several, is value.
func holding(column string) func(*conditions, string) error {
	return func(c *conditions, value string) error {
		c.add(`? = ANY (r.`+column+`)`, value)
		return checkText(value, maxShort)
	}
}
