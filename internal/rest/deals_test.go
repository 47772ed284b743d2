package rest

import (
	"context"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"testing"

	"latchkey/internal/apikey"
	"latchkey/internal/records"
	"latchkey/internal/store"
)

func dealProbes() map[string][]probe {
	return map[string][]probe{
		"deals.list": {
			{"deals/", ""}, {"deals/?user_id={id}", ""}, {"deals/?user_custom_id={custom_id}", ""}, {"deals/?userkey={key}", ""},
			{"deals/?company_id={company}", ""}, {"deals/?company_custom_id={company_custom_id}", ""}, {"deals/?stage={stage}", ""},
		},
		"deals.create": {
			{"deals/", `{"name": "Sent", "value": 1, "Sent": "x", "stage": {stage}, "pipeline": {pipeline}, "loss_reason": {loss_reason}}`},
			{"deals/", `{"name": "Sent", "deal_id": "{deal_custom_id}"}`}, {"deals/", `{"name": "Sent", "custom_id": "{deal_custom_id}"}`},
			{"deals/", `{"name": "Sent", "user_id": {id}}`}, {"deals/", `{"name": "Sent", "user_custom_id": "{custom_id}"}`},
			{"deals/", `{"name": "Sent", "company_id": {company}}`}, {"deals/", `{"name": "Sent", "company_custom_id": "{company_custom_id}"}`},
			{"deals/", `{"name": "Sent", "participants": [{id}]}`}, {"deals/", `{"name": "Sent", "products": [{product}]}`},
			{"deals/", `{"name": "Sent", "products_custom_id": ["{product_custom_id}"]}`},
			{"deals/", `{"name": "Sent", "order_products": [{"product_id": {product}, "quantity": 2, "value": 1, "currency": "EUR"}]}`},
		},
		"deals.update_or_create": {{"deals/update_or_create/", `{"name": "Sent", "deal_id": "{deal_custom_id}", "custom_id": "{deal_custom_id}"}`}},
		"deals.get":              {{"deals/{deal}/", ""}},
		"deals.update": {
			{"deals/{deal}/", `{"currency": "EUR", "Sent": "x"}`}, {"deals/{deal}/", `{}`}, {"deals/{deal}/", `{"user_id": {id}, "company_id": {company}, "participants": [{id}]}`},
			{"deals/{deal}/", `{"products": [{product}]}`},
		},
		"deals.delete":                  {{"deals/{deal}/", ""}},
		"deals.set_attribute":           {{"deals/{deal}/set_attribute/", `{"attribute": "Sent", "value": "x"}`}},
		"deals.set_multiple_attributes": {{"deals/{deal}/set_multiple_attributes/", `{"Sent": "x", "currency": "EUR"}`}},
		"deals.remove_attribute":        {{"deals/{deal}/remove_attribute/", `{"attribute": "Sent"}`}},

		"deals_by_id.create":                  {{"deals-by-id/", `{"name": "Sent", "deal_id": "{deal_custom_id}", "custom_id": "{deal_custom_id}"}`}},
		"deals_by_id.get":                     {{"deals-by-id/{deal_custom_id}/", ""}},
		"deals_by_id.update":                  {{"deals-by-id/{deal_custom_id}/", `{"currency": "EUR", "Sent": "x"}`}},
		"deals_by_id.delete":                  {{"deals-by-id/{deal_custom_id}/", ""}},
		"deals_by_id.set_attribute":           {{"deals-by-id/{deal_custom_id}/set_attribute/", `{"attribute": "Sent", "value": "x"}`}},
		"deals_by_id.set_multiple_attributes": {{"deals-by-id/{deal_custom_id}/set_multiple_attributes/", `{"Sent": "x"}`}},
		"deals_by_id.remove_attribute":        {{"deals-by-id/{deal_custom_id}/remove_attribute/", `{"attribute": "Sent"}`}},
	}
}

