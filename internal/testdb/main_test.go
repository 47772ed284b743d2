package testdb

import (
	"bufio"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"
	"time"
)

const childEnv = "LATCHKEY_TESTDB_CHILD"

// TestChild is a run of tests that ends as its environment says. It tells its
// postmaster and its directory first.
func TestChild(t *testing.T) {
	ending := os.Getenv(childEnv)
	if ending == "" {
		t.Skip("run by the tests below")
	}
	s := running(t)
	fmt.Printf("child %d %s\n", s.cluster.PID(), s.home)
	switch ending {
	case "fail":
		t.Error("as asked")
	case "panic":
		panic("as asked")
	case "wait":
		<-s.cluster.Done()
	}
}

func TestTheServerIsStoppedHoweverTheTestsEnd(t *testing.T) {
	for _, c := range []struct {
		ending string
		signal os.Signal
		clean  bool // the directory is gone at once
	}{
		{"pass", nil, true},
		{"fail", nil, true},
		{"wait", os.Interrupt, true},
		{"wait", syscall.SIGTERM, true},
		{"panic", nil, false},
		{"wait", os.Kill, false},
	} {
		t.Run(fmt.Sprint(c.ending, " ", c.signal), func(t *testing.T) {
			if !c.clean && runtime.GOOS != "linux" {
				t.Skip("only Linux ends the children of a dead process")
			}
			pid, home := runChild(t, c.ending, c.signal)
			waitGone(t, pid)
			if _, err := os.Stat(home); c.clean != errors.Is(err, os.ErrNotExist) {
				t.Errorf("the directory %s: %v", home, err)
			}
			if !c.clean {
				sweepOld(t, home)
			}
		})
	}
}

// sweepOld lets a directory grow old, and expects the next run to remove it.
func sweepOld(t *testing.T, home string) {
	t.Helper()
	old := time.Now().Add(-time.Hour)
	if err := os.Chtimes(home, old, old); err != nil {
		t.Fatal(err)
	}
	sweep(t.Context(), place())
	if _, err := os.Stat(home); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("the directory %s was not swept: %v", home, err)
	}
}

func TestSweepSparesRunningServers(t *testing.T) {
	s := private(t, seeds())
	old := time.Now().Add(-time.Hour)
	if err := os.Chtimes(s.home, old, old); err != nil {
		t.Fatal(err)
	}
	sweep(t.Context(), place())
	s.execute(t, t.Context(), "SELECT 1")
	if err := s.cluster.Stop(t.Context()); err != nil {
		t.Fatal(err)
	}
	sweep(t.Context(), place())
	if _, err := os.Stat(filepath.Join(s.dataDir(), "PG_VERSION")); err != nil {
		t.Errorf("a server that its test has stopped: %v", err)
	}
}

// runChild runs TestChild to its end, sending signal (if any) once its server runs.
func runChild(t *testing.T, ending string, signal os.Signal) (pid int, home string) {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), os.Args[0], "-test.run=^TestChild$", "-test.v")
	cmd.Env = append(os.Environ(), childEnv+"="+ending, "LATCHKEY_OWNER_DATABASE_URL=")
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewScanner(out)
	for lines.Scan() {
		if !strings.HasPrefix(lines.Text(), "child ") {
			continue
		}
		if _, err := fmt.Sscanf(lines.Text(), "child %d %s", &pid, &home); err != nil {
			t.Fatal(err)
		}
		if signal != nil {
			if err := cmd.Process.Signal(signal); err != nil {
				t.Fatal(err)
			}
		}
	}
	_ = cmd.Wait() // most endings are failures
	if pid == 0 {
		t.Fatal("the child started no server")
	}
	return pid, home
}

// waitGone waits until no process has the id.
func waitGone(t *testing.T, pid int) {
	t.Helper()
	tick := time.NewTicker(20 * time.Millisecond)
	defer tick.Stop()
	deadline := time.After(30 * time.Second)
	for !errors.Is(syscall.Kill(pid, 0), syscall.ESRCH) {
		select {
		case <-tick.C:
		case <-deadline:
			t.Fatalf("process %d still runs", pid)
		}
	}
}
