package testdb

import (
	"os"
	"path/filepath"
	"sync"
	"testing"
	"time"
)

func TestASeedIsMadeOnceForAll(t *testing.T) {
	dir := t.TempDir()
	forgotten, interrupted := filepath.Join(dir, seedPrefix+"of-old-migrations"), filepath.Join(dir, seedPrefix+"half.new")
	old := time.Now().Add(-unused - time.Hour)
	for _, left := range []string{forgotten, interrupted} {
		if err := os.Mkdir(left, 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.Chtimes(left, old, old); err != nil {
			t.Fatal(err)
		}
	}
	servers := make([]*server, 2)
	failed := make([]error, len(servers))
	var atOnce sync.WaitGroup
	for i := range servers {
		atOnce.Go(func() { servers[i], failed[i] = newPrivate(t.Context(), place(), dir, thrifty()) })
	}
	atOnce.Wait()
	if found, _ := filepath.Glob(filepath.Join(dir, seedPrefix+"*")); len(found) != 1 {
		t.Errorf("there are the seeds %v, want one", found)
	}
	passwords := map[string]bool{}
	for i, s := range servers {
		if failed[i] != nil {
			t.Fatal(failed[i])
		}
		t.Cleanup(func() {
			if err := s.close(); err != nil {
				t.Error(err)
			}
		})
		template, err := s.templated(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		db := s.create(t, template)
		execute(t, db.Open(t, db.AppURL), "SELECT FROM latchkey.goose_db_version")
		if n := s.migrated.Load(); n != 0 {
			t.Errorf("a copy of the seed was migrated %d times", n)
		}
		passwords[db.AppURL] = true
	}
	if len(passwords) != len(servers) {
		t.Error("servers from one seed share their roles' passwords")
	}
}

// Where there is no directory for a cache, a server begins from nothing.
func TestWithoutAPlaceForSeeds(t *testing.T) {
	t.Setenv("HOME", "")
	t.Setenv("XDG_CACHE_HOME", "")
	if dir := seeds(); dir != "" {
		t.Errorf("seeds are kept in %s", dir)
	}
}
