package rest

import (
	"latchkey/internal/apikey"
	"latchkey/internal/records"
)

// users are contacts, as the published API calls them.
var users = published(resource[records.Contact]{
	kind:   records.Contacts,
	infers: true,
	members: []member[records.Contact]{
		{"id", "id", "", func(w *writer, u *records.Contact) { w.integer(u.ID) }},
		{"key", "user_key", "", func(w *writer, u *records.Contact) { w.text(u.UserKey) }},
		{"", "key", "", func(w *writer, u *records.Contact) { w.text(u.UserKey) }},
		{"name", "", "", func(w *writer, u *records.Contact) { w.text(u.Name()) }},
		{"", "name", "", func(w *writer, u *records.Contact) { writeName(w, u.Name()) }},
		{"email", "email", "email", func(w *writer, u *records.Contact) { text(w, u.Email) }},
		{"gender", "gender", "gender", func(w *writer, u *records.Contact) { w.text(u.Gender.String()) }},
		{"status", "status", "status", func(w *writer, u *records.Contact) { w.text(u.Status.String()) }},
		{"phone_number", "phone_number", "phone_number", func(w *writer, u *records.Contact) { text(w, u.PhoneNumber) }},
		{"first_seen", "first_seen", "first_seen", func(w *writer, u *records.Contact) { instant(w, u.FirstSeen) }},
		{"last_seen", "last_seen", "last_seen", func(w *writer, u *records.Contact) { instant(w, u.LastSeen) }},
		{"page_views", "page_views", "page_views", func(w *writer, u *records.Contact) { w.integer(u.PageViews) }},
		{"last_ip", "last_ip", "last_ip", func(w *writer, u *records.Contact) { text(w, u.LastIP) }},
		{"timezone", "timezone", "timezone", func(w *writer, u *records.Contact) { text(w, u.Timezone) }},
		{"city", "city", "city", func(w *writer, u *records.Contact) { text(w, u.City) }},
		{"region", "region", "region", func(w *writer, u *records.Contact) { text(w, u.Region) }},
		{"country", "country", "country", func(w *writer, u *records.Contact) { text(w, u.Country) }},
		{"unsubscribed", "unsubscribed", "unsubscribed", func(w *writer, u *records.Contact) { w.boolean(u.Unsubscribed) }},
		{"browser_language", "browser_language", "browser_language", func(w *writer, u *records.Contact) { text(w, u.BrowserLanguage) }},
		{"score", "score", "score", func(w *writer, u *records.Contact) { w.integer(u.Score) }},
		{"browser", "browser", "browser", func(w *writer, u *records.Contact) { text(w, u.Browser) }},
		{"os_type", "os_type", "os_type", func(w *writer, u *records.Contact) { text(w, u.OSType) }},
		{"resolution", "resolution", "resolution", func(w *writer, u *records.Contact) { text(w, u.Resolution) }},
		{"created_at", "created_at", "", func(w *writer, u *records.Contact) { w.time(u.CreatedAt) }},
		{"updated_at", "updated_at", "", func(w *writer, u *records.Contact) { w.time(u.UpdatedAt) }},
		{"companies", "companies", "", func(w *writer, u *records.Contact) { writeMemberships(w, u.Companies) }},
		{"attributes", "", "", nil},
		{"gravatar_url", "gravatar_url", "gravatar_url", func(w *writer, u *records.Contact) { text(w, u.GravatarURL) }},
		{"lists", "lists", "", func(w *writer, u *records.Contact) { writeLists(w, u.Lists) }},
		{"tags", "tags", "", func(w *writer, u *records.Contact) { writeTags(w, u.Tags) }},
		{"notifications", "notifications", "notifications", func(w *writer, u *records.Contact) { w.boolean(u.Notifications) }},
		{"facebook_url", "facebook_url", "facebook_url", func(w *writer, u *records.Contact) { text(w, u.FacebookURL) }},
		{"linkedin_url", "linkedin_url", "linkedin_url", func(w *writer, u *records.Contact) { text(w, u.LinkedinURL) }},
		{"twitter_url", "twitter_url", "twitter_url", func(w *writer, u *records.Contact) { text(w, u.TwitterURL) }},
		{"google_url", "google_url", "google_url", func(w *writer, u *records.Contact) { text(w, u.GoogleURL) }},
		{"last_contacted", "last_contacted", "last_contacted", func(w *writer, u *records.Contact) { instant(w, u.LastContacted) }},
		{"user_id", "custom_id", "custom_id", func(w *writer, u *records.Contact) { text(w, u.CustomID) }},
		{"web_push_subscription", "web_push_subscription", "web_push_subscription", func(w *writer, u *records.Contact) { w.boolean(u.WebPushSubscription) }},
		{"assigned_to", "assigned_to", "assigned_to", func(w *writer, u *records.Contact) { optional(u.AssignedTo, w.integer, w) }},
	},
	unwritten: map[version][]string{
		v1: {"id", "key", "user_key", "created_at", "updated_at", "companies", "attributes", "lists"},
		v2: {"id", "key", "user_key", "name", "created_at", "updated_at", "companies", "attributes", "lists"},
	},
	links: map[string]linker[records.Contact]{
		"tags": linkTags[records.Contact], "company_id": joinCompany, "company_custom_id": joinCompanyByCustomID,
	},
	asked: map[version]map[string]string{v1: {"company_id": "company_custom_id"}, v2: {"company_id": "company"}},
})

