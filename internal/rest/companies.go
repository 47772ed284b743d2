package rest

import (
	"latchkey/internal/apikey"
	"latchkey/internal/records"
)

// companies are the organisations that users belong to.
var companies = published(resource[records.Company]{
	kind: records.Companies,
	members: []member[records.Company]{
		{"id", "id", "", func(w *writer, o *records.Company) { w.integer(o.ID) }},
		{"name", "name", "name", func(w *writer, o *records.Company) { w.text(o.Name) }},
		{"description", "description", "description", func(w *writer, o *records.Company) { text(w, o.Description) }},
		{"", "category", "category", func(w *writer, o *records.Company) { text(w, o.Category) }},
		{"email", "email", "email", func(w *writer, o *records.Company) { text(w, o.Email) }},
		{"country", "country", "country", func(w *writer, o *records.Company) { text(w, o.Country) }},
		{"region", "region", "region", func(w *writer, o *records.Company) { text(w, o.Region) }},
		{"city", "city", "city", func(w *writer, o *records.Company) { text(w, o.City) }},
		{"address", "address", "address", func(w *writer, o *records.Company) { text(w, o.Address) }},
		{"postal_code", "postal_code", "postal_code", func(w *writer, o *records.Company) { text(w, o.PostalCode) }},
		{"approx_employees", "size", "size", func(w *writer, o *records.Company) { optional(o.Size, w.integer, w) }},
		{"created_at", "created_at", "", func(w *writer, o *records.Company) { w.time(o.CreatedAt) }},
		{"updated_at", "updated_at", "", func(w *writer, o *records.Company) { w.time(o.UpdatedAt) }},
		{"attributes", "", "", nil},
		{"phone_numbers", "phone_numbers", "phone_numbers", func(w *writer, o *records.Company) { writeTexts(w, o.PhoneNumbers) }},
		{"company_id", "custom_id", "custom_id", func(w *writer, o *records.Company) { text(w, o.CustomID) }},
		{"employees", "employees", "", func(w *writer, o *records.Company) { writeIntegers(w, o.Employees) }},
		{"tags", "tags", "", func(w *writer, o *records.Company) { writeTags(w, o.Tags) }},
		{"assigned_to", "assigned_to", "assigned_to", func(w *writer, o *records.Company) { optional(o.AssignedTo, w.integer, w) }},
	},
	links: map[string]linker[records.Company]{"tags": linkTags[records.Company]},
	unwritten: map[version][]string{
		v1: {"id", "created_at", "updated_at", "employees", "attributes"},
		v2: {"id", "created_at", "updated_at", "employees", "attributes"},
	},
})

// writeTexts writes a list, or null when there never was one.
func writeTexts(w *writer, all []string) {
	if all == nil {
		w.null()
		return
	}
	w.open('[')
	for _, s := range all {
		w.text(s)
	}
	w.close(']')
}

func writeIntegers(w *writer, all []int64) {
	w.open('[')
	for _, n := range all {
		w.integer(n)
	}
	w.close(']')
}

// searchCompanies finds the one company with the id that the client chose, under
// either version's name for it, and pages of companies by anything else.
func searchCompanies(c *call) (reply, error) {
	for _, name := range []string{"company_id", "custom_id"} {
		if id := c.unslashed(name); id != "" {
			return companies.one(c, records.ByCustomID(id))
		}
	}
	if !companies.narrowed(c) {
		return reply{}, missing(companies.nameOf(c.version, "custom_id"))
	}
	return companies.list(c)
}

func companyOperations() []operation {
	return []operation{
		{"companies.list", "company", apikey.Read, methods(get), "companies/", listed, companies.list},
		{"companies.create", "company", apikey.Write, methods(post), "companies/", listed, companies.create},
		{"companies.update_or_create", "company", apikey.Write, methods(post), "companies/update_or_create/", listed, companies.updateOrCreate},
		{"companies.search", "company", apikey.Read, methods(get), "companies/search/", listed, searchCompanies},
		{"companies.get", "company", apikey.Read, methods(get), "companies/{id}/", listed, companies.get},
		{"companies.update", "company", apikey.Write, methods(put, patch), "companies/{id}/", listed, companies.update},
		{"companies.delete", "company", apikey.Delete, methods(remove), "companies/{id}/", listed, companies.delete},
		{"companies.add_member", "company", apikey.Write, methods(post), "companies/{id}/add_member/", listed, addMember},
		{"companies.remove_member", "company", apikey.Write, methods(post, remove), "companies/{id}/remove_member/", listed, removeMember},
		{"companies.add_tag", "company", apikey.Write, methods(post), "companies/{id}/add_tag/", listed, companies.addTag},
		{"companies.remove_tag", "company", apikey.Write, methods(post, remove), "companies/{id}/remove_tag/", listed, companies.removeTag},
		{"companies.set_attribute", "company", apikey.Write, methods(post), "companies/{id}/set_attribute/", listed, companies.setAttribute},
		{"companies.set_multiple_attributes", "company", apikey.Write, methods(post), "companies/{id}/set_multiple_attributes/", listed, companies.setAttributes},
		{"companies.remove_attribute", "company", apikey.Write, methods(post, remove), "companies/{id}/remove_attribute/", listed, companies.removeAttribute},

		{"companies_by_id.get", "company", apikey.Read, methods(get), "companies-by-id/{custom_id}/", listed, companies.get},
		{"companies_by_id.update", "company", apikey.Write, methods(put, patch), "companies-by-id/{custom_id}/", listed, companies.update},
		{"companies_by_id.delete", "company", apikey.Delete, methods(remove), "companies-by-id/{custom_id}/", listed, companies.delete},
		{"companies_by_id.add_member", "company", apikey.Write, methods(post), "companies-by-id/{custom_id}/add_member/", listed, addMember},
		{"companies_by_id.remove_member", "company", apikey.Write, methods(post, remove), "companies-by-id/{custom_id}/remove_member/", listed, removeMember},
		{"companies_by_id.add_tag", "company", apikey.Write, methods(post), "companies-by-id/{custom_id}/add_tag/", listed, companies.addTag},
		{"companies_by_id.remove_tag", "company", apikey.Write, methods(post, remove), "companies-by-id/{custom_id}/remove_tag/", listed, companies.removeTag},
		{"companies_by_id.set_attribute", "company", apikey.Write, methods(post), "companies-by-id/{custom_id}/set_attribute/", listed, companies.setAttribute},
		{"companies_by_id.set_multiple_attributes", "company", apikey.Write, methods(post), "companies-by-id/{custom_id}/set_multiple_attributes/", listed, companies.setAttributes},
		{"companies_by_id.remove_attribute", "company", apikey.Write, methods(post, remove), "companies-by-id/{custom_id}/remove_attribute/", listed, companies.removeAttribute},
	}
}
