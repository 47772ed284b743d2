package session

import (
	"crypto/sha256"
	"encoding/base64"
	"html/template"
)

// refusal is the page that says why a sign-in with a provider did not work. It stands by
// itself, so that it can be shown whatever else is wrong, and looks like the dashboard.
var refusal = template.Must(template.New("").Parse(`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>That did not work · Latchkey</title><style>` + refusalStyle + `</style></head>
<body><main><h1>That did not work</h1><p role="alert">{{.}}</p><p><a href="/">Back to signing in</a></p></main></body></html>
`))

const refusalStyle = `
:root { color-scheme: light dark; --page: #f6f7f9; --card: #fff; --line: #e1e4e9; --text: #1b1e24; --dimmed: #5a6270; --link: #2b59c3 }
@media (prefers-color-scheme: dark) { :root { --page: #101216; --card: #17191e; --line: #2d3138; --text: #d5d8de; --dimmed: #a5abb5; --link: #7799e6 } }
body { display: grid; place-items: center; min-height: 100vh; margin: 0; background: var(--page); color: var(--text);
  font: 15px/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", Arial, sans-serif }
main { box-sizing: border-box; width: calc(100% - 32px); max-width: 420px; padding: 28px; border: 1px solid var(--line); border-radius: 16px; background: var(--card) }
h1 { margin: 0 0 4px; font-size: 1.2rem }
p { margin: 0 0 16px; color: var(--dimmed); overflow-wrap: anywhere }
p:last-child { margin: 0 }
a { color: var(--link) }
`

// refusalPolicy is its Content-Security-Policy: nothing but that style.
var refusalPolicy = func() string {
	sum := sha256.Sum256([]byte(refusalStyle))
	return "default-src 'none'; style-src 'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'; base-uri 'none'; frame-ancestors 'none'"
}()
