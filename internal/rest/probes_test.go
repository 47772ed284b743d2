package rest

import (
	"context"
	"fmt"
	"maps"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"testing"

	"latchkey/internal/apikey"
	"latchkey/internal/records"
	"latchkey/internal/store"
)

// probe is one way to use an operation; path and body name records by
// placeholders, which a [target] fills in.
type probe struct{ path, body string }

// probes has the ways to use each operation, listed where its resource's tests are.
func probes() map[string][]probe {
	all := map[string][]probe{}
	for _, some := range []map[string][]probe{
		keyProbes(), userProbes(), eventProbes(), companyProbes(), dealProbes(), pipelineProbes(), groupingProbes(), productProbes(), activityProbes(),
	} {
		maps.Copy(all, some)
	}
	return all
}

func keyProbes() map[string][]probe {
	return map[string][]probe{
		"me.get":    {{"me/", ""}},
		"me.delete": {{"me/", ""}},
	}
}

// target is what placeholders stand for.
type target map[string]string

func (g target) fill(text string, escape func(string) string) string {
	for name, value := range g {
		text = strings.ReplaceAll(text, "{"+name+"}", escape(value))
	}
	return text
}

// hide puts placeholders and "#" in the place of all that may differ between two
// targets. Errors have no ids in them, so theirs need no placeholder.
func (g target) hide(text string) string {
	text = requestIDs.ReplaceAllString(text, "")
	for _, name := range []string{"email", "custom_id", "key", "phone", "tag_name", "new", "company_custom_id", "deal_custom_id", "product_custom_id"} {
		text = strings.ReplaceAll(text, g[name], "{"+name+"}")
	}
	return assignedIDs.ReplaceAllString(userKeys.ReplaceAllString(text, "#"), "#")
}

// planted is a user whose stored fields all hold a canary, with an event.
type planted struct {
	target
	canaries []string
}

// plant stores the user, with everything that begins with prefix as its canaries.
func (w *world) plant(t testing.TB, n *tenant, prefix string) planted {
	t.Helper()
	p := planted{target: target{
		"custom_id": prefix + "-custom-id", "email": strings.ToLower(prefix) + "@example.com", "phone": prefix + "-phone", "new": "sent-new",
	}, canaries: []string{prefix, strings.ToLower(prefix), "1987-", "987654321"}}
	patch := records.Contacts.Patch()
	for _, f := range records.Contacts.Fields() {
		var value any = prefix + "-" + f
		switch f {
		case "gender", "status", "unsubscribed", "notifications", "web_push_subscription":
			continue
		case "custom_id", "email":
			value = p.target[f]
		case "phone_number":
			value = p.target["phone"]
		case "first_seen", "last_seen", "last_contacted":
			value = "1987-06-05T04:03:02Z"
		case "page_views", "score", "assigned_to":
			value = "987654321"
		}
		must(t, patch.Set(f, value))
	}
	must(t, patch.SetAttribute("Sent", prefix+"-attribute"))
	must(t, patch.SetAttribute(prefix+" attribute", prefix+"-value"))
	event := &records.NewEvent{}
	must(t, event.SetName(prefix+"-event"))
	must(t, event.SetData(map[string]any{prefix + "-data": prefix + "-data"}))
	must(t, w.admin.InWorkspace(t.Context(), n.who, func(ctx context.Context, tx *store.Tx) error {
		written, err := records.Contacts.Upsert(ctx, tx, patch)
		if err != nil {
			return err
		}
		_, _, err = records.Record(ctx, tx, records.ByID(written.Record.ID), event)
		p.target["id"], p.target["key"] = strconv.FormatInt(written.Record.ID, 10), written.Record.UserKey
		p.canaries = append(p.canaries, written.Record.UserKey)
		if err == nil {
			err = tx.QueryRow(ctx, `SELECT max(id)::text FROM event_name WHERE workspace_id = $1`, n.who.Workspace()).Scan(ptr(p.target, "event"))
		}
		if err == nil {
			err = plantGroups(ctx, tx, p, prefix)
		}
		if err == nil {
			err = plantDeals(ctx, tx, p, prefix)
		}
		return err
	}))
	w.plantProducts(t, n, prefix, p.target)
	w.plantActivities(t, n, prefix, p.target)
	return p
}

// planter returns what gives a workspace with a planted user: each time the same one,
// with what it stored at first.
func (w *world) planter(t testing.TB) func(testing.TB) (*tenant, planted) {
	t.Helper()
	n := w.tenant(t, "acme")
	p := w.plant(t, n, "Stored")
	restore := w.keep(t, n)
	return func(t testing.TB) (*tenant, planted) {
		t.Helper()
		restore(t)
		return n, p
	}
}