// dealTables are what companies, deals, and what sorts deals are kept in.
var dealTables = []string{"company", "company_member", "deal", "deal_participant", "deal_product", "product", "pipeline", "stage", "loss_reason"}

func absentDeals() target {
	return target{
		"company": "777777771", "company_custom_id": "absent-company-id", "deal": "777777772", "deal_custom_id": "absent-deal-id", "product": "777777773",
		"product_custom_id": "absent-product-id", "pipeline": "777777774", "stage": "777777775", "loss_reason": "777777776",
	}
}

// plantDeals stores a company that the planted user belongs to, a deal of both, with
// a product, and what sorts deals, all with canaries in every field.
func plantDeals(ctx context.Context, tx *store.Tx, p planted, prefix string) error {
	p.target["company_custom_id"], p.target["deal_custom_id"], p.target["product_custom_id"] = prefix+"-company-id", prefix+"-deal-id", prefix+"-product-id"
	err := tx.QueryRow(ctx, `INSERT INTO product (workspace_id, custom_id, created_at, updated_at) VALUES ($1, $2, now(), now()) ON CONFLICT (workspace_id, custom_id)
		DO UPDATE SET custom_id = EXCLUDED.custom_id RETURNING id::text`, tx.Caller().Workspace(), prefix+"-product-id").Scan(ptr(p.target, "product"))
	for _, plant := range []func() error{
		func() error { return plantRecord(ctx, tx, p, records.Companies, "company", prefix) },
		func() error { return records.AddMember(ctx, tx, ref(p, "company"), ref(p, "id")) },
		func() error { return plantRecord(ctx, tx, p, records.Pipelines, "pipeline", prefix) },
		func() error { return plantRecord(ctx, tx, p, records.Stages, "stage", prefix) },
		func() error { return plantRecord(ctx, tx, p, records.LossReasons, "loss_reason", prefix) },
		func() error { return plantRecord(ctx, tx, p, records.Deals, "deal", prefix) },
	} {
		if err == nil {
			err = plant()
		}
	}
	return err
}

func ref(p planted, name string) records.Ref {
	id, _ := strconv.ParseInt(p.target[name], 10, 64) // PostgreSQL wrote it
	return records.ByID(id)
}

// plantRecord fills every field of a record.
func plantRecord[T any](ctx context.Context, tx *store.Tx, p planted, kind *records.Kind[T], name, prefix string) error {
	patch := kind.Patch()
	for _, f := range kind.Fields() {
		var value any = prefix + "-" + f
		switch f {
		case "custom_id":
			value = p.target[name+"_custom_id"]
		case "email":
			value = p.target["email"]
		case "phone_numbers":
			value = []any{p.target["phone"]}
		case "expected_close_date", "won_at", "lost_at":
			value = "1987-06-05"
		case "size", "assigned_to", "value", "stage", "pipeline", "loss_reason", "scope", "position":
			value = "987654321"
		case "currency", "status", "activities_status":
			continue
		case "contact_id":
			value = p.target["id"]
		case "company_id", "pipeline_id":
			value = p.target[strings.TrimSuffix(f, "_id")]
		}
		if err := patch.Set(f, value); err != nil {
			return err
		}
	}
	if name == "company" || name == "deal" {
		if err := patch.SetAttribute(prefix+" attribute", prefix+"-value"); err != nil {
			return err
		}
	}
	if deal, is := any(patch).(*records.Patch[records.Deal]); is {
		step, err := records.Participating(p.target["id"])
		if err != nil {
			return err
		}
		var sold records.Selling
		if err := sold.ByIDs("products", p.target["product"]); err != nil {
			return err
		}
		deal.Then(step)
		deal.Then(sold.Write)
	}
	written, err := kind.Create(ctx, tx, patch)
	p.target[name] = strconv.FormatInt(kind.Base(&written.Record).ID, 10)
	return err
}

