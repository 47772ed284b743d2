package rest

import (
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"sync"
	"testing"

	"latchkey/internal/apikey"
)

func TestParseTags(t *testing.T) {
	const current = `"00000000000000000000000000000000"`
	for header, want := range map[string]struct{ strong, weak bool }{
		"":                               {},
		"*":                              {true, true},
		" * ":                            {true, true},
		current:                          {true, true},
		"W/" + current:                   {false, true},
		`"other" , ` + current:           {true, true},
		`,,"other",` + current + ",":     {true, true},
		`"a,b", ` + current:              {true, true},
		`"a\", ` + current:               {true, true}, // a backslash escapes nothing
		`"", ` + current:                 {true, true},
		gzipped(current):                 {true, true},
		"W/" + gzipped(current):          {false, true},
		`"other"`:                        {},
		strings.Trim(current, `"`):       {},
		current[:10]:                     {},
		current + `"other"`:              {},
		current + ", other":              {},
		"w/" + current:                   {},
		`"with space", ` + current:       {},
		"*, " + current:                  {},
		strings.ToUpper(`"abcdef"`):      {},
		`"` + gzipped(current)[1:] + `x`: {},
	} {
		all := parseTags([]string{header})
		if _, weak := all.weak(current); all.strong(current) != want.strong || weak != want.weak {
			t.Errorf("%q: %t, %t", header, all.strong(current), weak)
		}
	}
	if all := parseTags([]string{`"a"`, `"b"`}); len(all.list) != 2 {
		t.Errorf("two headers: %v", all)
	}
}

func FuzzParseTags(f *testing.F) {
	for _, seed := range []string{`"a"`, `W/"a", "b-gzip"`, "*", `"`, `W/`, `"a" "b"`, "\"\x00\"", `,`} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, header string) {
		for _, one := range parseTags([]string{header}).list {
			if !strings.Contains(header, one.text) || !strings.HasPrefix(one.text, `"`) || strings.Count(one.text, `"`) != 2 || !strings.HasSuffix(one.text, `"`) {
				t.Errorf("%q has %q", header, one.text)
			}
		}
	})
}

// What a write answers as a record's ETag is what a read answers after it, in both
// versions, however the values are spelled.
func TestAWritesETagIsThatOfTheNextRead(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	acme := w.tenant(t, "acme")
	all := acme.keys[apikey.All]
	p := w.plant(t, acme, "Stored")
	path := "users/" + p.target["id"] + "/"
	bodies := append(badBodies(), `{}`,
		`{"n": 1e21, "small": 1e-9, "f": 1.50, "text": "a<b>&\u2028\u00e9\ud83d\ude00", "last_seen": "2026-01-02T03:04:05.123456789+02:00"}`,
		`{"object": {"bb": 1, "a": [1, 2, {"z": null}]}, "list": [ 1 ,2.0], "date": "2026-01-02", "score": "5", "gender": 2}`)
	for version := 2; version >= 1; version-- {
		for _, body := range bodies {
			before := w.send(t, all, version, get, path, "")
			a := w.send(t, all, version, put, path, body)
			if a.StatusCode != http.StatusOK {
				continue
			}
			read := w.send(t, all, version, get, path, "")
			if a.Header.Get(etag) == "" || a.Header.Get(etag) != read.Header.Get(etag) || a.text != read.text {
				t.Errorf("v%d of %.200q: %s %s\nand a read %s %s", version, body, a.Header.Get(etag), a.text, read.Header.Get(etag), read.text)
			}
			if (before.text == read.text) != (before.Header.Get(etag) == read.Header.Get(etag)) {
				t.Errorf("v%d of %.200q: the ETag was %s and is %s", version, body, before.Header.Get(etag), read.Header.Get(etag))
			}
		}
	}
}

// Every change of what the path names can be made conditional, and no other: a
// condition is checked or refused, never passed over.
func TestEveryChangeIsConditional(t *testing.T) {
	t.Parallel()
	w := trusting(t)
	plant := w.planter(t)
	unmet := map[int][][]string{ // by version
		1: {{ifMatch, `"other"`}, {ifMatch, "*", ifNoneMatch, "*"}},
		2: {{ifMatch, "other"}, {ifNoneMatch, "*"}},
	}
	inTurns(t, func(t *testing.T, o operation, method string, version int, pr probe) {
		if o.access != apikey.Write && o.access != apikey.Delete || strings.Contains(pr.body, "absent") {
			return
		}
		acme, p := plant(t)
		path, body := p.fill(pr.path, url.PathEscape), p.fill(pr.body, asIs)
		before := w.snapshot(t, acme)
		for _, condition := range unmet[version] {
			a := w.with(t, acme.keys[apikey.All], version, method, path, body, condition...)
			if a.StatusCode != http.StatusPreconditionFailed || !strings.Contains(a.text, `"code":"precondition_failed"`) || w.snapshot(t, acme) != before {
				t.Errorf("%s: %d %s", condition, a.StatusCode, a.text)
			}
		}
		parts := strings.SplitAfterN(path, "/", 3)
		read := w.send(t, acme.keys[apikey.All], version, get, strings.Join(parts[:min(2, len(parts))], ""), "")
		met := w.with(t, acme.keys[apikey.All], version, method, path, body, ifMatch, read.Header.Get(etag), ifNoneMatch, `"other"`)
		about := strings.Contains(pr.path, "/{") && !strings.HasSuffix(pr.path, "/events/") && !strings.HasSuffix(pr.path, "/product_event/") && !strings.HasPrefix(pr.path, "attributes/")
		changed := w.snapshot(t, acme) != before
		if about == (met.StatusCode == http.StatusPreconditionFailed) || !about && changed {
			t.Errorf("about one record: %t, and %d %s", about, met.StatusCode, met.text)
		}
	})
}

