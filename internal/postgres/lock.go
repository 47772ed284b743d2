package postgres

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"time"
)

// lockDir claims a data directory until the returned file is closed, or this
// process dies.
func lockDir(dataDir string) (*os.File, error) {
	f, err := os.OpenFile(dataDir+".lock", os.O_CREATE|os.O_RDWR, 0o600)
	if errors.Is(err, os.ErrPermission) {
		return nil, foreign(dataDir).Because(err)
	}
	if err != nil {
		return nil, fmt.Errorf("opening the lock of %s: %w", dataDir, err)
	}
	if err = syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB); err == nil {
		err = stillThere(f)
	}
	if err == nil {
		return f, nil
	}
	f.Close()
	if errors.Is(err, syscall.EWOULDBLOCK) {
		return nil, saying(ErrInUse, "Another Latchkey is using the PostgreSQL in %s. Stop it first, or choose another data directory.", dataDir)
	}
	return nil, fmt.Errorf("locking %s: %w", dataDir, err)
}

// stillThere fails when Remove deleted the lock file while it was being locked.
func stillThere(f *os.File) error {
	locked, err := f.Stat()
	if err != nil {
		return err
	}
	named, err := os.Stat(f.Name())
	if err != nil || !os.SameFile(locked, named) {
		return syscall.EWOULDBLOCK
	}
	return nil
}

// stopLeftover stops a postmaster that a crashed owner of the lock left in
// dataDir. The caller holds the lock.
func stopLeftover(ctx context.Context, dataDir string) error {
	content, err := os.ReadFile(filepath.Join(dataDir, "postmaster.pid"))
	if errors.Is(err, os.ErrNotExist) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("reading who runs in %s: %w", dataDir, err)
	}
	first, _, _ := strings.Cut(string(content), "\n")
	pid, err := strconv.Atoi(strings.TrimSpace(first))
	if err != nil || pid <= 1 {
		return nil // a file cut short; postgres itself judges it
	}
	// Found before it is looked at: where the system can, the handle keeps
	// meaning this process even if its id is given to another one.
	proc, err := os.FindProcess(pid)
	if err != nil || !isPostmaster(pid, dataDir) {
		return nil
	}
	for _, signal := range []syscall.Signal{syscall.SIGINT, syscall.SIGQUIT, syscall.SIGKILL} {
		if gone, err := endProcess(ctx, proc, signal); gone || err != nil {
			return err
		}
	}
	return saying(ErrInUse, "The PostgreSQL with process id %d in %s was left by an earlier run and cannot be stopped. Stop it by hand.", pid, dataDir)
}

// endProcess signals a process that is no child of ours and waits up to ten
// seconds until it is gone.
func endProcess(ctx context.Context, proc *os.Process, signal syscall.Signal) (gone bool, err error) {
	if err := proc.Signal(signal); errors.Is(err, os.ErrProcessDone) {
		return true, nil
	} else if err != nil {
		return false, fmt.Errorf("stopping the PostgreSQL of an earlier run: %w", err)
	}
	tick := time.NewTicker(20 * time.Millisecond)
	defer tick.Stop()
	deadline := time.After(10 * time.Second)
	for {
		if errors.Is(proc.Signal(syscall.Signal(0)), os.ErrProcessDone) {
			return true, nil
		}
		select {
		case <-tick.C:
		case <-deadline:
			return false, nil
		case <-ctx.Done():
			return false, ctx.Err()
		}
	}
}

// Remove deletes a data directory that nobody uses any more, with its lock and
// password, stopping what a crashed run left in it. It fails with ErrInUse when
// a live process has it.
func Remove(ctx context.Context, dataDir string) error {
	lock, err := lockDir(dataDir)
	if err != nil {
		return err
	}
	defer lock.Close()
	if err := stopLeftover(ctx, dataDir); err != nil {
		return err
	}
	return errors.Join(os.RemoveAll(dataDir), os.RemoveAll(dataDir+".new"),
		os.RemoveAll(dataDir+".password"), os.RemoveAll(dataDir+".lock"))
}
