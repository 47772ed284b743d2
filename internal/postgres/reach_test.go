package postgres

import (
	"errors"
	"strings"
	"testing"

	"latchkey/internal/fault"
)

// Whoever names the wrong role, place or password is told what to do, and nothing is changed.
func TestMigratingAsSomebodyElse(t *testing.T) {
	s := withRoles(t, &log{}, "secret")
	owner := ownerURL(t, s, "secret")
	if err := EnsureRoles(t.Context(), s.SuperuserURL(), map[string]string{"latchkey_app": "secret"}); err != nil {
		t.Fatal(err)
	}
	as := func(role, password string) string {
		url, err := WithUser(owner, role, password)
		if err != nil {
			t.Fatal(err)
		}
		return url
	}
	refused := func(when string, all map[string]*fault.Error) {
		for url, want := range all {
			_, _, err := Migrate(t.Context(), url)
			if f, ok := fault.As(err); !ok || !errors.Is(err, want) || strings.Contains(f.Message, "secret") {
				t.Errorf("%s: %v, want %s", when, err, want.Code)
			}
		}
	}
	super, err := WithDatabase(s.SuperuserURL(), "a database")
	if err != nil {
		t.Fatal(err)
	}
	nowhere, err := WithDatabase(owner, "nowhere")
	if err != nil {
		t.Fatal(err)
	}
	refused("before the schema", map[string]*fault.Error{
		super:                        ErrRole,
		as("latchkey_app", "secret"): ErrRole,
		as("latchkey_app", "wrong"):  ErrUnreached,
		nowhere:                      ErrUnreached,
		"postgres://latchkey_owner:secret@127.0.0.1:1/x?sslmode=disable": ErrUnreached,
	})
	if from, to, err := Migrate(t.Context(), owner); err != nil || from != 0 || to != Latest() {
		t.Fatalf("the owner migrated from %d to %d, %v", from, to, err)
	}
	refused("after it", map[string]*fault.Error{super: ErrRole, as("latchkey_app", "secret"): ErrRole})
}
