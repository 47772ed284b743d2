package rest

import (
	"time"

	"latchkey/internal/apikey"
	"latchkey/internal/records"
)

// tickets list their custom attributes in v2 as well, besides having them as members.
var tickets = published(resource[records.Ticket]{
	kind: records.Tickets,
	members: []member[records.Ticket]{
		{"id", "id", "", func(w *writer, t *records.Ticket) { w.integer(t.ID) }},
		{"custom_id", "custom_id", "custom_id", func(w *writer, t *records.Ticket) { text(w, t.CustomID) }},
		{"name", "name", "name", func(w *writer, t *records.Ticket) { w.text(t.Name) }},
		{"description", "description", "description", func(w *writer, t *records.Ticket) { w.text(t.Description) }},
		{"due_date", "due_date", "due_date", func(w *writer, t *records.Ticket) { instant(w, t.DueDate) }},
		{"person", "", "contact_id", func(w *writer, t *records.Ticket) { optional(t.ContactID, w.integer, w) }},
		{"company", "", "company_id", func(w *writer, t *records.Ticket) { optional(t.CompanyID, w.integer, w) }},
		{"", "user_id", "contact_id", func(w *writer, t *records.Ticket) { optional(t.ContactID, w.integer, w) }},
		{"", "company_id", "company_id", func(w *writer, t *records.Ticket) { optional(t.CompanyID, w.integer, w) }},
		{"", "user_custom_id", "contact_custom_id", func(w *writer, t *records.Ticket) { text(w, t.ContactCustomID) }},
		{"", "company_custom_id", "company_custom_id", func(w *writer, t *records.Ticket) { text(w, t.CompanyCustomID) }},
		{"assigned_to", "assigned_to", "assigned_to", func(w *writer, t *records.Ticket) { optional(t.AssignedTo, w.integer, w) }},
		{"participants", "participants", "", func(w *writer, t *records.Ticket) { writeIntegers(w, t.Participants) }},
		{"priority", "priority", "priority", func(w *writer, t *records.Ticket) { optional(t.Priority, w.integer, w) }},
		{"status", "status", "status", func(w *writer, t *records.Ticket) { w.text(t.Status.String()) }},
		{"status_history", "status_history", "", writeStatusHistory},
		{"attachments", "attachments", "attachments", func(w *writer, t *records.Ticket) { writeTexts(w, t.Attachments) }},
		{"created_at", "created_at", "", func(w *writer, t *records.Ticket) { w.time(t.CreatedAt) }},
		{"updated_at", "updated_at", "", func(w *writer, t *records.Ticket) { w.time(t.UpdatedAt) }},
		{"attributes", "attributes", "", nil},
		{"serialized_attributes", "serialized_attributes", "", nil},
	},
	aliases: map[string]string{
		"user_id": "contact_id", "person": "contact_id", "user_custom_id": "contact_custom_id",
		"company_id": "company_id", "company": "company_id", "company_custom_id": "company_custom_id",
	},
	links: map[string]linker[records.Ticket]{
		"participants": func(b *binding[records.Ticket], value any) error { return records.SetParticipants(b.patch, value) },
	},
	unwritten: map[version][]string{
		v1: {"id", "status_history", "created_at", "updated_at", "attributes", "serialized_attributes"},
		v2: {"id", "status_history", "created_at", "updated_at", "attributes", "serialized_attributes"},
	},
})

// writeStatusHistory writes times with +00:00, as the published API does only here.
func writeStatusHistory(w *writer, t *records.Ticket) {
	const layout = "2006-01-02T15:04:05.000000-07:00"
	w.open('[')
	for _, e := range t.History {
		w.open('{')
		w.name("entered_at")
		w.text(e.EnteredAt.In(time.UTC).Format(layout))
		w.name("status")
		w.text(e.Status.String())
		w.close('}')
	}
	w.close(']')
}

func ticketOperations() []operation {
	return []operation{
		{"tickets.list", "ticket", apikey.Read, methods(get), "tickets/", listed, tickets.list},
		{"tickets.create", "ticket", apikey.Write, methods(post), "tickets/", listed, tickets.create},
		{"tickets.update_or_create", "ticket", apikey.Write, methods(post), "tickets/update_or_create/", listed, tickets.updateOrCreate},
		{"tickets.get", "ticket", apikey.Read, methods(get), "tickets/{id}/", listed, tickets.get},
		{"tickets.update", "ticket", apikey.Write, methods(put, patch), "tickets/{id}/", listed, tickets.update},
		{"tickets.delete", "ticket", apikey.Delete, methods(remove), "tickets/{id}/", listed, tickets.delete},
		{"tickets.set_attribute", "ticket", apikey.Write, methods(post), "tickets/{id}/set_attribute/", listed, tickets.setAttribute},
		{"tickets.set_multiple_attributes", "ticket", apikey.Write, methods(post), "tickets/{id}/set_multiple_attributes/", listed, tickets.setAttributes},
		{"tickets.remove_attribute", "ticket", apikey.Write, methods(post, remove), "tickets/{id}/remove_attribute/", listed, tickets.removeAttribute},

		{"tickets_by_id.get", "ticket", apikey.Read, methods(get), "tickets-by-id/{custom_id}/", listed, tickets.get},
		{"tickets_by_id.update", "ticket", apikey.Write, methods(put, patch), "tickets-by-id/{custom_id}/", listed, tickets.update},
		{"tickets_by_id.delete", "ticket", apikey.Delete, methods(remove), "tickets-by-id/{custom_id}/", listed, tickets.delete},
		{"tickets_by_id.set_attribute", "ticket", apikey.Write, methods(post), "tickets-by-id/{custom_id}/set_attribute/", listed, tickets.setAttribute},
		{"tickets_by_id.set_multiple_attributes", "ticket", apikey.Write, methods(post), "tickets-by-id/{custom_id}/set_multiple_attributes/", listed, tickets.setAttributes},
		{"tickets_by_id.remove_attribute", "ticket", apikey.Write, methods(post, remove), "tickets-by-id/{custom_id}/remove_attribute/", listed, tickets.removeAttribute},
	}
}
