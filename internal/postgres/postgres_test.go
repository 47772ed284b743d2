package postgres

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"math/rand/v2"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"
)

// openDir is a temporary directory that an unprivileged user can pass through.
func openDir(t *testing.T) string {
	t.Helper()
	dir, err := os.MkdirTemp("", "latchkey-postgres-")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(dir) })
	if err := os.Chmod(dir, 0o711); err != nil {
		t.Fatal(err)
	}
	return dir
}

// seeds is where seed makes its cluster, if a test asks for it.
var seeds string

func TestMain(m *testing.M) {
	dir, err := os.MkdirTemp("", "latchkey-postgres-")
	if err == nil {
		err = os.Chmod(dir, 0o711)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	seeds = dir
	code := m.Run()
	_ = os.RemoveAll(dir)
	os.Exit(code)
}

// seed is a cluster that initdb has made, and that was stopped.
var seed = sync.OnceValues(func() (dataDir string, err error) {
	dataDir = filepath.Join(seeds, "data")
	s, err := Start(context.Background(), Options{DataDir: dataDir, Ephemeral: true})
	if err == nil {
		err = s.Stop(context.Background())
	}
	return dataDir, err
})

// initialised is a data directory for tests of what comes after initdb, which takes
// longer than most of them: all get a copy of one.
func initialised(t *testing.T) (dataDir string) {
	t.Helper()
	from, err := seed()
	if err != nil {
		t.Fatal(err)
	}
	dataDir = filepath.Join(openDir(t), "data")
	for _, what := range []string{"", ".password"} {
		if out, err := exec.CommandContext(t.Context(), "cp", "-a", from+what, dataDir+what).CombinedOutput(); err != nil {
			t.Fatalf("%v: %s", err, out)
		}
	}
	return dataDir
}

func start(t *testing.T, o Options) *Server {
	t.Helper()
	s, err := Start(t.Context(), o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Stop(context.Background()) })
	return s
}

func stop(t *testing.T, s *Server) {
	t.Helper()
	if err := s.Stop(t.Context()); err != nil {
		t.Fatal(err)
	}
}

func open(t *testing.T, url string) *sql.DB {
	t.Helper()
	db, err := sql.Open("postgres", url)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	return db
}

func execute(t *testing.T, db *sql.DB, query string) {
	t.Helper()
	if _, err := db.ExecContext(t.Context(), query); err != nil {
		t.Fatalf("%s: %v", query, err)
	}
}

func TestDataSurvivesARestartOnTheSamePort(t *testing.T) {
	o := Options{DataDir: filepath.Join(openDir(t), "nested", "data"), Port: quietPort(t)}
	first := start(t, o)
	execute(t, open(t, first.SuperuserURL()), "CREATE TABLE kept AS SELECT 42 AS n")
	stop(t, first)
	if err := first.Err(); err != nil {
		t.Errorf("after an orderly stop, Err() = %v", err)
	}
	second := start(t, o)
	if second.SuperuserURL() != first.SuperuserURL() {
		t.Error("the restarted server is reached in another way")
	}
	if n := keptNumber(t, second); n != 42 {
		t.Errorf("kept %d, want 42", n)
	}
}

// quietPort is one on loopback that is free, and none that the kernel gives to whoever
// asks for any: it is still there for a server that comes back to it.
func quietPort(t *testing.T) int {
	t.Helper()
	for range 100 {
		port := 20000 + rand.IntN(10000) // any will do
		if l, err := net.Listen("tcp", fmt.Sprintf("127.0.0.1:%d", port)); err == nil {
			_ = l.Close() // nobody was served
			return port
		}
	}
	t.Fatal("no port is free")
	return 0
}

func keptNumber(t *testing.T, s *Server) (n int) {
	t.Helper()
	if err := open(t, s.SuperuserURL()).QueryRow("SELECT n FROM kept").Scan(&n); err != nil {
		t.Fatal(err)
	}
	return n
}

