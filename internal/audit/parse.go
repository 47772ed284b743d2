package audit

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"net/netip"
	"time"

	"github.com/google/uuid"

	"latchkey/internal/caller"
)

// ErrNotCanonical says that bytes are not what Canonical writes.
var ErrNotCanonical = errors.New("audit: not the canonical bytes of an event")

// wire is the event as JSON decodes it.
type wire struct {
	Workspace uuid.UUID `json:"workspace"`
	Seq       int64     `json:"seq"`
	ID        uuid.UUID `json:"id"`
	At        time.Time `json:"at"`
	Actor     wireWho   `json:"actor"`
	Address   string    `json:"address"`
	Action    Action    `json:"action"`
	Target    wireWho   `json:"target"`
	Before    Values    `json:"before"`
	After     Values    `json:"after"`
}

type wireWho struct {
	Kind  string    `json:"kind"`
	ID    uuid.UUID `json:"id"`
	Label string    `json:"label"`
}

// Parse reads canonical bytes, and no others.
func Parse(body []byte) (Event, error) {
	var w wire
	if err := json.Unmarshal(body, &w); err != nil {
		return Event{}, fmt.Errorf("%w: %w", ErrNotCanonical, err)
	}
	e := Event{
		Workspace: w.Workspace, Seq: w.Seq, ID: w.ID, At: w.At,
		Actor:  caller.Actor{Kind: caller.Kind(w.Actor.Kind), ID: w.Actor.ID, Label: w.Actor.Label},
		Action: w.Action,
		Target: Target{Kind: TargetKind(w.Target.Kind), ID: w.Target.ID, Label: Text(w.Target.Label)},
		Before: w.Before, After: w.After,
	}
	if w.Address != "" {
		address, err := netip.ParseAddr(w.Address)
		if err != nil {
			return Event{}, fmt.Errorf("%w: %w", ErrNotCanonical, err)
		}
		e.Address = address
	}
	if !bytes.Equal(e.Canonical(), body) {
		return Event{}, ErrNotCanonical
	}
	return e, nil
}

// UnmarshalJSON reads an object of strings in its order.
func (v *Values) UnmarshalJSON(data []byte) error {
	d := json.NewDecoder(bytes.NewReader(data))
	if opening, err := d.Token(); err != nil || opening != json.Delim('{') {
		return ErrNotCanonical
	}
	for d.More() {
		name, err := d.Token()
		if err != nil {
			return err
		}
		token, err := d.Token()
		if err != nil {
			return err
		}
		named, isName := name.(string)
		text, isText := token.(string)
		if !isName || !isText {
			return ErrNotCanonical
		}
		*v = append(*v, Value{Text(named), Text(text)})
	}
	return nil
}
