package rest

import (
	"context"
	"fmt"
	"maps"
	"net/http"
	"slices"

	"latchkey/internal/apikey"
	"latchkey/internal/fault"
	"latchkey/internal/records"
	"latchkey/internal/store"
)

// segments are saved filters over users. A body's filter has the parameters that narrow
// the list of users, such as {"city__icontains": "war", "tag": "vip"}.
var segments = published(resource[records.Segment]{
	kind: records.Segments,
	members: []member[records.Segment]{
		{"id", "id", "", func(w *writer, s *records.Segment) { w.integer(s.ID) }},
		{"name", "name", "name", func(w *writer, s *records.Segment) { w.text(s.Name) }},
		{"description", "description", "description", func(w *writer, s *records.Segment) { w.text(s.Description) }},
	},
	links:  map[string]linker[records.Segment]{"filter": linkCriteria},
	tail:   writeCriteria,
	closed: true,
})

func segmentOperations() []operation {
	return []operation{
		{"segments.list", "segment", apikey.Read, methods(get), "segments/", listed, segments.list},
		{"segments.create", "segment", apikey.Write, methods(post), "segments/", listed, createSegment},
		{"segments.get", "segment", apikey.Read, methods(get), "segments/{id}/", listed, segments.get},
		{"segments.update", "segment", apikey.Write, methods(put, patch), "segments/{id}/", listed, segments.update},
		{"segments.delete", "segment", apikey.Delete, methods(remove), "segments/{id}/", listed, segments.delete},
		{"segments.users", "user", apikey.Read, methods(get), "segments/{id}/users/", listed, usersInSegment},
	}
}

// linkCriteria reads a segment's filter, by the version's names.
func linkCriteria(b *binding[records.Segment], value any) error {
	object, ok := value.(map[string]any)
	if !ok {
		return fault.New(fault.Invalid, "INVALID", "Expected an object of filters.")
	}
	criteria := make(records.Criteria, 0, len(object))
	var faults fault.Fields
	for _, parameter := range slices.Sorted(maps.Keys(object)) {
		switch object[parameter].(type) {
		case nil, []any, map[string]any:
			faults.Add(fault.New(fault.Invalid, "INVALID", "Expected a text, a number or a boolean.").On("filter", parameter))
			continue
		}
		criterion := users.criterion(b.version, parameter, fmt.Sprint(object[parameter]))
		if f, ok := fault.As(records.Contacts.Filter().Add(criterion)); ok {
			faults.Add(f.On("filter", parameter))
		}
		criteria = append(criteria, criterion)
	}
	if err := faults.Err(); err != nil {
		return err
	}
	return records.SetCriteria(b.patch, criteria)
}

// writeCriteria writes a segment's filter, by the version's names.
func writeCriteria(w *writer, v version, s *records.Segment) {
	w.name("filter")
	w.open('{')
	for _, criterion := range s.Criteria {
		w.name(users.parameter(v, criterion))
		w.text(criterion.Value)
	}
	w.close('}')
}

func createSegment(c *call) (reply, error) {
	b, err := segments.parse(c)
	if err != nil {
		return reply{}, err
	}
	return segments.written(c, http.StatusCreated, b, func(ctx context.Context, tx *store.Tx) (records.Written[records.Segment], error) {
		return records.CreateSegment(ctx, tx, b.patch)
	})
}

func usersInSegment(c *call) (reply, error) {
	id, err := c.id()
	if err != nil {
		return reply{}, err
	}
	var segment records.Found[records.Segment]
	err = c.read(func(ctx context.Context, v *store.View) (err error) {
		segment, err = records.Segments.Find(ctx, v, records.ByID(id))
		return err
	})
	if err != nil {
		return reply{}, err
	}
	return users.listed(c, records.InSegment(&segment.Record))
}

// segmentsOfUser answers with the segments that the user of the path is in.
func segmentsOfUser(c *call) (reply, error) {
	return ofUser(records.SegmentsOf, func(c *call, w *writer, s *records.Segment) { segments.show(s, nil).writeRecord(w, c.version) })(c)
}
