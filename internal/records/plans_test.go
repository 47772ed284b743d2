package records_test

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/uuid"

	"latchkey/internal/caller"
	"latchkey/internal/records"
	"latchkey/internal/store"
	"latchkey/internal/testdb"
)

// crowd is a database with many contacts in a few workspaces.
type crowd struct {
	db    *testdb.DB
	st    *store.Store // latchkey_data, as a data-plane node
	sizes map[int]caller.Caller
}

// newCrowd fills one workspace of each size, as the superuser, who needs no triggers.
func newCrowd(t testing.TB, sizes ...int) *crowd {
	t.Helper()
	c := &crowd{db: testdb.New(t), sizes: map[int]caller.Caller{}}
	super := c.db.Open(t, c.db.SuperURL)
	super.SetMaxOpenConns(1) // its settings are the session's
	run := func(statement string, args ...any) {
		t.Helper()
		_, err := super.ExecContext(t.Context(), statement, args...)
		must(t, err)
	}
	run(`SET search_path = latchkey`)
	run(`SET session_replication_role = replica`)
	var indexes, names string
	must(t, super.QueryRowContext(t.Context(), `SELECT string_agg(indexdef, '; '), string_agg(quote_ident(indexname), ', ') FROM pg_indexes
		WHERE schemaname = 'latchkey' AND tablename = 'contact' AND indexname !~ '_(pkey|key)$'`).Scan(&indexes, &names))
	run(`DROP INDEX ` + names)
	for i, size := range sizes {
		who := caller.OfOperator(uuid.New(), "test")
		c.sizes[size] = who
		run(`INSERT INTO workspace (id, slug, name, time_zone) VALUES ($1, $2, 'Crowd', 'UTC')`, who.Workspace(), fmt.Sprint("crowd-", i))
		run(`INSERT INTO attribute (workspace_id, resource, name, name_std, value_type) VALUES ($1, 'clientuser', 'plan', 'plan', 'string'), ($1, 'clientuser', 'age', 'age', 'integer')`, who.Workspace())
		run(`INSERT INTO contact (workspace_id, custom_id, user_key, email, email_key, first_name, phone_number, city, first_seen, last_seen, last_contacted, score, attributes, created_at, updated_at)
			SELECT $1, 'c' || n, 'key' || n, 'person' || n || '@example.com', 'person' || n || '@example.com', 'First', '+48' || n, 'City ' || n % 100,
				'2030-01-01'::timestamptz + n * interval '1 minute', '2030-01-01'::timestamptz + n * interval '1 minute', NULL, n % 1000,
				jsonb_build_object((SELECT min(id) FROM attribute WHERE workspace_id = $1)::text, 'gold', (SELECT max(id) FROM attribute WHERE workspace_id = $1)::text, n % 90),
				'2030-01-01', '2030-01-01'::timestamptz + n * interval '1 second'
			FROM generate_series(1, $2::integer) n`, who.Workspace(), size)
		run(`INSERT INTO record_count (workspace_id, kind, slot, records) VALUES ($1, 'contact', 0, $2)`, who.Workspace(), size)
		run(`INSERT INTO tag (workspace_id, name, created_at, updated_at) VALUES ($1, 'vip', now(), now())`, who.Workspace())
		run(`INSERT INTO contact_tag (workspace_id, contact_id, tag_id)
			SELECT r.workspace_id, r.id, t.id FROM contact r, tag t WHERE r.workspace_id = $1 AND t.workspace_id = $1 AND r.score = 7`, who.Workspace())
	}
	run(indexes)
	run(`ANALYZE`)
	var err error
	c.st, err = store.Open(t.Context(), c.db.DataURL, store.Options{})
	must(t, err)
	t.Cleanup(func() { _ = c.st.Close() })
	return c
}

// plan is a node of what EXPLAIN says.
type plan struct {
	Type      string `json:"Node Type"`
	Relation  string `json:"Relation Name"`
	Index     string `json:"Index Name"`
	Condition string `json:"Index Cond"`
	Plans     []plan `json:"Plans"`
}

func (p *plan) walk(f func(*plan)) {
	f(p)
	for i := range p.Plans {
		p.Plans[i].walk(f)
	}
}

func (c *crowd) explain(t testing.TB, who caller.Caller, s records.Statement) (p plan) {
	t.Helper()
	var text []byte
	must(t, c.st.View(t.Context(), who, func(ctx context.Context, v *store.View) error {
		return v.QueryRow(ctx, `EXPLAIN (FORMAT JSON) `+s.SQL, s.Args...).Scan(&text)
	}))
	var plans []struct{ Plan plan }
	must(t, json.Unmarshal(text, &plans))
	return plans[0].Plan
}

