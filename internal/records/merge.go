package records

import (
	"context"
	"fmt"
	"slices"

	"github.com/lib/pq"

	"latchkey/internal/fault"
	"latchkey/internal/store"
)

// MaxMerged is the most contacts that one merge takes in.
const MaxMerged = 100

// Merge makes several contacts one: the parent gets what it lacks from the others, the
// lowest id first, and all that belongs to them; then they are deleted. An id that
// does not exist is a fault, and nothing is merged.
func Merge(ctx context.Context, tx *store.Tx, parent int64, others []int64) error {
	if err := tx.Several(); err != nil {
		return err
	}
	slices.Sort(others)
	others = slices.DeleteFunc(slices.Compact(slices.Clone(others)), func(id int64) bool { return id == parent })
	merged, err := lockForMerge(ctx, tx, parent, others)
	if err != nil {
		return err
	}
	into := merged[parent]
	for _, id := range others {
		from := merged[id]
		into.complete(&from)
	}
	if err := into.Attributes.merge(nil); err != nil { // nothing is added: it judges the size
		return err
	}
	for _, statement := range moves {
		if _, err := tx.Exec(ctx, statement, tx.Caller().Workspace(), parent, pq.Array(others)); err != nil {
			return fmt.Errorf("merging contacts: %w", err)
		}
	}
	if err := crowded(ctx, tx, parent); err != nil {
		return err
	}
	into.UpdatedAt = now(tx)
	_, err = tx.Exec(ctx, Contacts.sql.update, append([]any{tx.Caller().Workspace(), parent, into.Version}, Contacts.changing(&into)...)...)
	if err != nil {
		return fmt.Errorf("merging contacts: %w", err)
	}
	return nil
}

// crowded refuses a contact that has got more tags or lists than one can have: it could
// never be put under another one.
func crowded(ctx context.Context, tx *store.Tx, contact int64) error {
	var tags, lists int64
	err := tx.QueryRow(ctx, `SELECT (SELECT count(*) FROM contact_tag WHERE workspace_id = $1 AND contact_id = $2),
		(SELECT count(*) FROM contact_list WHERE workspace_id = $1 AND contact_id = $2)`, tx.Caller().Workspace(), contact).Scan(&tags, &lists)
	switch {
	case err != nil:
		return fmt.Errorf("merging contacts: %w", err)
	case tags > maxTags:
		return errManyTags.On("users_list")
	case lists > maxLists:
		return errManyLists.On("users_list")
	}
	return nil
}

// moves give the parent ($2) what belongs to the others ($3), and delete them, last of
// all: until then their custom ids are theirs.
var moves = []string{
	`UPDATE event SET contact_id = $2 WHERE workspace_id = $1 AND contact_id = ANY ($3)`,
	`UPDATE product_event SET contact_id = $2 WHERE workspace_id = $1 AND contact_id = ANY ($3)`,
	`UPDATE ping_hit SET contact_id = $2 WHERE workspace_id = $1 AND contact_id = ANY ($3)`,
	`UPDATE activity SET contact_id = $2 WHERE workspace_id = $1 AND contact_id = ANY ($3)`,
	`UPDATE ticket SET contact_id = $2 WHERE workspace_id = $1 AND contact_id = ANY ($3)`,
	`INSERT INTO ticket_participant (workspace_id, ticket_id, contact_id)
		SELECT DISTINCT l.workspace_id, l.ticket_id, $2::bigint FROM ticket_participant l WHERE l.workspace_id = $1 AND l.contact_id = ANY ($3) ON CONFLICT DO NOTHING`,
	`INSERT INTO contact_tag (workspace_id, contact_id, tag_id)
		SELECT DISTINCT l.workspace_id, $2::bigint, l.tag_id FROM contact_tag l WHERE l.workspace_id = $1 AND l.contact_id = ANY ($3) ON CONFLICT DO NOTHING`,
	`INSERT INTO contact_list (workspace_id, contact_id, list_id)
		SELECT DISTINCT l.workspace_id, $2::bigint, l.list_id FROM contact_list l WHERE l.workspace_id = $1 AND l.contact_id = ANY ($3) ON CONFLICT DO NOTHING`,
	`INSERT INTO company_member (workspace_id, contact_id, company_id, member_since)
		SELECT l.workspace_id, $2::bigint, l.company_id, min(l.member_since) FROM company_member l
		WHERE l.workspace_id = $1 AND l.contact_id = ANY ($3) GROUP BY l.workspace_id, l.company_id ON CONFLICT DO NOTHING`,
	`UPDATE deal SET contact_id = $2 WHERE workspace_id = $1 AND contact_id = ANY ($3)`,
	`INSERT INTO deal_participant (workspace_id, deal_id, contact_id)
		SELECT DISTINCT l.workspace_id, l.deal_id, $2::bigint FROM deal_participant l WHERE l.workspace_id = $1 AND l.contact_id = ANY ($3) ON CONFLICT DO NOTHING`,
	`DELETE FROM contact WHERE workspace_id = $1 AND id = ANY ($3) AND id <> $2`,
}

// lockForMerge locks all contacts in the order of their ids, as everybody does who
// locks several.
func lockForMerge(ctx context.Context, tx *store.Tx, parent int64, others []int64) (map[int64]Contact, error) {
	ids := append([]int64{parent}, others...)
	slices.Sort(ids)
	merged := map[int64]Contact{}
	for _, id := range ids {
		c, err := Contacts.lock(ctx, tx, ByID(id))
		if f, ok := fault.As(err); ok && f.Kind == fault.NotFound {
			field := "users_list"
			if id == parent {
				field = "parent"
			}
			return nil, invalid("There is no such user.").On(field)
		}
		if err != nil {
			return nil, err
		}
		merged[id] = c
	}
	return merged, nil
}

// complete gives c what it lacks and from has.
func (c *Contact) complete(from *Contact) {
	blank := Contacts.blank()
	for i := range Contacts.fields {
		if f := &Contacts.fields[i]; f.is(c, &blank) {
			f.copy(c, from)
		}
	}
	if c.Attributes == nil {
		c.Attributes = Values{}
	}
	for id, value := range from.Attributes {
		if _, has := c.Attributes[id]; !has {
			c.Attributes[id] = value
		}
	}
}
