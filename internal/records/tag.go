package records

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/lib/pq"

	"latchkey/internal/fault"
	"latchkey/internal/store"
)

// Tag is a word that records are put under.
type Tag struct {
	Base
	Name string
}

// TagRef is a tag as a record shows it.
type TagRef struct {
	ID   int64  `json:"id"`
	Name string `json:"name"`
}

// Tags are the tags of the workspace.
var Tags = prepared(Kind[Tag]{
	table:  "tag",
	unique: "name",
	base:   func(t *Tag) *Base { return &t.Base },
	blank:  func() Tag { return Tag{} },
	rule:   func(t *Tag) error { return needed("name", t.Name) },
	fields: []field[Tag]{plain("name", maxText, func(t *Tag) *string { return &t.Name })},
})

// needed refuses a text that a record cannot be without.
func needed(name, text string) error {
	if strings.TrimSpace(text) == "" {
		return fault.New(fault.Invalid, "REQUIRED", "This field is required.").On(name)
	}
	return nil
}

// Define makes a tag, or finds the one that has the name.
func Define(ctx context.Context, tx *store.Tx, p *Patch[Tag]) (t Tag, created bool, err error) {
	w, err := Tags.Create(ctx, tx, p)
	if err == nil || !errors.Is(err, errTaken) {
		return w.Record, err == nil, err
	}
	name := p.values.Name
	err = tx.QueryRow(ctx, `SELECT `+Tags.sql.columns+` FROM tag r WHERE r.workspace_id = $1 AND r.name = $2`, tx.Caller().Workspace(), name).Scan(Tags.columns(&t)...)
	if errors.Is(err, sql.ErrNoRows) {
		return t, false, fault.New(fault.Conflict, "CONFLICT", "The tag is being created and deleted at the same time. Try again.")
	}
	return t, false, err
}

// Each kind that has tags keeps them in <table>_tag, where <table>_id is the record.

const maxTags = 500 // of one record

// tagsColumn reads the tags of a record along, by id.
func tagsColumn[T any](table string, at func(*T) any) column[T] {
	return column[T]{name: "tags", at: at, source: `(SELECT json_agg(json_build_object('id', t.id, 'name', t.name) ORDER BY t.id)
		FROM ` + table + `_tag l JOIN tag t ON t.workspace_id = l.workspace_id AND t.id = l.tag_id
		WHERE l.workspace_id = r.workspace_id AND l.` + table + `_id = r.id)`}
}

// refs are linked records as JSON; NULL when there are none.
type refs[R any] struct{ to *[]R }

// Scan implements sql.Scanner.
func (r refs[R]) Scan(value any) error {
	*r.to = nil
	switch text := value.(type) {
	case nil:
		return nil
	case []byte:
		return json.Unmarshal(text, r.to)
	}
	return fmt.Errorf("records: links of type %T", value)
}

// TagNames reads the names of tags from a decoded body: texts, or tags as answers show them.
func TagNames(value any) ([]string, error) {
	list, ok := value.([]any)
	if !ok {
		return nil, invalid("Expected a list of names.")
	}
	names := make([]string, 0, len(list))
	for _, item := range list {
		if object, is := item.(map[string]any); is {
			item = object["name"]
		}
		name, ok := toText(item)
		if name = strings.TrimSpace(name); !ok || name == "" {
			return nil, invalid("Not a valid name of a tag.")
		}
		if err := checkText(name, maxText); err != nil {
			return nil, err
		}
		names = append(names, name)
	}
	if len(names) > maxTags {
		return nil, errManyTags
	}
	slices.Sort(names)
	return slices.Compact(names), nil
}

var errManyTags = invalid(fmt.Sprintf("A record can have %d tags.", maxTags))

