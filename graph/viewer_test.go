package graph_test

import (
	"strings"
	"testing"

	"latchkey/internal/caller"
)

// Screens offer what viewerMay names, so it must be what @can lets through.
func TestAWorkspaceSaysWhatItsViewerMay(t *testing.T) {
	w := newWorld(t)
	for _, role := range caller.Roles() {
		may := w.ask(string(role), `query ($id: ID) { workspace(id: $id) { viewerMay } }`, map[string]any{"id": w.acme}).raw
		for permission, lowest := range caller.Permissions() {
			told := strings.Contains(may, `"`+string(permission)+`"`)
			if want := role.May(permission); told != want {
				t.Errorf("%s, %s (from %s on): told %v, want %v", role, permission, lowest, told, want)
			}
		}
	}
}

func TestTheAllowlistSaysWhereItsViewerIs(t *testing.T) {
	w := newWorld(t)
	raw := w.ask("OWNER", `query ($id: ID) { workspace(id: $id) { apiUrl ipAllowlist { viewerAddress } } }`, map[string]any{"id": w.acme}).raw
	if !strings.Contains(raw, `"viewerAddress":"127.0.0.1"`) && !strings.Contains(raw, `"viewerAddress":"192.0.2.1"`) {
		t.Errorf("no address of the viewer in %s", raw)
	}
	if !strings.Contains(raw, `"apiUrl":null`) {
		t.Errorf("an address of the API that nobody has set: %s", raw)
	}
}
