package soak_test

import (
	"context"
	"errors"
	"math/rand/v2"
)

// disturbance is something that goes wrong around changes of access. It calls
// changes once, which returns when all lanes have had their successful answer.
type disturbance struct {
	name string
	do   func(ctx context.Context, d *driver, rng *rand.Rand, changes func() error) error
}

var (
	// When access is taken away, what must be accepted comes before the changes.
	undisturbed = disturbance{"nothing", func(ctx context.Context, d *driver, _ *rand.Rand, changes func() error) error {
		for i := range nodes {
			if err := d.load.goesOn(ctx, i, 50); err != nil {
				return err
			}
		}
		return changes()
	}}

	// A node sleeps through the changes, or wakes up in their midst. When it wakes up,
	// requests that began after the changes are waiting for it.
	paused = disturbance{"a node is paused", func(ctx context.Context, d *driver, rng *rand.Rand, changes func() error) error {
		i := rng.IntN(nodes)
		node := d.in.node[i].Load()
		if err := node.pause(); err != nil {
			return err
		}
		if rng.IntN(2) == 0 {
			return d.while(changes, func() error {
				if err := d.load.goesOn(ctx, (i+1)%nodes, rng.Int64N(500)); err != nil {
					return err
				}
				return node.resume()
			})
		}
		if err := changes(); err != nil {
			return err
		}
		if err := d.load.goesOn(ctx, i, 2*workersANode); err != nil {
			return err
		}
		return node.resume()
	}}

	// A node sleeps through the changes and cannot learn of them when it wakes up.
	pausedThenCutOff = disturbance{"a node is paused, and PostgreSQL away when it wakes up", func(ctx context.Context, d *driver, rng *rand.Rand, changes func() error) error {
		i := rng.IntN(nodes)
		node := d.in.node[i].Load()
		if err := node.pause(); err != nil {
			return err
		}
		if err := changes(); err != nil {
			return err
		}
		if err := d.in.stopPostgres(ctx); err != nil {
			return err
		}
		if err := node.resume(); err != nil {
			return err
		}
		if err := d.load.goesOn(ctx, i, 200); err != nil {
			return err
		}
		return d.in.startPostgres(ctx)
	}}

	// Nobody is told of the changes; they arrive with the beats.
	deaf = disturbance{"feeds are cut", func(ctx context.Context, d *driver, _ *rand.Rand, changes func() error) error {
		if err := d.in.cutFeeds(ctx); err != nil {
			return err
		}
		stop := d.in.keepCutting(ctx)
		err := changes()
		return errors.Join(err, stop())
	}}

	// PostgreSQL goes away in the midst of the changes, or right after them.
	away = disturbance{"PostgreSQL is stopped and started", func(ctx context.Context, d *driver, rng *rand.Rand, changes func() error) error {
		stopAndStart := func() error {
			if err := d.load.goesOn(ctx, 0, rng.Int64N(50)); err != nil {
				return err
			}
			if err := d.in.stopPostgres(ctx); err != nil {
				return err
			}
			if err := d.load.goesOn(ctx, 0, 50+rng.Int64N(500)); err != nil {
				return err
			}
			return d.in.startPostgres(ctx)
		}
		if rng.IntN(2) == 0 {
			return d.while(changes, stopAndStart)
		}
		if err := changes(); err != nil {
			return err
		}
		return stopAndStart()
	}}

	// A node dies in the midst of the changes; another one takes its place.
	killed = disturbance{"a node is killed and replaced", func(ctx context.Context, d *driver, rng *rand.Rand, changes func() error) error {
		i := rng.IntN(nodes)
		return d.while(changes, func() error {
			if err := d.load.goesOn(ctx, (i+1)%nodes, rng.Int64N(50)); err != nil {
				return err
			}
			d.in.node[i].Load().kill()
			return d.in.startNode(ctx, i)
		})
	}}
)

// schedule is the disturbances of so many rounds, two each: one while access is
// taken away, one while it is given back. Every kind comes up as often as any other.
func schedule(rounds int, rng *rand.Rand) (all []disturbance) {
	kinds := []disturbance{undisturbed, paused, pausedThenCutOff, deaf, away, killed}
	for len(all) < 2*rounds {
		rng.Shuffle(len(kinds), func(i, j int) { kinds[i], kinds[j] = kinds[j], kinds[i] })
		all = append(all, kinds...)
	}
	return all[:2*rounds]
}