// ptr scans into a map's entry.
func ptr(m target, name string) scanned { return scanned{m, name} }

type scanned struct {
	in   target
	name string
}

func (s scanned) Scan(v any) error {
	switch v := v.(type) {
	case string:
		s.in[s.name] = v
	case []byte:
		s.in[s.name] = string(v)
	}
	return nil
}

// probing is what a generated test does with one way to use an operation.
type probing func(t *testing.T, o operation, method string, version int, p probe)

// everyProbe calls f for each operation, method, probe and version.
func everyProbe(t *testing.T, f probing) {
	t.Helper()
	everyOf(t, probes(), f)
}

// everyOf calls f for each operation, method, its probes among these, and each version.
func everyOf(t *testing.T, probes map[string][]probe, f probing) {
	t.Helper()
	f.with(t, probes, func(int) []int { return []int{1, 2} })
}

// inTurns calls f for each operation, method and probe in one of the versions, by turns: for
// what the versions have in common.
func inTurns(t *testing.T, f probing) {
	t.Helper()
	f.with(t, probes(), func(turn int) []int { return []int{1 + turn%2} })
}

func (f probing) with(t *testing.T, probes map[string][]probe, versions func(turn int) []int) {
	t.Helper()
	for n, o := range operations() {
		for m, method := range o.methods {
			for i, p := range probes[o.name] {
				for _, version := range versions(n + m + i) {
					t.Run(fmt.Sprintf("%s/%s/v%d/%d", o.name, method, version, i), func(t *testing.T) { f(t, o, method, version, p) })
				}
			}
		}
	}
}

// Generated tests leave out nothing that somebody forgot to add to probes.
func TestEveryOperationHasAProbe(t *testing.T) {
	ways := probes()
	for _, o := range operations() {
		if len(ways[o.name]) == 0 {
			t.Errorf("%s has no probe: add one to probes", o.name)
		}
	}
}

// differing are the probes that still differ after change, which returns false for those
// to leave out.
func differing(change func(probe) (probe, bool)) map[string][]probe {
	all := map[string][]probe{}
	for name, some := range probes() {
		for _, p := range some {
			if changed, ok := change(p); ok && !slices.Contains(all[name], changed) {
				all[name] = append(all[name], changed)
			}
		}
	}
	return all
}

// paths are where bodies can be sent.
func paths() map[string][]probe {
	return differing(func(p probe) (probe, bool) { return probe{path: p.path}, p.body != "" })
}

func (w *world) probe(t testing.TB, n *tenant, scope apikey.Scope, version int, method string, p probe, at target) answer {
	t.Helper()
	asIs := func(s string) string { return s }
	secret := n.keys[scope]
	if secret != "" && method == http.MethodDelete && p.path == "me/" {
		secret, _ = w.key(t, n, scope) // it ends with this
	}
	return w.send(t, secret, version, method, at.fill(p.path, url.PathEscape), at.fill(p.body, asIs))
}

// Another workspace's ids behave word for word like ids that do not exist, and
// nothing that is done with them changes anything there.
func TestAnotherWorkspacesIDsAreLikeAbsentOnes(t *testing.T) {
	t.Parallel()
	isolated(t, trusting(t), everyProbe)
}

// The statements of package records name the workspace themselves: with row-level
// security down they keep tenants apart as well.
func TestAnotherWorkspacesIDsWithoutRowLevelSecurity(t *testing.T) {
	t.Parallel()
	w := trusting(t)
	for _, table := range recordTables() {
		if _, err := w.super.ExecContext(t.Context(), `ALTER TABLE latchkey.`+table+` DISABLE ROW LEVEL SECURITY`); err != nil {
			t.Fatal(err)
		}
	}
	isolated(t, w, inTurns)
}

