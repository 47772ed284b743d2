package records

import (
	"context"
	"database/sql/driver"
	"encoding/json"
	"fmt"
	"slices"
	"time"

	"github.com/lib/pq"

	"latchkey/internal/fault"
	"latchkey/internal/store"
)

// Ticket is a request that the workspace's people work on.
type Ticket struct {
	Base
	CustomID                         *string
	Name, Description                string
	DueDate                          *time.Time
	ContactID, CompanyID             *int64
	ContactCustomID, CompanyCustomID *string
	AssignedTo, Priority             *int64
	Status                           TicketStatus
	History                          StatusHistory
	Participants                     pq.Int64Array // contacts, by id
	Attachments                      Attachments
}

// Tickets are the workspace's.
var Tickets = prepared(Kind[Ticket]{
	table:    "ticket",
	resource: "ticket",
	base:     func(t *Ticket) *Base { return &t.Base },
	counted:  true,
	blank:    func() Ticket { return Ticket{Status: ActiveTicket, Attachments: Attachments{}} },
	rule:     (*Ticket).settle,
	links: []link[Ticket]{
		toContact(func(t *Ticket) **int64 { return &t.ContactID }, func(t *Ticket) **string { return &t.ContactCustomID }),
		toCompany(func(t *Ticket) **int64 { return &t.CompanyID }, func(t *Ticket) **string { return &t.CompanyCustomID }),
	},
	narrows: map[string]func(*conditions, string) error{
		"contact_custom_id": byTextOf("r.contact_id = @", "contact", "custom_id"),
		"company_custom_id": byTextOf("r.company_id = @", "company", "custom_id"),
	},
	derived: []column[Ticket]{{name: "status_history", value: func(t *Ticket) any { return t.History }}},
	shown: []column[Ticket]{
		{name: "status_history", at: func(t *Ticket) any { return &t.History }},
		{source: customIDOfContact, at: func(t *Ticket) any { return &t.ContactCustomID }, follows: true},
		{source: customIDOfCompany, at: func(t *Ticket) any { return &t.CompanyCustomID }, follows: true},
		{
			source: `(SELECT array_agg(p.contact_id ORDER BY p.contact_id) FROM ticket_participant p WHERE p.workspace_id = r.workspace_id AND p.ticket_id = r.id)`,
			at:     func(t *Ticket) any { return &t.Participants },
		},
	},
	fields: []field[Ticket]{
		text("custom_id", maxText, func(t *Ticket) **string { return &t.CustomID }),
		plain("name", maxText, func(t *Ticket) *string { return &t.Name }),
		plain("description", maxProse, func(t *Ticket) *string { return &t.Description }),
		of("due_date", func(t *Ticket) **time.Time { return &t.DueDate }),
		of("contact_id", func(t *Ticket) **int64 { return &t.ContactID }),
		of("company_id", func(t *Ticket) **int64 { return &t.CompanyID }),
		of("assigned_to", func(t *Ticket) **int64 { return &t.AssignedTo }),
		of("priority", func(t *Ticket) **int64 { return &t.Priority }),
		of("status", func(t *Ticket) *TicketStatus { return &t.Status }),
		of("attachments", func(t *Ticket) *Attachments { return &t.Attachments }),
	},
})

// settle notes a new status in the history.
func (t *Ticket) settle() error {
	t.History = t.History.entered(t.Status, t.UpdatedAt)
	var faults fault.Fields
	demand(&faults, "name", t.Name != "")
	demand(&faults, "description", t.Description != "")
	demand(&faults, "due_date", t.DueDate != nil)
	return faults.Err()
}

// TicketStatus is how far a ticket has come.
type TicketStatus int16

// The first status, and that of a new ticket.
const (
	draftTicket  TicketStatus = 1
	ActiveTicket TicketStatus = 2
)

var ticketStatuses = []string{"draft", "active", "closed", "archived"}

func (s TicketStatus) String() string { return nameOf(s, draftTicket, ticketStatuses) }

func (s *TicketStatus) set(v any) error { return choose(s, draftTicket, ticketStatuses, v) }

