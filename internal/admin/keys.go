package admin

import (
	"context"
	"errors"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/google/uuid"

	"latchkey/internal/apikey"
	"latchkey/internal/audit"
	"latchkey/internal/caller"
	"latchkey/internal/cluster"
	"latchkey/internal/fault"
)

const (
	// MaxLiveKeys is the most keys that a workspace may have, revoked ones aside.
	MaxLiveKeys = 10_000
	// maxRevocationNote is the most characters of a revocation's note.
	maxRevocationNote = 500
)

// What is wrong with a change of a key.
var (
	errDayPast = fault.New(fault.Invalid, "DAY_IN_PAST",
		"This day is already over in the workspace's time zone. Choose today or a later day.")
	errTooManyKeys = fault.New(fault.Conflict, "TOO_MANY_KEYS",
		"The workspace has as many API keys as it may have, 10,000. Revoke some that are not used.")
	errKeyRevoked = fault.New(fault.Conflict, "KEY_REVOKED", "This key is revoked, which is final. Create a new one.")
	errNote       = fault.New(fault.Invalid, "NOTE_TOO_LONG", "A note has at most 500 characters.").On("note")
	errNoteText   = fault.New(fault.Invalid, "NOTE_INVALID", "A note is text without control characters.").On("note")
)

// CreateKey is the input of a new key. The idempotency key is not part of what
// the input is compared by.
type CreateKey struct {
	Name           string
	Scope          string
	ExpiresOn      string // YYYY-MM-DD; "": never
	IdempotencyKey string `json:"-"`
}

// CreatedKey is a new key.
type CreatedKey struct {
	Key         apikey.Key
	Secret      apikey.Secret // zero when replayed
	Replayed    bool
	Propagation cluster.Propagation
}

// CreateKey makes a key with a new secret, which is returned here and never again.
func (s *Service) CreateKey(ctx context.Context, who caller.Caller, in CreateKey) (CreatedKey, error) {
	if err := who.Require(caller.APIKeysWrite); err != nil {
		return CreatedKey{}, err
	}
	secret, err := s.scheme.Mint(s.random)
	if err != nil {
		return CreatedKey{}, err
	}
	var out CreatedKey
	propagation, err := s.change(ctx, who, func(ctx context.Context, c *change) error {
		id, replayed, err := c.once(ctx, "createApiKey", in.IdempotencyKey, in, uuid.New())
		switch {
		case err != nil:
			return err
		case replayed:
			key, err := c.key(ctx, id)
			out = CreatedKey{Key: key, Replayed: true}
			return err
		}
		key, err := c.createKey(ctx, id, in, secret, s.peppers.Mint(secret))
		out = CreatedKey{Key: key, Secret: secret}
		return err
	})
	if err != nil {
		return CreatedKey{}, err
	}
	out.Propagation = propagation
	return out, nil
}

func (c *change) createKey(ctx context.Context, id uuid.UUID, in CreateKey, secret apikey.Secret, hash apikey.Hash) (apikey.Key, error) {
	key := apikey.Key{
		ID: id, Workspace: c.workspace.ID, Hint: secret.Hint(),
		CreatedAt: c.now, CreatedBy: c.Caller().Actor(),
	}
	if err := c.edit(&key, &in.Name, &in.Scope, &in.ExpiresOn); err != nil {
		return apikey.Key{}, err
	}
	key.Version = 1
	switch n, err := c.LiveKeys(ctx); {
	case err != nil:
		return apikey.Key{}, err
	case n >= MaxLiveKeys:
		return apikey.Key{}, errTooManyKeys
	}
	if err := c.CreateKey(ctx, key, hash); err != nil {
		return apikey.Key{}, err
	}
	after := append(keyValues(key), audit.Value{Name: "hint", Text: audit.Text(key.Hint)})
	return key.As(c.zone, c.now), c.record(ctx, audit.KeyCreated, keyTarget(key), nil, after)
}

// edit sets what is given, and reports all of it that is wrong. A day that stays
// as it is may be over, and beyond the longest lifetime; a new key, which has no
// version yet, has no day that could stay.
func (c *change) edit(key *apikey.Key, name, scope, day *string) error {
	var wrong fault.Fields
	var err error
	if name != nil {
		key.Name, err = apikey.ParseName(*name)
		wrong.Add(fault.On(c.prose(*name, err), "name"))
	}
	if scope != nil {
		key.Scope, err = apikey.ParseScope(*scope)
		wrong.Add(fault.On(err, "scope"))
	}
	if day != nil && (key.Version == 0 || *day != key.ExpiresOn.String()) {
		key.ExpiresOn, err = parseDay(*day, apikey.DayOf(c.now, c.zone), c.workspace.Policy)
		wrong.Add(fault.On(err, "expiresOn"))
	}
	return wrong.Err()
}

// parseDay reads a day of expire that is given today; "" is never.
func parseDay(text string, today apikey.Day, policy apikey.Policy) (day apikey.Day, err error) {
	if text != "" {
		if day, err = apikey.ParseDay(text); err != nil {
			return day, err
		}
		if day.Before(today) {
			return day, errDayPast
		}
	}
	return day, policy.Allows(day, today)
}

// UpdateKey is an edit of a key. What is nil stays as it is.
type UpdateKey struct {
	ID              uuid.UUID
	ExpectedVersion int
	Name            *string
	Scope           *string
	ExpiresOn       **string // a pointer to nil, or to "": never
}

