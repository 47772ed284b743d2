package rest

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"latchkey/internal/fault"
	"latchkey/internal/records"
)

// notFilters are parameters of a list that say nothing about its records.
var notFilters = []string{"page", "page_size", "cursor", "many", "search", "min", "max", "format"}

// dateSearches are what "search" may name, with "min" and "max" in UNIX seconds.
var dateSearches = []string{"first_seen", "last_seen", "last_contacted", "updated_at"}

// maxFilters bounds what narrows one list: PostgreSQL plans each of them, and many of
// them together for far longer than it would read.
const maxFilters = 50

var errManyFilters = fault.New(fault.Invalid, "TOO_MANY_FILTERS", "Narrow a list by at most 50 parameters.")

// filter reads what the query asks for: <name>=, <name>__<lookup>=, and the search by
// date. Names are a version's own names of fields, and custom attributes'.
func (res *resource[T]) filter(c *call) (*records.Filter[T], error) {
	f := res.kind.Filter()
	var faults fault.Fields
	filters := 0
	for _, parameter := range slices.Sorted(maps.Keys(c.query)) {
		if slices.Contains(notFilters, parameter) {
			continue
		}
		if filters += len(c.query[parameter]); filters > maxFilters {
			return f, errManyFilters
		}
		for _, value := range c.query[parameter] {
			faults.Add(fault.On(res.narrow(c, f, parameter, value), parameter))
		}
	}
	if search := c.query.Get("search"); search != "" {
		faults.Add(res.dateSearch(c, f, search))
	}
	return f, faults.Err()
}

// narrowed reports whether the query has anything that may be a filter.
func (res *resource[T]) narrowed(c *call) bool {
	for parameter := range c.query {
		if !slices.Contains(notFilters, parameter) || parameter == "search" {
			return true
		}
	}
	return false
}

func (res *resource[T]) narrow(c *call, f *records.Filter[T], parameter, value string) error {
	if value == "" {
		return nil // a form's empty field
	}
	return f.Add(res.criterion(c.version, parameter, value))
}

// criterion is what a parameter means.
func (res *resource[T]) criterion(v version, parameter, value string) records.Criterion {
	name, by := res.split(v, parameter)
	switch name {
	case "email":
		value = unspacedEmail(strings.TrimSuffix(value, "/"))
	case "phone_number", "phone_numbers":
		value = plusPhone(value)
	}
	if field := res.lookedUp(v, name); field != "" {
		return records.Criterion{Field: field, By: by, Value: value}
	}
	return records.Criterion{Attribute: records.Standardize(res.attributeOf(v, name)), By: by, Value: value}
}

// parameter is how a version asks for a criterion.
func (res *resource[T]) parameter(v version, c records.Criterion) string {
	name := res.nameOf(v, c.Field)
	if c.Field == "" {
		name = c.Attribute
		if v == v2 {
			name = res.attributeName(name)
		}
	}
	if c.By == records.Exact {
		return name
	}
	return name + "__" + string(c.By)
}

// split splits a parameter in a name and a lookup. One client writes a standard field's
// lookup with a single underscore.
func (res *resource[T]) split(v version, parameter string) (name string, by records.Lookup) {
	for _, by := range records.Lookups() {
		if name, is := strings.CutSuffix(parameter, "__"+string(by)); is {
			return name, by
		}
		if name, is := strings.CutSuffix(parameter, "_"+string(by)); is && res.lookedUp(v, name) != "" {
			return name, by
		}
	}
	return strings.TrimSuffix(parameter, "__exact"), records.Exact
}

// lookedUp is what a name means in a query that is no custom attribute, and "" when it
// means none.
func (res *resource[T]) lookedUp(v version, name string) string {
	if field := cmp.Or(res.fields[v][name], res.asked[v][name]); field != "" {
		return field
	}
	// What nobody can write has one name in both versions; fields may not.
	if res.kind.Narrows(name) && !slices.Contains(res.kind.Fields(), name) {
		return name
	}
	return ""
}

// dateSearch narrows by one instant, in UNIX seconds, both ends included.
func (res *resource[T]) dateSearch(c *call, f *records.Filter[T], search string) error {
	if !slices.Contains(dateSearches, search) || res.lookedUp(c.version, search) == "" {
		return fault.New(fault.Invalid, "INVALID", "Search by one of: "+strings.Join(dateSearches, ", ")+".").On("search")
	}
	var faults fault.Fields
	for _, end := range []struct {
		name string
		by   records.Lookup
	}{{"min", records.GreaterThanOrEqual}, {"max", records.LessThanOrEqual}} {
		if value := c.query.Get(end.name); value != "" {
			faults.Add(fault.On(f.Field(search, end.by, value), end.name))
		}
	}
	return faults.Err()
}