func isolated(t *testing.T, w *world, probed func(*testing.T, probing)) {
	theirs := w.tenant(t, "theirs")
	p := w.plant(t, theirs, "Canary")
	absent := target{"id": "999999999", "custom_id": "absent-custom-id", "email": "absent@example.com", "phone": "absent-phone", "event": "888888888", "key": "AbsentAbsent",
		"tag": "777777771", "tag_name": "absent-tag", "list": "777777772", "segment": "777777773", "attribute": "777777774", "attribute_name": "absent_choice", "new": "sent-to-nobody",
		"activity": "666666666", "ticket": "555555555"}
	maps.Copy(absent, absentDeals())
	before := w.snapshot(t, theirs)
	mine := w.tenant(t, "mine")
	restore := w.keep(t, mine)
	probed(t, func(t *testing.T, _ operation, method string, version int, pr probe) {
		restore(t)
		got := w.probe(t, mine, apikey.All, version, method, pr, p.target)
		want := w.probe(t, mine, apikey.All, version, method, pr, absent)
		if g, a := p.hide(got.text), absent.hide(want.text); got.StatusCode != want.StatusCode || g != a {
			t.Errorf("theirs: %d %s\nabsent: %d %s", got.StatusCode, g, want.StatusCode, a)
		}
		if now := w.snapshot(t, theirs); now != before {
			t.Error("something of theirs changed")
		}
	})
}

// A Write Only key gets no stored value back, whatever it does.
func TestWriteOnlyKeysSeeNothingThatIsStored(t *testing.T) {
	t.Parallel()
	w := trusting(t)
	acme := w.tenant(t, "acme")
	p := w.plant(t, acme, "Canary")
	for _, path := range []string{"companies/{company}/", "deals/{deal}/", "pipelines/{pipeline}/", "stages/{stage}/", "deal-loss-reasons/{loss_reason}/"} {
		if a := w.probe(t, acme, apikey.All, 2, http.MethodGet, probe{path, ""}, p.target); !strings.Contains(a.text, "Canary") {
			t.Errorf("nothing was stored: %s", a.text)
		}
	}
	taken := w.plant(t, acme, "Other")
	// A key that may read finds them: the canaries were planted.
	a := w.send(t, acme.keys[apikey.All], 2, http.MethodGet, "users/"+p.target["id"]+"/", "")
	for _, canary := range p.canaries {
		if !strings.Contains(a.text, canary) {
			t.Errorf("%q was not stored: %s", canary, a.text)
		}
	}
	for _, path := range []string{"products/{product}/", "users/{id}/product_events/", "users/{id}/ping_hits/", "users/{id}/timeline/", "activities/{activity}/", "tickets/{ticket}/"} {
		if a := w.probe(t, acme, apikey.All, 2, http.MethodGet, probe{path, ""}, p.target); !strings.Contains(a.text, p.canaries[0]) {
			t.Errorf("%s has no canary: %s", path, a.text)
		}
	}
	bodies := append(slices.Concat(badBodies(), almostGood()), `{"user_id": "`+taken.target["custom_id"]+`", "custom_id": "`+taken.target["custom_id"]+`", "gender": "x", "Sent": {"a": 1}}`)
	check := func(t *testing.T, a answer) {
		t.Helper()
		head := &strings.Builder{}
		must(t, a.Header.Write(head))
		text := receiptText.ReplaceAllString(a.text, "") // in its random letters a canary may be by chance
		for _, canary := range append(p.canaries, "Other") {
			if strings.Contains(text, canary) || strings.Contains(head.String(), canary) {
				t.Errorf("found %q in %d %s\n%s", canary, a.StatusCode, head, a.text)
			}
		}
		if etag := a.Header.Get("Etag"); etag != "" {
			t.Errorf("an ETag: %s", etag)
		}
	}
	everyProbe(t, func(t *testing.T, _ operation, method string, version int, pr probe) {
		check(t, w.probe(t, acme, apikey.WriteOnly, version, method, pr, p.withoutEcho(pr)))
	})
	ways := paths()
	everyOf(t, ways, func(t *testing.T, o operation, method string, version int, pr probe) {
		for _, body := range dealt(bodies, 3, o, ways, method, version, pr) {
			a := w.probe(t, acme, apikey.WriteOnly, version, method, probe{pr.path, body}, p.target)
			if strings.Contains(body, "Other") {
				a.text = strings.ReplaceAll(a.text, taken.target["custom_id"], "")
			}
			check(t, a)
		}
	})
}

// withoutEcho is the target for a probe whose body would carry a stored text, and so
// get it back: there it is one that the request makes up.
func (p planted) withoutEcho(pr probe) target {
	if strings.HasPrefix(pr.path, "events") {
		return p.target
	}
	other := maps.Clone(p.target)
	for _, name := range []string{"custom_id", "tag_name", "company_custom_id", "deal_custom_id", "product_custom_id"} {
		if strings.Contains(pr.body, "{"+name+"}") {
			other[name] = "made-up"
		}
	}
	return other
}
