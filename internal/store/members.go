package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"

	"github.com/google/uuid"
	"github.com/lib/pq"

	"latchkey/internal/caller"
	"latchkey/internal/workspace"
)

const memberColumns = `SELECT m.id, m.person_id, p.name, p.email, m.role, m.created_at, m.version, m.name_key, m.email_key
	FROM member m JOIN person p ON p.id = m.person_id WHERE m.workspace_id = $1`

// scanMember reads a row of memberColumns, and by what it is ordered.
func scanMember(row scanner, of uuid.UUID) (m MemberRow, err error) {
	m.Workspace = of
	err = row.Scan(&m.ID, &m.Person, &m.Name, &m.Email, &m.Role, &m.JoinedAt, &m.Version, &m.nameKey, &m.emailKey)
	m.JoinedAt = m.JoinedAt.UTC()
	return m, err
}

// LockMember returns a member for who is going to change them. The workspace is locked.
func (t *Tx) LockMember(ctx context.Context, id uuid.UUID) (workspace.Member, bool, error) {
	return t.member(ctx, ` AND m.id = $2 FOR NO KEY UPDATE OF m`, id)
}

// LockMemberOf is LockMember by the person.
func (t *Tx) LockMemberOf(ctx context.Context, person uuid.UUID) (workspace.Member, bool, error) {
	return t.member(ctx, ` AND m.person_id = $2 FOR NO KEY UPDATE OF m`, person)
}

func (v *View) member(ctx context.Context, where string, id uuid.UUID) (workspace.Member, bool, error) {
	row, err := scanMember(v.QueryRow(ctx, memberColumns+where, v.who.Workspace(), id), v.who.Workspace())
	switch {
	case errors.Is(err, sql.ErrNoRows):
		return workspace.Member{}, false, nil
	case err != nil:
		return workspace.Member{}, false, fmt.Errorf("reading a member: %w", err)
	}
	return row.Member, true, nil
}

// RoleOf returns what a person is in the workspace; "" when they do not belong to it.
func (v *View) RoleOf(ctx context.Context, person uuid.UUID) (role caller.Role, err error) {
	err = v.QueryRow(ctx, `SELECT role FROM member WHERE workspace_id = $1 AND person_id = $2`, v.who.Workspace(), person).Scan(&role)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return "", fmt.Errorf("reading a role: %w", err)
	}
	return role, nil
}

// HasMemberAt reports whether somebody with an address, as it is compared, belongs
// to the workspace.
func (v *View) HasMemberAt(ctx context.Context, emailKey string) (is bool, err error) {
	err = v.QueryRow(ctx, `SELECT EXISTS (SELECT FROM member WHERE workspace_id = $1 AND email_key = $2)`, v.who.Workspace(), emailKey).Scan(&is)
	if err != nil {
		return false, fmt.Errorf("looking for a member: %w", err)
	}
	return is, nil
}

// MembersAmong returns which of some people belong to the workspace.
func (v *View) MembersAmong(ctx context.Context, people []uuid.UUID) (map[uuid.UUID]bool, error) {
	rows, err := v.Query(ctx, `SELECT person_id FROM member WHERE workspace_id = $1 AND person_id = ANY ($2)`, v.who.Workspace(), pq.Array(people))
	if err != nil {
		return nil, fmt.Errorf("looking for members: %w", err)
	}
	defer rows.Close() // rows.Err says what went wrong
	found := map[uuid.UUID]bool{}
	for rows.Next() {
		var id uuid.UUID
		if err := rows.Scan(&id); err != nil {
			return nil, fmt.Errorf("looking for members: %w", err)
		}
		found[id] = true
	}
	return found, rows.Err()
}

// Owners counts the workspace's owners. The workspace is locked, so it stays true.
func (t *Tx) Owners(ctx context.Context) (n int, err error) {
	err = t.QueryRow(ctx, `SELECT count(*) FROM member WHERE workspace_id = $1 AND role = $2`, t.who.Workspace(), string(caller.Owner)).Scan(&n)
	if err != nil {
		return 0, fmt.Errorf("counting owners: %w", err)
	}
	return n, nil
}

// SetRole changes what a member is, as their next version.
func (t *Tx) SetRole(ctx context.Context, member uuid.UUID, role caller.Role) error {
	_, err := t.Exec(ctx, `UPDATE member SET role = $3, version = version + 1 WHERE workspace_id = $1 AND id = $2`, t.who.Workspace(), member, string(role))
	if err != nil {
		return fmt.Errorf("changing a role: %w", err)
	}
	return nil
}

