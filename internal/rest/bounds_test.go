package rest

import (
	"errors"
	"net/url"
	"slices"
	"strings"
	"testing"

	"latchkey/internal/fault"
)

func TestListsTakeFewFilters(t *testing.T) {
	for n, want := range map[int]error{maxFilters: nil, maxFilters + 1: errManyFilters} {
		c := &call{version: v1, query: url.Values{"tag": slices.Repeat([]string{"a"}, n)}}
		if _, err := users.filter(c); !errors.Is(err, want) || (want == nil) != (err == nil) {
			t.Errorf("%d filters: %v, want %v", n, err, want)
		}
	}
}

// The answer to wrong input is not many times as long as the input.
func TestAWrongListIsRefusedOnce(t *testing.T) {
	c := &call{version: v1, body: []byte(`{"parent": 1, "users_list": [` + strings.Repeat("{},", 1000) + `1]}`)}
	_, err := mergeUsers(c)
	var faults fault.Fields
	if !errors.As(err, &faults) || len(faults) != 1 {
		t.Errorf("%d faults: %.200v", len(faults), err)
	}
}

// What a segment asks of attributes is stored before anybody knows the attribute.
func TestSegmentsAskWhatCanBeStored(t *testing.T) {
	for _, filter := range []map[string]any{
		{"plan": "a\x00b"}, {"pl\x00an": "a"}, {"plan": strings.Repeat("x", 2049)}, {strings.Repeat("x", 256): "a"},
	} {
		if _, err := segments.bind(&call{version: v1}, map[string]any{"name": "s", "filter": filter}); err == nil {
			t.Errorf("%.100v was taken", filter)
		}
	}
}
