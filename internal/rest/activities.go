package rest

import (
	"latchkey/internal/apikey"
	"latchkey/internal/records"
)

// activities answer with v1's names in both versions, as the published API does; v2
// has its own names besides. Either version's names are understood in both.
var activities = published(resource[records.Activity]{
	kind: records.Activities,
	members: []member[records.Activity]{
		{"id", "id", "", func(w *writer, a *records.Activity) { w.integer(a.ID) }},
		{"activity_type", "activity_type", "activity_type", func(w *writer, a *records.Activity) { w.integer(int64(a.Type)) }},
		{"name", "name", "name", func(w *writer, a *records.Activity) { w.text(a.Name) }},
		{"datetime", "datetime", "due_date", func(w *writer, a *records.Activity) { instant(w, a.DueDate) }},
		{"duration", "duration", "duration", func(w *writer, a *records.Activity) { optional(a.Duration, w.integer, w) }},
		{"description", "description", "description", func(w *writer, a *records.Activity) { text(w, a.Description) }},
		{"assigned_to", "assigned_to", "assigned_to", func(w *writer, a *records.Activity) { optional(a.AssignedTo, w.integer, w) }},
		{"deal", "deal", "deal_id", func(w *writer, a *records.Activity) { optional(a.DealID, w.integer, w) }},
		{"person", "person", "contact_id", func(w *writer, a *records.Activity) { optional(a.ContactID, w.integer, w) }},
		{"company", "company", "company_id", func(w *writer, a *records.Activity) { optional(a.CompanyID, w.integer, w) }},
		{"done", "done", "done", func(w *writer, a *records.Activity) { w.boolean(a.Done) }},
		{"done_date", "done_date", "", func(w *writer, a *records.Activity) { instant(w, a.DoneDate) }},
		{"created_by", "created_by", "", func(w *writer, _ *records.Activity) { w.null() }},
		{"created_at", "created_at", "", func(w *writer, a *records.Activity) { w.time(a.CreatedAt) }},
		{"updated_at", "updated_at", "", func(w *writer, a *records.Activity) { w.time(a.UpdatedAt) }},
		{"custom_id", "custom_id", "custom_id", func(w *writer, a *records.Activity) { text(w, a.CustomID) }},
		{"attributes", "", "", nil},
		{"", "due_date", "due_date", func(w *writer, a *records.Activity) { instant(w, a.DueDate) }},
		{"", "deal_id", "deal_id", func(w *writer, a *records.Activity) { optional(a.DealID, w.integer, w) }},
		{"", "user_id", "contact_id", func(w *writer, a *records.Activity) { optional(a.ContactID, w.integer, w) }},
		{"", "company_id", "company_id", func(w *writer, a *records.Activity) { optional(a.CompanyID, w.integer, w) }},
		{"", "deal_custom_id", "deal_custom_id", func(w *writer, a *records.Activity) { text(w, a.DealCustomID) }},
		{"", "user_custom_id", "contact_custom_id", func(w *writer, a *records.Activity) { text(w, a.ContactCustomID) }},
		{"", "company_custom_id", "company_custom_id", func(w *writer, a *records.Activity) { text(w, a.CompanyCustomID) }},
	},
	aliases: map[string]string{
		"due_date": "due_date", "deal_id": "deal_id", "user_id": "contact_id", "company_id": "company_id",
		"deal_custom_id": "deal_custom_id", "user_custom_id": "contact_custom_id", "company_custom_id": "company_custom_id",
	},
	unwritten: map[version][]string{
		v1: {"id", "done_date", "created_by", "created_at", "updated_at", "attributes"},
		v2: {"id", "done_date", "created_by", "created_at", "updated_at", "attributes"},
	},
})

// listActivityTypes lists the types of activities, which are the same for everybody.
func listActivityTypes(c *call) (reply, error) {
	at, err := c.position()
	if err != nil {
		return reply{}, err
	}
	page, err := records.ActivityTypes(at)
	if err != nil {
		return reply{}, err
	}
	return envelope(c, page, func(w *writer, t *records.ActivityType) {
		w.open('{')
		w.name("id")
		w.integer(int64(*t))
		w.name("name")
		w.text(t.String())
		w.close('}')
	}), nil
}

func activityOperations() []operation {
	return []operation{
		{"activity_types.list", "activity_type", apikey.Read, methods(get), "activity-types/", listed, listActivityTypes},

		{"activities.list", "activity", apikey.Read, methods(get), "activities/", listed, activities.list},
		{"activities.create", "activity", apikey.Write, methods(post), "activities/", listed, activities.create},
		{"activities.update_or_create", "activity", apikey.Write, methods(post), "activities/update_or_create/", listed, activities.updateOrCreate},
		{"activities.get", "activity", apikey.Read, methods(get), "activities/{id}/", listed, activities.get},
		{"activities.update", "activity", apikey.Write, methods(put, patch), "activities/{id}/", listed, activities.update},
		{"activities.delete", "activity", apikey.Delete, methods(remove), "activities/{id}/", listed, activities.delete},
		{"activities.set_attribute", "activity", apikey.Write, methods(post), "activities/{id}/set_attribute/", listed, activities.setAttribute},
		{"activities.set_multiple_attributes", "activity", apikey.Write, methods(post), "activities/{id}/set_multiple_attributes/", listed, activities.setAttributes},
		{"activities.remove_attribute", "activity", apikey.Write, methods(post, remove), "activities/{id}/remove_attribute/", listed, activities.removeAttribute},

		{"activities_by_id.get", "activity", apikey.Read, methods(get), "activities-by-id/{custom_id}/", listed, activities.get},
		{"activities_by_id.update", "activity", apikey.Write, methods(put, patch), "activities-by-id/{custom_id}/", listed, activities.update},
		{"activities_by_id.delete", "activity", apikey.Delete, methods(remove), "activities-by-id/{custom_id}/", listed, activities.delete},
		{"activities_by_id.set_attribute", "activity", apikey.Write, methods(post), "activities-by-id/{custom_id}/set_attribute/", listed, activities.setAttribute},
		{"activities_by_id.set_multiple_attributes", "activity", apikey.Write, methods(post), "activities-by-id/{custom_id}/set_multiple_attributes/", listed, activities.setAttributes},
		{"activities_by_id.remove_attribute", "activity", apikey.Write, methods(post, remove), "activities-by-id/{custom_id}/remove_attribute/", listed, activities.removeAttribute},
	}
}
