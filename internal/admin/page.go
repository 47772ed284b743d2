package admin

import (
	"encoding/base64"
	"encoding/json"
	"fmt"
	"strconv"
	"time"

	"github.com/google/uuid"

	"latchkey/internal/fault"
	"latchkey/internal/store"
)

// How many items a page has when it is not said, and at most.
const (
	DefaultPage = 20
	MaxPage     = 100
)

// Page asks for the next First items (0: DefaultPage) after a cursor ("": from
// the beginning).
type Page struct {
	First int
	After string
}

// What is wrong with a page.
var (
	errFirst  = fault.New(fault.Invalid, "PAGE_SIZE_INVALID", fmt.Sprintf("A page has 1 to %d items.", MaxPage)).On("first")
	errCursor = fault.New(fault.Invalid, "CURSOR_INVALID", "This cursor does not belong to this list in this order. Begin again without one.").On("after")
)

func (p Page) size() (int, error) {
	switch {
	case p.First == 0:
		return DefaultPage, nil
	case p.First < 0 || p.First > MaxPage:
		return 0, errFirst
	}
	return p.First, nil
}

// cut cuts one item too many off, which was asked for to see whether there is more.
func cut[T any](items []T, size int) (page []T, more bool) {
	if len(items) > size {
		return items[:size], true
	}
	return items, false
}

// cursor is a place in a list: which list and order, the value ordered by, and
// the id of the item. It holds nothing that the item itself does not show.
type cursor struct {
	List  string    `json:"l"`
	Value string    `json:"v"`
	ID    uuid.UUID `json:"i"`
}

func (c cursor) String() string {
	text, err := json.Marshal(c)
	if err != nil {
		panic(err) // strings and ids are always JSON
	}
	return base64.RawURLEncoding.EncodeToString(text)
}

// in reads the cursor of a list; nil when there is none.
func (p Page) in(list string, reads func(value string) bool) (*cursor, error) {
	if p.After == "" {
		return nil, nil
	}
	text, err := base64.RawURLEncoding.DecodeString(p.After)
	if err != nil {
		return nil, errCursor
	}
	var c cursor
	if json.Unmarshal(text, &c) != nil || c.List != list || !reads(c.Value) {
		return nil, errCursor
	}
	return &c, nil
}

// keyList names a list of keys in an order.
func keyList(o store.KeyOrder) string {
	return "keys " + string(o.By) + " " + strconv.FormatBool(o.Descending)
}

const (
	entryList = "entries"
	eventList = "events"

	supportList = "support sessions"
	tenantList  = "tenants"
)

func isInstant(value string) bool {
	_, err := time.Parse(time.RFC3339Nano, value)
	return err == nil
}
