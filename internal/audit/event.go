package audit

import (
	"net/netip"
	"time"

	"latchkey/internal/caller"

	"github.com/google/uuid"
)

// Event is the record of one change or one look.
type Event struct {
	Workspace uuid.UUID // uuid.Nil: an event of the operator's chain
	Seq       int64     // from 1, without gaps; a Chain gives it
	ID        uuid.UUID
	At        time.Time // kept in whole microseconds, UTC
	Actor     caller.Actor
	Address   netip.Addr // where the actor came from; invalid when unknown
	Action    Action
	Target    Target
	Before    Values // what was, of what changed; nil when the target is new
	After     Values // what is; nil when the target is gone
}

// Target is what an event is about.
type Target struct {
	Kind  TargetKind
	ID    uuid.UUID // uuid.Nil when it is several things
	Label Text      // how people knew it then
}

// TargetKind is the sort of a target.
type TargetKind string

// The targets.
const (
	APIKey         TargetKind = "API_KEY"
	Allowlist      TargetKind = "IP_ALLOWLIST"
	AllowlistEntry TargetKind = "IP_ALLOWLIST_ENTRY"
	Workspace      TargetKind = "WORKSPACE"
	Person         TargetKind = "PERSON"
	SupportSession TargetKind = "SUPPORT_SESSION"
	TenantSearch   TargetKind = "TENANT_SEARCH"
	OperatorChain  TargetKind = "OPERATOR_CHAIN"
)

// TargetKinds returns every kind of target, for filters.
func TargetKinds() []TargetKind {
	return []TargetKind{APIKey, Allowlist, AllowlistEntry, Workspace, Person, SupportSession, TenantSearch, OperatorChain}
}

// Text is what an event keeps of a value for good, for all who may read the audit.
// A string becomes one by a conversion, which says that it was thought about. What
// is secret has a type that no conversion takes: see the package's doc.
type Text string

// Value is a named value, written as text. "" is an empty text, no day, never.
type Value struct{ Name, Text Text }

// Values is a small map that keeps its order.
type Values []Value

// Get returns the text of the named value.
func (v Values) Get(name Text) (text Text, ok bool) {
	for _, one := range v {
		if one.Name == name {
			return one.Text, true
		}
	}
	return "", false
}

// Changes returns what differs between two lists of the same names in the same
// order.
func Changes(before, after Values) (was, is Values) {
	for i := range before {
		if before[i] != after[i] {
			was, is = append(was, before[i]), append(is, after[i])
		}
	}
	return was, is
}
