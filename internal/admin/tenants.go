package admin

import (
	"context"
	"net/netip"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/google/uuid"

	"latchkey/internal/apikey"
	"latchkey/internal/audit"
	"latchkey/internal/caller"
	"latchkey/internal/fault"
	"latchkey/internal/receipt"
	"latchkey/internal/session"
	"latchkey/internal/store"
	"latchkey/internal/text"
	"latchkey/internal/workspace"
)

// maxSearch is how many characters a search for a tenant has at most; a receipt, with
// whatever was pasted around it, may be longer.
const maxSearch = 100

// What is wrong with a search for a tenant.
var (
	errSearchEmpty = fault.New(fault.Invalid, "SEARCH_EMPTY",
		"Search for the beginning of a workspace's name or slug, a member's e-mail address, the hint of a key, or a receipt.").On("search")
	errSearchText     = fault.New(fault.Invalid, "SEARCH_INVALID", "Search for one line of at most 100 characters, or a receipt.").On("search")
	errNobodysReceipt = fault.New(fault.Invalid, "RECEIPT_WITHOUT_WORKSPACE",
		"This receipt belongs to no workspace: its request came without a known key. It says only what the caller sent.").On("search")
)

// Staff is a person of staff. Package session vouches for them.
type Staff struct {
	ID      uuid.UUID
	Email   string
	Address netip.Addr
}

// TenantPage is a part of the workspaces that a search means.
type TenantPage struct {
	Edges       []TenantEdge
	HasNextPage bool
	EndCursor   string // "" when there are no edges
	Total       *int   // nil: more than 100, or not counted
}

// TenantEdge is a workspace among those that a search means.
type TenantEdge struct {
	Cursor string
	Tenant workspace.Tenant
}

// SearchTenants finds workspaces for a person of staff, who sees their names and how
// much they have. The search is recorded before it is made.
func (s *Service) SearchTenants(ctx context.Context, who Staff, search string, page Page) (out TenantPage, err error) {
	query, by, err := s.tenantQuery(search, page)
	if err != nil {
		return TenantPage{}, err
	}
	switch staff, err := s.store.NoteSearch(ctx, who.ID, who.event(s, by)); {
	case err != nil:
		return TenantPage{}, err
	case !staff:
		return TenantPage{}, errNotStaff
	}
	size := query.Limit
	query.Limit++
	found, total, err := s.store.Tenants(ctx, query)
	if err != nil {
		return TenantPage{}, err
	}
	found, out.HasNextPage = cut(found, size)
	if total < store.CountedTenants && (len(found) > 0 || page.After == "") {
		out.Total = &total
	}
	for _, t := range found {
		out.EndCursor = cursor{tenantList, strconv.Itoa(t.Position.Source) + " " + t.Position.Term, t.ID}.String()
		out.Edges = append(out.Edges, TenantEdge{out.EndCursor, t.Tenant})
	}
	return out, nil
}

// event is the operator's record of a search, by what it is recorded as.
func (w Staff) event(s *Service, by audit.Values) audit.Event {
	return audit.Event{
		ID: uuid.New(), At: s.clock(), Action: audit.SupportSearched, Address: w.Address,
		Actor:  caller.Actor{Kind: caller.Support, ID: w.ID, Label: w.Email},
		Target: audit.Target{Kind: audit.TenantSearch}, After: by,
	}
}

// tenantQuery reads a search and a page's arguments, and says how the search is recorded.
func (s *Service) tenantQuery(search string, page Page) (q store.TenantQuery, by audit.Values, err error) {
	var wrong fault.Fields
	q, by, err = s.searched(search)
	wrong.Add(err)
	q.Limit, err = page.size()
	wrong.Add(err)
	after, err := page.in(tenantList, func(value string) bool { _, _, ok := tenantPosition(value); return ok })
	wrong.Add(err)
	if after != nil {
		q.After.Source, q.After.Term, _ = tenantPosition(after.Value)
		q.After.Workspace = after.ID
	}
	return q, by, wrong.Err()
}

func tenantPosition(value string) (source int, term string, ok bool) {
	number, term, ok := strings.Cut(value, " ")
	source, err := strconv.Atoi(number)
	return source, term, ok && err == nil && source > 0 && source < 10 && text.OneLine(term)
}

// searched reads what somebody searches by.
func (s *Service) searched(search string) (q store.TenantQuery, by audit.Values, err error) {
	if _, ok := receipt.Find(search); ok {
		return s.searchedReceipt(search)
	}
	search = strings.Join(strings.Fields(search), " ")
	recorded := func(how audit.Text) audit.Values {
		return audit.Values{{Name: "by", Text: how}, {Name: "search", Text: audit.Text(search)}}
	}
	hint, tail, isHint := apikey.ParseHint(search)
	switch {
	case search == "":
		return q, nil, errSearchEmpty
	case !text.OneLine(search), utf8.RuneCountInString(search) > maxSearch:
		return q, nil, errSearchText
	case len(s.scheme.Find([]byte(search))) > 0:
		return q, nil, errSecretInText.On("search")
	case strings.Contains(search, "@"):
		return store.TenantQuery{EmailKey: session.EmailKey(search)}, recorded("EMAIL"), nil
	case isHint:
		return store.TenantQuery{Hint: hint, Tail: tail}, recorded("HINT"), nil
	case apikey.IsTail(search):
		return store.TenantQuery{Text: search, Tail: search}, recorded("NAME_OR_HINT"), nil
	}
	return store.TenantQuery{Text: search}, recorded("NAME"), nil
}

// searchedReceipt is a search by whose receipt it is. What is recorded is the id of
// the request, never the receipt.
func (s *Service) searchedReceipt(search string) (q store.TenantQuery, by audit.Values, err error) {
	r, err := s.open(search, s.clock())
	switch {
	case err != nil:
		return q, nil, fault.On(err, "search")
	case r.Workspace == uuid.Nil:
		return q, nil, errNobodysReceipt
	}
	return store.TenantQuery{ID: r.Workspace}, audit.Values{{Name: "by", Text: "RECEIPT"}, {Name: "requestId", Text: audit.Text(r.RequestID)}}, nil
}

// OwnSupportSessions returns the sessions of a person of staff that run, and the
// requests of theirs that wait after them, the newest first, at most 100.
func (s *Service) OwnSupportSessions(ctx context.Context, who Staff) ([]workspace.OwnSupportSession, error) {
	return s.store.OwnSupportSessions(ctx, who.ID)
}
