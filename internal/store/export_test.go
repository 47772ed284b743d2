package store

import "github.com/google/uuid"

// Statement is what [View.Members] asks for a page.
func (q MemberQuery) Statement(of uuid.UUID) (statement string, args []any) {
	where, args := q.where(of)
	return q.statement(where, args)
}
