package workspace

import (
	"github.com/google/uuid"

	"latchkey/internal/caller"
)

// Actor is who did something, as the record of it keeps them: the label stays
// readable when the person or key is long gone.
type Actor struct {
	Kind  caller.Kind
	ID    uuid.UUID // of the person or key; uuid.Nil for the operator
	Label string
}

// ActorOf is who c is.
func ActorOf(c caller.Caller) Actor {
	return Actor{Kind: c.Kind(), ID: c.ID(), Label: c.Label()}
}
