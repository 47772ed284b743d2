package rest

import (
	"context"
	"encoding/json"
	"maps"
	"net/http"
	"slices"

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
	event := sentIn(body, c.version).bind(&faults)
	return c.record(ref, event, faults.Err())
}

// recordEvent records an event of the user that the body names.
func recordEvent(c *call) (reply, error) {
	body, err := parseObject(c.body)
	if err != nil {
		return reply{}, err
	}
	e, err := sentIn(body, c.version).event(c.version)
	return c.record(e.Contact, e.NewEvent, err)
}

// sentEvent is an event as a body has it: decoded values, nil for what is absent.
type sentEvent struct {
	client, userID, customID any // who its user is
	name, timestamp          any
	data                     any // plainData too
}

// plainData is an object as text, which can be stored as it is.
type plainData string

// sentIn is the event that is a whole body. In v1, where user_id is elsewhere the id
// that the client chose, it names no user here.
func sentIn(body map[string]any, v version) *sentEvent {
	s := &sentEvent{
		client: body["client"], customID: body["user_custom_id"],
		name: body["name"], timestamp: body["timestamp"], data: body["data"],
	}
	if v == v2 {
		s.userID = body["user_id"]
	}
	return s
}

// event is the event and its user. Wrong values are all reported at once.
func (s *sentEvent) event(v version) (records.EventTo, error) {
	var faults fault.Fields
	ref, err := s.user(v)
	faults.Add(err)
	return records.EventTo{Contact: ref, NewEvent: s.bind(&faults)}, faults.Err()
}

// user is the user of an event by assigned id, which may come as a string and under
// the other version's name; else by custom id. "" names nobody, as null does.
func (s *sentEvent) user(v version) (records.Ref, error) {
	name, id, other, otherID := "user_id", s.userID, "client", s.client
	if v == v1 {
		name, id, other, otherID = other, otherID, name, id
	}
	switch {
	case id != nil && id != "":
		return assigned(name, id)
	case otherID != nil && otherID != "":
		return assigned(other, otherID)
	}
	switch id := s.customID.(type) {
	case string:
		if id != "" {
			return records.ByCustomID(id), nil
		}
	case json.Number:
		return records.ByCustomID(id.String()), nil
	}
	return records.Ref{}, missing(name)
}

// assigned is the user with the id, a number or its text.
func assigned(name string, value any) (records.Ref, error) {
	id, err := wholeIn(name, value)
	if err != nil {
		return records.Ref{}, err
	}
	return records.ByID(id), nil
}

// bind is the event without its user.
func (s *sentEvent) bind(faults *fault.Fields) *records.NewEvent {
	event := &records.NewEvent{}
	if s.name == nil || s.name == "" {
		faults.Add(missing("name"))
	} else {
		faults.Add(fault.On(event.SetName(s.name), "name"))
	}
	faults.Add(fault.On(event.SetTime(s.timestamp), "timestamp"))
	if plain, is := s.data.(plainData); is {
		event.SetPlainData(string(plain))
	} else {
		faults.Add(fault.On(event.SetData(s.data), "data"))
	}
	return event
}

// record records one event: together with others that come at this moment, or in the
// transaction of the whole request where it has one.
func (c *call) record(ref records.Ref, event *records.NewEvent, err error) (reply, error) {
	if err != nil {
		return reply{}, err
	}
	var id int64
	var defined bool
	if c.inside == nil && !c.conditional() {
		id, defined, err = c.config.Recorder.Record(c.r.Context(), c.pass.Caller, ref, event)
		return recorded(id, defined), err
	}
	err = c.write(func(ctx context.Context, tx *store.Tx) (err error) {
		id, defined, err = records.Record(ctx, tx, ref, event)
		return err
	})
	return recorded(id, defined), err
}

// recorded is the answer of a new event.
func recorded(id int64, defined bool) reply {
	w := newWriter()
	writeRecorded(w, id, defined)
	return reply{http.StatusCreated, w.b}
}

// writeRecorded writes what came of an event; defined tells whether its name is new too.
func writeRecorded(w *writer, id int64, defined bool) {
	w.open('{')
	w.name("id")
	w.integer(id)
	w.name("created")
	w.boolean(defined)
	w.close('}')
}

// listUserEvents answers with a page of the events of the user of the path.
func listUserEvents(c *call) (reply, error) { return ofUser(records.Events, (*call).writeEvent)(c) }

// eventUserName is what each version calls the assigned id of an event's user.
func (v version) eventUserName() string {
	if v == v1 {
		return "client"
	}
	return "user_id"
}

// writeEvent writes an event. v2 calls its user user_id, and has the data as it
// was sent besides the list of items.
func (c *call) writeEvent(w *writer, e *records.Event) {
	w.open('{')
	w.name("id")
	w.integer(e.ID)
	w.name(c.version.eventUserName())
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
		{"events.record_batch", "event", apikey.Write, methods(post), "events/batch/", streamed, recordBatch},
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