// RemoveMember makes a person belong to the workspace no longer. Their sessions read
// their memberships with each request, so they are out with the next one.
func (t *Tx) RemoveMember(ctx context.Context, member uuid.UUID) error {
	if _, err := t.Exec(ctx, `DELETE FROM member WHERE workspace_id = $1 AND id = $2`, t.who.Workspace(), member); err != nil {
		return fmt.Errorf("removing a member: %w", err)
	}
	return nil
}

// MemberRow is a member in a list.
type MemberRow struct {
	workspace.Member
	nameKey, emailKey string
}

// MemberQuery asks for members. Zero fields do not narrow.
type MemberQuery struct {
	Search string // how the name or the address begins, as they are compared
	Role   caller.Role
	By     MemberField
	Down   bool
	After  *MemberPosition // only members that come later in the order
	Limit  int
}

// MemberField is what members can be ordered by; those that are equal in it come
// in the order of their ids.
type MemberField string

// The fields.
const (
	ByMemberName MemberField = "NAME"
	ByEmail      MemberField = "EMAIL"
	ByJoined     MemberField = "JOINED_AT"
)

// MemberFields returns every field.
func MemberFields() []MemberField { return []MemberField{ByMemberName, ByEmail, ByJoined} }

// MemberPosition is a place in an order: the value ordered by, as text, and the id.
type MemberPosition struct {
	Value string
	ID    uuid.UUID
}

// column is the SQL that a field orders by, and its type.
func (f MemberField) column() (name, sqlType string) {
	switch f {
	case ByEmail:
		return "m.email_key", `text COLLATE "C"`
	case ByJoined:
		return "m.created_at", "timestamptz"
	default:
		return "m.name_key", `text COLLATE "C"`
	}
}

// Position returns where a member stands.
func (f MemberField) Position(m MemberRow) MemberPosition {
	p := MemberPosition{ID: m.ID}
	switch f {
	case ByEmail:
		p.Value = m.emailKey
	case ByJoined:
		p.Value = m.JoinedAt.Format(time.RFC3339Nano)
	default:
		p.Value = m.nameKey
	}
	return p
}

// Members returns the members that q asks for, and how many there are in all. What
// narrows nothing is left out of the statement, so that its page is read from the
// index it is ordered by, from its position on.
func (v *View) Members(ctx context.Context, q MemberQuery) (found []MemberRow, total int, err error) {
	where, args := q.where(v.who.Workspace())
	if total, err = v.countMembers(ctx, q, where, args); err != nil {
		return nil, 0, fmt.Errorf("counting members: %w", err)
	}
	statement, args := q.statement(where, args)
	rows, err := v.Query(ctx, statement, args...)
	if err != nil {
		return nil, 0, fmt.Errorf("listing members: %w", err)
	}
	defer rows.Close() // rows.Err says what went wrong
	for rows.Next() {
		m, err := scanMember(rows, v.who.Workspace())
		if err != nil {
			return nil, 0, fmt.Errorf("listing members: %w", err)
		}
		found = append(found, m)
	}
	return found, total, rows.Err()
}

func (v *View) countMembers(ctx context.Context, q MemberQuery, where string, args []any) (n int, err error) {
	count := `SELECT count(*) FROM member m WHERE m.workspace_id = $1` + where
	if q.Search == "" && q.Role == "" {
		count = `SELECT COALESCE(sum(records), 0)::bigint FROM record_count WHERE workspace_id = $1 AND kind = 'member'`
	}
	return n, v.QueryRow(ctx, count, args...).Scan(&n)
}

// afterAll is the last character that there is: what begins with a text comes before
// the text with it appended.
const afterAll = "\U0010FFFF"

func (q MemberQuery) where(of uuid.UUID) (where string, args []any) {
	args = []any{of}
	if q.Search != "" {
		args = append(args, q.Search, q.Search+afterAll)
		where += ` AND (m.name_key >= $2 AND m.name_key < $3 OR m.email_key >= $2 AND m.email_key < $3)`
	}
	if q.Role != "" {
		args = append(args, string(q.Role))
		where += fmt.Sprintf(` AND m.role = $%d`, len(args))
	}
	return where, args
}

// statement asks for a page, from the position on.
func (q MemberQuery) statement(where string, args []any) (statement string, all []any) {
	column, sqlType := q.By.column()
	comparison, direction := ">", "ASC"
	if q.Down {
		comparison, direction = "<", "DESC"
	}
	if q.After != nil {
		args = append(args, q.After.Value, q.After.ID)
		where += fmt.Sprintf(` AND (%s, m.id) %s ($%d::text::%s, $%d::uuid)`, column, comparison, len(args)-1, sqlType, len(args))
	}
	args = append(args, q.Limit)
	return memberColumns + where + fmt.Sprintf(` ORDER BY %[1]s %[2]s, m.id %[2]s LIMIT $%[3]d`, column, direction, len(args)), args
}
