package postgres

import (
	"cmp"
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"time"
)

// MinMajor is the oldest major version that Latchkey runs on.
const MinMajor = 15

// Programs is a directory with initdb and postgres of one version.
type Programs struct {
	Dir   string
	Major int
}

func (p Programs) path(name string) string { return filepath.Join(p.Dir, name) }

// Find looks for the server's programs in the usual places of this machine:
// pg_config's, the distributions' (newest version first), Homebrew's, PATH.
// major is the version wanted; 0 means any from MinMajor on.
func Find(ctx context.Context, major int) (Programs, error) {
	return find(ctx, places(ctx), major)
}

func find(ctx context.Context, dirs []string, major int) (Programs, error) {
	var seen []string
	for _, dir := range dirs {
		p, ok := inspect(ctx, dir)
		if !ok {
			continue
		}
		if p.Major == major || major == 0 && p.Major >= MinMajor {
			return p, nil
		}
		seen = append(seen, strconv.Itoa(p.Major)+" in "+dir)
	}
	return Programs{}, missing(major, seen)
}

func missing(major int, seen []string) error {
	what, version := "PostgreSQL "+strconv.Itoa(MinMajor)+" or newer", "17"
	if major != 0 {
		version = strconv.Itoa(major)
		what = "PostgreSQL " + version + ", which wrote the data directory,"
	}
	pkg := "postgresql"
	if major != 0 {
		pkg += "-" + version
	}
	install := "apt-get install " + pkg + " (or your distribution's package of the PostgreSQL server)"
	if runtime.GOOS == "darwin" {
		install = "brew install postgresql@" + version
	}
	found := ""
	if len(seen) > 0 {
		found = " (found: " + strings.Join(seen, ", ") + ")"
	}
	return saying(ErrMissing, "%s was not found on this machine%s. Install it: %s. Or set LATCHKEY_OWNER_DATABASE_URL to a running server.",
		what, found, install)
}

// inspect tells the version of the programs in dir. ok is false unless both
// initdb and postgres are there and run.
func inspect(ctx context.Context, dir string) (p Programs, ok bool) {
	p.Dir = dir
	for _, name := range []string{"initdb", "postgres"} {
		if info, err := os.Stat(p.path(name)); err != nil || info.IsDir() {
			return p, false
		}
	}
	out, err := output(ctx, p.path("postgres"), "--version")
	if err != nil {
		return p, false
	}
	m := regexp.MustCompile(`\(PostgreSQL\) (\d+)`).FindStringSubmatch(out)
	if m == nil {
		return p, false
	}
	p.Major, err = strconv.Atoi(m[1])
	return p, err == nil
}

func places(ctx context.Context) []string {
	var dirs []string
	if bin, err := output(ctx, "pg_config", "--bindir"); err == nil {
		dirs = append(dirs, strings.TrimSpace(bin))
	}
	for _, pattern := range []string{
		"/usr/lib/postgresql/*/bin", // Debian, Ubuntu
		"/usr/pgsql-*/bin",          // the PostgreSQL project's RPMs
		"/opt/homebrew/opt/postgresql@*/bin",
		"/usr/local/opt/postgresql@*/bin",
		"/home/linuxbrew/.linuxbrew/opt/postgresql@*/bin",
	} {
		dirs = append(dirs, newestFirst(pattern)...)
	}
	if postgres, err := exec.LookPath("postgres"); err == nil {
		dirs = append(dirs, filepath.Dir(postgres))
	}
	return dirs
}

// newestFirst lists the directories of pattern, whose star is a version number.
func newestFirst(pattern string) []string {
	dirs, _ := filepath.Glob(pattern)
	before, after, _ := strings.Cut(pattern, "*")
	version := func(dir string) float64 {
		v, _ := strconv.ParseFloat(strings.TrimSuffix(strings.TrimPrefix(dir, before), after), 64)
		return v
	}
	slices.SortFunc(dirs, func(a, b string) int { return cmp.Compare(version(b), version(a)) })
	return dirs
}

// output runs a short program and returns what it prints.
func output(ctx context.Context, name string, args ...string) (string, error) {
	ctx, cancel := context.WithTimeout(ctx, 10*time.Second)
	defer cancel()
	cmd := exec.CommandContext(ctx, name, args...)
	cmd.Env = environment()
	out, err := cmd.Output()
	return string(out), err
}

// environment is what PostgreSQL's programs get to see: none of our settings,
// which hold secrets, and none of libpq's PG… variables.
func environment() []string {
	return []string{"PATH=" + os.Getenv("PATH"), "LC_ALL=C"}
}
