package rest

import (
	"fmt"
	"net/http"
	"regexp"
	"slices"
	"strings"
	"testing"

	"latchkey/internal/apikey"
)

var (
	requestIDs  = regexp.MustCompile(`"request_id":"[^"]*"`)
	userKeys    = regexp.MustCompile(`"(user_)?key":"[0-9A-Za-z]{12}"`)
	assignedIDs = regexp.MustCompile(`"(id|event_id|stage|pipeline|loss_reason)":\d+|"[0-9a-f-]{36}"|lk_…....`)
)

// badBodies are bodies that somebody may send by mistake or on purpose.
func badBodies() []string {
	wrong := []string{
		`null`, `[]`, `"text"`, `1`, `{`, `{"a"}`, `{"a":1}}`, `{"a":1}{"b":2}`, `{"a":1,}`, `{'a':1}`, "\xef\xbb\xbf{}", "{\"email\":\"\xff@example.com\"}",
		`{"name":"a\u0000b","attribute":"a\u0000b","value":"a\u0000b","a\u0000b":1,"city":"a\u0000b"}`,
		`{"name":"x","client":1e400,"user_id":-1e400,"custom_id":1e400,"score":1e400,"page_views":99999999999999999999,"big":1e400,"attribute":"n","value":1e400}`,
		`{"name":"x","timestamp":1e300,"data":{"n":1e400}}`, `{"name":"x","timestamp":-1e20,"data":[1]}`, `{"name":"x","data":{"n":1e-400000}}`,
		`{"name":"x","data":{"\u0000":"\u0000"}}`, `{"name":{},"attribute":[],"value":{}}`, `{"name":"x","data":"text","timestamp":{}}`,
		`{"name":"` + strings.Repeat("x", 300) + `","attribute":"` + strings.Repeat("x", 300) + `","value":1}`,
		`{"email":"` + strings.Repeat("x", 300) + `@example.com"}`, `{"custom_id":"` + strings.Repeat("ż", 300) + `","user_id":"` + strings.Repeat("ż", 300) + `"}`,
		strings.Repeat(`{"a":`, 70) + `1` + strings.Repeat(`}`, 70), strings.Repeat(`[`, 100_000),
		`{"name":"x","data":{"a":"` + strings.Repeat("x", 70_000) + `"}}`, `{"name":"x","data":{"a":[` + strings.Repeat("1e308,", 5000) + `1]}}`,
		`{"lone":"\ud800","city":"\udfff"}`, `{"name":"x","user_custom_id":"\u0000"}`, `{"name":"x","user_custom_id":1e400}`, `{"name":"x","user_id":"0x10","client":"+1"}`,
	}
	for _, value := range []string{`null`, `true`, `-1`, `1.5`, `123456789012345678901234567890`, `""`, `"x"`, `"\u202e"`, `[]`, `[[1]]`, `{}`, `{"a":null}`} {
		fields := make([]string, 0, 40)
		for _, name := range []string{"email", "user_id", "custom_id", "client", "user_custom_id", "first_name", "gender", "status", "score", "unsubscribed",
			"last_seen", "assigned_to", "gravatar_url", "name", "attribute", "value", "timestamp", "data", "tags", "id", "key", "created_at", "Some Attribute",
			"event_type", "client_user", "url", "page_domain", "page_path", "extra_data", "activity_type", "due_date", "datetime", "duration", "done", "person", "company",
			"deal", "description", "participants", "attachments", "priority"} {
			fields = append(fields, fmt.Sprintf("%q:%s", name, value))
		}
		wrong = append(wrong, "{"+strings.Join(fields, ",")+"}")
	}
	return append(wrong, manyNames(10_001), manyNames(600))
}

// almostGood are bodies that some operation would take, but for one member.
func almostGood() (wrong []string) {
	for _, member := range []string{`"activity_type": 99`, `"participants": [1e400]`, `"participants": [-1]`, `"participants": {}`, `"attachments": ["\u0000"]`, `"priority": 99999999999999999999`,
		`"due_date": "0001-01-01T00:00:00Z"`, `"due_date": 1e300`, `"description": "` + strings.Repeat("x", 10_001) + `"`, `"user_id": -1`, `"person": 9223372036854775807`,
		`"event_type": "steal"`, `"page_path": "` + strings.Repeat("x", 3_000) + `"`, `"data": {"price": {}, "Sent": "` + strings.Repeat("x", 300) + `"}`} {
		wrong = append(wrong, `{"name": "x", "description": "x", "activity_type": 1, "due_date": "2030-01-01", "event_type": "view", "client_user": "x", `+member+`}`)
	}
	return wrong
}

func manyNames(n int) string {
	var b strings.Builder
	b.WriteString(`{"n":0`)
	for i := range n {
		fmt.Fprintf(&b, `,"n%d":%d`, i, i)
	}
	return b.String() + "}"
}

