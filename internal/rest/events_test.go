package rest

import (
	"testing"

	"latchkey/internal/records"
)

func eventProbes() map[string][]probe {
	return map[string][]probe{
		"events.record":       {{"events/", `{"client": {id}, "user_id": {id}, "name": "Sent"}`}, {"events/", `{"user_custom_id": "{custom_id}", "name": "Sent"}`}},
		"events.record_batch": {{"events/batch/", `{"events": [{"client": {id}, "user_id": {id}, "name": "Sent"}, {"user_custom_id": "{custom_id}", "name": "Sent", "data": {"Sent": 1}}]}`}},
		"events.list":         {{"events/", ""}},
		"events.get":          {{"events/{event}/", ""}},
	}
}

func TestAnEmptyIDNamesNoUser(t *testing.T) {
	for _, v := range []version{v1, v2} {
		for _, name := range []string{"client", "user_id"} {
			ref, err := sentIn(map[string]any{name: "", "user_custom_id": "x"}, v).user(v)
			if err != nil || ref != records.ByCustomID("x") {
				t.Errorf("%v, %s: %v, %v", v, name, ref, err)
			}
		}
	}
}
