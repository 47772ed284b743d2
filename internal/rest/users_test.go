package rest

func userProbes() map[string][]probe {
	return map[string][]probe{
		"users.list":                          {{"users/", ""}, {"users/?email={email}", ""}, {"users/?email__contains={email}", ""}, {"users/?phone_number={phone}", ""}},
		"users.create":                        {{"users/", `{"email": "sent@example.com", "Sent": "x"}`}, {"users/", `{"user_id": "{custom_id}"}`}, {"users/", `{"custom_id": "{custom_id}"}`}},
		"users.update_or_create":              {{"users/update_or_create/", `{"user_id": "{custom_id}", "custom_id": "{custom_id}", "city": "Sent"}`}},
		"users.search":                        {{"users/search/?email={email}", ""}, {"users/search/?email={email}&many=true", ""}, {"users/search/?key={key}", ""}, {"users/search/?phone_number={phone}", ""}},
		"users.get":                           {{"users/{id}/", ""}},
		"users.update":                        {{"users/{id}/", `{"city": "Sent", "Sent": "x"}`}, {"users/{id}/", `{}`}},
		"users.delete":                        {{"users/{id}/", ""}},
		"users.events":                        {{"users/{id}/events/", ""}},
		"users.set_attribute":                 {{"users/{id}/set_attribute/", `{"attribute": "Sent", "value": "x"}`}},
		"users.set_multiple_attributes":       {{"users/{id}/set_multiple_attributes/", `{"Sent": "x", "city": "Sent"}`}},
		"users.remove_attribute":              {{"users/{id}/remove_attribute/", `{"attribute": "Sent"}`}},
		"users_by_id.search":                  {{"users-by-id/search/?user_id={custom_id}", ""}},
		"users_by_id.get":                     {{"users-by-id/{custom_id}/", ""}},
		"users_by_id.update":                  {{"users-by-id/{custom_id}/", `{"city": "Sent", "Sent": "x"}`}},
		"users_by_id.delete":                  {{"users-by-id/{custom_id}/", ""}},
		"users_by_id.events":                  {{"users-by-id/{custom_id}/events/", ""}},
		"users_by_id.record_event":            {{"users-by-id/{custom_id}/events/", `{"name": "Sent"}`}},
		"users_by_id.set_attribute":           {{"users-by-id/{custom_id}/set_attribute/", `{"attribute": "Sent", "value": "x"}`}},
		"users_by_id.set_multiple_attributes": {{"users-by-id/{custom_id}/set_multiple_attributes/", `{"Sent": "x"}`}},
		"users_by_id.remove_attribute":        {{"users-by-id/{custom_id}/remove_attribute/", `{"attribute": "Sent"}`}},
	}
}