func TestAKilledServerIsNoticedAndComesBackWithItsData(t *testing.T) {
	o := Options{DataDir: initialised(t), Port: quietPort(t)}
	first := start(t, o)
	execute(t, open(t, first.SuperuserURL()), "CREATE TABLE kept AS SELECT 42 AS n")
	if err := syscall.Kill(first.PID(), syscall.SIGKILL); err != nil {
		t.Fatal(err)
	}
	select {
	case <-first.Done():
	case <-time.After(30 * time.Second):
		t.Fatal("Done() was not closed")
	}
	if first.Err() == nil {
		t.Error("a killed server has no error")
	}
	stop(t, first)
	if n := keptNumber(t, start(t, o)); n != 42 {
		t.Errorf("kept %d, want 42", n)
	}
}

func TestAServerIsLocalAndProtected(t *testing.T) {
	o := Options{DataDir: filepath.Join(openDir(t), "data"), Ephemeral: true, MaxConnections: 17, Settings: map[string]string{"work_mem": "5MB"}}
	s := start(t, o)
	db := open(t, s.SuperuserURL())
	for name, want := range map[string]string{
		"listen_addresses": "127.0.0.1", "unix_socket_directories": "", "fsync": "off", "max_connections": "17",
		"password_encryption": "scram-sha-256", "server_encoding": "UTF8", "lc_collate": locale(), "work_mem": "5MB",
	} {
		var got string
		if err := db.QueryRow("SELECT current_setting($1)", name).Scan(&got); err != nil || got != want {
			t.Errorf("%s = %q (%v), want %q", name, got, err, want)
		}
	}
	if info, err := os.Stat(passwordFile(o.DataDir)); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("the password's file: %v, %v", info.Mode(), err)
	}
	wrong, err := WithUser(s.SuperuserURL(), superuser, "wrong")
	if err != nil {
		t.Fatal(err)
	}
	if err := open(t, wrong).Ping(); err == nil {
		t.Error("a wrong password was accepted")
	}
}

func TestTwoStartsOnOneDirectory(t *testing.T) {
	o := Options{DataDir: initialised(t), Ephemeral: true}
	first := start(t, o)
	if _, err := Start(t.Context(), o); !errors.Is(err, ErrInUse) || !strings.Contains(err.Error(), o.DataDir) {
		t.Errorf("the second start: %v", err)
	}
	if err := Remove(t.Context(), o.DataDir); !errors.Is(err, ErrInUse) {
		t.Errorf("removing a directory in use: %v", err)
	}
	if err := open(t, first.SuperuserURL()).Ping(); err != nil {
		t.Errorf("the first server suffered: %v", err)
	}
}

// A crash is played by a server whose owner has lost the lock but not died.
func TestALeftoverServerIsStopped(t *testing.T) {
	o := Options{DataDir: initialised(t)}
	lock, err := lockDir(o.DataDir)
	if err != nil {
		t.Fatal(err)
	}
	leftover, err := prepare(t.Context(), o)
	if err != nil {
		t.Fatal(err)
	}
	if err := leftover.start(t.Context()); err != nil {
		t.Fatal(err)
	}
	lock.Close()
	next := start(t, o)
	select {
	case <-leftover.proc.done: // its process ends a little before that is noticed
	case <-time.After(30 * time.Second):
		t.Error("the leftover still runs")
	}
	if err := open(t, next.SuperuserURL()).Ping(); err != nil {
		t.Error(err)
	}
}

func TestAStrangerInThePidFileIsLeftAlone(t *testing.T) {
	stranger := start(t, Options{DataDir: initialised(t), Ephemeral: true})
	for _, pid := range []int{stranger.PID(), os.Getpid()} {
		dir := t.TempDir()
		if err := os.WriteFile(filepath.Join(dir, "postmaster.pid"), []byte(strconv.Itoa(pid)+"\n"+dir+"\n"), 0o600); err != nil {
			t.Fatal(err)
		}
		if err := stopLeftover(t.Context(), dir); err != nil {
			t.Error(err)
		}
	}
	if err := open(t, stranger.SuperuserURL()).Ping(); err != nil {
		t.Errorf("the stranger suffered: %v", err)
	}
}

