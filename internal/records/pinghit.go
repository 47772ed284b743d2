package records

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"time"

	"latchkey/internal/store"
)

// PingHit is one page that a contact saw. A nil text is not known.
type PingHit struct {
	ID, ContactID                         int64
	At                                    time.Time
	URL, Title, Referer                   *string
	IPAddress, UserAgent                  *string
	BrowserFamily, BrowserVersion, OSType *string
	City, Country, Timezone, Resolution   *string
	ExtraData                             json.RawMessage // an object
}

// pingHitTexts are what a page view can say about itself.
var pingHitTexts = []field[PingHit]{
	text("url", maxURL, func(h *PingHit) **string { return &h.URL }),
	text("title", maxText, func(h *PingHit) **string { return &h.Title }),
	text("referer", maxURL, func(h *PingHit) **string { return &h.Referer }),
	text("ip_address", maxShort, func(h *PingHit) **string { return &h.IPAddress }),
	text("user_agent", maxURL, func(h *PingHit) **string { return &h.UserAgent }),
	text("browser_family", maxText, func(h *PingHit) **string { return &h.BrowserFamily }),
	text("browser_version", maxText, func(h *PingHit) **string { return &h.BrowserVersion }),
	text("os_type", maxText, func(h *PingHit) **string { return &h.OSType }),
	text("city", maxText, func(h *PingHit) **string { return &h.City }),
	text("country", maxText, func(h *PingHit) **string { return &h.Country }),
	text("timezone", maxText, func(h *PingHit) **string { return &h.Timezone }),
	text("resolution", maxText, func(h *PingHit) **string { return &h.Resolution }),
}

// pingHitColumns are the columns of these.
var pingHitColumns = func() string {
	names := make([]string, len(pingHitTexts))
	for i := range pingHitTexts {
		names[i] = pingHitTexts[i].name
	}
	return strings.Join(names, ", ")
}()

// PingHitTexts returns the names of what a page view can say about itself.
func PingHitTexts() []string { return strings.Split(pingHitColumns, ", ") }

// NewPingHit is a page view to be recorded. Its data are what else is known of it.
type NewPingHit struct {
	NewEvent
	hit PingHit
}

// Set sets one of [PingHitTexts] to a decoded JSON value. The fault does not name it.
func (n *NewPingHit) Set(name string, value any) error {
	for i := range pingHitTexts {
		if f := &pingHitTexts[i]; f.name == name {
			return f.put(&n.hit, &PingHit{}, value)
		}
	}
	return nil
}

// RecordPingHit stores a page view, and counts it for the contact, who was seen then
// (not later than now). It is one statement. Without the contact there is [ErrNoContact].
func RecordPingHit(ctx context.Context, tx *store.Tx, contact Ref, n *NewPingHit) (id int64, err error) {
	at, data := n.at, string(n.data)
	if at.IsZero() {
		at = now(tx)
	}
	if data == "" {
		data = "{}"
	}
	args := []any{tx.Caller().Workspace(), contact.value, at, now(tx), data}
	for i := range pingHitTexts {
		args = append(args, pingHitTexts[i].value(&n.hit))
	}
	err = tx.QueryRow(ctx, `WITH seen AS (
			UPDATE contact SET version = version + 1, updated_at = $4::timestamptz,
				page_views = page_views + (page_views < 9223372036854775807)::integer,
				first_seen = LEAST(first_seen, $3::timestamptz, $4::timestamptz),
				last_seen = GREATEST(last_seen, LEAST($3::timestamptz, $4::timestamptz))
			WHERE workspace_id = $1 AND `+contact.column+` = $2 RETURNING id)
		INSERT INTO ping_hit (workspace_id, contact_id, at, created_at, extra_data, `+pingHitColumns+`)
		SELECT $1, seen.id, $3::timestamptz, $4::timestamptz, $5, `+placeholders(6, len(args))+` FROM seen RETURNING id`, args...).Scan(&id)
	if errors.Is(err, sql.ErrNoRows) {
		return 0, ErrNoContact
	}
	if err != nil {
		return 0, fmt.Errorf("recording a page view: %w", err)
	}
	return id, nil
}

// PingHits returns a page of a contact's page views by id.
func PingHits(ctx context.Context, v *store.View, ref Ref, at Position) (Page[PingHit], error) {
	q := query{from: "ping_hit", columns: "r.id, r.contact_id, r.at, r.extra_data, r." + strings.ReplaceAll(pingHitColumns, ", ", ", r.")}
	scan := func(rows *sql.Rows) (h PingHit, err error) {
		to := []any{&h.ID, &h.ContactID, &h.At, (*[]byte)(&h.ExtraData)}
		for i := range pingHitTexts {
			to = append(to, pingHitTexts[i].at(&h))
		}
		return h, rows.Scan(to...)
	}
	return listOfContact(ctx, v, q, ref, at, scan, func(h *PingHit) int64 { return h.ID })
}
