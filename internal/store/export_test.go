package store

import "github.com/google/uuid"

// Statement is what [View.Members] asks for a page.
func (q MemberQuery) Statement(of uuid.UUID) (statement string, args []any) {
	where, args := q.where(of)
	return q.statement(where, args)
}

// NewestAuditEvents is the statement that reads a list of the audit.
func NewestAuditEvents(q AuditQuery, workspace uuid.UUID) (statement string, args []any) {
	return q.newest(workspace, `e.body`)
}
