package apikey

import "latchkey/internal/fault"

// Scope is what a key may do. The zero Scope may do nothing.
type Scope string

// The scopes.
const (
	ReadOnly  Scope = "READ_ONLY"
	WriteOnly Scope = "WRITE_ONLY"
	All       Scope = "ALL"
)

// Access is what an operation does. The zero Access, of an operation that
// forgot to declare it, is allowed to nobody.
type Access string

// The accesses.
const (
	Read   Access = "read"
	Write  Access = "write"
	Delete Access = "delete"
	Own    Access = "own" // concerns only the key that asks
)

// ErrScopeUnknown says that a text is not a scope.
var ErrScopeUnknown = fault.New(fault.Invalid, "SCOPE_UNKNOWN", "The scope must be READ_ONLY, WRITE_ONLY or ALL.")

// Scopes returns every scope.
func Scopes() []Scope { return []Scope{ReadOnly, WriteOnly, All} }

// Accesses returns every access.
func Accesses() []Access { return []Access{Read, Write, Delete, Own} }

// ParseScope reads a scope's name.
func ParseScope(text string) (Scope, error) {
	for _, s := range Scopes() {
		if text == string(s) {
			return s, nil
		}
	}
	return "", ErrScopeUnknown
}

func (s Scope) String() string { return string(s) }

func (a Access) String() string { return string(a) }

// Allows reports whether a key of scope s may use an operation of access a.
func (s Scope) Allows(a Access) bool {
	switch s {
	case ReadOnly:
		return a == Read || a == Own
	case WriteOnly:
		return a == Write || a == Own
	case All:
		return a == Read || a == Write || a == Delete || a == Own
	default:
		return false
	}
}

// Widens reports whether s allows something that the scope before did not.
func (s Scope) Widens(before Scope) bool {
	for _, a := range Accesses() {
		if s.Allows(a) && !before.Allows(a) {
			return true
		}
	}
	return false
}
