package rest

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
