package rest

import (
	"fmt"
	"net/http"
	"strings"
	"sync"
	"testing"

	"latchkey/internal/apikey"
)

func companyProbes() map[string][]probe {
	return map[string][]probe{
		"companies.list": {
			{"companies/", ""}, {"companies/?user_id={id}", ""}, {"companies/?user_custom_id={custom_id}", ""}, {"companies/?userkey={key}", ""},
			{"companies/?phone_numbers={phone}", ""}, {"companies/?email={email}", ""}, {"companies/?custom_id={company_custom_id}", ""},
		},
		"companies.create": {
			{"companies/", `{"name": "Sent", "city": "Sent", "Sent": "x"}`}, {"companies/", `{"name": "Sent", "company_id": "{company_custom_id}"}`},
			{"companies/", `{"name": "Sent", "custom_id": "{company_custom_id}"}`},
		},
		"companies.update_or_create": {{"companies/update_or_create/", `{"name": "Sent", "company_id": "{company_custom_id}", "custom_id": "{company_custom_id}"}`}},
		"companies.search": {
			{"companies/search/?company_id={company_custom_id}", ""}, {"companies/search/?custom_id={company_custom_id}", ""}, {"companies/search/?name__contains=Canary", ""},
		},
		"companies.get":                     {{"companies/{company}/", ""}},
		"companies.update":                  {{"companies/{company}/", `{"city": "Sent", "Sent": "x"}`}, {"companies/{company}/", `{}`}},
		"companies.delete":                  {{"companies/{company}/", ""}},
		"companies.add_tag":                 {{"companies/{company}/add_tag/", `{"name": "Sent"}`}},
		"companies.remove_tag":              {{"companies/{company}/remove_tag/", `{"name": "{tag_name}"}`}},
		"companies_by_id.add_tag":           {{"companies-by-id/{company_custom_id}/add_tag/", `{"name": "Sent"}`}},
		"companies_by_id.remove_tag":        {{"companies-by-id/{company_custom_id}/remove_tag/", `{"name": "Sent"}`}},
		"companies.add_member":              {{"companies/{company}/add_member/", `{"user_id": {id}}`}, {"companies/{company}/add_member/", `{"user_custom_id": "{custom_id}"}`}},
		"companies.remove_member":           {{"companies/{company}/remove_member/", `{"user_id": {id}}`}, {"companies/{company}/remove_member/", `{"user_custom_id": "{custom_id}"}`}},
		"companies.set_attribute":           {{"companies/{company}/set_attribute/", `{"attribute": "Sent", "value": "x"}`}},
		"companies.set_multiple_attributes": {{"companies/{company}/set_multiple_attributes/", `{"Sent": "x", "city": "Sent"}`}},
		"companies.remove_attribute":        {{"companies/{company}/remove_attribute/", `{"attribute": "Sent"}`}},

		"companies_by_id.get":                     {{"companies-by-id/{company_custom_id}/", ""}},
		"companies_by_id.update":                  {{"companies-by-id/{company_custom_id}/", `{"city": "Sent", "Sent": "x"}`}},
		"companies_by_id.delete":                  {{"companies-by-id/{company_custom_id}/", ""}},
		"companies_by_id.add_member":              {{"companies-by-id/{company_custom_id}/add_member/", `{"user_id": {id}}`}},
		"companies_by_id.remove_member":           {{"companies-by-id/{company_custom_id}/remove_member/", `{"user_id": {id}}`}},
		"companies_by_id.set_attribute":           {{"companies-by-id/{company_custom_id}/set_attribute/", `{"attribute": "Sent", "value": "x"}`}},
		"companies_by_id.set_multiple_attributes": {{"companies-by-id/{company_custom_id}/set_multiple_attributes/", `{"Sent": "x"}`}},
		"companies_by_id.remove_attribute":        {{"companies-by-id/{company_custom_id}/remove_attribute/", `{"attribute": "Sent"}`}},
	}
}

// Whoever joins a company at the same time is in it, once.
func TestJoiningACompanyAtOnce(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	acme := w.tenant(t, "acme")
	all := acme.keys[apikey.All]
	w.send(t, all, 2, http.MethodPost, "companies/", `{"name": "Acme", "custom_id": "c"}`)
	w.send(t, all, 2, http.MethodPost, "users/", `{"custom_id": "u"}`)
	var writers sync.WaitGroup
	for n := range 12 {
		writers.Go(func() {
			method, path, body := http.MethodPost, "users/update_or_create/", fmt.Sprintf(`{"custom_id": "u%d", "company_custom_id": "c"}`, n/4)
			if n%4 == 0 {
				path, body = "companies-by-id/c/add_member/", `{"user_custom_id": "u"}`
			}
			if a := w.send(t, all, 2, method, path, body); a.StatusCode/100 != 2 {
				t.Errorf("%s %s: %d %s", path, body, a.StatusCode, a.text)
			}
		})
	}
	writers.Wait()
	if a := w.send(t, all, 2, http.MethodGet, "users/?company_custom_id=c", ""); !strings.HasPrefix(a.text, `{"count":4,`) || strings.Count(a.text, `"name":"Acme"`) != 4 {
		t.Errorf("%s", a.text)
	}
}

// The one user that several become is where any of them was.
func TestMergingKeepsCompaniesAndDeals(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	acme := w.tenant(t, "acme")
	all := acme.keys[apikey.All]
	for _, sent := range []struct{ path, body string }{
		{"companies/", `{"name": "Both", "custom_id": "both"}`}, {"companies/", `{"name": "Second", "custom_id": "second"}`},
		{"users/", `{"custom_id": "a", "company_custom_id": "both"}`}, {"users/", `{"custom_id": "b", "company_custom_id": "both"}`},
		{"companies-by-id/second/add_member/", `{"user_custom_id": "b"}`},
		{"deals/", `{"name": "Of b", "custom_id": "d", "user_custom_id": "b", "participants": [1, 2]}`},
		{"users/merge/", `{"parent": 1, "users_list": [2]}`},
	} {
		if a := w.send(t, all, 2, http.MethodPost, sent.path, sent.body); a.StatusCode/100 != 2 {
			t.Fatalf("%s: %d %s", sent.path, a.StatusCode, a.text)
		}
	}
	if a := w.send(t, all, 2, http.MethodGet, "users/1/", ""); !strings.Contains(a.text, `"name":"Both"`) || !strings.Contains(a.text, `"name":"Second"`) {
		t.Errorf("%s", a.text)
	}
	if a := w.send(t, all, 2, http.MethodGet, "deals-by-id/d/", ""); !strings.Contains(a.text, `"user_id":1,`) || !strings.Contains(a.text, `"participants":[1]`) {
		t.Errorf("%s", a.text)
	}
}
