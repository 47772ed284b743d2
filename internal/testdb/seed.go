package testdb

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"time"
)

// A seed is the data directory of a stopped server with the roles and the migrated
// template. Making one costs a process more than most tests do, so all processes of a
// user share it: a private server begins as a copy.
const (
	seedPrefix = "seed-"
	seedLock   = "lock"
)

// seedForm counts the ways in which seeds have been made.
const seedForm = 2

// unused is how long a seed is kept for those who come back to its migrations.
const unused = 7 * 24 * time.Hour

// seedFiles are what a data directory consists of: its name, and with this added.
func seedFiles() []string { return []string{"", ".password"} }

// seeds is where this user's seeds are kept; "" where nothing can be.
func seeds() string {
	cache, err := os.UserCacheDir()
	if err != nil {
		return ""
	}
	dir := filepath.Join(cache, "latchkey-testdb")
	if os.MkdirAll(dir, 0o700) != nil || !writable(dir) {
		return ""
	}
	return dir
}

// plant puts a copy of the seed in dir at dataDir; the seed is made, in tmp, when nobody has.
func plant(ctx context.Context, dir, tmp, dataDir string) error {
	name, err := seedName()
	if err != nil {
		return err
	}
	unlock, err := lock(ctx, filepath.Join(dir, seedLock))
	if err != nil {
		return err
	}
	defer unlock()
	seed := filepath.Join(dir, name)
	if _, err := os.Stat(seed); errors.Is(err, fs.ErrNotExist) {
		discard(dir, time.Now().Add(-unused))
		if err := makeSeed(ctx, tmp, seed); err != nil {
			return err
		}
	} else if err != nil {
		return fmt.Errorf("looking for the test server's seed: %w", err)
	}
	now := time.Now()
	if err := os.Chtimes(seed, now, now); err != nil {
		return fmt.Errorf("noting that the test server's seed is used: %w", err)
	}
	return copyCluster(ctx, filepath.Join(seed, "data"), dataDir)
}

// makeSeed starts a server from nothing and keeps its files. Whole ones alone have
// the seed's name: it is given last.
func makeSeed(ctx context.Context, tmp, seed string) (err error) {
	s, err := newPrivate(ctx, tmp, "", thrifty())
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, s.close()) }()
	if _, err := s.templated(ctx); err != nil {
		return err
	}
	if err := s.base.Close(); err != nil {
		return fmt.Errorf("closing the pool of the test server's seed: %w", err)
	}
	if err := s.cluster.Stop(ctx); err != nil {
		return err
	}
	fresh := seed + ".new"
	if err := errors.Join(os.RemoveAll(fresh), os.Mkdir(fresh, 0o700)); err != nil {
		return fmt.Errorf("making the test server's seed: %w", err)
	}
	if err := copyCluster(ctx, s.dataDir(), filepath.Join(fresh, "data")); err != nil {
		return err
	}
	return os.Rename(fresh, seed)
}

// copyCluster copies a stopped server's files with their owner and modes, which PostgreSQL insists on.
func copyCluster(ctx context.Context, from, to string) error {
	for _, part := range seedFiles() {
		if out, err := exec.CommandContext(ctx, "cp", "-pR", from+part, to+part).CombinedOutput(); err != nil {
			return fmt.Errorf("copying the test server's files: %w: %s", err, out)
		}
	}
	return nil
}

// discard removes seeds that nobody has used since.
func discard(dir string, since time.Time) {
	found, _ := filepath.Glob(filepath.Join(dir, seedPrefix+"*"))
	for _, seed := range found {
		if info, err := os.Stat(seed); err == nil && info.ModTime().Before(since) {
			_ = os.RemoveAll(seed) // what stays takes room, and is tried again
		}
	}
}

// seedName changes with the migrations, the roles, PostgreSQL, the user and how seeds are made.
func seedName() (string, error) {
	template, err := templateName(ownerRole)
	if err != nil {
		return "", fmt.Errorf("naming the template: %w", err)
	}
	programs, err := programs()
	if err != nil {
		return "", err
	}
	sum := sha256.Sum256(fmt.Appendf(nil, "%d %s %q %d %d", seedForm, template, programs.Dir, programs.Major, os.Geteuid()))
	return fmt.Sprintf("%s%x", seedPrefix, sum[:16]), nil
}

// lock waits until it has the file for itself.
func lock(ctx context.Context, path string) (unlock func(), err error) {
	tick := time.NewTicker(20 * time.Millisecond)
	defer tick.Stop()
	for {
		unlock, err := tryLock(path)
		if !errors.Is(err, syscall.EWOULDBLOCK) {
			return unlock, err
		}
		select {
		case <-tick.C:
		case <-ctx.Done():
			return nil, errors.Join(fmt.Errorf("waiting for who makes the test server's seed: %w", ctx.Err()), err)
		}
	}
}

// tryLock has the file for itself until unlock, or until this process ends.
func tryLock(path string) (unlock func(), err error) {
	f, err := os.OpenFile(path, os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return nil, fmt.Errorf("opening a lock of the test servers: %w", err)
	}
	if err := syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB); err != nil {
		return nil, errors.Join(fmt.Errorf("locking %s: %w", path, err), f.Close())
	}
	return func() { _ = f.Close() }, nil
}
