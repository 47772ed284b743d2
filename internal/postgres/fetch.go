package postgres

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	embedded "github.com/fergusstrange/embedded-postgres"
)

// Download says where Fetch gets PostgreSQL's programs from and keeps them.
type Download struct {
	// RepositoryURL is a Maven repository with the
	// io.zonky.test.postgres:embedded-postgres-binaries-* artifacts; "" means
	// the public one.
	RepositoryURL string
	// CacheDir must be reachable by the user PostgreSQL runs as; "" means
	// /var/cache/latchkey for root and the user's cache directory for others.
	CacheDir string
	// Version is that of the artifact, such as "17.5.0"; "" means a recent one.
	Version string
}

// Fetch downloads PostgreSQL's programs into the cache directory, unless they
// are there. Only the download and the unpacking of embedded-postgres are
// used: its launcher runs initdb as the current user, which fails for root.
//
// The download cannot be interrupted; when ctx ends first, Fetch returns and
// leaves it to end with the process.
func Fetch(ctx context.Context, d Download) (Programs, error) {
	cache, err := d.cacheDir()
	if err != nil {
		return Programs{}, err
	}
	version := cmp.Or(d.Version, string(embedded.V17))
	home := filepath.Join(cache, "postgresql-"+version)
	if p, ok := inspect(ctx, filepath.Join(home, "bin")); ok {
		return p, nil
	}
	done := make(chan error, 1)
	go func() { done <- d.unpack(cache, home, version) }()
	select {
	case err = <-done:
	case <-ctx.Done():
		err = ctx.Err()
	}
	if err != nil {
		return Programs{}, saying(ErrMissing, "PostgreSQL could not be downloaded. Install it instead, or check the repository's address.").Because(err)
	}
	p, ok := inspect(ctx, filepath.Join(home, "bin"))
	if !ok {
		return Programs{}, saying(ErrMissing, "The downloaded PostgreSQL in %s does not run on this machine. Install it instead.", home)
	}
	return p, nil
}

func (d Download) cacheDir() (string, error) {
	if d.CacheDir != "" {
		return filepath.Abs(d.CacheDir)
	}
	if os.Geteuid() == 0 {
		return "/var/cache/latchkey", nil
	}
	dir, err := os.UserCacheDir()
	if err != nil {
		return "", fmt.Errorf("finding the cache directory: %w", err)
	}
	return filepath.Join(dir, "latchkey"), nil
}

// unpack puts the programs into home, all of them or none.
func (d Download) unpack(cache, home, version string) error {
	if err := os.MkdirAll(cache, 0o755); err != nil {
		return fmt.Errorf("making the cache directory: %w", err)
	}
	work, err := os.MkdirTemp(cache, "unpack-")
	if err != nil {
		return fmt.Errorf("making a directory to unpack into: %w", err)
	}
	defer os.RemoveAll(work)
	if err := os.Chmod(work, 0o755); err != nil {
		return fmt.Errorf("opening the unpacked directory to its user: %w", err)
	}
	if err := d.download(cache, work, version); err != nil {
		return err
	}
	if err := os.Rename(work, home); err != nil && !errors.Is(err, os.ErrExist) {
		return fmt.Errorf("moving the unpacked programs into place: %w", err)
	}
	return nil
}

// download runs embedded-postgres up to the point where it would start a
// server: the data directory it is given says it is initialised, so initdb is
// skipped, and holds nothing else, so the start fails at once. What counts is
// whether the programs are there afterwards.
func (d Download) download(cache, work, version string) error {
	decoy, err := os.MkdirTemp(cache, "decoy-")
	if err != nil {
		return fmt.Errorf("making a directory for the download: %w", err)
	}
	defer os.RemoveAll(decoy)
	data := filepath.Join(decoy, "data")
	if err := os.Mkdir(data, 0o700); err != nil {
		return fmt.Errorf("making a directory for the download: %w", err)
	}
	if err := os.WriteFile(filepath.Join(data, "PG_VERSION"), []byte(version+"\n"), 0o600); err != nil {
		return fmt.Errorf("making a directory for the download: %w", err)
	}
	port, err := freePort()
	if err != nil {
		return err
	}
	config := embedded.DefaultConfig().Version(embedded.PostgresVersion(version)).Port(uint32(port)).
		CachePath(cache).BinariesPath(work).RuntimePath(filepath.Join(decoy, "run")).DataPath(data).Logger(io.Discard)
	if d.RepositoryURL != "" {
		config = config.BinaryRepositoryURL(d.RepositoryURL)
	}
	server := embedded.NewDatabase(config)
	startErr := server.Start()
	if startErr == nil {
		return errors.Join(errors.New("a server started on a directory that is no cluster"), server.Stop())
	}
	if _, err := os.Stat(filepath.Join(work, "bin", "postgres")); err != nil {
		return startErr
	}
	return nil
}
