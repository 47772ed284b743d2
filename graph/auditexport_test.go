package graph_test

import (
	"bufio"
	"encoding/csv"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"latchkey/graph"
	"latchkey/internal/auditfile"
	"latchkey/internal/httpserver"
)

// exports serves the audit as files, beside the API.
func (w *world) exports(config graph.Config) (url string, keys auditfile.Keys) {
	w.t.Helper()
	keys, err := auditfile.ParseKeys(strings.NewReader("a1 AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="))
	w.must(err)
	mux := http.NewServeMux()
	mux.Handle("/audit/{file}", graph.NewAuditExport(config, keys))
	server := httptest.NewServer(httpserver.Chain(mux, httpserver.Options{Plane: "admin", Log: config.Log, Panicked: graph.Panicked}))
	w.t.Cleanup(server.Close)
	return server.URL, keys
}

func exportWorld(t *testing.T) (w *world, url string, keys auditfile.Keys) {
	var config graph.Config
	w = newWorld(t, func(c *graph.Config) { config = *c })
	config.Admission = graph.Admission{AtOnceEach: 1}
	url, keys = w.exports(config)
	return w, url, keys
}

// download begins a GET as one of the people.
func (w *world) download(who, url string, headers ...string) *http.Response {
	w.t.Helper()
	r, err := http.NewRequestWithContext(w.t.Context(), http.MethodGet, url, nil)
	w.must(err)
	if c := w.cookie(who); c != nil {
		r.AddCookie(c)
	}
	for i := 0; i < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	response, err := http.DefaultClient.Do(r)
	w.must(err)
	w.t.Cleanup(func() { _ = response.Body.Close() })
	return response
}

func (w *world) file(who, url string, headers ...string) (status int, text string, header http.Header) {
	w.t.Helper()
	response := w.download(who, url, headers...)
	raw, err := io.ReadAll(response.Body)
	w.must(err)
	w.must(response.Body.Close())
	return response.StatusCode, string(raw), response.Header
}

func TestTheAuditIsExportedAsAFile(t *testing.T) {
	w, url, keys := exportWorld(t)
	key := w.createKey(w.acme)
	w.createKey(w.other)
	w.addEntry(w.acme)
	at := url + "/audit/" + w.acme
	status, text, header := w.file("ADMIN", at+".ndjson")
	if status != 200 || header.Get("Content-Type") != "application/x-ndjson; charset=utf-8" ||
		header.Get("Content-Disposition") != `attachment; filename="audit-`+w.acme+`-20260504T130000Z.ndjson"` {
		t.Fatalf("%d %v %s", status, header, text)
	}
	report, err := auditfile.Verify(strings.NewReader(text), auditfile.Options{Keys: keys.Public()})
	if err != nil || report.Events != 3 || report.Head.Workspace.String() != w.acme || !strings.Contains(text, `"action":"audit.exported"`) {
		t.Fatalf("%+v, %v:\n%s", report, err, text)
	}
	t.Run("what came since continues it", func(t *testing.T) {
		_, tail, _ := w.file("ADMIN", at+".ndjson?after=3")
		report, err := auditfile.Verify(strings.NewReader(tail), auditfile.Options{Keys: keys.Public(), Since: &report.Checkpoint})
		if err != nil || report.First != 4 || report.Events != 1 {
			t.Errorf("%+v, %v:\n%s", report, err, tail)
		}
	})
	t.Run("filtered", func(t *testing.T) {
		_, text, _ := w.file("OWNER", at+".ndjson?action=api_key.created&action=api_key.revoked&actorKind=MEMBER&target="+key+"&since=2026-05-04T13:00:00Z&until=2026-05-05T00:00:00Z&targetKind=API_KEY&targetLabel=A%20key")
		lines := strings.Split(strings.TrimSpace(text), "\n")
		if len(lines) != 2 || !strings.Contains(lines[0], `"action":"api_key.created"`) || !strings.Contains(lines[1], `"notVerifiableBecause":"FILTERED"`) {
			t.Error(text)
		}
	})
	t.Run("CSV", func(t *testing.T) {
		w.good("OWNER", `mutation ($i: CreateApiKeyInput!) { createApiKey(input: $i) { userErrors { code } } }`,
			map[string]any{"i": map[string]any{"workspaceId": w.acme, "name": "=HYPERLINK(1)", "scope": "ALL"}})
		status, text, header := w.file("OWNER", at+".csv?action=api_key.created")
		records, err := csv.NewReader(strings.NewReader(text)).ReadAll()
		if err != nil || status != 200 || !strings.HasPrefix(header.Get("Content-Type"), "text/csv") || len(records) != 4 ||
			records[0][0] != "seq" || records[2][9] != "'=HYPERLINK(1)" || records[3][0] != "end" {
			t.Errorf("%d %v %v: %q", status, header, err, records)
		}
	})
}

