package rest

func eventProbes() map[string][]probe {
	return map[string][]probe{
		"events.record": {{"events/", `{"client": {id}, "user_id": {id}, "name": "Sent"}`}, {"events/", `{"user_custom_id": "{custom_id}", "name": "Sent"}`}},
		"events.list":   {{"events/", ""}},
		"events.get":    {{"events/{event}/", ""}},
	}
}
