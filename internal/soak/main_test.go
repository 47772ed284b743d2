package soak_test

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// home is where the programs are built. It is package state because Go gives
// TestMain no other way to hand something to tests.
var home string

func TestMain(m *testing.M) { os.Exit(run(m)) }

func run(m *testing.M) int {
	dir, err := os.MkdirTemp("", "latchkey-soak-")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	home = dir
	defer os.RemoveAll(dir) //nolint:errcheck // a temporary directory
	return m.Run()
}

// build makes the program, unless an earlier test has, and returns its path.
func build(ctx context.Context, t *testing.T, name string, flags ...string) string {
	t.Helper()
	path := filepath.Join(home, name)
	if _, err := os.Stat(path); err == nil {
		return path
	}
	// As go test builds, so that all but the program itself is compiled already.
	args := append([]string{"build", "-race", "-ldflags=-s -w", "-o", path}, flags...)
	if out, err := exec.CommandContext(ctx, "go", append(args, "latchkey/cmd/latchkey")...).CombinedOutput(); err != nil {
		t.Fatalf("building %s: %v\n%s", name, err, out)
	}
	return path
}

// endless is a lease that never ends.
const endless = `package main

import "time"

type endless struct{}

func (endless) Trusted(time.Time) bool { return true }
`

// buildWithoutLeases makes a program that trusts its memory as if leases never ended. Its
// source is the product's own, but for the line that tells the verifier whose lease it
// follows: so one package is compiled for it, and not all that use leases.
func buildWithoutLeases(ctx context.Context, t *testing.T) string {
	t.Helper()
	program, err := filepath.Abs("../../cmd/latchkey")
	must(t, err)
	original := filepath.Join(program, "planes.go")
	source, err := os.ReadFile(original)
	must(t, err)
	const follows, ignores = "verifier.Follow(node)", "verifier.Follow(endless{})"
	if strings.Count(string(source), follows) != 1 {
		t.Fatalf("%s has no longer the line that this test changes", original)
	}
	replaced := map[string]string{original: filepath.Join(home, "planes.go"), filepath.Join(program, "endless.go"): filepath.Join(home, "endless.go")}
	must(t, os.WriteFile(replaced[original], []byte(strings.Replace(string(source), follows, ignores, 1)), 0o600))
	must(t, os.WriteFile(filepath.Join(home, "endless.go"), []byte(endless), 0o600))
	overlay, err := json.Marshal(map[string]any{"Replace": replaced})
	must(t, err)
	must(t, os.WriteFile(filepath.Join(home, "overlay.json"), overlay, 0o600))
	return build(ctx, t, "latchkey-without-leases", "-overlay", filepath.Join(home, "overlay.json"))
}

// bounded ends before the tests' own deadline, so that processes are cleaned up.
func bounded(t *testing.T) context.Context {
	t.Helper()
	deadline, ok := t.Deadline()
	if !ok {
		return t.Context()
	}
	ctx, cancel := context.WithDeadline(t.Context(), deadline.Add(-15*time.Second))
	t.Cleanup(cancel)
	return ctx
}

// eventually waits for what other processes and goroutines bring about.
func eventually(ctx context.Context, what string, ok func() bool) error {
	ctx, cancel := context.WithTimeout(ctx, 60*time.Second)
	defer cancel()
	tick := time.NewTicker(5 * time.Millisecond)
	defer tick.Stop()
	for !ok() {
		select {
		case <-ctx.Done():
			return fmt.Errorf("waiting until %s: %w", what, ctx.Err())
		case <-tick.C:
		}
	}
	return nil
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
