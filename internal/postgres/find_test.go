package postgres

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// fakePrograms is a directory whose postgres claims to be of version.
func fakePrograms(t *testing.T, version string) string {
	t.Helper()
	dir := t.TempDir()
	script := "#!/bin/sh\necho 'postgres (PostgreSQL) " + version + "'\n"
	for _, name := range []string{"initdb", "postgres"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(script), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func TestFindTakesTheFirstThatFits(t *testing.T) {
	old, debian, beta := fakePrograms(t, "14.9"), fakePrograms(t, "15.14 (Debian 15.14-0+deb12u1)"), fakePrograms(t, "19beta1")
	dirs := []string{t.TempDir(), old, debian, beta}
	for _, c := range []struct {
		major int
		dir   string
	}{{0, debian}, {15, debian}, {19, beta}, {14, old}} {
		p, err := find(t.Context(), dirs, c.major)
		if err != nil || p.Dir != c.dir {
			t.Errorf("version %d: found %+v, %v", c.major, p, err)
		}
	}
}

func TestMissingProgramsNameThePackage(t *testing.T) {
	for _, c := range []struct {
		dirs  []string
		major int
		says  []string
	}{
		{nil, 0, []string{"PostgreSQL 15 or newer was not found", "install"}},
		{[]string{fakePrograms(t, "14.9")}, 0, []string{"found: 14 in "}},
		{[]string{fakePrograms(t, "17.1")}, 15, []string{"PostgreSQL 15, which wrote the data directory", "postgresql"}},
	} {
		_, err := find(t.Context(), c.dirs, c.major)
		if !errors.Is(err, ErrMissing) {
			t.Errorf("got %v", err)
			continue
		}
		for _, words := range c.says {
			if !strings.Contains(err.Error(), words) {
				t.Errorf("%q does not say %q", err, words)
			}
		}
	}
}

func TestNewestVersionFirst(t *testing.T) {
	dir := t.TempDir()
	for _, version := range []string{"9.6", "15", "17", "8"} {
		if err := os.MkdirAll(filepath.Join(dir, version, "bin"), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	got := strings.Join(newestFirst(dir+"/*/bin"), " ")
	if want := strings.ReplaceAll("D/17/bin D/15/bin D/9.6/bin D/8/bin", "D", dir); got != want {
		t.Errorf("got %s", got)
	}
}

// A repository with scripts that run the programs of this machine: unpacking these
// themselves takes long, and the rest of their files is found where it was installed.
func TestAServerFromADownload(t *testing.T) {
	installed, err := Find(t.Context(), 0)
	if err != nil {
		t.Fatal(err)
	}
	jar := archive(t, installed)
	downloads := 0
	repository := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		sum := sha256.Sum256(jar)
		switch {
		case !strings.HasPrefix(r.URL.Path, "/maven/io/zonky/test/postgres/"):
			http.NotFound(w, r)
		case strings.HasSuffix(r.URL.Path, ".sha256"):
			_, _ = w.Write([]byte(hex.EncodeToString(sum[:])))
		default:
			downloads++
			_, _ = w.Write(jar)
		}
	}))
	defer repository.Close()
	home := openDir(t)
	o := Options{
		DataDir: filepath.Join(home, "data"), Ephemeral: true, ProgramsDir: t.TempDir(),
		Download: &Download{RepositoryURL: repository.URL + "/maven", CacheDir: filepath.Join(home, "cache"), Version: "15.0.0"},
	}
	s := start(t, o)
	if !strings.HasPrefix(s.Programs().Dir, o.Download.CacheDir) {
		t.Errorf("the server runs from %s", s.Programs().Dir)
	}
	stop(t, s)
	stop(t, start(t, o))
	if downloads != 1 {
		t.Errorf("downloaded %d times", downloads)
	}
	left, err := os.ReadDir(o.Download.CacheDir)
	if err != nil || len(left) != 2 {
		t.Errorf("the cache holds %v, %v; want the archive and the programs", left, err)
	}
}

func TestAnUnreachableRepository(t *testing.T) {
	gone := httptest.NewServer(http.NotFoundHandler())
	defer gone.Close()
	_, err := Fetch(t.Context(), Download{RepositoryURL: gone.URL, CacheDir: t.TempDir()})
	if !errors.Is(err, ErrMissing) || !strings.Contains(err.Error(), "Install it instead") {
		t.Errorf("got %v", err)
	}
}

// archive is a jar with a .txz of what a server needs at least, in the
// repository's layout.
func archive(t *testing.T, p Programs) []byte {
	t.Helper()
	xz, err := exec.LookPath("xz")
	if err != nil {
		t.Skip("needs xz to make an archive")
	}
	var plain, packed, jar bytes.Buffer
	tarball := tar.NewWriter(&plain)
	for _, name := range []string{"initdb", "pg_ctl", "postgres"} {
		content := fmt.Sprintf("#!/bin/sh\nexec '%s' \"$@\"\n", p.path(name))
		name = "bin/" + name
		headerErr := tarball.WriteHeader(&tar.Header{Name: name, Mode: 0o755, Size: int64(len(content)), Typeflag: tar.TypeReg})
		_, writeErr := tarball.Write([]byte(content))
		if err := errors.Join(headerErr, writeErr); err != nil {
			t.Fatal(err)
		}
	}
	compress := exec.CommandContext(t.Context(), xz, "-0", "-c")
	compress.Stdin, compress.Stdout = &plain, &packed
	if err := errors.Join(tarball.Close(), compress.Run()); err != nil {
		t.Fatal(err)
	}
	zipped := zip.NewWriter(&jar)
	w, err := zipped.Create("postgres.txz")
	if err != nil {
		t.Fatal(err)
	}
	_, err = w.Write(packed.Bytes())
	if err := errors.Join(err, zipped.Close()); err != nil {
		t.Fatal(err)
	}
	return jar.Bytes()
}
