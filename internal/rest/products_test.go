package rest

import (
	"context"
	"maps"
	"strconv"
	"testing"

	"latchkey/internal/records"
	"latchkey/internal/store"
)

// recordProbes are the ways to use what all resources have in common. The body makes
// a record; id is the placeholder of one.
func recordProbes(name, id, body string) map[string][]probe {
	all := map[string][]probe{
		name + ".list":             {{name + "/", ""}, {name + "/?custom_id={custom_id}", ""}, {name + "/?id={" + id + "}", ""}, {name + "/?sent__icontains=canary", ""}},
		name + ".create":           {{name + "/", "{" + body + `, "Sent": "x"}`}, {name + "/", "{" + body + `, "custom_id": "{custom_id}"}`}},
		name + ".update_or_create": {{name + "/update_or_create/", "{" + body + `, "custom_id": "{custom_id}", "Sent": "x"}`}},
	}
	for operation, path := range map[string]string{name: name + "/{" + id + "}/", name + "_by_id": name + "-by-id/{custom_id}/"} {
		maps.Copy(all, map[string][]probe{
			operation + ".get":                     {{path, ""}},
			operation + ".update":                  {{path, `{"name": "Sent", "Sent": "x"}`}, {path, "{}"}},
			operation + ".delete":                  {{path, ""}},
			operation + ".set_attribute":           {{path + "set_attribute/", `{"attribute": "Sent", "value": "x"}`}},
			operation + ".set_multiple_attributes": {{path + "set_multiple_attributes/", `{"Sent": "x", "name": "Sent"}`}},
			operation + ".remove_attribute":        {{path + "remove_attribute/", `{"attribute": "Sent"}`}},
		})
	}
	return all
}

func productProbes() map[string][]probe {
	all := recordProbes("products", "product", `"name": "Sent"`)
	maps.Copy(all, map[string][]probe{
		"products.details":       {{"products/{product}/details/", ""}},
		"products_by_id.details": {{"products-by-id/{custom_id}/details/", ""}},
		"products.record_event": {
			{"products/{product}/product_event/", `{"user_id": {id}, "event_type": "purchase", "data": {"Sent": "x"}}`},
			{"products/{product}/product_event/", `{"user_custom_id": "{custom_id}", "event_type": "view"}`},
		},
		"products_by_id.record_event": {
			{"products-by-id/{custom_id}/product_event/", `{"client": {id}, "event_type": "purchase", "data": {"Sent": "x"}}`},
			{"products-by-id/{custom_id}/product_event/", `{"user_id": "absent", "event_type": "view"}`},
		},
		"users.product_events":       {{"users/{id}/product_events/", ""}},
		"users_by_id.product_events": {{"users-by-id/{custom_id}/product_events/", ""}},
		"site_views.record":          {{"site-views/", `{"client_user": "{key}", "page_domain": "sent.example", "page_path": "/"}`}},
		"users.ping_hits":            {{"users/{id}/ping_hits/", ""}},
		"users_by_id.ping_hits":      {{"users-by-id/{custom_id}/ping_hits/", ""}},
		"users.timeline":             {{"users/{id}/timeline/", ""}},
		"users_by_id.timeline":       {{"users-by-id/{custom_id}/timeline/", ""}},
		"users.emails":               {{"users/{id}/emails/", ""}},
		"users_by_id.emails":         {{"users-by-id/{custom_id}/emails/", ""}},
	})
	return all
}

// plantProducts stores a product, what the user did with it, and a page that it saw.
func (w *world) plantProducts(t testing.TB, n *tenant, prefix string, at target) {
	t.Helper()
	user, err := strconv.ParseInt(at["id"], 10, 64)
	must(t, err)
	product := records.Products.Patch()
	must(t, product.Set("custom_id", at["custom_id"]))
	must(t, product.Set("name", prefix+"-product"))
	must(t, product.SetAttribute("Sent", prefix+"-attribute"))
	must(t, product.SetAttribute(prefix+" attribute", prefix+"-value"))
	event := &records.NewProductEvent{}
	must(t, event.SetType("view"))
	must(t, event.SetData(map[string]any{"Sent": prefix + "-attribute", "custom_data": map[string]any{prefix: prefix}}))
	hit := &records.NewPingHit{}
	for _, name := range records.PingHitTexts() {
		must(t, hit.Set(name, prefix+"-"+name))
	}
	must(t, hit.SetTime("1987-06-05T04:03:02Z"))
	must(t, w.admin.InWorkspace(t.Context(), n.who, func(ctx context.Context, tx *store.Tx) error {
		written, err := records.Products.Upsert(ctx, tx, product)
		if err != nil {
			return err
		}
		at["product"] = strconv.FormatInt(written.Record.ID, 10)
		if _, _, err = records.RecordProductEvent(ctx, tx, records.ByID(written.Record.ID), records.ByID(user), event); err != nil {
			return err
		}
		_, err = records.RecordPingHit(ctx, tx, records.ByID(user), hit)
		if err == nil { // the page view counted
			_, err = tx.Exec(ctx, `UPDATE contact SET page_views = 987654321 WHERE workspace_id = $1 AND id = $2`, n.who.Workspace(), user)
		}
		return err
	}))
}
