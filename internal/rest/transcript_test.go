package rest

import (
	"bufio"
	"bytes"
	"cmp"
	"encoding/json"
	"flag"
	"fmt"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"latchkey/internal/apikey"
)

var update = flag.Bool("update", false, "write the answers of transcripts anew")

// TestTranscripts replays conversations with the API, each on an empty workspace.
// A file is a list of exchanges: "== title", the request, "--", and the answer.
// {ALL}, {READ_ONLY} and {WRITE_ONLY} stand for secrets, {ETAG} for the last ETag
// that was answered. What differs from run to run is <written like this>.
func TestTranscripts(t *testing.T) {
	files, err := filepath.Glob("testdata/transcripts/*.txt")
	must(t, err)
	if len(files) == 0 {
		t.Fatal("there are no transcripts")
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txt"), func(t *testing.T) {
			t.Parallel()
			want, err := os.ReadFile(file)
			must(t, err)
			got := replay(t, string(want))
			if *update {
				must(t, os.WriteFile(file, []byte(got), 0o600))
				return
			}
			if got != string(want) {
				t.Errorf("%s differs (go test -run Transcripts -update shows how, by git diff):\n%s", file, firstDifference(got, string(want)))
			}
		})
	}
}

func replay(t *testing.T, transcript string) string {
	w := newWorld(t)
	acme := w.tenant(t, "acme")
	preamble, exchanges, _ := strings.Cut(transcript, "== ")
	var out strings.Builder
	var tag string
	out.WriteString(preamble)
	for exchange := range strings.SplitSeq(exchanges, "\n== ") {
		request, _, _ := strings.Cut(exchange, "\n--\n")
		title, raw, _ := strings.Cut(strings.TrimRight(request, "\n"), "\n")
		if out.Len() > len(preamble) {
			out.WriteString("\n")
		}
		a := w.do(t, parse(t, w, acme, strings.ReplaceAll(raw, "{ETAG}", tag)))
		tag = cmp.Or(a.Header.Get("Etag"), tag)
		fmt.Fprintf(&out, "== %s\n%s\n--\n%s", title, raw, render(t, a))
	}
	return out.String()
}

// parse reads a request: a line with method and path, headers, and a body.
func parse(t *testing.T, w *world, n *tenant, raw string) *http.Request {
	t.Helper()
	for _, scope := range apikey.Scopes() {
		raw = strings.ReplaceAll(raw, "{"+string(scope)+"}", n.keys[scope])
	}
	head, body, _ := strings.Cut(raw, "\n\n")
	lines := strings.Split(head, "\n")
	method, path, ok := strings.Cut(lines[0], " ")
	if !ok {
		t.Fatalf("not a request line: %q", lines[0])
	}
	r := w.request(t, method, "", body)
	target, err := url.Parse(w.URL + path)
	must(t, err)
	r.URL = target
	for _, line := range lines[1:] {
		name, value, _ := strings.Cut(line, ": ")
		switch name {
		case "Host":
			r.Host = value
		case "Content-Type":
			r.Header.Set(name, value)
		default:
			r.Header.Add(name, value)
		}
	}
	return r
}

var (
	sealed    = regexp.MustCompile(`"receipt": "lkr_[a-z2-7]{360}"`)
	requestID = regexp.MustCompile(`"request_id": "[0-9a-f]{32}"`)
	userKey   = regexp.MustCompile(`"(user_)?key": "[0-9A-Za-z]{12}"`)
	workspace = regexp.MustCompile(`"id": "[0-9a-f-]{36}"`)
	hint      = regexp.MustCompile(`"lk_….{4}"`)
	strong    = regexp.MustCompile(`^"[0-9a-f]{32}(-gzip)?"$`)
)

// render writes an answer: its status, the headers that matter, and its body, indented.
func render(t *testing.T, a answer) string {
	t.Helper()
	var out strings.Builder
	fmt.Fprintln(&out, a.StatusCode)
	for _, name := range []string{"Allow", "Content-Type", "Retry-After", "Www-Authenticate", "X-Ignored-Attributes", "Idempotent-Replayed", "Etag", "Location"} {
		for _, value := range a.Header[name] {
			fmt.Fprintf(&out, "%s: %s\n", name, strong.ReplaceAllString(value, "<strong$1>"))
		}
	}
	if a.text == "" {
		fmt.Fprintf(&out, "Content-Length: %s\n", a.Header.Get("Content-Length"))
		return out.String()
	}
	var body bytes.Buffer
	must(t, json.Indent(&body, []byte(strings.TrimRight(a.text, " ")), "", "  "))
	text := requestID.ReplaceAllString(body.String(), `"request_id": "<id>"`)
	text = sealed.ReplaceAllString(text, `"receipt": "<sealed>"`)
	text = userKey.ReplaceAllString(text, `"${1}key": "<12 characters>"`)
	text = workspace.ReplaceAllString(text, `"id": "<uuid>"`)
	text = hint.ReplaceAllString(text, `"lk_…<4>"`)
	return out.String() + "\n" + text + "\n"
}

func firstDifference(got, want string) string {
	g, w := lines(got), lines(want)
	for i := range min(len(g), len(w)) {
		if g[i] != w[i] {
			return fmt.Sprintf("line %d:\n got %s\nwant %s", i+1, g[i], w[i])
		}
	}
	return fmt.Sprintf("%d lines, want %d", len(g), len(w))
}

func lines(text string) []string {
	var all []string
	for s := bufio.NewScanner(strings.NewReader(text)); s.Scan(); {
		all = append(all, s.Text())
	}
	return slices.Clip(all)
}
