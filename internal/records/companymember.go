package records

import (
	"context"
	"encoding/json"
	"fmt"
	"strconv"
	"time"

	"latchkey/internal/fault"
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
	ID    int64 // of the company
	Name  string
	Since time.Time
}

// Memberships are those of one contact, by the id of the company.
type Memberships []Membership

// Scan implements sql.Scanner for what PostgreSQL aggregates.
func (m *Memberships) Scan(column any) error { return scanJSON(m, column) }

// scanJSON reads a document that PostgreSQL wrote; NULL is the zero value.
func scanJSON[V any](to *V, column any) error {
	var none V
	*to = none
	text, ok := column.([]byte)
	if !ok {
		if column == nil {
			return nil
		}
		return fmt.Errorf("records: a document of type %T", column)
	}
	return json.Unmarshal(text, to)
}

// AddMember makes a contact a member of a company, from now on, unless it is one.
func AddMember(ctx context.Context, tx *store.Tx, company, contact Ref) error {
	companyID, contactID, err := pair(ctx, tx, company, contact)
	if err != nil {
		return err
	}
	_, err = tx.Exec(ctx, `INSERT INTO company_member (workspace_id, contact_id, company_id, member_since) VALUES ($1, $2, $3, $4)
		ON CONFLICT DO NOTHING`, tx.Caller().Workspace(), contactID, companyID, now(tx))
	if err != nil {
		return fmt.Errorf("adding a member: %w", err)
	}
	return nil
}

// RemoveMember ends a membership, if there is one.
func RemoveMember(ctx context.Context, tx *store.Tx, company, contact Ref) error {
	companyID, contactID, err := pair(ctx, tx, company, contact)
	if err != nil {
		return err
	}
	_, err = tx.Exec(ctx, `DELETE FROM company_member WHERE workspace_id = $1 AND contact_id = $2 AND company_id = $3`,
		tx.Caller().Workspace(), contactID, companyID)
	if err != nil {
		return fmt.Errorf("removing a member: %w", err)
	}
	return nil
}

// pair is the ids of a company and a contact, which both stay until tx ends.
func pair(ctx context.Context, tx *store.Tx, company, contact Ref) (companyID, contactID int64, err error) {
	if companyID, err = Companies.id(ctx, &tx.View, company, " FOR KEY SHARE"); err != nil {
		return 0, 0, err
	}
	contactID, err = Contacts.id(ctx, &tx.View, contact, " FOR KEY SHARE")
	return companyID, contactID, err
}

// Joining is the step of a contact's patch that makes it a member of a company too.
func Joining(company Ref) Step {
	return func(ctx context.Context, tx *store.Tx, id int64, _ bool) error {
		err := AddMember(ctx, tx, company, ByID(id))
		if f, ok := fault.As(err); ok && f.Is(ErrNotFound) {
			return errNoObject
		}
		return err
	}
}

// MembersOf narrows contacts to the members of a company.
func MembersOf(f *Filter[Contact], company Ref) {
	f.own.add(`r.id IN (SELECT m.contact_id FROM company_member m WHERE m.workspace_id = $1 AND m.company_id = `+
		`(SELECT c.id FROM company c WHERE c.workspace_id = $1 AND c.`+company.column+` = ?))`, company.value)
}

// CompaniesOf narrows companies to those that a contact belongs to.
func CompaniesOf(f *Filter[Company], contact Ref) {
	f.own.add(`r.id IN (SELECT m.company_id FROM company_member m WHERE m.workspace_id = $1 AND m.contact_id = `+theContact(contact)+`)`, contact.value)
}

// theContact is the id of a contact whose value of a ref is ?.
func theContact(ref Ref) string {
	return `(SELECT c.id FROM contact c WHERE c.workspace_id = $1 AND c.` + ref.column + ` = ?)`
}
