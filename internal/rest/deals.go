package rest

import (
	"context"
	"net/http"

	"latchkey/internal/apikey"
	"latchkey/internal/records"
	"latchkey/internal/store"
)

// deals belong to a user and a company. Each version takes the other's names for
// these, and for the id that the client chose, as well as its own.
var deals = published(resource[records.Deal]{
	kind: records.Deals,
	members: []member[records.Deal]{
		{"id", "id", "", func(w *writer, d *records.Deal) { w.integer(d.ID) }},
		{"name", "name", "name", func(w *writer, d *records.Deal) { w.text(d.Name) }},
		{"value", "value", "value", func(w *writer, d *records.Deal) { writeMoney(w, d.Value) }},
		{"currency", "currency", "currency", func(w *writer, d *records.Deal) { writeName(w, string(d.Currency)) }},
		{"deal_id", "custom_id", "custom_id", func(w *writer, d *records.Deal) { text(w, d.CustomID) }},
		{"stage", "stage", "stage", func(w *writer, d *records.Deal) { optional(d.Stage, w.integer, w) }},
		{"pipeline", "pipeline", "pipeline", func(w *writer, d *records.Deal) { optional(d.Pipeline, w.integer, w) }},
		{"assigned_to", "assigned_to", "assigned_to", func(w *writer, d *records.Deal) { optional(d.AssignedTo, w.integer, w) }},
		{"restricted_to", "restricted_to", "", func(w *writer, _ *records.Deal) { w.null() }},
		{"agent", "agent", "", func(w *writer, _ *records.Deal) { w.null() }},
		{"products", "products", "", func(w *writer, d *records.Deal) { writeProductIDs(w, d.Products) }},
		{"products_deal_id", "products_custom_id", "", func(w *writer, d *records.Deal) { writeProductCustomIDs(w, d.Products) }},
		{"", "order_products", "", func(w *writer, d *records.Deal) { writeOrder(w, d.Products) }},
		{"company", "company_id", "company_id", func(w *writer, d *records.Deal) { optional(d.CompanyID, w.integer, w) }},
		{"company_deal_id", "company_custom_id", "company_custom_id", func(w *writer, d *records.Deal) { text(w, d.CompanyCustomID) }},
		{"person", "user_id", "contact_id", func(w *writer, d *records.Deal) { optional(d.ContactID, w.integer, w) }},
		{"user_custom_id", "user_custom_id", "contact_custom_id", func(w *writer, d *records.Deal) { text(w, d.ContactCustomID) }},
		{"status", "status", "status", func(w *writer, d *records.Deal) { w.integer(int64(d.Status)) }},
		{"scope", "scope", "scope", func(w *writer, d *records.Deal) { w.integer(d.Scope) }},
		{"created_by", "created_by", "", func(w *writer, _ *records.Deal) { w.null() }},
		{"created_at", "created_at", "", func(w *writer, d *records.Deal) { w.time(d.CreatedAt) }},
		{"updated_at", "updated_at", "", func(w *writer, d *records.Deal) { w.time(d.UpdatedAt) }},
		{"activities_status", "activities_status", "activities_status", func(w *writer, d *records.Deal) { w.text(d.ActivitiesStatus.String()) }},
		{"expected_close_date", "expected_close_date", "expected_close_date", func(w *writer, d *records.Deal) { writeDay(w, d.ExpectedCloseDate) }},
		{"loss_reason", "loss_reason", "loss_reason", func(w *writer, d *records.Deal) { optional(d.LossReason, w.integer, w) }},
		{"loss_reason_description", "loss_reason_description", "loss_reason_description", func(w *writer, d *records.Deal) { w.text(d.LossReasonDescription) }},
		{"lost_at", "lost_at", "lost_at", func(w *writer, d *records.Deal) { instant(w, d.LostAt) }},
		{"won_at", "won_at", "won_at", func(w *writer, d *records.Deal) { instant(w, d.WonAt) }},
		{"participants", "participants", "", func(w *writer, d *records.Deal) { writeIntegers(w, d.Participants) }},
		{"tags", "tags", "", func(w *writer, d *records.Deal) { writeTags(w, d.Tags) }},
		{"attributes", "", "", nil},
	},
	links: map[string]linker[records.Deal]{
		"custom_id": as[records.Deal]("custom_id"), "deal_id": as[records.Deal]("custom_id"),
		"user_id": as[records.Deal]("contact_id"), "person": as[records.Deal]("contact_id"),
		"company_id": as[records.Deal]("company_id"), "company": as[records.Deal]("company_id"),
		"company_custom_id":  as[records.Deal]("company_custom_id"),
		"participants":       takePart,
		"products":           sellByIDs,
		"products_custom_id": sellByCustomIDs("products_custom_id"),
		"products_deal_id":   sellByCustomIDs("products_deal_id"),
		"order_products":     sellByOrder,
		"tags":               linkTags[records.Deal],
	},
	unwritten: map[version][]string{
		v1: {"id", "restricted_to", "agent", "created_by", "created_at", "updated_at", "attributes"},
		v2: {"id", "restricted_to", "agent", "created_by", "created_at", "updated_at", "attributes"},
	},
	asked: map[version]map[string]string{
		v1: {"user_id": "contact_id", "company_id": "company_id", "custom_id": "custom_id"},
		v2: {"person": "contact_id", "company": "company_id", "deal_id": "custom_id"},
	},
})

