package main

import (
	"crypto/rand"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"syscall"
)

// The files of dev's data directory. PostgreSQL's own are in postgres/ beside them.
const (
	readyFile   = "dev.json"       // exists while dev is ready
	rolesFile   = "passwords.json" // of the database's roles
	demoFile    = "demo.json"      // who may sign in to the demo workspace
	peppersFile = "peppers"

	receiptKeysFile      = "receipt-keys"
	secondFactorKeysFile = "second-factor-keys"
	auditKeysFile        = "audit-keys"
)

// files is dev's data directory, claimed by this process. What it holds is for its
// owner alone, but the directory can be passed through: PostgreSQL may run as
// another user.
type files struct {
	dir  string
	lock *os.File
}

// openFiles claims the directory until close, or this process's death.
func openFiles(dir string) (f files, err error) {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return files{}, fmt.Errorf("making the data directory: %w", err)
	}
	f = files{dir: dir}
	if f.lock, err = os.OpenFile(f.path("dev.lock"), os.O_CREATE|os.O_RDWR, 0o600); err != nil {
		return files{}, fmt.Errorf("opening the data directory's lock: %w", err)
	}
	if syscall.Flock(int(f.lock.Fd()), syscall.LOCK_EX|syscall.LOCK_NB) != nil {
		return files{}, errors.Join(fmt.Errorf("latchkey dev already runs on %s: %s", dir, f.running()), f.lock.Close())
	}
	if err := f.prepare(); err != nil {
		return files{}, errors.Join(err, f.lock.Close())
	}
	return f, nil
}

// prepare makes the keys on first use, and takes away what a run that was killed
// has left: it is not ready any more.
func (f files) prepare() error {
	if err := os.Remove(f.path(readyFile)); err != nil && !errors.Is(err, os.ErrNotExist) {
		return fmt.Errorf("removing a stale file: %w", err)
	}
	for _, name := range []string{peppersFile, receiptKeysFile, secondFactorKeysFile, auditKeysFile} {
		if _, err := os.Stat(f.path(name)); !errors.Is(err, os.ErrNotExist) {
			continue
		}
		if err := f.write(name, []byte("dev "+base64.StdEncoding.EncodeToString(random(32))+"\n")); err != nil {
			return err
		}
	}
	return nil
}

// close gives the directory back; dev is not ready any more.
func (f files) close() {
	_ = os.Remove(f.path(readyFile))
	_ = f.lock.Close()
}

func (f files) path(name string) string  { return filepath.Join(f.dir, name) }
func (f files) peppers() string          { return f.path(peppersFile) }
func (f files) receiptKeys() string      { return f.path(receiptKeysFile) }
func (f files) secondFactorKeys() string { return f.path(secondFactorKeysFile) }
func (f files) postgresLog() string      { return f.path("postgres.log") }
func (f files) auditKeys() string        { return f.path(auditKeysFile) }

// create makes a log file anew.
func (f files) create(name string) (*os.File, error) {
	file, err := os.OpenFile(f.path(name), os.O_CREATE|os.O_TRUNC|os.O_WRONLY, 0o600)
	if err != nil {
		return nil, fmt.Errorf("making a file of the data directory: %w", err)
	}
	return file, nil
}

// write replaces a file at once: whoever waits for it never reads half of it.
func (f files) write(name string, content []byte) error {
	part := f.path(name + ".part")
	err := os.WriteFile(part, content, 0o600)
	if err == nil {
		err = os.Rename(part, f.path(name))
	}
	if err != nil {
		return fmt.Errorf("writing into the data directory: %w", err)
	}
	return nil
}

func (f files) writeJSON(name string, v any) error {
	content, err := json.MarshalIndent(v, "", "  ")
	if err != nil {
		return err
	}
	return f.write(name, append(content, '\n'))
}

// readJSON reports whether the file exists.
func (f files) readJSON(name string, v any) (bool, error) {
	content, err := os.ReadFile(f.path(name))
	if errors.Is(err, os.ErrNotExist) {
		return false, nil
	}
	if err == nil {
		err = json.Unmarshal(content, v)
	}
	if err != nil {
		return false, fmt.Errorf("reading %s: %w", f.path(name), err)
	}
	return true, nil
}

// passwords returns those of the database's roles, made on first use.
func (f files) passwords() (map[string]string, error) {
	all := map[string]string{}
	if there, err := f.readJSON(rolesFile, &all); there || err != nil {
		return all, err
	}
	for _, role := range []string{"latchkey_owner", "latchkey_app", "latchkey_data"} {
		all[role] = password()
	}
	return all, f.writeJSON(rolesFile, all)
}

// running says where the instance that uses the directory is.
func (f files) running() string {
	var r ready
	if there, err := f.readJSON(readyFile, &r); err != nil || !there {
		return "it is still starting, or stopping"
	}
	return r.AdminURL
}

func password() string { return base64.RawURLEncoding.EncodeToString(random(18)) }

func random(n int) []byte {
	b := make([]byte, n)
	_, _ = rand.Read(b) // it never fails
	return b
}
