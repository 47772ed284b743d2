package graphiql

import (
	"bytes"
	"crypto/rand"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"html/template"
	"io/fs"
	"net/http"
	"path"
	"strings"
	"time"
)

//go:embed dist
var dist embed.FS

// policy is the page's Content-Security-Policy; %s is the nonce of the style
// elements that dialogs add while they are open. The images and fonts of the
// stylesheet are data URLs.
const policy = "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-%s'; img-src data:; " +
	"font-src data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

// Handler serves the editor for the GraphQL endpoint at the given path of the
// same origin. It answers every path that ends in "/" with the page, and the
// page's assets beside it; so it is mounted on a subtree such as "/graphiql/",
// with the prefix stripped or not.
func Handler(endpoint string) http.Handler {
	page := template.Must(template.ParseFS(dist, "dist/index.html"))
	assets := assetHandlers()
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Method != http.MethodGet && r.Method != http.MethodHead {
			w.Header().Set("Allow", "GET, HEAD")
			http.Error(w, "GraphiQL is read with GET.", http.StatusMethodNotAllowed)
			return
		}
		h := w.Header()
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "no-referrer")
		if strings.HasSuffix(r.URL.Path, "/") {
			servePage(w, page, endpoint)
		} else if asset, ok := assets[path.Base(r.URL.Path)]; ok {
			asset.ServeHTTP(w, r)
		} else {
			http.NotFound(w, r)
		}
	})
}

// servePage writes the page with a fresh nonce, which is why it is never cached.
func servePage(w http.ResponseWriter, page *template.Template, endpoint string) {
	nonce := rand.Text()
	var body bytes.Buffer
	if err := page.Execute(&body, map[string]string{"Endpoint": endpoint, "Nonce": nonce}); err != nil {
		http.Error(w, "GraphiQL could not be shown.", http.StatusInternalServerError)
		return
	}
	h := w.Header()
	h.Set("Content-Type", "text/html; charset=utf-8")
	h.Set("Content-Security-Policy", strings.Replace(policy, "%s", nonce, 1))
	h.Set("X-Frame-Options", "DENY")
	h.Set("Cache-Control", "no-store")
	_, _ = body.WriteTo(w)
}

// assetHandlers returns a handler for each embedded file but the page. Browsers
// keep them and ask each time whether they are still current, which the hash of
// the content answers; so an upgrade is seen at once.
func assetHandlers() map[string]http.Handler {
	handlers := map[string]http.Handler{}
	for _, name := range []string{"graphiql.js", "graphiql.css", "LICENSES.txt"} {
		content, err := fs.ReadFile(dist, "dist/"+name)
		if err != nil {
			panic("graphiql was built without " + name) // the embedded tree is broken; its test says so
		}
		sum := sha256.Sum256(content)
		etag := `"` + hex.EncodeToString(sum[:16]) + `"`
		handlers[name] = http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("ETag", etag)
			w.Header().Set("Cache-Control", "no-cache")
			http.ServeContent(w, r, name, time.Time{}, bytes.NewReader(content))
		})
	}
	return handlers
}