// What a deal sells is exactly what its last write said; a product that stays keeps
// what an order said of it, and one that is not known changes nothing.
func TestProductsOfADeal(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	acme := w.tenant(t, "acme")
	w.exec(t, acme, `INSERT INTO product (workspace_id, id, custom_id, created_at, updated_at) VALUES ($1, 11, 'a', now(), now()), ($1, 12, 'b', now(), now()), ($1, 13, NULL, now(), now())`, acme.who.Workspace())
	all := acme.keys[apikey.All]
	if a := w.send(t, all, 2, http.MethodPost, "deals/", `{"name": "Cart", "custom_id": "c", "products_custom_id": ["b", "a", "b"]}`); a.StatusCode != http.StatusCreated {
		t.Fatalf("%d %s", a.StatusCode, a.text)
	}
	for _, step := range []struct {
		body, want string
	}{
		{`{}`, `"products":[11,12],"products_custom_id":["a","b"]`},
		{`{"order_products": [{"product_custom_id": "a", "quantity": 3, "value": "7.5", "currency": "eur"}, {"product_id": 13}]}`,
			`"products":[11,13],"products_custom_id":["a"],"order_products":[{"product_id":11,"product_custom_id":"a","quantity":3,"value":"7.50","currency":"EUR"},` +
				`{"product_id":13,"product_custom_id":null,"quantity":1,"value":null,"currency":null}]`},
		{`{"products": [12, "11"], "products_custom_id": null}`, `"order_products":[{"product_id":11,"product_custom_id":"a","quantity":3,"value":"7.50","currency":"EUR"},{"product_id":12,`},
		{`{"products": [12], "order_products": [{"product_id": 12, "quantity": 2}]}`, `"order_products":[{"product_id":12,"product_custom_id":"b","quantity":2,`},
		{`{"products_custom_id": ["unknown"]}`, `"errors":{"products_custom_id":["There is no record with this id."]}`},
		{`{"order_products": [{"quantity": 1}]}`, `"errors":{"order_products":["Each element needs product_id or product_custom_id."]}`},
		{`{"order_products": [{"product_id": 12, "quantity": -1}]}`, `"errors":{"order_products":[`},
		{`{"order_products": 5}`, `"errors":{"order_products":[`},
		{`{"products_custom_id": [{}]}`, `"errors":{"products_custom_id":[`},
		{`{"name": "Cart"}`, `"products":[12],"products_custom_id":["b"]`},
		{`{"products": []}`, `"products":[],"products_custom_id":[],"order_products":[]`},
	} {
		if a := w.send(t, all, 2, http.MethodPut, "deals-by-id/c/", step.body); !strings.Contains(a.text, step.want) {
			t.Errorf("%s: %d %s\nwant %s", step.body, a.StatusCode, a.text, step.want)
		}
	}
	a := w.send(t, all, 1, http.MethodPost, "deals/", `{"name": "Old", "products_deal_id": ["b"]}`)
	if !strings.Contains(a.text, `"products":[12],"products_deal_id":["b"]`) {
		t.Errorf("v1: %s", a.text)
	}
}