func writeName(w *writer, name string) {
	if name == "" {
		w.null()
		return
	}
	w.text(name)
}

func userOperations() []operation {
	return []operation{
		{"users.list", "user", apikey.Read, methods(get), "users/", listed, users.list},
		{"users.create", "user", apikey.Write, methods(post), "users/", listed, users.create},
		{"users.update_or_create", "user", apikey.Write, methods(post), "users/update_or_create/", listed, users.updateOrCreate},
		{"users.search", "user", apikey.Read, methods(get), "users/search/", listed, searchUsers},
		{"users.get", "user", apikey.Read, methods(get), "users/{id}/", listed, users.get},
		{"users.update", "user", apikey.Write, methods(put, patch), "users/{id}/", listed, users.update},
		{"users.delete", "user", apikey.Delete, methods(remove), "users/{id}/", listed, users.delete},
		{"users.events", "event", apikey.Read, methods(get), "users/{id}/events/", listed, listUserEvents},
		{"users.set_attribute", "user", apikey.Write, methods(post), "users/{id}/set_attribute/", listed, users.setAttribute},
		{"users.set_multiple_attributes", "user", apikey.Write, methods(post), "users/{id}/set_multiple_attributes/", listed, users.setAttributes},
		{"users.remove_attribute", "user", apikey.Write, methods(post, remove), "users/{id}/remove_attribute/", listed, users.removeAttribute},
		{"users.mass_update_standard_attributes", "user", apikey.Write, methods(put, post), "users/mass_update_standard_attributes/", listed, massStandardFields},
		{"users.mass_update_custom_attributes", "user", apikey.Write, methods(put, post), "users/mass_update_custom_attributes/", listed, massAttributes},
		{"users.merge", "user", apikey.Delete, methods(post), "users/merge/", listed, mergeUsers},
		{"users.segments", "segment", apikey.Read, methods(get), "users/{id}/segments/", listed, segmentsOfUser},
		{"users.add_tag", "user", apikey.Write, methods(post), "users/{id}/add_tag/", listed, users.addTag},
		{"users.add_many_tags", "user", apikey.Write, methods(post), "users/{id}/add_many_tags/", listed, users.addTags},
		{"users.remove_tag", "user", apikey.Write, methods(post, remove), "users/{id}/remove_tag/", listed, users.removeTag},
		{"users.add_to_list", "user", apikey.Write, methods(post), "users/{id}/add_to_list/", listed, addToList},
		{"users.remove_from_list", "user", apikey.Write, methods(post, remove), "users/{id}/remove_from_list/", listed, removeFromList},

		{"users_by_id.search", "user", apikey.Read, methods(get), "users-by-id/search/", listed, searchUsersByCustomID},
		{"users_by_id.get", "user", apikey.Read, methods(get), "users-by-id/{custom_id}/", listed, users.get},
		{"users_by_id.update", "user", apikey.Write, methods(put, patch), "users-by-id/{custom_id}/", listed, users.update},
		{"users_by_id.delete", "user", apikey.Delete, methods(remove), "users-by-id/{custom_id}/", listed, users.delete},
		{"users_by_id.events", "event", apikey.Read, methods(get), "users-by-id/{custom_id}/events/", listed, listUserEvents},
		{"users_by_id.record_event", "event", apikey.Write, methods(post), "users-by-id/{custom_id}/events/", listed, recordUserEvent},
		{"users_by_id.set_attribute", "user", apikey.Write, methods(post), "users-by-id/{custom_id}/set_attribute/", listed, users.setAttribute},
		{"users_by_id.set_multiple_attributes", "user", apikey.Write, methods(post), "users-by-id/{custom_id}/set_multiple_attributes/", listed, users.setAttributes},
		{"users_by_id.remove_attribute", "user", apikey.Write, methods(post, remove), "users-by-id/{custom_id}/remove_attribute/", listed, users.removeAttribute},
		{"users_by_id.mass_update_standard_attributes", "user", apikey.Write, methods(put, post), "users-by-id/mass_update_standard_attributes/", listed, massStandardFields},
		{"users_by_id.mass_update_custom_attributes", "user", apikey.Write, methods(put, post), "users-by-id/mass_update_custom_attributes/", listed, massAttributes},
		{"users_by_id.segments", "segment", apikey.Read, methods(get), "users-by-id/{custom_id}/segments/", listed, segmentsOfUser},
		{"users_by_id.add_tag", "user", apikey.Write, methods(post), "users-by-id/{custom_id}/add_tag/", listed, users.addTag},
		{"users_by_id.add_many_tags", "user", apikey.Write, methods(post), "users-by-id/{custom_id}/add_many_tags/", listed, users.addTags},
		{"users_by_id.remove_tag", "user", apikey.Write, methods(post, remove), "users-by-id/{custom_id}/remove_tag/", listed, users.removeTag},
		{"users_by_id.add_to_list", "user", apikey.Write, methods(post), "users-by-id/{custom_id}/add_to_list/", listed, addToList},
		{"users_by_id.remove_from_list", "user", apikey.Write, methods(post, remove), "users-by-id/{custom_id}/remove_from_list/", listed, removeFromList},
	}
}
