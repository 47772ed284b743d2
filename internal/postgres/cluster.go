package postgres

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"syscall"
	"time"
)

// superuser is the role that initdb makes.
const superuser = "postgres"

// clusterMajor returns the version that wrote dataDir, or 0 when it is new. A
// directory that holds something else is refused rather than filled.
func clusterMajor(dataDir string) (int, error) {
	version, err := os.ReadFile(filepath.Join(dataDir, "PG_VERSION"))
	if err == nil {
		major, err := strconv.Atoi(strings.TrimSpace(string(version)))
		if err != nil {
			return 0, saying(ErrDirectory, "%s holds data of an unknown version of PostgreSQL.", dataDir).Because(err)
		}
		return major, nil
	}
	entries, dirErr := os.ReadDir(dataDir)
	switch {
	case errors.Is(err, os.ErrPermission) || errors.Is(dirErr, os.ErrPermission):
		return 0, foreign(dataDir).Because(err)
	case errors.Is(dirErr, os.ErrNotExist), dirErr == nil && len(entries) == 0:
		return 0, nil
	case dirErr != nil:
		return 0, saying(ErrDirectory, "The data directory %s cannot be read.", dataDir).Because(dirErr)
	}
	return 0, saying(ErrDirectory, "%s holds something that is not a PostgreSQL data directory. Choose an empty or new one (--data-dir).", dataDir)
}

// initCluster makes a new cluster in dataDir. The work is done beside it, and
// renamed in the end.
func initCluster(ctx context.Context, o Options, p Programs, who *account) error {
	fresh := o.DataDir + ".new"
	if err := os.RemoveAll(fresh); err != nil {
		return fmt.Errorf("removing what an interrupted start left: %w", err)
	}
	if err := os.Mkdir(fresh, 0o700); err != nil {
		return fmt.Errorf("making the data directory: %w", err)
	}
	defer os.RemoveAll(fresh)
	if err := errors.Join(who.own(fresh), writePassword(o.DataDir, who)); err != nil {
		return err
	}
	if err := who.checkReach(ctx, p, fresh); err != nil {
		return err
	}
	if err := initdb(ctx, o, p, who, fresh); err != nil {
		return err
	}
	if err := os.Remove(o.DataDir); err != nil && !errors.Is(err, os.ErrNotExist) {
		return fmt.Errorf("replacing the empty data directory: %w", err)
	}
	if err := os.Rename(fresh, o.DataDir); err != nil {
		return fmt.Errorf("moving the data directory into place: %w", err)
	}
	return nil
}

func initdb(ctx context.Context, o Options, p Programs, who *account, dir string) error {
	args := []string{"-D", dir, "-U", superuser, "--pwfile=" + passwordFile(o.DataDir), "--auth=scram-sha-256",
		"--encoding=UTF8", "--locale=" + locale(), "--no-instructions"}
	if o.Ephemeral {
		args = append(args, "--no-sync", "--wal-segsize=1") // a log in small files takes no more room than what is in it
	}
	ctx, cancel := context.WithTimeout(ctx, 2*time.Minute)
	defer cancel()
	proc, err := run(who.command(dir, p.path("initdb"), args...), syscall.SIGKILL, o.Log)
	if err == nil {
		err = proc.wait(ctx)
	}
	if err != nil {
		return saying(ErrStart, "PostgreSQL's data directory %s could not be made.", o.DataDir).Because(err)
	}
	return nil
}

// locale sorts by code point and is always there.
func locale() string {
	if runtime.GOOS == "linux" {
		return "C.UTF-8"
	}
	return "C"
}

func passwordFile(dataDir string) string { return dataDir + ".password" }

// writePassword makes the superuser's password. Its file belongs to the user who
// runs the server, and who can read all of the data anyway: initdb reads it.
func writePassword(dataDir string, who *account) error {
	path := passwordFile(dataDir)
	if err := os.RemoveAll(path); err != nil {
		return fmt.Errorf("removing an old password: %w", err)
	}
	if err := os.WriteFile(path, []byte(rand.Text()+"\n"), 0o600); err != nil {
		return fmt.Errorf("writing the superuser's password: %w", err)
	}
	return who.own(path)
}

func readPassword(dataDir string) (string, error) {
	password, err := os.ReadFile(passwordFile(dataDir))
	if err != nil {
		return "", saying(ErrDirectory, "The superuser's password for %s cannot be read from %s. Put the file back, or remove the data directory to start afresh.",
			dataDir, passwordFile(dataDir)).Because(err)
	}
	return strings.TrimSpace(string(password)), nil
}
