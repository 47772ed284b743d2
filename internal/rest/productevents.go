package rest

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"strings"

	"latchkey/internal/apikey"
	"latchkey/internal/fault"
	"latchkey/internal/records"
	"latchkey/internal/store"
)

// recordProductEvent records what a user did with the product of the path.
func recordProductEvent(c *call) (reply, error) {
	product, err := c.ref()
	if err != nil {
		return reply{}, err
	}
	body, err := parseObject(c.body)
	if err != nil {
		return reply{}, err
	}
	var faults fault.Fields
	user, userName, err := c.productUser(body)
	faults.Add(err)
	event := bindProductEvent(body, &faults)
	if err := faults.Err(); err != nil {
		return reply{}, err
	}
	var id int64
	var left []string
	err = c.writeOne(func(ctx context.Context, tx *store.Tx) (err error) {
		id, left, err = records.RecordProductEvent(ctx, tx, product, user, event)
		return err
	})
	if err != nil {
		return reply{}, onUser(userName, err)
	}
	c.reportIgnored(left...)
	return identified(http.StatusCreated, id), nil
}

// onUser says which member names the user that there is not.
func onUser(name string, err error) error {
	if errors.Is(err, records.ErrNoContact) {
		return fault.On(err, name)
	}
	return err
}

// productUser is the user of a product event, and the member that names it. v1 calls
// the custom id user_id where the path has a custom id, and the assigned one client.
func (c *call) productUser(body map[string]any) (user records.Ref, name string, err error) {
	ids, customIDs := []string{"user_id", "client"}, []string{"user_custom_id"}
	if c.version == v1 && c.operation.byCustomID() {
		ids, customIDs = []string{"client"}, []string{"user_id", "user_custom_id"}
	}
	for _, name := range ids {
		if text, sent := sentText(body, name); sent {
			user, err := assigned(name, text)
			return user, name, err
		}
	}
	for _, name := range customIDs {
		if text, sent := sentText(body, name); sent && text != "" {
			return records.ByCustomID(text), name, nil
		}
	}
	return user, "user_id", missing("user_id")
}

// sentText is a text, or a number as it was written, among the members of a body; what
// is neither is "". Absent, null and "" are not sent.
func sentText(body map[string]any, name string) (text string, sent bool) {
	switch v := body[name].(type) {
	case nil:
		return "", false
	case string:
		return v, v != ""
	case json.Number:
		return v.String(), true
	}
	return "", true
}

func bindProductEvent(body map[string]any, faults *fault.Fields) *records.NewProductEvent {
	event := &records.NewProductEvent{}
	kind, err := required(body, "event_type")
	faults.Add(err)
	if err == nil {
		faults.Add(fault.On(event.SetType(kind), "event_type"))
	}
	faults.Add(fault.On(event.SetTime(body["timestamp"]), "timestamp"))
	faults.Add(fault.On(event.SetData(body["data"]), "data"))
	return event
}

func (c *call) writeProductEvent(w *writer, e *records.ProductEvent) {
	w.open('{')
	w.name("id")
	w.integer(e.ID)
	w.name(c.version.eventUserName())
	w.integer(e.ContactID)
	w.name("timestamp")
	w.time(e.At)
	w.name("event_type")
	w.text(e.Type)
	w.name("custom_data")
	w.raw(customData(e.Data))
	w.name("product_id")
	w.integer(e.ProductID)
	w.name("data")
	w.raw(string(e.Data))
	w.close('}')
}

// customData is the custom_data of an event's data, and {} where that is no object.
func customData(data json.RawMessage) string {
	var members struct {
		CustomData json.RawMessage `json:"custom_data"`
	}
	_ = json.Unmarshal(data, &members) // an object that PostgreSQL wrote
	if custom := string(members.CustomData); strings.HasPrefix(custom, "{") {
		return custom
	}
	return "{}"
}

func productEventOperations() []operation {
	list := ofUser(records.ProductEvents, (*call).writeProductEvent)
	return []operation{
		{"products.record_event", "product_event", apikey.Write, methods(post), "products/{id}/product_event/", listed, recordProductEvent},
		{"products_by_id.record_event", "product_event", apikey.Write, methods(post), "products-by-id/{custom_id}/product_event/", listed, recordProductEvent},
		{"users.product_events", "product_event", apikey.Read, methods(get), "users/{id}/product_events/", listed, list},
		{"users_by_id.product_events", "product_event", apikey.Read, methods(get), "users-by-id/{custom_id}/product_events/", listed, list},
	}
}
