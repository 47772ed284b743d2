package graph

import (
	"net/http"

	"latchkey/internal/fault"
)

// Panicked answers for a handler that panicked outside of any resolver, for
// httpserver.Options.
func Panicked(w http.ResponseWriter, r *http.Request) {
	refuse(w, r, http.StatusInternalServerError, fault.New(fault.Internal, codeInternal, "Something went wrong on our side."))
}