func takePart(b *binding[records.Deal], value any) error {
	step, err := records.Participating(value)
	if err == nil {
		b.also("participants", step)
	}
	return err
}

func writeMoney(w *writer, m records.Money) {
	if !m.Known() {
		w.null()
		return
	}
	w.text(m.String())
}

func writeDay(w *writer, d records.Day) {
	if !d.Known() {
		w.null()
		return
	}
	w.text(d.String())
}

// createDealByID makes a deal that must have an id of the client's.
func createDealByID(c *call) (reply, error) {
	b, err := deals.parse(c)
	if err != nil {
		return reply{}, err
	}
	if b.patch.CustomID() == "" {
		return reply{}, missing(deals.nameOf(c.version, "custom_id"))
	}
	return deals.written(c, http.StatusCreated, b, func(ctx context.Context, tx *store.Tx) (records.Written[records.Deal], error) {
		return records.Deals.Create(ctx, tx, b.patch)
	})
}

// updateOrCreateDeal is upsert, answered with the deal.
func updateOrCreateDeal(c *call) (reply, error) {
	b, written, err := deals.upsert(c)
	if err != nil {
		return reply{}, err
	}
	return deals.answer(c, createdStatus(written.Created), b, &written), nil
}

func dealOperations() []operation {
	return []operation{
		{"deals.list", "deal", apikey.Read, methods(get), "deals/", listed, deals.list},
		{"deals.create", "deal", apikey.Write, methods(post), "deals/", listed, deals.create},
		{"deals.update_or_create", "deal", apikey.Write, methods(post), "deals/update_or_create/", listed, updateOrCreateDeal},
		{"deals.get", "deal", apikey.Read, methods(get), "deals/{id}/", listed, deals.get},
		{"deals.update", "deal", apikey.Write, methods(put, patch), "deals/{id}/", listed, deals.update},
		{"deals.delete", "deal", apikey.Delete, methods(remove), "deals/{id}/", listed, deals.delete},
		{"deals.set_attribute", "deal", apikey.Write, methods(post), "deals/{id}/set_attribute/", listed, deals.setAttribute},
		{"deals.set_multiple_attributes", "deal", apikey.Write, methods(post), "deals/{id}/set_multiple_attributes/", listed, deals.setAttributes},
		{"deals.remove_attribute", "deal", apikey.Write, methods(post, remove), "deals/{id}/remove_attribute/", listed, deals.removeAttribute},

		{"deals_by_id.create", "deal", apikey.Write, methods(post), "deals-by-id/", listed, createDealByID},
		{"deals_by_id.get", "deal", apikey.Read, methods(get), "deals-by-id/{custom_id}/", listed, deals.get},
		{"deals_by_id.update", "deal", apikey.Write, methods(put, patch), "deals-by-id/{custom_id}/", listed, deals.update},
		{"deals_by_id.delete", "deal", apikey.Delete, methods(remove), "deals-by-id/{custom_id}/", listed, deals.delete},
		{"deals_by_id.set_attribute", "deal", apikey.Write, methods(post), "deals-by-id/{custom_id}/set_attribute/", listed, deals.setAttribute},
		{"deals_by_id.set_multiple_attributes", "deal", apikey.Write, methods(post), "deals-by-id/{custom_id}/set_multiple_attributes/", listed, deals.setAttributes},
		{"deals_by_id.remove_attribute", "deal", apikey.Write, methods(post, remove), "deals-by-id/{custom_id}/remove_attribute/", listed, deals.removeAttribute},
	}
}