// dealt is what one way to use an operation gets of all: how they are refused hardly
// differs between methods, versions and paths, and so among operations in a row, each in
// all its ways, are sent all of them.
func dealt(all []string, among int, o operation, ways map[string][]probe, method string, version int, pr probe) (share []string) {
	probes := ways[o.name]
	turn := (slices.Index(o.methods, method)*2+version-1)*len(probes) + slices.Index(probes, pr)
	for i := turn*among + numbered()[o.name]%among; i < len(all); i += len(o.methods) * 2 * len(probes) * among {
		share = append(share, all[i])
	}
	return share
}

var hasCode = regexp.MustCompile(`"code":"[a-z_]+"`)

// Whatever is sent: an answer of ours, never a 5xx, and where it is an error,
// nothing has changed.
func TestBadInputIsRefusedAndChangesNothing(t *testing.T) {
	t.Parallel()
	w := trusting(t)
	acme := w.tenant(t, "acme")
	p := w.plant(t, acme, "Stored")
	bad := append(badBodies(), `{"city":"`+strings.Repeat("x", 1<<20)+`"}`)
	before := w.snapshot(t, acme)
	ways := paths()
	everyOf(t, ways, func(t *testing.T, o operation, method string, version int, pr probe) {
		bodies := append(dealt(bad, 2, o, ways, method, version, pr), dealt(almostGood(), 1, o, ways, method, version, pr)...)
		for _, body := range bodies {
			a := w.probe(t, acme, apikey.All, version, method, probe{pr.path, body}, p.target)
			if a.StatusCode >= 500 || a.StatusCode < 200 {
				t.Errorf("%d for %.200q: %s", a.StatusCode, body, a.text)
			}
			after := w.snapshot(t, acme)
			if a.StatusCode >= 400 && after != before {
				t.Errorf("%d for %.200q, and something changed", a.StatusCode, body)
			}
			if a.StatusCode >= 400 && !hasCode.MatchString(a.text) {
				t.Errorf("no code for %.200q: %s", body, a.text)
			}
			before = after
		}
	})
}

// Whatever a query string holds: never a 5xx, and never a query that is taken for
// another one.
func TestBadQueriesAreRefused(t *testing.T) {
	t.Parallel()
	w := trusting(t)
	acme := w.tenant(t, "acme")
	p := w.plant(t, acme, "Stored")
	var queries []string
	for _, name := range []string{"email", "email__contains", "key", "user_key", "phone_number", "user_id", "page", "page_size", "cursor", "many", "other"} {
		for _, value := range []string{"", "%00", "%FF", "%zz", "-1", "0", "99999999999999999999", "%25_%25", "YTA", "YTk5OTk5OTk5OTk5OTk5OTk5OTk5", "%F0%9F%8E%89", "%2B", strings.Repeat("x", 8000)} {
			queries = append(queries, name+"="+value)
		}
	}
	plain := differing(func(p probe) (probe, bool) {
		path, _, _ := strings.Cut(p.path, "?")
		return probe{path: path}, true
	})
	everyOf(t, plain, func(t *testing.T, o operation, method string, version int, pr probe) {
		if o.access != apikey.Read {
			return
		}
		for _, query := range dealt(queries, 3, o, plain, method, version, pr) {
			a := w.probe(t, acme, apikey.All, version, method, probe{pr.path + "?" + query, ""}, p.target)
			if a.StatusCode >= 500 || strings.HasSuffix(query, "%00") && a.StatusCode != 400 {
				t.Errorf("%d for ?%.100s: %s", a.StatusCode, query, a.text)
			}
		}
	})
}

// recordTables are the tables of the workspace's own data.
func recordTables() []string {
	return []string{
		"activity",
		"attribute",
		"company",
		"company_member",
		"company_tag",
		"contact",
		"contact_list",
		"contact_tag",
		"deal",
		"deal_participant",
		"deal_product",
		"deal_tag",
		"event",
		"event_name",
		"list",
		"loss_reason",
		"pipeline",
		"ping_hit",
		"product",
		"product_event",
		"segment",
		"stage",
		"tag",
		"ticket",
		"ticket_participant",
	}
}

func TestBodyOverTheLimit(t *testing.T) {
	w := newWorld(t)
	acme := w.tenant(t, "acme")
	a := w.send(t, acme.keys[apikey.All], 1, http.MethodPost, "users/", `{"city":"`+strings.Repeat("x", 1<<20)+`"}`)
	if a.StatusCode != http.StatusRequestEntityTooLarge || !strings.Contains(a.text, `"code":"body_too_large"`) {
		t.Errorf("%d %s", a.StatusCode, a.text)
	}
}
