package rest

import (
	"context"
	"encoding/json"
	"maps"
	"net/http"
	"slices"
	"strconv"

	"latchkey/internal/apikey"
	"latchkey/internal/fault"
	"latchkey/internal/records"
	"latchkey/internal/store"
)

// recordUserEvent records an event of the user that the path names; what the body
// says about the user does not matter.
func recordUserEvent(c *call) (reply, error) {
	ref, err := c.ref()
	if err != nil {
		return reply{}, err
	}
	body, err := parseObject(c.body)
	if err != nil {
		return reply{}, err
	}
	var faults fault.Fields
	event := bindEvent(body, &faults)
	return c.record(ref, event, faults.Err())
}

// recordEvent records an event of the user that the body names.
func recordEvent(c *call) (reply, error) {
	body, err := parseObject(c.body)
	if err != nil {
		return reply{}, err
	}
	var faults fault.Fields
	ref, err := c.eventUser(body)
	faults.Add(err)
	event := bindEvent(body, &faults)
	return c.record(ref, event, faults.Err())
}

// eventUserName is what each version calls the assigned id of an event's user.
func (c *call) eventUserName() string {
	if c.version == v1 {
		return "client"
	}
	return "user_id"
}

// eventUser is the user of an event by assigned id, which may come as a string,
// and in v2 under v1's name too; else by "user_custom_id".
func (c *call) eventUser(body map[string]any) (records.Ref, error) {
	name := c.eventUserName()
	for _, name := range []string{name, "client"} {
		switch id := body[name].(type) {
		case nil:
			continue
		case json.Number:
			return assigned(name, id.String())
		case string:
			return assigned(name, id)
		default:
			return assigned(name, "")
		}
	}
	if id, ok := body["user_custom_id"].(string); ok && id != "" {
		return records.ByCustomID(id), nil
	}
	if id, ok := body["user_custom_id"].(json.Number); ok {
		return records.ByCustomID(id.String()), nil
	}
	return records.Ref{}, missing(name)
}

func assigned(name, text string) (records.Ref, error) {
	id, err := strconv.ParseInt(text, 10, 64)
	if err != nil {
		return records.Ref{}, fault.New(fault.Invalid, "INVALID", "A valid integer is required.").On(name)
	}
	return records.ByID(id), nil
}

func bindEvent(body map[string]any, faults *fault.Fields) *records.NewEvent {
	event := &records.NewEvent{}
	name, err := required(body, "name")
	faults.Add(err)
	for _, member := range []struct {
		name  string
		value any
		set   func(any) error
	}{{"name", name, event.SetName}, {"timestamp", body["timestamp"], event.SetTime}, {"data", body["data"], event.SetData}} {
		if member.value == nil {
			continue
		}
		err := member.set(member.value)
		if f, ok := fault.As(err); ok {
			err = f.On(member.name)
		}
		faults.Add(err)
	}
	return event
}

func (c *call) record(ref records.Ref, event *records.NewEvent, err error) (reply, error) {
	if err != nil {
		return reply{}, err
	}
	var id int64
	var defined bool
	err = c.write(func(ctx context.Context, tx *store.Tx) (err error) {
		id, defined, err = records.Record(ctx, tx, ref, event)
		return err
	})
	return recorded(id, defined), err
}

// recorded is the answer of a new event; defined tells whether its name is new too.
func recorded(id int64, defined bool) reply {
	w := newWriter()
	w.open('{')
	w.name("id")
	w.integer(id)
	w.name("created")
	w.boolean(defined)
	w.close('}')
	return reply{http.StatusCreated, w.b}
}

func listUserEvents(c *call) (reply, error) {
	ref, err := c.ref()
	if err != nil {
		return reply{}, err
	}
	at, err := c.position()
	if err != nil {
		return reply{}, err
	}
	var page records.Page[records.Event]
	err = c.read(func(ctx context.Context, v *store.View) (err error) {
		page, err = records.Events(ctx, v, ref, at)
		return err
	})
	if err != nil {
		return reply{}, err
	}
	return envelope(c, page, c.writeEvent), nil
}

// writeEvent writes an event. v2 calls its user user_id, and has the data as it
// was sent besides the list of items.
func (c *call) writeEvent(w *writer, e *records.Event) {
	w.open('{')
	w.name("id")
	w.integer(e.ID)
	w.name(c.eventUserName())
	w.integer(e.ContactID)
	w.name("timestamp")
	w.time(e.At)
	w.name("items")
	writeItems(w, e.Data)
	w.name("event")
	w.text(e.Name)
	w.name("event_id")
	w.integer(e.NameID)
	if c.version == v2 {
		w.name("name")
		w.text(e.Name)
		w.name("data")
		w.raw(string(e.Data))
	}
	w.close('}')
}

func writeItems(w *writer, data json.RawMessage) {
	var items map[string]json.RawMessage
	if err := json.Unmarshal(data, &items); err != nil {
		items = nil // impossible: it is an object that PostgreSQL wrote
	}
	w.open('[')
	for _, key := range slices.Sorted(maps.Keys(items)) {
		w.open('{')
		w.name("key")
		w.text(key)
		w.name("value")
		w.raw(string(items[key]))
		w.close('}')
	}
	w.close(']')
}

func eventOperations() []operation {
	return []operation{
		{"events.record", "event", apikey.Write, methods(post), "events/", listed, recordEvent},
		{"events.list", "event_name", apikey.Read, methods(get), "events/", listed, listEventNames},
		{"events.get", "event_name", apikey.Read, methods(get), "events/{id}/", listed, getEventName},
	}
}

func listEventNames(c *call) (reply, error) {
	at, err := c.position()
	if err != nil {
		return reply{}, err
	}
	var page records.Page[records.EventName]
	err = c.read(func(ctx context.Context, v *store.View) (err error) {
		page, err = records.EventNames(ctx, v, at)
		return err
	})
	if err != nil {
		return reply{}, err
	}
	return envelope(c, page, writeEventName), nil
}

func getEventName(c *call) (reply, error) {
	id, err := c.id()
	if err != nil {
		return reply{}, err
	}
	var name records.EventName
	err = c.read(func(ctx context.Context, v *store.View) (err error) {
		name, err = records.FindEventName(ctx, v, id)
		return err
	})
	if err != nil {
		return reply{}, err
	}
	w := newWriter()
	writeEventName(w, &name)
	return c.single(reply{http.StatusOK, w.b})
}

func writeEventName(w *writer, n *records.EventName) {
	w.open('{')
	w.name("id")
	w.integer(n.ID)
	w.name("name")
	w.text(n.Name)
	w.close('}')
}
