package httpserver

import (
	"context"
	"encoding/json"
	"net/http"
	"time"

	"github.com/rs/zerolog"
	"golang.org/x/sync/singleflight"
)

// Check says whether something that the server needs can be used now. It must
// honour ctx; it runs at once with others and with itself.
type Check func(ctx context.Context) error

// State tells something about the server that does not decide whether it is ready. It
// is written as JSON, must not block, and runs at once with itself.
type State func() any

// readyWithin bounds all checks of one answer together.
const readyWithin = 2 * time.Second

// health is an answer of /healthz or /readyz.
type health struct {
	Status string            `json:"status"`
	Checks map[string]string `json:"checks,omitempty"`
	State  map[string]any    `json:"state,omitempty"`
}

// Health answers GET /healthz, which is 200 as long as the process serves, and
// GET /readyz, which is 200 when every check passes and else 503. Answers name
// the checks that fail; why goes to the log only. The states are told beside them. Who
// asks while the checks run is answered by what they say then: many who ask at once take
// no more from what is checked than one.
func Health(log zerolog.Logger, checks map[string]Check, states map[string]State) http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /healthz", func(w http.ResponseWriter, _ *http.Request) {
		writeHealth(w, health{Status: "ok"})
	})
	var asking singleflight.Group
	mux.HandleFunc("GET /readyz", func(w http.ResponseWriter, r *http.Request) {
		// Not under the request's context: whoever hangs up decides nothing for the others.
		asked := asking.DoChan("", func() (any, error) {
			ctx, cancel := context.WithTimeout(context.WithoutCancel(r.Context()), readyWithin)
			defer cancel()
			answer := ready(ctx, log, checks)
			for name, state := range states {
				answer.State[name] = state()
			}
			return answer, nil
		})
		select {
		case answer := <-asked:
			writeHealth(w, answer.Val.(health))
		case <-r.Context().Done():
		}
	})
	return mux
}

// ready runs the checks at once. One that has not answered when ctx ends counts
// as failed; its goroutine ends with it.
func ready(ctx context.Context, log zerolog.Logger, checks map[string]Check) health {
	type result struct {
		name string
		err  error
	}
	results := make(chan result, len(checks))
	answer := health{Status: "ok", Checks: map[string]string{}, State: map[string]any{}}
	for name, check := range checks {
		answer.Checks[name] = "unavailable"
		go func() { results <- result{name, check(ctx)} }()
	}
	for range checks {
		select {
		case r := <-results:
			if r.err == nil {
				answer.Checks[r.name] = "ok"
				continue
			}
			answer.Status = "unavailable"
			log.Warn().Err(r.err).Str("check", r.name).Msg("not ready")
		case <-ctx.Done():
			answer.Status = "unavailable"
			log.Warn().Any("checks", answer.Checks).Msg("not ready: checks did not answer in time")
			return answer
		}
	}
	return answer
}

func writeHealth(w http.ResponseWriter, h health) {
	w.Header().Set("Content-Type", "application/json")
	w.Header().Set("Cache-Control", "no-store")
	if h.Status != "ok" {
		w.WriteHeader(http.StatusServiceUnavailable)
	}
	_ = json.NewEncoder(w).Encode(h)
}
