package records

import "latchkey/internal/fault"

// Ref names one record of a kind.
type Ref struct {
	column string // one of references: it becomes part of a statement
	value  any
}

var references = []string{"id", "custom_id", "user_key"}

// ByID is the record with the id that it was assigned.
func ByID(id int64) Ref { return Ref{"id", id} }

// ByCustomID is the record with the id that the client chose.
func ByCustomID(id string) Ref { return byText("custom_id", id) }

// ByKey is the contact with the key of a visitor's cookie.
func ByKey(key string) Ref { return byText("user_key", key) }

// byText is nobody for a text that cannot have been stored.
func byText(column, text string) Ref {
	if checkText(text, maxText) != nil {
		return ByID(0)
	}
	return Ref{column, text}
}

// ErrNotFound says that a record does not exist, or belongs to another workspace.
var ErrNotFound = fault.New(fault.NotFound, "NOT_FOUND", "Not found.")

// ErrNoContact refuses a request whose body names a contact that does not exist, or
// belongs to another workspace.
var ErrNoContact = fault.New(fault.Invalid, "DOES_NOT_EXIST", "There is no user with this id.")
