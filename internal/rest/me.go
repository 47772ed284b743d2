package rest

import (
	"net/http"

	"latchkey/internal/apikey"
)

func keyOperations() []operation {
	return []operation{
		{"me.get", "key", apikey.Own, methods(get), "me/", listed, getMe},
		{"me.delete", "key", apikey.Own, methods(remove), "me/", anywhere, endSecret},
	}
}

// getMe tells a key about itself.
func getMe(c *call) (reply, error) {
	key, workspace := c.pass.Credential, c.pass.Workspace
	w := newWriter()
	w.open('{')
	w.name("name")
	w.text(key.Name)
	w.name("scope")
	w.text(string(key.Scope))
	w.name("expires_on")
	if key.Expires.IsZero() {
		w.null()
	} else {
		w.text(key.Expires.String())
	}
	w.name("hint")
	w.text(key.Hint)
	w.name("workspace")
	w.open('{')
	w.name("id")
	w.text(workspace.ID.String())
	w.name("slug")
	w.text(workspace.Slug)
	w.name("name")
	w.text(workspace.Name)
	w.name("time_zone")
	w.text(workspace.Zone.String())
	w.close('}')
	w.close('}')
	return reply{http.StatusOK, w.b}, nil
}
