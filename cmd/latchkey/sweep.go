package main

import (
	"context"
	"time"

	"github.com/rs/zerolog"

	"latchkey/internal/admin"
)

const (
	sweepEvery   = time.Hour
	sweepTimeout = 10 * time.Minute
)

// sweep disables keys that went unused for too long: now, and every hour until ctx
// ends. Whatever fails is tried again an hour later.
func sweep(ctx context.Context, use *admin.Service, log zerolog.Logger) {
	tick := time.NewTicker(sweepEvery)
	defer tick.Stop()
	for {
		sweepOnce(ctx, use, log)
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
		}
	}
}

func sweepOnce(ctx context.Context, use *admin.Service, log zerolog.Logger) {
	bounded, cancel := context.WithTimeout(ctx, sweepTimeout)
	defer cancel()
	disabled, err := use.SweepUnused(bounded)
	if disabled > 0 {
		log.Info().Int("keys", disabled).Msg("unused keys were disabled")
	}
	if err != nil && ctx.Err() == nil {
		log.Error().Err(err).Msg("disabling unused keys")
	}
}