// Of two ids of one user or company, the assigned one counts, unless it is null.
func TestADealsUserByEitherID(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	acme := w.tenant(t, "acme")
	all := acme.keys[apikey.All]
	for _, id := range []string{"a", "b"} {
		w.send(t, all, 2, http.MethodPost, "users/", `{"custom_id": "`+id+`"}`)
	}
	w.send(t, all, 2, http.MethodPost, "deals/", `{"name": "Cart", "custom_id": "c"}`)
	for _, step := range []struct{ body, want string }{
		{`{"user_id": 1, "user_custom_id": "b"}`, `"user_id":1,"user_custom_id":"a"`},
		{`{"user_id": 1, "user_custom_id": "unknown"}`, `"user_id":1,"user_custom_id":"a"`},
		{`{"user_id": null, "user_custom_id": "b"}`, `"user_id":2,"user_custom_id":"b"`},
		{`{"person": 1}`, `"user_id":1,"user_custom_id":"a"`},
		{`{"user_custom_id": ""}`, `"user_id":null,"user_custom_id":null`},
		{`{"user_custom_id": "a"}`, `"user_id":1,"user_custom_id":"a"`},
		{`{"user_id": null}`, `"user_id":null,"user_custom_id":null`},
		{`{"user_custom_id": {}}`, `"errors":{"user_custom_id":["Not a valid string."]}`},
	} {
		if a := w.send(t, all, 2, http.MethodPut, "deals-by-id/c/", step.body); !strings.Contains(a.text, step.want) {
			t.Errorf("%s: %d %s\nwant %s", step.body, a.StatusCode, a.text, step.want)
		}
	}
}

// Deals and companies can be deleted whatever is linked with them, and take only the
// links along.
func TestDeletingTakesOnlyLinksAlong(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	acme := w.tenant(t, "acme")
	p := w.plant(t, acme, "Kept")
	for _, path := range []string{"deals/{deal}/", "companies/{company}/"} {
		if a := w.probe(t, acme, apikey.All, 2, http.MethodDelete, probe{path, ""}, p.target); a.StatusCode != http.StatusNoContent {
			t.Errorf("%s: %d %s", path, a.StatusCode, a.text)
		}
	}
	var left []string
	must(t, w.admin.View(t.Context(), acme.who, func(ctx context.Context, v *store.View) error {
		for _, table := range append(slices.Clone(dealTables), "contact") {
			var n int
			if err := v.QueryRow(ctx, `SELECT count(*) FROM `+table+` WHERE workspace_id = $1`, acme.who.Workspace()).Scan(&n); err != nil {
				return err
			}
			if n > 0 {
				left = append(left, table)
			}
		}
		return nil
	}))
	if want := []string{"product", "pipeline", "stage", "loss_reason", "contact"}; !slices.Equal(left, want) {
		t.Errorf("left are %v, want %v", left, want)
	}
}

// Whatever names a user or a company finds what belongs to it, and to nobody else.
func TestListsOfAUserAndACompany(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	acme := w.tenant(t, "acme")
	p := w.plant(t, acme, "One")
	other := w.plant(t, acme, "Two")
	for _, query := range []string{
		"deals/?user_id={id}", "deals/?user_custom_id={custom_id}", "deals/?userkey={key}", "deals/?user_key={key}", "deals/?person={id}",
		"deals/?company={company}", "deals/?company_id={company}", "deals/?company_custom_id={company_custom_id}",
		"deals/?custom_id={deal_custom_id}", "deals/?deal_id={deal_custom_id}",
		"companies/?user_id={id}", "companies/?user_custom_id={custom_id}", "companies/?userkey={key}", "companies/?user_key={key}",
		"companies/?phone_numbers={phone}", "companies/search/?email__contains={email}", "users/?company={company}", "users/?company_custom_id={company_custom_id}",
	} {
		for version := 1; version <= 2; version++ {
			a := w.probe(t, acme, apikey.ReadOnly, version, http.MethodGet, probe{query, ""}, p.target)
			if !strings.HasPrefix(a.text, `{"count":1,`) || !strings.Contains(a.text, p.canaries[0]) || strings.Contains(a.text, other.canaries[0]+"-") {
				t.Errorf("v%d %s: %.300s", version, query, a.text)
			}
		}
	}
	for version, query := range map[int]string{1: "users/?company_id={company_custom_id}", 2: "users/?company_id={company}"} {
		if a := w.probe(t, acme, apikey.ReadOnly, version, http.MethodGet, probe{query, ""}, p.target); !strings.HasPrefix(a.text, `{"count":1,`) {
			t.Errorf("v%d %s: %.300s", version, query, a.text)
		}
	}
}
