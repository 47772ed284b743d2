package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"github.com/google/uuid"
	"github.com/lib/pq"

	"latchkey/internal/caller"
	"latchkey/internal/workspace"
)

const (
	memberColumns = `SELECT m.id, m.person_id, p.name, p.email, m.role, m.created_at, m.version, m.name_key, m.email_key`
	memberFrom    = ` FROM member m JOIN person p ON p.id = m.person_id WHERE m.workspace_id = $1`
)

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
	row, err := scanMember(v.QueryRow(ctx, memberColumns+memberFrom+where, v.who.Workspace(), id), v.who.Workspace())
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
