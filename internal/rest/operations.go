package rest

import (
	"net/http"

	"latchkey/internal/apikey"
)

// operation is one thing that integrations can do.
type operation struct {
	name     string // stable: in logs, metrics and usage
	resource string
	access   apikey.Access
	methods  []string
	path     string // below /api/public/, with its trailing slash
	serve    func(*call) (reply, error)
}

const (
	get    = http.MethodGet
	post   = http.MethodPost
	put    = http.MethodPut
	patch  = http.MethodPatch
	remove = http.MethodDelete
)

func methods(m ...string) []string { return m }

// operations is the table. Where one path is a pattern and another is literal,
// the literal one wins for the methods that it has.
func operations() []operation {
	return []operation{
		{"me.get", "key", apikey.Own, methods(get), "me/", getMe},

		{"users.list", "user", apikey.Read, methods(get), "users/", listUsers},
		{"users.create", "user", apikey.Write, methods(post), "users/", createUser},
		{"users.update_or_create", "user", apikey.Write, methods(post), "users/update_or_create/", upsertUser},
		{"users.search", "user", apikey.Read, methods(get), "users/search/", searchUsers},
		{"users.get", "user", apikey.Read, methods(get), "users/{id}/", getUser},
		{"users.update", "user", apikey.Write, methods(put, patch), "users/{id}/", updateUser},
		{"users.delete", "user", apikey.Delete, methods(remove), "users/{id}/", deleteUser},
		{"users.events", "event", apikey.Read, methods(get), "users/{id}/events/", listUserEvents},
		{"users.set_attribute", "user", apikey.Write, methods(post), "users/{id}/set_attribute/", setAttribute},
		{"users.set_multiple_attributes", "user", apikey.Write, methods(post), "users/{id}/set_multiple_attributes/", setAttributes},
		{"users.remove_attribute", "user", apikey.Write, methods(post, remove), "users/{id}/remove_attribute/", removeAttribute},

		{"users_by_id.search", "user", apikey.Read, methods(get), "users-by-id/search/", searchUsersByCustomID},
		{"users_by_id.get", "user", apikey.Read, methods(get), "users-by-id/{custom_id}/", getUser},
		{"users_by_id.update", "user", apikey.Write, methods(put, patch), "users-by-id/{custom_id}/", updateUser},
		{"users_by_id.delete", "user", apikey.Delete, methods(remove), "users-by-id/{custom_id}/", deleteUser},
		{"users_by_id.events", "event", apikey.Read, methods(get), "users-by-id/{custom_id}/events/", listUserEvents},
		{"users_by_id.record_event", "event", apikey.Write, methods(post), "users-by-id/{custom_id}/events/", recordUserEvent},
		{"users_by_id.set_attribute", "user", apikey.Write, methods(post), "users-by-id/{custom_id}/set_attribute/", setAttribute},
		{"users_by_id.set_multiple_attributes", "user", apikey.Write, methods(post), "users-by-id/{custom_id}/set_multiple_attributes/", setAttributes},
		{"users_by_id.remove_attribute", "user", apikey.Write, methods(post, remove), "users-by-id/{custom_id}/remove_attribute/", removeAttribute},

		{"events.record", "event", apikey.Write, methods(post), "events/", recordEvent},
		{"events.list", "event_name", apikey.Read, methods(get), "events/", listEventNames},
		{"events.get", "event_name", apikey.Read, methods(get), "events/{id}/", getEventName},
	}
}
