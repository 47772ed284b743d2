package caller_test

import (
	"net/netip"
	"testing"

	"github.com/google/uuid"

	"latchkey/internal/caller"
	"latchkey/internal/fault"
)

func TestWhoIsNobody(t *testing.T) {
	for name, c := range map[string]caller.Caller{
		"the zero caller": {},
		"no workspace":    caller.OfMember(uuid.Nil, uuid.New(), "a@example.com", caller.Owner, netip.Addr{}),
	} {
		if c.Valid() {
			t.Errorf("%s opens a workspace", name)
		}
	}
}

func TestHigherRolesMayAllThatLowerOnesMay(t *testing.T) {
	roles := caller.Roles()
	for permission, lowest := range caller.Permissions() {
		may := true
		for _, role := range roles { // highest first
			if role.May(permission) && !may {
				t.Errorf("%s may %s, and a higher role may not", role, permission)
			}
			may = role.May(permission)
		}
		if !lowest.May(permission) || !caller.Owner.May(permission) {
			t.Errorf("%s: the lowest role that has it, and an owner, must have it", permission)
		}
	}
}

func TestWhatIsUnknownMayNothing(t *testing.T) {
	if caller.Owner.May("UNKNOWN") || caller.Role("KING").May(caller.APIKeysRead) || caller.Role("").May(caller.APIKeysRead) {
		t.Error("an unknown role or permission was allowed")
	}
	key := caller.OfKey(uuid.New(), uuid.New(), "Sync", netip.Addr{})
	if f, ok := fault.As(key.Require(caller.APIKeysRead)); !ok || f.Kind != fault.Forbidden {
		t.Error("an integration may use the settings")
	}
}
