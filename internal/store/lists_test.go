package store_test

import (
	"context"
	"database/sql"
	"maps"
	"slices"
	"strings"
	"testing"

	"latchkey/internal/store"
)

// blocks is how many blocks of tables and indexes were looked at so far, as far as
// connections have told of it.
func blocks(t testing.TB, super *sql.DB) (n int64) {
	t.Helper()
	must(t, super.QueryRowContext(t.Context(), `SELECT sum(heap_blks_read + heap_blks_hit + COALESCE(idx_blks_read + idx_blks_hit, 0)) FROM pg_statio_all_tables
		WHERE schemaname = 'latchkey'`).Scan(&n))
	return n
}

// tell has a connection of the store tell of what it read.
func tell(ctx context.Context, v *store.View) error {
	return v.QueryRow(ctx, `SELECT pg_stat_force_next_flush()::text`).Scan(new(string))
}

// reads is what a list reads. PostgreSQL may tell later what filled the tables, most often to
// the first who asks: what a list itself reads, it reads again.
func (c *crowd) reads(read list, size int) (n int64, rows int) {
	c.Helper()
	once := func() (n int64) {
		must(c, c.st.View(c.Context(), c.of[size], func(ctx context.Context, v *store.View) (err error) {
			must(c, tell(ctx, v))
			before := blocks(c, c.super)
			if rows, err = read(ctx, v, size); err == nil {
				err = tell(ctx, v)
			}
			n = blocks(c, c.super) - before
			return err
		}))
		return n
	}
	if n = once(); n > 100 {
		n = min(n, once())
	}
	return n, rows
}

// far are the lists of which what is searched for is far away in the order, and which
// end their pages early.
var far = []string{"members by search of many addresses by NAME", "members by search of many names by EMAIL"}

func TestLists(t *testing.T) {
	const small, large = 100, store.Walked + 2_000
	c := newCrowd(t, small, large)
	t.Run("read the same at any size", func(t *testing.T) { listsReadTheSameAtAnySize(t, c, small, large) })
	t.Run("go on after a page that finds little", func(t *testing.T) { aPageThatFindsLittleGoesOn(t, c, large) })
}

// What a list reads does not grow with how long it is: in any order, narrowed by
// anything, at the beginning and half way. Where there is an index for all of it, that
// is what its page takes; otherwise as many rows more as are looked at for any page.
func listsReadTheSameAtAnySize(t *testing.T, c *crowd, small, large int) {
	const most = 6_000 // to read all of a list is 100,000 blocks and more
	all := c.lists()
	for _, name := range slices.Sorted(maps.Keys(all)) {
		read, rows := map[int]int64{}, map[int]int{}
		for size := range c.of {
			read[size], rows[size] = c.reads(all[name], size)
		}
		t.Logf("%-50s %3d %3d rows, %5d %5d blocks", name, rows[small], rows[large], read[small], read[large])
		if rows[large] < rows[small] && !slices.Contains(far, name) {
			t.Errorf("%s has %d rows of 100, and %d of very many", name, rows[small], rows[large])
		}
		straight := !strings.Contains(name, " by ") || strings.Contains(name, "down") || strings.Contains(name, "FOUND") || strings.HasPrefix(name, "events")
		if straight && read[large] > read[small]*3/2+110 || read[large] > most && !slices.Contains(far, name) {
			t.Errorf("%s reads %d blocks of 100, and %d of very many", name, read[small], read[large])
		}
	}
}

// A page ends when it has looked at enough, and says where to go on; what it finds, and
// in which order, is the same in the end.
func aPageThatFindsLittleGoesOn(t *testing.T, c *crowd, size int) {
	q := store.MemberQuery{By: store.ByMemberName, Search: "team3", Limit: 100}
	var pages, found int
	var last string
	for {
		var list store.MemberList
		must(t, c.st.View(t.Context(), c.of[size], func(ctx context.Context, v *store.View) (err error) {
			list, err = v.Members(ctx, q)
			return err
		}))
		pages++
		for _, m := range list.Members {
			if m.Name <= last && found > 0 {
				t.Errorf("%s after %s", m.Name, last)
			}
			last = m.Name
			found++
		}
		if list.Exact || list.N > store.Counted {
			t.Errorf("the total is %+v", list.Total)
		}
		switch {
		case list.On != nil:
			q.After = list.On
		case len(list.Members) == q.Limit:
			at := q.By.Position(list.Members[q.Limit-1])
			q.After = &at
		default:
			if found != size/4 || pages < size/4/q.Limit+1 {
				t.Errorf("%d found on %d pages", found, pages)
			}
			return
		}
	}
}