func TestWhoMayExportTheAudit(t *testing.T) {
	w, url, _ := exportWorld(t)
	at := url + "/audit/" + w.acme + ".ndjson"
	before := w.good("OWNER", `query ($w: ID) { workspace(id: $w) { auditEvents { totalCount } } }`, map[string]any{"w": w.acme}).at("workspace.auditEvents.totalCount")
	for _, c := range []struct {
		who, url string
		status   int
		code     string
		headers  []string
	}{
		{"", at, 401, "UNAUTHENTICATED", nil},
		{"VIEWER", at, 403, "FORBIDDEN", nil},
		{"DEVELOPER", at, 403, "FORBIDDEN", nil},
		{"STRANGER", at, 404, "NOT_FOUND", nil},
		{"OWNER", url + "/audit/5f8f9c1e-4a0b-4d5c-9e57-2f9d3a6b7c80.ndjson", 404, "NOT_FOUND", nil},
		{"OWNER", url + "/audit/" + w.acme + ".xml", 404, "NOT_FOUND", nil},
		{"OWNER", at, 403, "FORBIDDEN", []string{"Sec-Fetch-Site", "cross-site"}},
		{"OWNER", at + "?action=x", 400, "BAD_USER_INPUT", nil},
		{"OWNER", at + "?actions=api_key.created", 400, "BAD_USER_INPUT", nil},
		{"OWNER", at + "?action=", 400, "BAD_USER_INPUT", nil},
		{"OWNER", at + "?since=yesterday", 400, "BAD_USER_INPUT", nil},
		{"OWNER", at + "?target=key_x", 400, "BAD_USER_INPUT", nil},
		{"OWNER", at + "?after=99", 400, "BAD_USER_INPUT", nil},
		{"OWNER", at + "?after=x", 400, "BAD_USER_INPUT", nil},
	} {
		status, text, header := w.file(c.who, c.url, c.headers...)
		if status != c.status || !strings.Contains(text, `"code":"`+c.code+`"`) || header.Get("Content-Type") != "application/json; charset=utf-8" {
			t.Errorf("%s as %s: %d %s, want %d %s", c.url, c.who, status, text, c.status, c.code)
		}
	}
	if after := w.good("OWNER", `query ($w: ID) { workspace(id: $w) { auditEvents { totalCount } } }`, map[string]any{"w": w.acme}).at("workspace.auditEvents.totalCount"); after != before {
		t.Errorf("refused exports were recorded: %v events, then %v", before, after)
	}
}

// An audit that no socket's buffers hold, so that an export of it stands still while
// nobody reads.
func (w *world) longAudit() {
	w.t.Helper()
	w.createKey(w.acme)
	super := w.db.Open(w.t, w.db.SuperURL)
	_, err := super.ExecContext(w.t.Context(), `INSERT INTO latchkey.audit_event (workspace_id, id, seq, at, action, body, hash)
		SELECT workspace_id, gen_random_uuid(), n, at, action, convert_to(replace(convert_from(body, 'UTF8'), '"seq":1,', '"seq":' || n || ','), 'UTF8') , hash
		FROM latchkey.audit_event, generate_series(2, 40000) n WHERE workspace_id = $1 AND seq = 1`, w.acme)
	w.must(err)
}

func TestAnExportEndsWithTheRightToIt(t *testing.T) {
	w, url, _ := exportWorld(t)
	w.longAudit()
	at := url + "/audit/" + w.acme + ".ndjson"
	for _, c := range []struct {
		name string
		end  func()
	}{
		{"signed out", func() {
			w.good("ADMIN", `mutation { signOut { userErrors { code } } }`, nil)
			delete(w.cookies, "ADMIN")
		}},
		{"not a member any more", func() {
			w.inWorkspace(w.acme, fmt.Sprintf(`DELETE FROM latchkey.member WHERE workspace_id = '%s' AND role = 'ADMIN'`, w.acme))
		}},
	} {
		response := w.download("ADMIN", at)
		in := bufio.NewReader(response.Body)
		if line, err := in.ReadString('\n'); err != nil || response.StatusCode != 200 {
			t.Fatalf("%s: %d %q, %v", c.name, response.StatusCode, line, err)
		}
		if status, text, _ := w.file("ADMIN", at); status != 429 {
			t.Errorf("a second export at once: %d %s", status, text)
		}
		c.end()
		rest, err := io.ReadAll(in)
		if err == nil || strings.Contains(string(rest), "notVerifiableBecause") || strings.Contains(string(rest), "signature") {
			t.Errorf("%s: the export ended well, after %d bytes: %v", c.name, len(rest), err)
		}
	}
}
