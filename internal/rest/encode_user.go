package rest

import (
	"time"

	"latchkey/internal/records"
)

// user is a contact as an answer shows it: all of it, or, when carried is set,
// only what the request sent.
type user struct {
	*records.Contact
	definitions []records.Attribute
	carried     *records.Patch
	stored      []records.Stored // the custom attributes that were sent
}

// echo is a user made of nothing but a request and the id that it got.
func echo(b *binding, written records.Written) *user {
	contact := records.Contact{ID: written.Contact.ID}
	b.patch.Apply(&contact)
	return &user{Contact: &contact, carried: &b.patch, stored: written.Stored}
}

// userMember is a member of a user. v1 and v2 are its names in the versions, ""
// where a version has none. field is the standard field that it shows, "" for
// what no request can carry.
type userMember struct {
	v1, v2, field string
	write         func(*writer, *user)
}

// userMembers are in the order of recorded answers.
var userMembers = []userMember{
	{"id", "id", "", func(w *writer, u *user) { w.integer(u.ID) }},
	{"key", "user_key", "", func(w *writer, u *user) { w.text(u.UserKey) }},
	{"", "key", "", func(w *writer, u *user) { w.text(u.UserKey) }},
	{"name", "", "", func(w *writer, u *user) { w.text(u.Name()) }},
	{"", "name", "", func(w *writer, u *user) { writeName(w, u.Name()) }},
	{"email", "email", "email", func(w *writer, u *user) { text(w, u.Email) }},
	{"gender", "gender", "gender", func(w *writer, u *user) { w.text(u.Gender.String()) }},
	{"status", "status", "status", func(w *writer, u *user) { w.text(u.Status.String()) }},
	{"phone_number", "phone_number", "phone_number", func(w *writer, u *user) { text(w, u.PhoneNumber) }},
	{"first_seen", "first_seen", "first_seen", func(w *writer, u *user) { instant(w, u.FirstSeen) }},
	{"last_seen", "last_seen", "last_seen", func(w *writer, u *user) { instant(w, u.LastSeen) }},
	{"page_views", "page_views", "page_views", func(w *writer, u *user) { w.integer(u.PageViews) }},
	{"last_ip", "last_ip", "last_ip", func(w *writer, u *user) { text(w, u.LastIP) }},
	{"timezone", "timezone", "timezone", func(w *writer, u *user) { text(w, u.Timezone) }},
	{"city", "city", "city", func(w *writer, u *user) { text(w, u.City) }},
	{"region", "region", "region", func(w *writer, u *user) { text(w, u.Region) }},
	{"country", "country", "country", func(w *writer, u *user) { text(w, u.Country) }},
	{"unsubscribed", "unsubscribed", "unsubscribed", func(w *writer, u *user) { w.boolean(u.Unsubscribed) }},
	{"browser_language", "browser_language", "browser_language", func(w *writer, u *user) { text(w, u.BrowserLanguage) }},
	{"score", "score", "score", func(w *writer, u *user) { w.integer(u.Score) }},
	{"browser", "browser", "browser", func(w *writer, u *user) { text(w, u.Browser) }},
	{"os_type", "os_type", "os_type", func(w *writer, u *user) { text(w, u.OSType) }},
	{"resolution", "resolution", "resolution", func(w *writer, u *user) { text(w, u.Resolution) }},
	{"created_at", "created_at", "", func(w *writer, u *user) { w.time(u.CreatedAt) }},
	{"updated_at", "updated_at", "", func(w *writer, u *user) { w.time(u.UpdatedAt) }},
	{"companies", "companies", "", func(w *writer, _ *user) { w.raw("[]") }},
	{"attributes", "", "", writeAttributeList},
	{"gravatar_url", "gravatar_url", "gravatar_url", func(w *writer, u *user) { text(w, u.GravatarURL) }},
	{"lists", "lists", "", func(w *writer, _ *user) { w.raw("[]") }},
	{"tags", "tags", "", func(w *writer, _ *user) { w.raw("[]") }},
	{"notifications", "notifications", "notifications", func(w *writer, u *user) { w.boolean(u.Notifications) }},
	{"facebook_url", "facebook_url", "facebook_url", func(w *writer, u *user) { text(w, u.FacebookURL) }},
	{"linkedin_url", "linkedin_url", "linkedin_url", func(w *writer, u *user) { text(w, u.LinkedinURL) }},
	{"twitter_url", "twitter_url", "twitter_url", func(w *writer, u *user) { text(w, u.TwitterURL) }},
	{"google_url", "google_url", "google_url", func(w *writer, u *user) { text(w, u.GoogleURL) }},
	{"last_contacted", "last_contacted", "last_contacted", func(w *writer, u *user) { instant(w, u.LastContacted) }},
	{"user_id", "custom_id", "custom_id", func(w *writer, u *user) { text(w, u.CustomID) }},
	{"web_push_subscription", "web_push_subscription", "web_push_subscription", func(w *writer, u *user) { w.boolean(u.WebPushSubscription) }},
	{"assigned_to", "assigned_to", "assigned_to", func(w *writer, u *user) { optional(u.AssignedTo, w.integer, w) }},
}

func text(w *writer, p *string)       { optional(p, w.text, w) }
func instant(w *writer, p *time.Time) { optional(p, w.time, w) }

func writeName(w *writer, name string) {
	if name == "" {
		w.null()
		return
	}
	w.text(name)
}

// shows reports whether an answer has the member.
func (u *user) shows(m *userMember) bool {
	switch {
	case u.carried == nil, m.v1 == "id":
		return true
	case m.v1 == "attributes":
		return len(u.stored) > 0
	}
	return u.carried.Has(m.field)
}

// writeUser writes a user as the request's version has it.
func (c *call) writeUser(w *writer, u *user) {
	w.open('{')
	for i := range userMembers {
		m := &userMembers[i]
		name := m.v1
		if c.version == v2 {
			name = m.v2
		}
		if name != "" && u.shows(m) {
			w.name(name)
			m.write(w, u)
		}
	}
	if c.version == v2 {
		writeFlattened(w, u)
	}
	w.close('}')
}

// writeAttributeList writes the custom attributes that are set, as v1 has them.
func writeAttributeList(w *writer, u *user) {
	w.open('[')
	for _, s := range u.stored {
		writeAttribute(w, s.Attribute.ID, s.Name, records.Standardize(s.Name), "", func() { w.decoded(s.Value) })
	}
	if u.carried == nil {
		for _, a := range u.definitions {
			if value, set := u.Attributes[a.ID]; set {
				writeAttribute(w, a.ID, a.Name, a.NameStd, a.Description, func() { w.raw(string(value)) })
			}
		}
	}
	w.close(']')
}

func writeAttribute(w *writer, id int64, name, nameStd, description string, value func()) {
	w.open('{')
	w.name("id")
	w.integer(id)
	w.name("name")
	w.text(name)
	w.name("name_std")
	w.text(nameStd)
	w.name("value")
	value()
	w.name("description")
	w.text(description)
	w.close('}')
}

// writeFlattened writes every custom attribute as a member, as v2 has them.
func writeFlattened(w *writer, u *user) {
	for _, s := range u.stored {
		w.name(attributeName(records.Standardize(s.Name)))
		w.decoded(s.Value)
	}
	if u.carried != nil {
		return
	}
	for _, a := range u.definitions {
		w.name(attributeName(a.NameStd))
		if value, set := u.Attributes[a.ID]; set {
			w.raw(string(value))
			continue
		}
		w.null()
	}
}
