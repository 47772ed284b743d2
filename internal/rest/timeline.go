package rest

import (
	"context"

	"latchkey/internal/apikey"
	"latchkey/internal/records"
	"latchkey/internal/store"
)

func (c *call) writeMoment(w *writer, m *records.Moment) {
	w.open('{')
	w.name("id")
	w.integer(m.ID)
	w.name("datetime")
	w.time(m.At)
	w.name("name")
	w.text(m.Name)
	w.name("content")
	w.open('{')
	w.name("url")
	text(w, m.URL)
	w.name("title")
	text(w, m.Title)
	w.close('}')
	w.close('}')
}

// noEmails is the list of the e-mails that a user was sent: none, since nothing here
// sends any. The user must exist all the same.
func noEmails(ctx context.Context, v *store.View, ref records.Ref, at records.Position) (p records.Page[struct{}], err error) {
	if _, err := records.Contacts.Find(ctx, v, ref); err != nil {
		return p, err
	}
	if at.Number > 1 {
		return p, records.ErrInvalidPage
	}
	return p, nil
}

func timelineOperations() []operation {
	timeline := ofUser(records.Timeline, (*call).writeMoment)
	emails := ofUser(noEmails, func(*call, *writer, *struct{}) {})
	return []operation{
		{"users.timeline", "timeline", apikey.Read, methods(get), "users/{id}/timeline/", listed, timeline},
		{"users.emails", "email", apikey.Read, methods(get), "users/{id}/emails/", listed, emails},
		{"users_by_id.timeline", "timeline", apikey.Read, methods(get), "users-by-id/{custom_id}/timeline/", listed, timeline},
		{"users_by_id.emails", "email", apikey.Read, methods(get), "users-by-id/{custom_id}/emails/", listed, emails},
	}
}
