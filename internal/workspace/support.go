package workspace

import (
	"fmt"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/google/uuid"

	"latchkey/internal/caller"
	"latchkey/internal/fault"
	"latchkey/internal/text"
)

// The bounds of a support session.
const (
	MaxSupportMinutes = 60
	MaxSupportReason  = 500 // characters
	MaxSupportTicket  = 100
	// SupportRequestFor is how long a request waits for an owner's answer before it lapses.
	SupportRequestFor = 24 * time.Hour
)

// What is wrong with the request for a support session.
var (
	ErrReasonEmpty    = fault.New(fault.Invalid, "REASON_EMPTY", "Say why you have to look into this workspace. Its people read it.")
	ErrReasonInvalid  = fault.New(fault.Invalid, "REASON_INVALID", fmt.Sprintf("A reason is one line of at most %d characters.", MaxSupportReason))
	ErrTicketInvalid  = fault.New(fault.Invalid, "TICKET_INVALID", fmt.Sprintf("A ticket is one line of at most %d characters.", MaxSupportTicket))
	ErrMinutesInvalid = fault.New(fault.Invalid, "MINUTES_INVALID", fmt.Sprintf("A support session takes 1 to %d minutes.", MaxSupportMinutes))
)

// SupportStatus is how a support session stands.
type SupportStatus string

// The statuses.
const (
	SupportPending SupportStatus = "PENDING_APPROVAL" // an owner is to let them in
	SupportOpen    SupportStatus = "OPEN"
	SupportEnded   SupportStatus = "ENDED"   // somebody ended it, or took the request back
	SupportRefused SupportStatus = "REFUSED" // by an owner
	SupportExpired SupportStatus = "EXPIRED" // its time ran out, or nobody answered the request
)

// SupportStatuses returns every status.
func SupportStatuses() []SupportStatus {
	return []SupportStatus{SupportPending, SupportOpen, SupportEnded, SupportRefused, SupportExpired}
}

// SupportSession is the time-boxed, reasoned look of a person of staff into one
// workspace, or the request for one. The zero time stands for what has not happened.
type SupportSession struct {
	ID          uuid.UUID
	Workspace   uuid.UUID
	Slug, Name  string // of the workspace
	Staff       caller.Actor
	Status      SupportStatus // when it was read, by PostgreSQL's clock, which all times are of
	Reason      string
	Ticket      string // "": none
	Minutes     int    // how long it may run from its start
	RequestedAt time.Time
	LapsesAt    time.Time // when the request is over unless an owner answers; zero: it needed no approval
	ApprovedAt  time.Time
	RefusedAt   time.Time
	DecidedBy   caller.Actor // the owner who approved or refused
	StartedAt   time.Time
	EndsAt      time.Time
	EndedAt     time.Time
	EndedBy     caller.Actor
	Version     int
}

// Over reports whether it neither runs nor can begin to.
func (s SupportSession) Over() bool { return s.Status != SupportPending && s.Status != SupportOpen }

// OwnSupportSession is a session that runs or waits, as the person of staff whose it
// is knows it.
type OwnSupportSession struct {
	SupportSession
	Looks []caller.Look // what the audit has already that they look at
}

// ParseSupportReason returns a reason without the white space around it.
func ParseSupportReason(given string) (string, error) {
	reason := strings.TrimSpace(given)
	switch {
	case reason == "":
		return "", ErrReasonEmpty
	case !text.OneLine(reason), utf8.RuneCountInString(reason) > MaxSupportReason:
		return "", ErrReasonInvalid
	}
	return reason, nil
}

// ParseSupportTicket returns a ticket without the white space around it; "" is none.
func ParseSupportTicket(given string) (string, error) {
	ticket := strings.TrimSpace(given)
	if !text.OneLine(ticket) || utf8.RuneCountInString(ticket) > MaxSupportTicket {
		return "", ErrTicketInvalid
	}
	return ticket, nil
}

// ParseSupportMinutes returns how long a session may take.
func ParseSupportMinutes(minutes int) (int, error) {
	if minutes < 1 || minutes > MaxSupportMinutes {
		return 0, ErrMinutesInvalid
	}
	return minutes, nil
}

// Tenant is a workspace as the search of support shows it: names and counts.
type Tenant struct {
	ID                      uuid.UUID
	Slug, Name, TimeZone    string
	SuspendedAt             time.Time // zero: it is not
	SupportApprovalRequired bool
	CreatedAt               time.Time
	Members                 int
	Keys                    int // not revoked
	ActiveKeys              int // neither revoked, disabled nor expired
	AllowlistEntries        int
}
