package postgres

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"strconv"
	"syscall"
)

// account is the user PostgreSQL runs as in root's stead. nil stands for the
// current user, who is not root.
type account struct {
	name     string
	uid, gid uint32
}

// accountFor picks the user for a data directory: who owns it when it has been
// initialised, and postgres or nobody for a new one.
func accountFor(dataDir string) (*account, error) {
	if os.Geteuid() != 0 {
		return nil, nil
	}
	if info, err := os.Stat(filepath.Join(dataDir, "PG_VERSION")); err == nil {
		if owner := info.Sys().(*syscall.Stat_t); owner.Uid != 0 {
			return &account{name: userName(owner.Uid), uid: owner.Uid, gid: owner.Gid}, nil
		}
	}
	for _, name := range []string{"postgres", "nobody"} {
		if u, err := user.Lookup(name); err == nil {
			return newAccount(u)
		}
	}
	return nil, saying(ErrStart, "PostgreSQL refuses to run as root, and there is neither a user postgres nor nobody to run it as. "+
		"Add one (useradd --system postgres), or start Latchkey as another user.")
}

func newAccount(u *user.User) (*account, error) {
	uid, errUID := strconv.ParseUint(u.Uid, 10, 32)
	gid, errGID := strconv.ParseUint(u.Gid, 10, 32)
	if err := errors.Join(errUID, errGID); err != nil {
		return nil, fmt.Errorf("reading the ids of user %s: %w", u.Username, err)
	}
	return &account{name: u.Username, uid: uint32(uid), gid: uint32(gid)}, nil
}

func userName(uid uint32) string {
	id := strconv.FormatUint(uint64(uid), 10)
	if u, err := user.LookupId(id); err == nil {
		return u.Username
	}
	return "with id " + id
}

// own gives path itself, not what is in it, to the account.
func (a *account) own(path string) error {
	if a == nil {
		return nil
	}
	if err := os.Chown(path, int(a.uid), int(a.gid)); err != nil {
		return fmt.Errorf("giving %s to user %s: %w", path, a.name, err)
	}
	return nil
}

// command is a program of PostgreSQL, run as the account in dir, in a process
// group of its own. See run for what happens when this process dies.
func (a *account) command(dir, name string, args ...string) *exec.Cmd {
	cmd := exec.Command(name, args...)
	cmd.Dir = dir
	cmd.Env = environment()
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	if a != nil {
		cmd.SysProcAttr.Credential = &syscall.Credential{Uid: a.uid, Gid: a.gid}
	}
	return cmd
}

// checkReach makes sure that the account can run the programs and enter dir, by doing so:
// the kernel knows about modes, groups and mounts.
func (a *account) checkReach(ctx context.Context, p Programs, dir string) error {
	if a == nil {
		return nil
	}
	err := a.try(ctx, p, dir)
	if err == nil {
		return nil
	}
	if err := a.try(ctx, p, "/"); err != nil {
		return saying(ErrStart, "The user %s, which PostgreSQL runs as because it refuses to run as root, cannot run the programs in %s. "+
			"Install PostgreSQL for all users, or start Latchkey as another user.", a.name, p.Dir).Because(err)
	}
	return saying(ErrDirectory, "The user %s, which PostgreSQL runs as because it refuses to run as root, cannot reach the data directory %s%s. "+
		"Choose a data directory outside of it (--data-dir), let others pass through it (chmod o+x), or start Latchkey as another user.",
		a.name, dir, closedAncestor(dir)).Because(err)
}

func (a *account) try(ctx context.Context, p Programs, dir string) error {
	proc, err := run(a.command(dir, p.path("postgres"), "--version"), syscall.SIGKILL, nil)
	if err != nil {
		return err
	}
	return proc.wait(ctx)
}

// closedAncestor names the first directory above dir that others may not pass
// through, for a sentence; "" when modes do not tell.
func closedAncestor(dir string) string {
	closed := ""
	for d := filepath.Dir(dir); ; d = filepath.Dir(d) {
		if info, err := os.Stat(d); err == nil && info.Mode()&fs.FileMode(0o001) == 0 {
			closed = ", because " + d + " is closed to others"
		}
		if d == filepath.Dir(d) {
			return closed
		}
	}
}
