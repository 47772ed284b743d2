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
	from     origin
	serve    func(*call) (reply, error)
}

// streams reports whether the operation reads its body by itself, as it comes in.
func (o *operation) streams() bool { return o.name == "events.record_batch" }

// origin is where the requests of an operation may come from.
type origin bool

const (
	listed   origin = false // what the workspace's allowlist says
	anywhere origin = true  // for what can only take access away
)

const (
	get    = http.MethodGet
	post   = http.MethodPost
	put    = http.MethodPut
	patch  = http.MethodPatch
	remove = http.MethodDelete
)

func methods(m ...string) []string { return m }

// operations is the table. Where one path is a pattern and another is literal,
// the literal one wins; a custom id has the methods that the literal path lacks.
func operations() []operation {
	return []operation{
		{"me.get", "key", apikey.Own, methods(get), "me/", listed, getMe},
		{"me.delete", "key", apikey.Own, methods(remove), "me/", anywhere, endSecret},

		{"users.list", "user", apikey.Read, methods(get), "users/", listed, listUsers},
		{"users.create", "user", apikey.Write, methods(post), "users/", listed, createUser},
		{"users.update_or_create", "user", apikey.Write, methods(post), "users/update_or_create/", listed, upsertUser},
		{"users.search", "user", apikey.Read, methods(get), "users/search/", listed, searchUsers},
		{"users.get", "user", apikey.Read, methods(get), "users/{id}/", listed, getUser},
		{"users.update", "user", apikey.Write, methods(put, patch), "users/{id}/", listed, updateUser},
		{"users.delete", "user", apikey.Delete, methods(remove), "users/{id}/", listed, deleteUser},
		{"users.events", "event", apikey.Read, methods(get), "users/{id}/events/", listed, listUserEvents},
		{"users.set_attribute", "user", apikey.Write, methods(post), "users/{id}/set_attribute/", listed, setAttribute},
		{"users.set_multiple_attributes", "user", apikey.Write, methods(post), "users/{id}/set_multiple_attributes/", listed, setAttributes},
		{"users.remove_attribute", "user", apikey.Write, methods(post, remove), "users/{id}/remove_attribute/", listed, removeAttribute},

		{"users_by_id.search", "user", apikey.Read, methods(get), "users-by-id/search/", listed, searchUsersByCustomID},
		{"users_by_id.get", "user", apikey.Read, methods(get), "users-by-id/{custom_id}/", listed, getUser},
		{"users_by_id.update", "user", apikey.Write, methods(put, patch), "users-by-id/{custom_id}/", listed, updateUser},
		{"users_by_id.delete", "user", apikey.Delete, methods(remove), "users-by-id/{custom_id}/", listed, deleteUser},
		{"users_by_id.events", "event", apikey.Read, methods(get), "users-by-id/{custom_id}/events/", listed, listUserEvents},
		{"users_by_id.record_event", "event", apikey.Write, methods(post), "users-by-id/{custom_id}/events/", listed, recordUserEvent},
		{"users_by_id.set_attribute", "user", apikey.Write, methods(post), "users-by-id/{custom_id}/set_attribute/", listed, setAttribute},
		{"users_by_id.set_multiple_attributes", "user", apikey.Write, methods(post), "users-by-id/{custom_id}/set_multiple_attributes/", listed, setAttributes},
		{"users_by_id.remove_attribute", "user", apikey.Write, methods(post, remove), "users-by-id/{custom_id}/remove_attribute/", listed, removeAttribute},

		{"events.record", "event", apikey.Write, methods(post), "events/", listed, recordEvent},
		{"events.record_batch", "event", apikey.Write, methods(post), "events/batch/", listed, recordBatch},
		{"events.list", "event_name", apikey.Read, methods(get), "events/", listed, listEventNames},
		{"events.get", "event_name", apikey.Read, methods(get), "events/{id}/", listed, getEventName},
	}
}
