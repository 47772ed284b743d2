package dashboard

import (
	"bytes"
	"crypto/rand"
	"embed"
	"html/template"
	"io/fs"
	"net/http"
	"path"
	"strings"
)

//go:embed all:dist
var dist embed.FS

// policy is the page's Content-Security-Policy; %s is the nonce of style elements.
const policy = "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-%s'; connect-src 'self'; img-src 'self' data:; " +
	"frame-ancestors 'none'; base-uri 'none'; form-action 'self'"

// Handler serves the app and its files. It is mounted on "/", behind the paths
// that belong to others.
func Handler() http.Handler {
	page := template.Must(template.ParseFS(dist, "dist/index.html"))
	files := readFiles()
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Method != http.MethodGet && r.Method != http.MethodHead {
			w.Header().Set("Allow", "GET, HEAD")
			http.Error(w, "The dashboard is read with GET. Its API is /graphql.", http.StatusMethodNotAllowed)
			return
		}
		name := strings.TrimPrefix(path.Clean(r.URL.Path), "/")
		if f, ok := files[name]; ok {
			f.serve(w, r)
		} else if strings.HasPrefix(name, "assets/") {
			w.Header().Set("Cache-Control", "no-store")
			http.NotFound(w, r)
		} else {
			servePage(w, r, page)
		}
	})
}

// servePage writes the page with a fresh nonce, which is why nobody may keep it.
func servePage(w http.ResponseWriter, r *http.Request, page *template.Template) {
	nonce := rand.Text()
	var body bytes.Buffer
	if err := page.Execute(&body, map[string]string{"Nonce": nonce}); err != nil {
		http.Error(w, "The dashboard could not be shown.", http.StatusInternalServerError)
		return
	}
	h := w.Header()
	h.Set("Content-Type", "text/html; charset=utf-8")
	h.Set("Content-Security-Policy", strings.Replace(policy, "%s", nonce, 1))
	h.Set("X-Frame-Options", "DENY")
	h.Set("Referrer-Policy", "no-referrer")
	h.Set("Cache-Control", "no-store")
	if r.Method == http.MethodGet {
		_, _ = body.WriteTo(w) // the client is gone, or it is not
	}
}

// readFiles returns what is embedded besides the page, by path.
func readFiles() map[string]*file {
	files := map[string]*file{}
	err := fs.WalkDir(dist, "dist", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || name == "dist/index.html" {
			return err
		}
		content, err := fs.ReadFile(dist, name)
		files[strings.TrimPrefix(name, "dist/")] = newFile(name, content)
		return err
	})
	if err != nil {
		panic("reading the embedded dashboard: " + err.Error()) // the binary is broken
	}
	return files
}
