package rest

import (
	"context"
	"strconv"

	"latchkey/internal/records"
	"latchkey/internal/store"
)

func groupingProbes() map[string][]probe {
	return map[string][]probe{
		"tags.list":      {{"tags/", ""}},
		"tags.create":    {{"tags/", `{"name": "{new}"}`}, {"tags/", `{"name": "{tag_name}"}`}},
		"tags.get":       {{"tags/{tag}/", ""}},
		"tags.update":    {{"tags/{tag}/", `{"name": "Sent too"}`}},
		"tags.delete":    {{"tags/{tag}/", ""}},
		"tags.users":     {{"tags/{tag}/users/", ""}},
		"tags.companies": {{"tags/{tag}/companies/", ""}},

		"lists.list":   {{"lists/", ""}},
		"lists.create": {{"lists/", `{"name": "Sent", "description": "Sent"}`}},
		"lists.get":    {{"lists/{list}/", ""}},
		"lists.update": {{"lists/{list}/", `{"name": "Sent"}`}},
		"lists.delete": {{"lists/{list}/", ""}},
		"lists.users":  {{"lists/{list}/users/", ""}},

		"segments.list":   {{"segments/", ""}},
		"segments.create": {{"segments/", `{"name": "Sent", "filter": {"city__contains": "Sent", "tag": "Sent", "Sent": "x"}}`}},
		"segments.get":    {{"segments/{segment}/", ""}},
		"segments.update": {{"segments/{segment}/", `{"filter": {"email__startswith": "sent"}}`}},
		"segments.delete": {{"segments/{segment}/", ""}},
		"segments.users":  {{"segments/{segment}/users/", ""}},

		"attributes.list":          {{"attributes/", ""}, {"attributes/?content_type=company", ""}},
		"attributes.create":        {{"attributes/", `{"name": "{new}", "content_type": "clientuser", "value_type": "fixed", "choices": ["a", "b"]}`}},
		"attributes.get":           {{"attributes/{attribute}/", ""}},
		"attributes.update":        {{"attributes/{attribute}/", `{"description": "Sent"}`}},
		"attributes.delete":        {{"attributes/{attribute}/", ""}},
		"attribute_type.users":     {{"attribute-type/{attribute_name}/users/", ""}},
		"attribute_type.companies": {{"attribute-type/{attribute_name}/companies/", ""}},
	}
}

// plantGroups stores a tag, a list, a segment and an attribute with choices, and puts
// the planted user into all of them.
func plantGroups(ctx context.Context, tx *store.Tx, p planted, prefix string) error {
	ref := records.ByCustomID(p.target["custom_id"])
	tag := prefix + "-tag"
	if _, err := records.Contacts.AddTags(ctx, tx, ref, []string{tag}); err != nil {
		return err
	}
	list := records.Lists.Patch()
	segment := records.Segments.Patch()
	for _, set := range []func() error{
		func() error { return list.Set("name", prefix+"-list") },
		func() error { return list.Set("description", prefix+"-list") },
		func() error { return segment.Set("name", prefix+"-segment") },
		func() error {
			return records.SetCriteria(segment, records.Criteria{{Field: "city", Value: prefix + "-city"}})
		},
	} {
		if err := set(); err != nil {
			return err
		}
	}
	l, err := records.Lists.Create(ctx, tx, list)
	if err != nil {
		return err
	}
	if _, err := records.AddToList(ctx, tx, ref, l.Record.ID); err != nil {
		return err
	}
	s, err := records.CreateSegment(ctx, tx, segment)
	if err != nil {
		return err
	}
	d, err := records.DefineAttribute(ctx, tx, records.NewDefinition{
		Resource: "clientuser", Name: prefix + " choice", Type: records.Fixed, Description: prefix, Choices: []string{prefix + "-a", prefix + "-b"},
	})
	p.target["tag_name"], p.target["attribute_name"] = tag, d.NameStd
	for name, id := range map[string]int64{"list": l.Record.ID, "segment": s.Record.ID, "attribute": d.ID} {
		p.target[name] = strconv.FormatInt(id, 10)
	}
	if err != nil {
		return err
	}
	return tx.QueryRow(ctx, `SELECT max(id)::text FROM tag WHERE workspace_id = $1`, tx.Caller().Workspace()).Scan(ptr(p.target, "tag"))
}
