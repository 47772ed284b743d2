package records

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"

	"latchkey/internal/store"
)

// maxLinked is how many of what is linked with a record are shown with it.
const maxLinked = 1000

// employees are the members of company r, and memberships the companies of contact r.
var (
	employees = `ARRAY(SELECT m.contact_id FROM company_member m
		WHERE m.workspace_id = r.workspace_id AND m.company_id = r.id ORDER BY m.contact_id LIMIT ` + strconv.Itoa(maxLinked) + `)`
	memberships = `(SELECT json_agg(json_build_object('id', m.company_id, 'name', m.name, 'since', m.member_since) ORDER BY m.company_id)
		FROM (SELECT m.company_id, c.name, m.member_since
			FROM company_member m JOIN company c ON c.workspace_id = m.workspace_id AND c.id = m.company_id
			WHERE m.workspace_id = r.workspace_id AND m.contact_id = r.id ORDER BY m.company_id LIMIT ` + strconv.Itoa(maxLinked) + `) m)`
)

// Membership says that a contact belongs to a company.
type Membership struct {
	ID    int64     `json:"id"` // of the company
	Name  string    `json:"name"`
	Since time.Time `json:"since"`
}

// AddMember makes a contact a member of a company, from now on, unless it is one.
func AddMember(ctx context.Context, tx *store.Tx, company, contact Ref) error {
	return changeMember(ctx, tx, company, contact, true, joining, now(tx))
}

const joining = `INSERT INTO company_member (workspace_id, contact_id, company_id, member_since) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING`

// RemoveMember ends a membership, if there is one.
func RemoveMember(ctx context.Context, tx *store.Tx, company, contact Ref) error {
	return changeMember(ctx, tx, company, contact, true, `DELETE FROM company_member WHERE workspace_id = $1 AND contact_id = $2 AND company_id = $3`)
}

// changeMember runs a statement about a company and a contact, which both stay until
// tx ends; touching, what it changes counts as a write of the company.
func changeMember(ctx context.Context, tx *store.Tx, company, contact Ref, touching bool, statement string, more ...any) error {
	companyID, err := Companies.id(ctx, &tx.View, company, " FOR KEY SHARE")
	if err != nil {
		return err
	}
	contactID, err := Contacts.id(ctx, &tx.View, contact, " FOR KEY SHARE")
	if err != nil {
		return err
	}
	result, err := tx.Exec(ctx, statement, append([]any{tx.Caller().Workspace(), contactID, companyID}, more...)...)
	if err != nil {
		return fmt.Errorf("changing a membership: %w", err)
	}
	if n, err := result.RowsAffected(); err != nil || n == 0 || !touching {
		return err
	}
	_, err = Companies.touch(ctx, tx, ByID(companyID))
	return err
}

// Joining is the step of a contact's patch that makes it a member of a company too. It
// does not count as a write of the company, or all who join one would wait for each other.
func Joining(company Ref) Step {
	return func(ctx context.Context, tx *store.Tx, id int64, _ bool) error {
		err := changeMember(ctx, tx, company, ByID(id), false, joining, now(tx))
		if errors.Is(err, ErrNotFound) {
			return errNoObject
		}
		return err
	}
}

// What narrows contacts to the members of a company, and companies to those that a
// contact belongs to; the id of the one is to be put for @.
const (
	members     = `r.id IN (SELECT m.contact_id FROM company_member m WHERE m.workspace_id = $1 AND m.company_id = @)`
	companiesOf = `r.id IN (SELECT m.company_id FROM company_member m WHERE m.workspace_id = $1 AND m.contact_id = @)`
)

// byIDOf narrows by the id of a record of a table, and byTextOf by another column.
func byIDOf(condition, table string) func(*conditions, string) error {
	return func(c *conditions, value string) error {
		id, err := whole(value)
		c.add(with(condition, table, "id"), id)
		return err
	}
}

func byTextOf(condition, table, column string) func(*conditions, string) error {
	return func(c *conditions, value string) error {
		c.add(with(condition, table, column), value)
		return checkText(value, maxText)
	}
}

func with(condition, table, column string) string {
	return strings.Replace(condition, "@", `(SELECT o.id FROM `+table+` o WHERE o.workspace_id = $1 AND o.`+column+` = ?)`, 1)
}

// ofContact adds what narrows by a contact, as the published API names it.
func ofContact(condition string, narrows map[string]func(*conditions, string) error) map[string]func(*conditions, string) error {
	narrows["user_id"] = byIDOf(condition, "contact")
	narrows["user_custom_id"] = byTextOf(condition, "contact", "custom_id")
	narrows["userkey"] = byTextOf(condition, "contact", "user_key")
	narrows["user_key"] = narrows["userkey"]
	return narrows
}
