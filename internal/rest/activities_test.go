package rest

import (
	"context"
	"encoding/json"
	"maps"
	"strconv"
	"strings"
	"testing"

	"latchkey/internal/records"
	"latchkey/internal/store"
)

func activityProbes() map[string][]probe {
	all := recordProbes("activities", "activity", `"activity_type": 1, "name": "Sent", "due_date": "2030-01-01T00:00:00Z"`)
	maps.Copy(all, recordProbes("tickets", "ticket", `"name": "Sent", "description": "Sent", "due_date": "2030-01-01T00:00:00Z"`))
	for name, body := range map[string]string{
		"activities": `{"activity_type": 1, "name": "Sent", "due_date": "2030-01-01T00:00:00Z", "user_id": {id}}`,
		"tickets":    `{"name": "Sent", "description": "Sent", "due_date": "2030-01-01T00:00:00Z", "participants": [{id}]}`,
	} {
		all[name+".create"] = append(all[name+".create"], probe{name + "/", body})
		for member, id := range map[string]string{"user_custom_id": "{custom_id}", "company_custom_id": "{company_custom_id}", "deal_custom_id": "{deal_custom_id}"} {
			all[name+".create"] = append(all[name+".create"], probe{name + "/", strings.Replace(body, "{", `{"`+member+`": "`+id+`", `, 1)})
			all[name+".list"] = append(all[name+".list"], probe{name + "/?" + member + "=" + id, ""})
		}
	}
	all["activity_types.list"] = []probe{{"activity-types/", ""}}
	return all
}

// plantActivities stores an activity and a ticket of the user's.
func (w *world) plantActivities(t testing.TB, n *tenant, prefix string, at target) {
	t.Helper()
	user := json.Number(at["id"])
	activity, ticket := records.Activities.Patch(), records.Tickets.Patch()
	for name, value := range map[string]any{
		"custom_id": at["custom_id"], "activity_type": "Call", "name": prefix + "-activity", "due_date": "1987-06-05T04:03:02Z", "duration": "987654321",
		"description": prefix + "-description", "assigned_to": "987654321", "contact_id": user, "done": true,
	} {
		must(t, activity.Set(name, value))
	}
	for name, value := range map[string]any{
		"custom_id": at["custom_id"], "name": prefix + "-ticket", "description": prefix + "-description", "due_date": "1987-06-05T04:03:02Z",
		"assigned_to": "987654321", "priority": "987654321", "contact_id": user, "attachments": []any{prefix + ".pdf"},
	} {
		must(t, ticket.Set(name, value))
	}
	must(t, records.SetParticipants(ticket, []any{user}))
	for _, set := range []func(string, any) error{activity.SetAttribute, ticket.SetAttribute} {
		must(t, set("Sent", prefix+"-attribute"))
		must(t, set(prefix+" attribute", prefix+"-value"))
	}
	must(t, w.admin.InWorkspace(t.Context(), n.who, func(ctx context.Context, tx *store.Tx) error {
		a, err := records.Activities.Upsert(ctx, tx, activity)
		if err != nil {
			return err
		}
		k, err := records.Tickets.Upsert(ctx, tx, ticket)
		at["activity"], at["ticket"] = strconv.FormatInt(a.Record.ID, 10), strconv.FormatInt(k.Record.ID, 10)
		return err
	}))
}
