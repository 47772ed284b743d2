package main

import (
	"context"
	"time"

	"github.com/rs/zerolog"

	"latchkey/internal/store"
)

// retainEvery is how often old usage is rolled up and dropped.
const retainEvery = time.Hour

// retain keeps what is kept within its bounds of age, now and every hour, until
// ctx ends. A batch that has begun is finished. What fails is tried again an hour later.
func retain(ctx context.Context, st *store.Store, log zerolog.Logger) {
	tick := time.NewTicker(retainEvery)
	defer tick.Stop()
	for {
		if _, err := st.Retain(ctx, time.Now()); err != nil && ctx.Err() == nil {
			log.Warn().Err(err).Msg("old usage is kept for another hour")
		}
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
		}
	}
}
