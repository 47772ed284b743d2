package rest

func eventProbes() map[string][]probe {
	return map[string][]probe{
		"events.record":       {{"events/", `{"client": {id}, "user_id": {id}, "name": "Sent"}`}, {"events/", `{"user_custom_id": "{custom_id}", "name": "Sent"}`}},
		"events.record_batch": {{"events/batch/", `{"events": [{"client": {id}, "user_id": {id}, "name": "Sent"}, {"user_custom_id": "{custom_id}", "name": "Sent", "data": {"Sent": 1}}]}`}},
		"events.list":         {{"events/", ""}},
		"events.get":          {{"events/{event}/", ""}},
	}
}
