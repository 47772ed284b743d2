package soak_test

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"net/http"
	"slices"
	"sync"
	"testing"
	"time"

	"golang.org/x/sync/errgroup"
)

// driver changes access under load and disturbances.
type driver struct {
	in       *installation
	load     *load
	settings *settings
	rng      *rand.Rand

	mu     sync.Mutex
	amid   string               // the disturbance there is
	waited map[string][]float64 // ms, of the changes that say so, by disturbance
	tried  int                  // attempts that did not count
	made   map[string]int
	phases map[string]*phase
}

// drive starts an installation of program and its load, and makes lanes.
func drive(ctx context.Context, t *testing.T, program string, seed uint64) (*driver, []*lane) {
	t.Helper()
	in := install(ctx, t, program)
	owner, err := signIn(ctx, in.admin.addr)
	must(t, err)
	d := &driver{in: in, load: newLoad(in), settings: owner, made: map[string]int{}, waited: map[string][]float64{}, phases: map[string]*phase{},
		rng: rand.New(rand.NewPCG(seed, seed))} //nolint:gosec // a schedule, not a secret
	lanes, err := d.lanes(ctx)
	must(t, err)
	working, stop := context.WithCancel(ctx)
	var running sync.WaitGroup
	running.Go(func() { d.load.run(working, seed) })
	t.Cleanup(func() { stop(); running.Wait() })
	return d, lanes
}

// step turns access in all lanes at once, amid the disturbance, and returns when
// all is quiet again and every node has decided by the new rules.
func (d *driver) step(ctx context.Context, lanes []*lane, open bool, by disturbance) error {
	if err := d.quiet(ctx); err != nil {
		return fmt.Errorf("before %s: %w", by.name, err)
	}
	if d.phases[by.name] == nil {
		d.phases[by.name] = &phase{}
	}
	d.load.phase.Store(d.phases[by.name])
	d.made[by.name]++
	d.amid = by.name
	err := by.do(ctx, d, d.rng, func() error {
		group, ctx := errgroup.WithContext(ctx)
		for _, l := range lanes {
			group.Go(func() error { return d.turn(ctx, l, open) })
		}
		return group.Wait()
	})
	if err == nil {
		err = d.load.settled(ctx)
	}
	if err != nil {
		return fmt.Errorf("while %s: %w", by.name, err)
	}
	d.load.phase.Store(&phase{})
	return nil
}

// turn makes one change until it has succeeded, and sets what it demands.
func (d *driver) turn(ctx context.Context, l *lane, open bool) error {
	what, do := l.name, l.shut
	if open {
		what, do = l.name+", undone", l.open
	}
	turned := l.subjects
	if l.name == "revoke" {
		turned = turned[len(turned)-1:] // those before it stay revoked
	}
	if l.name != "revoke" || !open {
		for _, s := range turned {
			s.rule.Store(nil)
		}
	}
	p, err := d.insist(ctx, do)
	if err != nil {
		return fmt.Errorf("%s: %w", what, err)
	}
	if l.name == "revoke" && open {
		turned = l.subjects[len(l.subjects)-1:] // another key
	}
	for _, s := range turned {
		s.set(open, what)
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	if p != nil {
		d.waited[d.amid] = append(d.waited[d.amid], p.WaitedMs)
	}
	return nil
}

// insist tries again while there is no answer that counts.
func (d *driver) insist(ctx context.Context, do attempt) (p *propagation, err error) {
	tick := time.NewTicker(50 * time.Millisecond)
	defer tick.Stop()
	for {
		if p, err = do(ctx); !errors.Is(err, errAgain) {
			return p, err
		}
		d.mu.Lock()
		d.tried++
		d.mu.Unlock()
		select {
		case <-ctx.Done():
			return nil, errors.Join(ctx.Err(), err)
		case <-tick.C:
		}
	}
}

// quiet waits until all nodes are ready, and know every key.
func (d *driver) quiet(ctx context.Context) error {
	client := http.Client{Timeout: time.Second}
	for i := range d.in.node {
		err := eventually(ctx, fmt.Sprintf("node %d is ready", i), func() bool {
			answer, err := client.Get("http://" + d.in.node[i].Load().addr + "/readyz")
			if err != nil {
				return false
			}
			return answer.Body.Close() == nil && answer.StatusCode == http.StatusOK
		})
		if err != nil {
			return err
		}
	}
	return d.load.settled(ctx)
}

// while runs both at once.
func (d *driver) while(changes, other func() error) error {
	var group errgroup.Group
	group.Go(changes)
	group.Go(other)
	return group.Wait()
}

// report prints what was seen.
func (d *driver) report(t *testing.T) {
	t.Helper()
	var all []float64
	for name, p := range d.phases {
		t.Logf("%-55s %3d times: %6d accepted, %6d refused, %5d without a decision; waitedMs %s",
			name, d.made[name], p.accepted.Load(), p.refused.Load(), p.undecided.Load(), percentiles(d.waited[name]))
		all = append(all, d.waited[name]...)
	}
	var begun int64
	for i := range d.load.begun {
		begun += d.load.begun[i].Load()
	}
	t.Logf("%d requests; %d changes: waitedMs %s; %d attempts failed and were repeated", begun, len(all), percentiles(all), d.tried)
	d.load.mu.Lock()
	defer d.load.mu.Unlock()
	t.Logf("decided by old rules: %d accepted, %d refused", d.load.wronglyAccepted, d.load.wronglyRefused)
	for _, v := range d.load.violations {
		t.Log(v)
	}
}

func percentiles(ms []float64) string {
	if len(ms) == 0 {
		return "unknown"
	}
	slices.Sort(ms)
	return fmt.Sprintf("p50 %.1f, p99 %.1f", ms[len(ms)/2], ms[len(ms)*99/100])
}
