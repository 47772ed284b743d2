package live

import (
	"strings"
	"testing"

	"github.com/google/uuid"
)

func FuzzNotification(f *testing.F) {
	id := uuid.NewString()
	for _, seed := range []string{"USAGE " + id + "," + id, "API_KEYS " + id + " " + id, "API_KEYS " + id, "", " ", "WORKSPACE", "WORKSPACE x", "A B C D"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, payload string) {
		c, workspaces, ok := parse(payload)
		if ok && (len(workspaces) == 0 || !strings.HasPrefix(payload, string(c.Kind)+" ")) {
			t.Errorf("%q was read as %v in %v", payload, c, workspaces)
		}
	})
}