// SetTags makes a patch put the record under these tags as well, and take it from all
// others unless the patch is one of an upsert, which only adds.
func (p *Patch[T]) SetTags(names []string) {
	p.Then(func(ctx context.Context, tx *store.Tx, id int64, created bool) error {
		if _, err := p.kind.tag(ctx, tx, id, names); err != nil || created || p.adds {
			return err
		}
		_, err := tx.Exec(ctx, `DELETE FROM `+p.kind.table+`_tag l WHERE l.workspace_id = $1 AND l.`+p.kind.table+`_id = $2
			AND l.tag_id NOT IN (SELECT t.id FROM tag t WHERE t.workspace_id = $1 AND t.name = ANY ($3))`, tx.Caller().Workspace(), id, pq.Array(names))
		if err != nil {
			return fmt.Errorf("taking tags away: %w", err)
		}
		return nil
	})
}

// AddTags puts a record under tags, which are defined as needed. It returns how many of
// them the record did not have.
func (k *Kind[T]) AddTags(ctx context.Context, tx *store.Tx, ref Ref, names []string) (added int64, err error) {
	id, err := k.touch(ctx, tx, ref)
	if err != nil {
		return 0, err
	}
	return k.tag(ctx, tx, id, names)
}

// RemoveTag takes a record from under a tag. It is no fault when it was not there.
func (k *Kind[T]) RemoveTag(ctx context.Context, tx *store.Tx, ref Ref, name string) error {
	id, err := k.touch(ctx, tx, ref)
	if err != nil {
		return err
	}
	_, err = tx.Exec(ctx, `DELETE FROM `+k.table+`_tag l USING tag t WHERE l.workspace_id = $1 AND l.`+k.table+`_id = $2
		AND t.workspace_id = l.workspace_id AND t.id = l.tag_id AND t.name = $3`, tx.Caller().Workspace(), id, name)
	if err != nil {
		return fmt.Errorf("taking a tag away: %w", err)
	}
	return nil
}

// tag puts a record, which is locked, under tags. names are sorted, so that those who
// define the same ones at once do not wait in a circle.
func (k *Kind[T]) tag(ctx context.Context, tx *store.Tx, id int64, names []string) (added int64, err error) {
	workspace := tx.Caller().Workspace()
	_, err = tx.Exec(ctx, `INSERT INTO tag (workspace_id, name, created_at, updated_at)
		SELECT $1, n.name, $3, $3 FROM unnest($2::text[]) AS n (name)
		WHERE NOT EXISTS (SELECT FROM tag t WHERE t.workspace_id = $1 AND t.name = n.name) ON CONFLICT DO NOTHING`, workspace, pq.Array(names), now(tx))
	if err != nil {
		return 0, fmt.Errorf("defining tags: %w", err)
	}
	result, err := tx.Exec(ctx, `INSERT INTO `+k.table+`_tag (workspace_id, `+k.table+`_id, tag_id)
		SELECT $1, $2, t.id FROM tag t WHERE t.workspace_id = $1 AND t.name = ANY ($3) ON CONFLICT DO NOTHING`, workspace, id, pq.Array(names))
	if err != nil {
		return 0, fmt.Errorf("tagging: %w", err)
	}
	var all int64
	err = tx.QueryRow(ctx, `SELECT count(*) FROM `+k.table+`_tag WHERE workspace_id = $1 AND `+k.table+`_id = $2`, workspace, id).Scan(&all)
	if err == nil && all > maxTags {
		err = errManyTags.On("tags")
	}
	if err != nil {
		return 0, err
	}
	return result.RowsAffected()
}

// Under narrows to the records under a tag.
func Under[T any](f *Filter[T], tag int64) { f.linked("tag", tag) }

// linked narrows to the records that <table>_<other> links with an id.
func (f *Filter[T]) linked(other string, id int64) {
	f.parts = append(f.parts, func(c *conditions, _ map[string]Attribute) error {
		c.add(linkedWith(f.kind.table, other)+`l.`+other+`_id = ?)`, id)
		return nil
	})
}

func linkedWith(table, other string) string {
	return `r.id IN (SELECT l.` + table + `_id FROM ` + table + `_` + other + ` l WHERE l.workspace_id = $1 AND `
}

// byTag narrows by the name of a tag.
func byTag(table string) func(*conditions, string) error {
	return func(c *conditions, name string) error {
		c.add(linkedWith(table, "tag")+`l.tag_id = (SELECT t.id FROM tag t WHERE t.workspace_id = $1 AND t.name = ?))`, name)
		return checkText(name, maxText)
	}
}