// StatusEntry says when a ticket got a status.
type StatusEntry struct {
	Status    TicketStatus `json:"status"`
	EnteredAt time.Time    `json:"entered_at"`
}

// StatusHistory is the statuses of a ticket, the oldest first.
type StatusHistory []StatusEntry

// maxHistory is how many of the latest entries are kept.
const maxHistory = 100

// entered is the history after a status was written, which need not be a new one.
func (h StatusHistory) entered(status TicketStatus, at time.Time) StatusHistory {
	if len(h) > 0 && h[len(h)-1].Status == status {
		return h
	}
	h = append(slices.Clone(h), StatusEntry{status, at})
	return h[max(len(h)-maxHistory, 0):]
}

// Scan implements sql.Scanner for the jsonb column.
func (h *StatusHistory) Scan(column any) error {
	text, ok := column.([]byte)
	if !ok {
		return fmt.Errorf("records: a history of type %T", column)
	}
	*h = nil
	return json.Unmarshal(text, h)
}

// Value implements driver.Valuer for it.
func (h StatusHistory) Value() (driver.Value, error) {
	text, err := json.Marshal(h)
	return string(text), err
}

// Attachments are what a ticket comes with, as texts: names or addresses of files.
type Attachments []string

// maxAttachments is the most attachments of a ticket.
const maxAttachments = 100

// set takes a list, or one text alone.
func (a *Attachments) set(v any) error {
	items, isList := v.([]any)
	if !isList {
		items = []any{v}
	}
	if len(items) > maxAttachments {
		return invalid(fmt.Sprintf("Ensure this field has no more than %d elements.", maxAttachments))
	}
	*a = make(Attachments, len(items))
	for i, item := range items {
		text, ok := toText(item)
		if !ok {
			return invalid("Expected a list of strings.")
		}
		if err := checkText(text, maxURL); err != nil {
			return err
		}
		(*a)[i] = text
	}
	return nil
}

// Scan implements sql.Scanner for the text[] column.
func (a *Attachments) Scan(column any) error { return (*pq.StringArray)(a).Scan(column) }

// Value implements driver.Valuer for it.
func (a Attachments) Value() (driver.Value, error) { return pq.StringArray(a).Value() }

// maxParticipants is the most participants of a ticket.
const maxParticipants = 100

// SetParticipants has a ticket's participants replaced by the contacts of a list of
// ids; null is none. The faults name the field.
func SetParticipants(p *Patch[Ticket], value any) error {
	items, isList := value.([]any)
	if value != nil && !isList {
		return invalid("Expected a list of ids.").On("participants")
	}
	if len(items) > maxParticipants {
		return invalid(fmt.Sprintf("Ensure this field has no more than %d elements.", maxParticipants)).On("participants")
	}
	contacts := make(pq.Int64Array, len(items))
	for i, item := range items {
		id, err := whole(item)
		if err != nil {
			return fault.On(err, "participants")
		}
		contacts[i] = id
	}
	p.Then(func(ctx context.Context, tx *store.Tx, ticket int64, _ bool) error {
		return participate(ctx, tx, ticket, contacts)
	})
	return nil
}

// participate replaces the participants of a ticket that the transaction has locked.
func participate(ctx context.Context, tx *store.Tx, ticket int64, contacts pq.Int64Array) error {
	_, err := tx.Exec(ctx, `DELETE FROM ticket_participant WHERE workspace_id = $1 AND ticket_id = $2 AND NOT contact_id = ANY ($3)`,
		tx.Caller().Workspace(), ticket, contacts)
	if err != nil {
		return fmt.Errorf("removing participants: %w", err)
	}
	_, err = tx.Exec(ctx, `INSERT INTO ticket_participant (workspace_id, ticket_id, contact_id)
		SELECT $1, $2, c.id FROM unnest($3::bigint[]) AS c (id) ORDER BY c.id ON CONFLICT DO NOTHING`, tx.Caller().Workspace(), ticket, contacts)
	if store.Violates(err, "ticket_participant_workspace_id_contact_id_fkey") {
		return errNoObject.On("participants")
	}
	if err != nil {
		return fmt.Errorf("adding participants: %w", err)
	}
	return nil
}
