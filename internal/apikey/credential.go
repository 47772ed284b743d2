package apikey

import (
	"time"

	"github.com/google/uuid"
)

// Credential is what a secret stands for: its key as verification needs it, and
// the secret's own end.
type Credential struct {
	Workspace  uuid.UUID
	Key        uuid.UUID
	Secret     uuid.UUID // the id of the secret, of the two that the key may have
	Name       string
	Scope      Scope
	Expires    Day // the day of expire; zero: never
	Disabled   bool
	Revoked    bool
	Pepper     string    // the id of the pepper that the secret is stored under
	Hint       string    // of the secret
	ValidUntil time.Time // the secret is superseded from then on; zero: it is current
}
