package soak_test

import (
	"math/rand/v2"
	"os"
	"strconv"
	"testing"
)

// setting is a number from the environment.
func setting(t *testing.T, name string, otherwise uint64) uint64 {
	t.Helper()
	text := os.Getenv(name)
	if text == "" {
		return otherwise
	}
	n, err := strconv.ParseUint(text, 10, 63)
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return n
}

func TestNothingIsDecidedByOldRulesOnceAChangeHasReturned(t *testing.T) {
	ctx := bounded(t)
	// Three rounds have each disturbance once.
	rounds := int(setting(t, "LATCHKEY_SOAK_ROUNDS", 3))            //nolint:gosec // a small number
	seed := setting(t, "LATCHKEY_SOAK_SEED", rand.Uint64()%1000000) //nolint:gosec // a schedule, not a secret
	t.Logf("LATCHKEY_SOAK_SEED=%d LATCHKEY_SOAK_ROUNDS=%d", seed, rounds)
	d, lanes := drive(ctx, t, build(ctx, t, "latchkey"), seed)
	defer d.report(t)
	for i, by := range schedule(rounds, d.rng) {
		must(t, d.step(ctx, lanes, i%2 == 1, by))
	}

	d.load.mu.Lock()
	defer d.load.mu.Unlock()
	if d.load.wronglyAccepted > 0 || d.load.wronglyRefused > 0 {
		t.Errorf("%d accepted and %d refused by old rules", d.load.wronglyAccepted, d.load.wronglyRefused)
	}
	// A system that refuses everything would keep the promise as well.
	calm := d.phases[undisturbed.name]
	if accepted, due := calm.accepted.Load(), calm.due.Load(); due < 100 || accepted < due*98/100 {
		t.Errorf("while nothing was disturbed only %d of %d requests were accepted", accepted, due)
	}
}

func TestWithoutLeasesOldRulesAreFound(t *testing.T) {
	ctx := bounded(t)
	d, lanes := drive(ctx, t, buildWithoutLeases(ctx, t), 1)
	defer d.report(t)
	must(t, d.step(ctx, lanes, false, pausedThenCutOff))

	d.load.mu.Lock()
	defer d.load.mu.Unlock()
	if d.load.wronglyAccepted == 0 {
		t.Error("the lease check was taken out, and nothing was found: this test could not fail")
	}
}
