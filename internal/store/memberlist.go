package store

import (
	"context"
	"fmt"
	"strings"
	"time"

	"github.com/google/uuid"

	"latchkey/internal/caller"
	"latchkey/internal/workspace"
)

// MemberRow is a member in a list.
type MemberRow struct {
	workspace.Member
	nameKey, emailKey string
	byAddress         bool // a search found them by their address, not by their name
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

	// ByFound is the order of a search: those whose names begin with it, by name, then
	// those of whom only the address does, by address.
	ByFound MemberField = "FOUND"
)

// MemberFields returns every field that somebody may choose.
func MemberFields() []MemberField { return []MemberField{ByMemberName, ByEmail, ByJoined} }

// MemberPosition is a place in an order: the value ordered by, as text, and the id.
type MemberPosition struct {
	Value string
	ID    uuid.UUID
}

// Position returns where a member stands.
func (f MemberField) Position(m MemberRow) MemberPosition {
	p := MemberPosition{ID: m.ID}
	switch f {
	case ByEmail:
		p.Value = m.emailKey
	case ByJoined:
		p.Value = m.JoinedAt.Format(time.RFC3339Nano)
	case ByFound:
		p.Value = foundByName + m.nameKey
		if m.byAddress {
			p.Value = foundByAddress + m.emailKey
		}
	default:
		p.Value = m.nameKey
	}
	return p
}

// What positions in the order of a search begin with.
const (
	foundByName    = "1"
	foundByAddress = "2"
)

// ReadsFound reports whether value is one that Position writes for ByFound.
func ReadsFound(value string) bool {
	return strings.HasPrefix(value, foundByName) || strings.HasPrefix(value, foundByAddress)
}

// MemberList is a part of a list of members.
type MemberList struct {
	Members []MemberRow
	Total

	// On is where to go on when there are fewer members than were asked for, and yet
	// there may be more; see KeyList. nil otherwise.
	On *MemberPosition
}

// Members returns the members that q asks for.
func (v *View) Members(ctx context.Context, q MemberQuery) (list MemberList, err error) {
	of := v.who.Workspace()
	if q.By == ByFound {
		return v.foundMembers(ctx, q)
	}
	n := q.narrowed(of)
	from, end, err := v.memberPage(ctx, n, q.Limit, &list)
	if err != nil {
		return MemberList{}, err
	}
	if end.reached {
		list.On = &MemberPosition{Value: positionText(end.value), ID: end.id}
	}
	if len(n.choices) == 0 {
		list.Total, err = v.length(ctx, "member")
		return list, err
	}
	list.Total, err = v.count(ctx, n, from, len(list.Members), q.Limit, end.reached)
	return list, err
}

// memberPage adds a page to a list.
func (v *View) memberPage(ctx context.Context, n narrowed, limit int, list *MemberList) (from source, end walkEnd, err error) {
	if from, err = v.source(ctx, n, limit); err != nil {
		return source{}, walkEnd{}, err
	}
	statement, args := sqlf(memberColumns+` FROM (?) k JOIN member m ON m.workspace_id = ? AND m.id = k.i JOIN person p ON p.id = m.person_id`+n.order(),
		n.page(from, limit), v.who.Workspace()).statement()
	rows, err := v.Query(ctx, statement, args...)
	if err != nil {
		return source{}, walkEnd{}, fmt.Errorf("listing members: %w", err)
	}
	defer rows.Close() // rows.Err says what went wrong
	shown := 0
	for ; rows.Next(); shown++ {
		m, err := scanMember(rows, v.who.Workspace())
		if err != nil {
			return source{}, walkEnd{}, fmt.Errorf("listing members: %w", err)
		}
		list.Members = append(list.Members, m)
	}
	if err := rows.Err(); err != nil {
		return source{}, walkEnd{}, fmt.Errorf("listing members: %w", err)
	}
	end, err = v.rest(ctx, n, from, shown, limit)
	return from, end, err
}

// foundMembers is a list in the order of its search: two lists, one after the other.
func (v *View) foundMembers(ctx context.Context, q MemberQuery) (list MemberList, err error) {
	of := v.who.Workspace()
	byName, byAddress := q, q
	byName.By, byAddress.By = ByMemberName, ByEmail
	begun := q.After != nil && strings.HasPrefix(q.After.Value, foundByAddress)
	switch {
	case begun:
		byName.After, byAddress.After = nil, &MemberPosition{strings.TrimPrefix(q.After.Value, foundByAddress), q.After.ID}
	case q.After != nil:
		byName.After, byAddress.After = &MemberPosition{strings.TrimPrefix(q.After.Value, foundByName), q.After.ID}, nil
	}
	names, addresses := byName.named(of), byAddress.addressed(of)
	if !begun {
		if _, _, err := v.memberPage(ctx, names, q.Limit, &list); err != nil {
			return MemberList{}, err
		}
	}
	had := len(list.Members)
	if had < q.Limit {
		_, end, err := v.memberPage(ctx, addresses, q.Limit-had, &list)
		if err != nil {
			return MemberList{}, err
		}
		for i := range list.Members[had:] {
			list.Members[had+i].byAddress = true
		}
		if end.reached {
			list.On = &MemberPosition{Value: foundByAddress + positionText(end.value), ID: end.id}
		}
	}
	if q.After == nil && len(list.Members) < q.Limit && list.On == nil {
		list.Total = Total{len(list.Members), true}
		return list, nil
	}
	list.Total, err = v.countFound(ctx, names, addresses)
	return list, err
}

// countFound counts both lists of a search.
func (v *View) countFound(ctx context.Context, names, addresses narrowed) (Total, error) {
	names.after, addresses.after = sqlf(`true`), sqlf(`true`) // neither is counted by its page
	first, err := v.count(ctx, names, source{all: names.walk(false, walked)}, 0, 0, false)
	if err != nil || !first.Exact {
		return first, err
	}
	then, err := v.count(ctx, addresses, source{all: addresses.walk(false, walked), walks: true}, 0, 0, false)
	if total := first.N + then.N; total <= Counted {
		return Total{total, then.Exact}, err
	}
	return Total{N: Counted}, err
}