func TestDirectoriesThatCannotBeUsed(t *testing.T) {
	t.Run("of something else", func(t *testing.T) {
		dir := t.TempDir()
		if err := os.WriteFile(filepath.Join(dir, "thesis.tex"), nil, 0o600); err != nil {
			t.Fatal(err)
		}
		refusedDirectory(t, dir, "not a PostgreSQL data directory")
	})
	t.Run("closed to the user", func(t *testing.T) {
		if os.Geteuid() != 0 {
			t.Skip("only root runs PostgreSQL as somebody else")
		}
		closed := openDir(t)
		if err := os.Chmod(closed, 0o700); err != nil {
			t.Fatal(err)
		}
		refusedDirectory(t, filepath.Join(closed, "data"), "because "+closed+" is closed to others")
	})
	t.Run("without its password", func(t *testing.T) {
		o := Options{DataDir: initialised(t), Ephemeral: true}
		stop(t, start(t, o))
		if err := os.Remove(passwordFile(o.DataDir)); err != nil {
			t.Fatal(err)
		}
		refusedDirectory(t, o.DataDir, "remove the data directory")
	})
}

func refusedDirectory(t *testing.T, dir, sentence string) {
	t.Helper()
	s, err := Start(t.Context(), Options{DataDir: dir, Ephemeral: true})
	if err == nil {
		stop(t, s)
	}
	if !errors.Is(err, ErrDirectory) || !strings.Contains(err.Error(), sentence) {
		t.Errorf("got %v, want a sentence with %q", err, sentence)
	}
}

func TestATakenPortIsSaidAtOnce(t *testing.T) {
	first := start(t, Options{DataDir: initialised(t), Ephemeral: true})
	_, err := Start(t.Context(), Options{DataDir: filepath.Join(openDir(t), "data"), Ephemeral: true, Port: first.Port()})
	if !errors.Is(err, ErrStart) || !strings.Contains(err.Error(), "could not bind") {
		t.Errorf("got %v", err)
	}
}

func TestRemoveLeavesNothing(t *testing.T) {
	home := openDir(t)
	o := Options{DataDir: filepath.Join(home, "data"), Ephemeral: true}
	stop(t, start(t, o))
	if err := Remove(t.Context(), o.DataDir); err != nil {
		t.Fatal(err)
	}
	if entries, err := os.ReadDir(home); err != nil || len(entries) > 0 {
		t.Errorf("left %v, %v", entries, err)
	}
}

// What `latchkey dev` runs on keeps what it confirms; of a server that does not, the
// error names what is wrong, whether it is the server's setting or only the role's.
func TestCheckDurable(t *testing.T) {
	o := Options{DataDir: initialised(t)}
	s := start(t, o)
	if err := CheckDurable(t.Context(), s.SuperuserURL()); err != nil {
		t.Errorf("a server as dev starts it: %v", err)
	}
	if _, err := open(t, s.SuperuserURL()).Exec("ALTER ROLE postgres SET synchronous_commit = off"); err != nil {
		t.Fatal(err)
	}
	refused(t, s, "with synchronous_commit = off:")
	stop(t, s)
	o.Settings = map[string]string{"fsync": "off"}
	refused(t, start(t, o), "with fsync = off and synchronous_commit = off:")
}

func refused(t *testing.T, s *Server, want string) {
	t.Helper()
	if err := CheckDurable(t.Context(), s.SuperuserURL()); !errors.Is(err, ErrLosesData) || !strings.Contains(err.Error(), want) {
		t.Errorf("%v, want one that says %q", err, want)
	}
}