// Of many that change what they have all read, one does.
func TestConditionalChangesAtOnce(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	acme := w.tenant(t, "acme")
	p := w.plant(t, acme, "Stored")
	path := "users/" + p.target["id"] + "/"
	read := w.send(t, acme.keys[apikey.All], 2, get, path, "")
	var all sync.WaitGroup
	statuses := make(chan int, 6)
	for i := range cap(statuses) {
		all.Go(func() {
			statuses <- w.with(t, acme.keys[apikey.All], 2, put, path, fmt.Sprintf(`{"city":"%d"}`, i), ifMatch, read.Header.Get(etag)).StatusCode
		})
	}
	all.Wait()
	close(statuses)
	won := 0
	for status := range statuses {
		if status == http.StatusOK {
			won++
		} else if status != http.StatusPreconditionFailed {
			t.Error(status)
		}
	}
	if won != 1 {
		t.Errorf("%d won", won)
	}
}

// A retry is recognised before its condition is looked at, which its own first
// attempt has made untrue.
func TestARetryOfAConditionalChange(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	acme := w.tenant(t, "acme")
	p := w.plant(t, acme, "Stored")
	path := "users/" + p.target["id"] + "/"
	tag := w.send(t, acme.keys[apikey.All], 1, get, path, "").Header.Get(etag)
	send := func() answer {
		return w.with(t, acme.keys[apikey.All], 1, put, path, `{"city":"x"}`, ifMatch, tag, idempotencyKey, "k")
	}
	if first, second := send(), send(); first.StatusCode != http.StatusOK || !same(first, second) {
		t.Errorf("%d %v, and %d %v", first.StatusCode, first.Header, second.StatusCode, second.Header)
	}
}

func TestReadsUnderConditions(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	acme := w.tenant(t, "acme")
	p := w.plant(t, acme, "Stored")
	for _, path := range []string{"users/{id}/", "users-by-id/{custom_id}/", "users/search/?key={key}", "users/search/?email={email}",
		"users-by-id/search/?user_id={custom_id}", "events/{event}/"} {
		path = p.fill(path, url.PathEscape)
		for _, method := range []string{get, http.MethodHead} {
			send := func(headers ...string) answer {
				return w.with(t, acme.keys[apikey.ReadOnly], 1, method, path, "", headers...)
			}
			plain := send()
			tag := plain.Header.Get(etag)
			if !strong.MatchString(tag) || plain.Header.Get("Cache-Control") != "private, no-cache" || (plain.text == "") != (method != get) {
				t.Errorf("%s: %v", path, plain.Header)
			}
			for _, sent := range []string{tag, "W/" + tag, gzipped(tag)} {
				a := send(ifNoneMatch, sent)
				if a.StatusCode != http.StatusNotModified || a.text != "" || a.Header.Get(etag) != strings.TrimPrefix(sent, "W/") ||
					a.Header.Get("Content-Type") != "" || a.Header.Get("Vary") != plain.Header.Get("Vary") || a.Header.Get("Cache-Control") != "private, no-cache" {
					t.Errorf("%s, %s: %d %v %s", path, sent, a.StatusCode, a.Header, a.text)
				}
			}
			if a := send(ifNoneMatch, "*"); a.StatusCode != http.StatusNotModified || a.Header.Get(etag) != tag {
				t.Errorf("%s: %d %v", path, a.StatusCode, a.Header)
			}
			for condition, status := range map[[2]string]int{{ifNoneMatch, `"other"`}: 200, {ifMatch, tag}: 200, {ifMatch, "W/" + tag}: 412, {ifMatch, "*"}: 200} {
				if a := send(condition[:]...); a.StatusCode != status {
					t.Errorf("%s, %s: %d", path, condition, a.StatusCode)
				}
			}
		}
	}
	list := w.with(t, acme.keys[apikey.All], 1, get, "users/", "", ifNoneMatch, "*")
	if list.StatusCode != http.StatusOK || list.Header.Get(etag) != "" || list.Header.Get("Cache-Control") != "no-store" {
		t.Errorf("a list: %d %v", list.StatusCode, list.Header)
	}
}
