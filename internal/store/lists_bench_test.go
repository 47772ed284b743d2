package store_test

import (
	"context"
	"maps"
	"regexp"
	"slices"
	"testing"
	"time"

	"github.com/google/uuid"

	"latchkey/internal/store"
)

// flat is how many times as long a list of 100,000 may take as one of 100.
const flat = 1.5

// compare measures something at two sizes, in turns, so that what else the machine does
// hits both, and reports the ratio of the medians.
func compare(b *testing.B, small, large int, once func(size int) error) {
	spent := map[int][]time.Duration{}
	for b.Loop() {
		for _, size := range []int{small, large} {
			begin := time.Now()
			if err := once(size); err != nil {
				b.Fatal(err)
			}
			spent[size] = append(spent[size], time.Since(begin))
		}
	}
	median := func(size int) float64 {
		all := slices.Sorted(slices.Values(spent[size][len(spent[size])/10:])) // the first ones plan and warm up
		return float64(all[len(all)/2].Microseconds())
	}
	b.ReportMetric(median(large)/median(small), "100k:100")
	b.ReportMetric(flat, "limit")
	b.ReportMetric(median(small), "µs-100")
	b.ReportMetric(median(large), "µs-100k")
	b.ReportMetric(0, "ns/op")
}

// several are the lists that both narrow and are in another order than the usual one.
var several = regexp.MustCompile(`^keys .* by (EXPIRES_ON|NAME|LAST_USED_AT)$|of some|^members .* by (EMAIL|JOINED_AT|NAME)$`)

// BenchmarkLists compares the lists of the settings screens, with their totals, at
// 100,000 rows and at 100.
func BenchmarkLists(b *testing.B) {
	const small, large = 100, 100_000
	c := newCrowd(b, small, large)
	all := c.lists()
	for _, name := range slices.Sorted(maps.Keys(all)) {
		if several.MatchString(name) {
			continue // TestLists has them
		}
		b.Run(name, func(b *testing.B) {
			compare(b, small, large, func(size int) error {
				return c.st.View(b.Context(), c.of[size], func(ctx context.Context, v *store.View) error {
					_, err := all[name](ctx, v, size)
					return err
				})
			})
		})
	}
}

// BenchmarkTenants compares the search for a tenant among 100,000 workspaces and among
// 100: by what finds one, and by what finds more than a page.
func BenchmarkTenants(b *testing.B) {
	const small, large = 100, 100_000
	worlds := map[int]*crowd{}
	var one uuid.UUID
	for _, size := range []int{small, large} {
		worlds[size], one = tenants(b, size)
	}
	for name, query := range searches(one) {
		b.Run(name, func(b *testing.B) {
			compare(b, small, large, func(size int) error {
				q := query(size)
				q.Limit = shown
				found, _, err := worlds[size].st.Tenants(b.Context(), q)
				if len(found) == 0 {
					b.Errorf("nothing is found among %d", size)
				}
				return err
			})
		})
	}
}