// ChangedKey is a key after a change.
type ChangedKey struct {
	Key         apikey.Key
	Propagation cluster.Propagation
}

// UpdateKey edits a key that is not revoked. What widens its access takes a recent sign-in.
func (s *Service) UpdateKey(ctx context.Context, who caller.Caller, in UpdateKey) (ChangedKey, error) {
	return s.changeKey(ctx, who, in.ID, func(ctx context.Context, c *change, old apikey.Key) (apikey.Key, error) {
		if !old.RevokedAt.IsZero() {
			return old, errKeyRevoked
		}
		if err := newerVersion(in.ExpectedVersion, old.Version); err != nil {
			return old, err
		}
		key := old
		if err := c.edit(&key, in.Name, in.Scope, in.day()); err != nil {
			return old, err
		}
		before, after := audit.Changes(keyValues(old), keyValues(key))
		if len(after) == 0 {
			return old, nil
		}
		if key.Scope.Widens(old.Scope) || key.ExpiresOn.Outlasts(old.ExpiresOn) {
			if err := who.RequireRecent(); err != nil {
				return old, err
			}
		}
		key, err := c.SaveKey(ctx, key)
		if err != nil {
			return old, err
		}
		return key, c.record(ctx, audit.KeyUpdated, keyTarget(old), before, after)
	})
}

// day is the text of the new day of expire; nil when it stays.
func (in UpdateKey) day() *string {
	if in.ExpiresOn == nil || *in.ExpiresOn != nil {
		return deref(in.ExpiresOn)
	}
	return new(string)
}

func deref[T any](p **T) *T {
	if p == nil {
		return nil
	}
	return *p
}

// RevokeKey is the end of a key.
type RevokeKey struct {
	ID     uuid.UUID
	Reason string
	Note   string // may have several lines
}

// RevokeKey ends a key for good. One that is revoked already keeps its first
// reason, and nothing is recorded a second time.
func (s *Service) RevokeKey(ctx context.Context, who caller.Caller, in RevokeKey) (ChangedKey, error) {
	return s.changeKey(ctx, who, in.ID, func(ctx context.Context, c *change, old apikey.Key) (apikey.Key, error) {
		var wrong fault.Fields
		reason, err := apikey.ParseRevocationReason(in.Reason)
		wrong.Add(fault.On(err, "reason"))
		note, err := c.revocationNote(in.Note)
		wrong.Add(err)
		if err := wrong.Err(); err != nil || !old.RevokedAt.IsZero() {
			return old, err
		}
		key := old
		key.RevokedAt, key.RevocationReason, key.RevocationNote = c.now, reason, note
		if key, err = c.SaveKey(ctx, key); err != nil {
			return old, err
		}
		return key, c.record(ctx, audit.KeyRevoked, keyTarget(key),
			c.statusOf(old),
			audit.Values{{Name: "status", Text: audit.Text(apikey.Revoked)}, {Name: "reason", Text: audit.Text(reason)}, {Name: "note", Text: audit.Text(note)}})
	})
}

func (c *change) revocationNote(text string) (string, error) {
	note, err := parseRevocationNote(text)
	if err = c.prose(text, err); errors.Is(err, errSecretInText) {
		err = errSecretInText.On("note")
	}
	return note, err
}

func parseRevocationNote(text string) (string, error) {
	note := strings.TrimSpace(text)
	switch {
	case !utf8.ValidString(note) || strings.ContainsFunc(note, func(r rune) bool { return unicode.IsControl(r) && !unicode.IsSpace(r) }):
		return "", errNoteText
	case utf8.RuneCountInString(note) > maxRevocationNote:
		return "", errNote
	}
	return note, nil
}

// changeKey finds a key and lets f change it.
func (s *Service) changeKey(ctx context.Context, who caller.Caller, id uuid.UUID,
	f func(context.Context, *change, apikey.Key) (apikey.Key, error),
) (out ChangedKey, err error) {
	if err := who.Require(caller.APIKeysWrite); err != nil {
		return ChangedKey{}, err
	}
	out.Propagation, err = s.change(ctx, who, func(ctx context.Context, c *change) error {
		old, ok, err := c.LockKey(ctx, id)
		if err != nil || !ok {
			return orNotFound(err, errNoKey)
		}
		key, err := f(ctx, c, old)
		out.Key = key.As(c.zone, c.now)
		return err
	})
	if err != nil {
		return ChangedKey{}, err
	}
	return out, nil
}

// key is a key that must exist.
func (c *change) key(ctx context.Context, id uuid.UUID) (apikey.Key, error) {
	key, ok, err := c.Key(ctx, id)
	if err != nil || !ok {
		return apikey.Key{}, orNotFound(err, errNoKey)
	}
	return key.As(c.zone, c.now), nil
}

// keyValues is what may be edited of a key, for the audit.
func keyValues(k apikey.Key) audit.Values {
	return audit.Values{{Name: "name", Text: audit.Text(k.Name)}, {Name: "scope", Text: audit.Text(k.Scope)}, {Name: "expiresOn", Text: audit.Text(k.ExpiresOn.String())}}
}

func keyTarget(k apikey.Key) audit.Target {
	return audit.Target{Kind: audit.APIKey, ID: k.ID, Label: audit.Text(k.Name)}
}