// Among many contacts, as the role of a data-plane node: no list, search or look-up
// reads another workspace's rows, and what has an index uses it.
func TestPlansAmongManyContacts(t *testing.T) {
	c := newCrowd(t, 100_000, 99_000, 1_000)
	filters := []struct {
		name  string
		by    records.Lookup
		value string
		index string // of the page's plan, where the filter is to be found in one
	}{
		{"", "", "", "contact_pkey"},
		{"email", "", "Person77@Example.com", "contact_email"},
		{"email", records.Contains, "son77@", ""},
		{"custom_id", "", "c77", "contact_workspace_id_custom_id_key"},
		{"phone_number", "", "+4877", "contact_phone_number"},
		{"first_seen", records.GreaterThan, "2200-01-01", "contact_first_seen"},
		{"last_seen", records.LessThan, "2020-01-01", "contact_last_seen"},
		{"last_contacted", records.GreaterThanOrEqual, "2030-01-01", "contact_last_contacted"},
		{"updated_at", records.LessThanOrEqual, "2029-01-01", "contact_updated_at"},
		{"city", records.StartsWithAnyCase, "city 7", ""},
		{"score", records.GreaterThanOrEqual, "998", ""},
		{"tag", "", "vip", ""},
		{"with_email", "", "false", ""},
		{"plan", records.EndsWith, "old", ""},
		{"age", records.LessThan, "2", ""},
	}
	positions := map[string]records.Position{"first": {Size: 100}, "cursor": {Size: 100, After: 80_000}, "before": {Size: 100, Before: 80_000}, "numbered": {Size: 100, Number: 3}}
	for size, who := range c.sizes {
		var definitions []records.Attribute
		must(t, c.st.View(t.Context(), who, func(ctx context.Context, v *store.View) (err error) {
			definitions, err = records.Attributes(ctx, v, "clientuser")
			return err
		}))
		for _, f := range filters {
			for at, position := range positions {
				filter := records.Contacts.Filter()
				switch {
				case f.name == "":
				case records.Contacts.Narrows(f.name):
					must(t, filter.Field(f.name, f.by, f.value))
				default:
					filter.Attribute(f.name, f.by, f.value)
				}
				count, page, err := records.Contacts.Statements(who.Workspace(), filter, definitions, position)
				must(t, err)
				name := fmt.Sprintf("%d contacts, %s__%s, %s", size, f.name, f.by, at)
				counting, reading := c.explain(t, who, count), c.explain(t, who, page)
				own(t, name+", count", &counting)
				own(t, name, &reading)
				if f.index != "" && size > 10_000 && !slices.Contains(indexes(&reading), f.index) {
					t.Errorf("%s uses %v, want %s", name, indexes(&reading), f.index)
				}
			}
		}
		for by, ref := range map[string]records.Ref{"id": records.ByID(77), "custom id": records.ByCustomID("c77"), "key": records.ByKey("key77")} {
			finding := c.explain(t, who, records.Contacts.Finding(who.Workspace(), ref))
			own(t, "by "+by, &finding)
		}
	}
}

// own demands that every reading of a workspace's rows begins with the workspace.
func own(t *testing.T, name string, p *plan) {
	t.Helper()
	p.walk(func(n *plan) {
		switch {
		case n.Relation == "" || n.Type == "Bitmap Heap Scan":
		case n.Type == "Seq Scan", !strings.Contains(n.Condition, "workspace_id"):
			t.Errorf("%s: %s on %s by %s where %s", name, n.Type, n.Relation, n.Index, n.Condition)
		}
		if n.Type == "Bitmap Index Scan" && !strings.Contains(n.Condition, "workspace_id") {
			t.Errorf("%s: %s by %s where %s", name, n.Type, n.Index, n.Condition)
		}
	})
}

func indexes(p *plan) (names []string) {
	p.walk(func(n *plan) {
		if n.Index != "" {
			names = append(names, n.Index)
		}
	})
	return names
}

// BenchmarkPageOfUsers compares a page of 100 users, with its count, in a workspace of a
// million with one of ten thousand, in turns. The aim is 1.
func BenchmarkPageOfUsers(b *testing.B) {
	const small, large = 10_000, 1_000_000
	c := newCrowd(b, small, large)
	for _, list := range []struct {
		name   string
		filter func(*records.Filter[records.Contact]) error
		at     func(size int) records.Position
	}{
		{"first", nil, func(int) records.Position { return records.Position{Size: 100} }},
		{"cursor", nil, func(size int) records.Position { return records.Position{Size: 100, After: c.middle(b, size)} }},
		{"numbered", nil, func(int) records.Position { return records.Position{Size: 100, Number: 50} }},
		{"email", func(f *records.Filter[records.Contact]) error {
			return f.Field("email", records.Exact, "person77@example.com")
		},
			func(int) records.Position { return records.Position{Size: 100} }},
		{"last_seen", func(f *records.Filter[records.Contact]) error {
			return f.Field("last_seen", records.LessThan, "2030-01-01T01:40:30Z")
		},
			func(int) records.Position { return records.Position{Size: 100} }},
	} {
		b.Run(list.name, func(b *testing.B) {
			at := map[int]records.Position{small: list.at(small), large: list.at(large)}
			spent := map[int][]float64{}
			for b.Loop() {
				for _, size := range []int{small, large} {
					f := records.Contacts.Filter()
					if list.filter != nil {
						must(b, list.filter(f))
					}
					begin := b.Elapsed()
					must(b, c.st.View(b.Context(), c.sizes[size], func(ctx context.Context, v *store.View) error {
						_, _, err := records.Contacts.List(ctx, v, f, at[size])
						return err
					}))
					spent[size] = append(spent[size], float64((b.Elapsed() - begin).Microseconds()))
				}
			}
			b.ReportMetric(median(spent[large])/median(spent[small]), "1M/10k")
			b.ReportMetric(median(spent[small]), "µs-10k")
			b.ReportMetric(median(spent[large]), "µs-1M")
			b.ReportMetric(0, "ns/op")
		})
	}
}

// middle is the id of a contact in the middle of a workspace.
func (c *crowd) middle(b *testing.B, size int) (id int64) {
	b.Helper()
	must(b, c.db.Open(b, c.db.SuperURL).QueryRowContext(b.Context(), `SELECT id FROM latchkey.contact WHERE workspace_id = $1 ORDER BY id OFFSET $2 LIMIT 1`,
		c.sizes[size].Workspace(), size/2).Scan(&id))
	return id
}

func median(values []float64) float64 {
	slices.Sort(values)
	return values[len(values)/2]
}
