package openapi

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"embed"
	"encoding/base64"
	"encoding/hex"
	"fmt"
	"html/template"
	"net/http"
	"strings"
	"sync"
	"time"
)

//go:embed page
var assets embed.FS

// resource is something that is served: it never changes while the process runs.
type resource struct {
	media, policy string
	plain, packed []byte
	etag          string
}

// Handler serves the document as /openapi.yaml and /openapi.json, and its page as
// /docs. Nobody needs a key for these, and no other host is asked for anything.
// What is served is made once, when it is first asked for.
func Handler() http.Handler {
	resources := sync.OnceValues(makeResources)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Method != http.MethodGet && r.Method != http.MethodHead {
			w.Header().Set("Allow", "GET, HEAD")
			http.Error(w, "The reference is read with GET.", http.StatusMethodNotAllowed)
			return
		}
		all, err := resources()
		if err != nil {
			http.Error(w, "The reference cannot be shown.", http.StatusInternalServerError)
			return
		}
		switch of := all[r.URL.Path]; {
		case of != nil:
			of.serve(w, r)
		case r.URL.Path == "/docs/":
			http.Redirect(w, r, "/docs", http.StatusMovedPermanently)
		default:
			http.NotFound(w, r)
		}
	})
}

func makeResources() (map[string]*resource, error) {
	d, err := Embedded()
	if err != nil {
		return nil, err
	}
	page, policy, err := d.page()
	if err != nil {
		return nil, err
	}
	nothing := "default-src 'none'; frame-ancestors 'none'"
	return map[string]*resource{
		"/docs":         newResource("text/html; charset=utf-8", policy, page),
		"/openapi.yaml": newResource("application/yaml", nothing, d.YAML),
		"/openapi.json": newResource("application/json", nothing, d.JSON),
	}, nil
}

func newResource(media, policy string, body []byte) *resource {
	var packed bytes.Buffer
	z, _ := gzip.NewWriterLevel(&packed, gzip.BestCompression) // the level exists
	_, _ = z.Write(body)                                       // a buffer takes everything
	_ = z.Close()
	sum := sha256.Sum256(body)
	return &resource{media, policy, body, packed.Bytes(), hex.EncodeToString(sum[:16])}
}

// serve writes the resource, compressed for whoever takes it so. It may be kept for
// five minutes; after that the hash tells whether it is still current.
func (s *resource) serve(w http.ResponseWriter, r *http.Request) {
	h := w.Header()
	h.Set("Content-Type", s.media)
	h.Set("Content-Security-Policy", s.policy)
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Referrer-Policy", "no-referrer")
	h.Set("Cache-Control", "public, max-age=300")
	h.Set("Vary", "Accept-Encoding")
	body, etag := s.plain, s.etag
	if takesGzip(r.Header["Accept-Encoding"]) {
		body, etag = s.packed, s.etag+"-gzip"
		h.Set("Content-Encoding", "gzip")
	}
	h.Set("ETag", `"`+etag+`"`)
	http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(body))
}

func takesGzip(accept []string) bool {
	for _, header := range accept {
		for coding := range strings.SplitSeq(header, ",") {
			name, parameters, _ := strings.Cut(coding, ";")
			_, q, _ := strings.Cut(parameters, "=")
			if strings.EqualFold(strings.TrimSpace(name), "gzip") {
				return parameters == "" || strings.Trim(q, "0. ") != ""
			}
		}
	}
	return false
}

// page renders the document for people, and the policy under which a browser shows
// it: its own style and script, by their hashes, and nothing else.
func (d *Document) page() (html []byte, policy string, err error) {
	style, err := assets.ReadFile("page/page.css")
	if err != nil {
		return nil, "", err
	}
	script, err := assets.ReadFile("page/page.js")
	if err != nil {
		return nil, "", err
	}
	t, err := template.ParseFS(assets, "page/page.html")
	if err != nil {
		return nil, "", err
	}
	view := d.view()
	view.Style, view.Script = template.CSS(style), template.JS(script)
	var b bytes.Buffer
	if err := t.Execute(&b, view); err != nil {
		return nil, "", err
	}
	policy = fmt.Sprintf("default-src 'none'; style-src '%s'; script-src '%s'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
		hash(style), hash(script))
	return b.Bytes(), policy, nil
}

// hash names a text in a Content-Security-Policy.
func hash(text []byte) string {
	sum := sha256.Sum256(text)
	return "sha256-" + base64.StdEncoding.EncodeToString(sum[:])
}
