package rest

import (
	"context"
	"net/http"

	"latchkey/internal/fault"
	"latchkey/internal/httpserver"
	"latchkey/internal/records"
	"latchkey/internal/store"
)

// The bounds of a batch.
const (
	maxBatchBody = 8 << 20 // bytes
	maxBatch     = 5000    // events
)

var (
	errNoEvents   = fault.New(fault.Invalid, "INVALID", "Send at least one event.").On("events")
	errNoLine     = parseError("The line is not one JSON object.")
	errNoList     = fault.New(fault.Invalid, "INVALID", "Expected a list of events.").On("events")
	errManyEvents = fault.New(fault.Invalid, "TOO_MANY_EVENTS", "Send at most 5,000 events at a time.").On("events")
)

// batched is an event of a batch, or why it is none.
type batched struct {
	event records.EventTo
	err   error
}

// recordBatch records many events in one statement, each by itself. Nothing is
// recorded before all of the body is there and is what it says that it is.
func recordBatch(c *call) (reply, error) {
	batch, err := c.readBatch()
	if err != nil {
		return reply{}, err
	}
	outcomes := make([]records.Outcome, len(batch))
	events := make([]records.EventTo, 0, len(batch))
	for i, b := range batch {
		if outcomes[i].Err = b.err; b.err == nil {
			events = append(events, b.event)
		}
	}
	if len(events) > 0 {
		err = c.write(func(ctx context.Context, tx *store.Tx) error {
			recorded, err := records.RecordAll(ctx, tx, events)
			for i, next := 0, 0; err == nil && i < len(batch); i++ {
				if batch[i].err == nil {
					outcomes[i] = recorded[next]
					next++
				}
			}
			return err
		})
	}
	if err != nil {
		return reply{}, err
	}
	return c.recordedBatch(outcomes), nil
}

// recordedBatch is the answer: for each event, in order, what one request for it
// would have answered.
func (c *call) recordedBatch(outcomes []records.Outcome) reply {
	w := &writer{make([]byte, 0, 64+40*len(outcomes))}
	good := 0
	w.open('{')
	w.name("results")
	w.open('[')
	for i := range outcomes {
		if o := &outcomes[i]; o.Err == nil {
			writeRecorded(w, o.ID, o.Defined)
			good++
		} else {
			c.writeUnrecorded(w, o.Err)
		}
	}
	w.close(']')
	w.name("recorded")
	w.integer(int64(good))
	w.name("failed")
	w.integer(int64(len(outcomes) - good))
	w.close('}')
	return reply{http.StatusOK, w.b}
}

func (c *call) writeUnrecorded(w *writer, err error) {
	faults := faultsOf(err)
	if faults[0].Kind == fault.Internal {
		c.config.Log.Error().Err(err).Str("request_id", httpserver.RequestID(c.r.Context())).Msg("an event of a batch failed")
	}
	w.open('{')
	writeFaults(w, faults, false)
	w.close('}')
}
