package store

import "github.com/google/uuid"

// How much of a list is looked at.
const (
	Few    = few
	Walked = walked
)

// NewestAuditEvents is the statement that reads a list of the audit.
func NewestAuditEvents(q AuditQuery, workspace uuid.UUID) (statement string, args []any) {
	return q.newest(workspace, `e.body`)
}
