package apikey

import (
	"time"

	"latchkey/internal/caller"

	"github.com/google/uuid"
)

// Key is an API key as the settings screens show it. It holds nothing of its
// secret but the hint.
type Key struct {
	ID        uuid.UUID
	Workspace uuid.UUID
	Name      string
	Scope     Scope
	Hint      string // of the current secret
	ExpiresOn Day    // the day of expire; zero: never
	CreatedAt time.Time
	CreatedBy caller.Actor
	Version   int

	DisabledAt       time.Time // zero: not disabled
	EnabledAt        time.Time // when it was last enabled again; zero: never was
	RevokedAt        time.Time // zero: not revoked
	RevocationReason RevocationReason
	RevocationNote   string
	RotatingUntil    time.Time // when the old secret stops; zero: no rotation

	LastUse  *KeyUse   // nil: never used, as far as it has been counted
	Rotation *Rotation // nil: only the current secret works

	// SupersededRefusals counts the requests that were refused because they came
	// with a secret that a rotation had ended.
	SupersededRefusals int64

	Status    Status    // at the time that As was asked for
	ExpiresAt time.Time // when the day of expire ends in the workspace; zero: never
}

// Rotation is the time in which a key has two secrets.
type Rotation struct {
	StartedAt           time.Time
	OldSecretValidUntil time.Time
	OldSecretLastUse    *KeyUse // nil: never used, as far as it has been counted
	OldHint             string
}

// KeyUse is the latest use of a key, or of one of its secrets.
type KeyUse struct {
	At        time.Time
	Address   string // "" when it could not be established
	UserAgent string
	Operation string
}

// As returns the key with what depends on the workspace's zone and on the time
// filled in.
func (k Key) As(zone *time.Location, now time.Time) Key {
	k.ExpiresAt = k.ExpiresOn.Ends(zone).UTC()
	if !now.Before(k.RotatingUntil) {
		k.Rotation = nil
	}
	k.Status = Facts{
		RevokedAt: k.RevokedAt, DisabledAt: k.DisabledAt, Expires: k.ExpiresOn, Zone: zone, RotatingUntil: k.RotatingUntil,
	}.Status(now)
	return k
}
