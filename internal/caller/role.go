package caller

import "latchkey/internal/fault"

// Role is what a member is in a workspace.
type Role string

// The roles, each of which may do all that those after it may.
const (
	Owner     Role = "OWNER"
	Admin     Role = "ADMIN"
	Developer Role = "DEVELOPER"
	Viewer    Role = "VIEWER"
)

// Permission is something that a role may or may not do. The SDL names them in @can.
type Permission string

// The permissions.
const (
	WorkspaceRead  Permission = "WORKSPACE_READ"  // see the workspace and its settings
	WorkspaceWrite Permission = "WORKSPACE_WRITE" // change them
	APIKeysRead    Permission = "API_KEYS_READ"   // see keys and how they are used
	APIKeysWrite   Permission = "API_KEYS_WRITE"  // create, edit and revoke keys
	AllowlistRead  Permission = "IP_ALLOWLIST_READ"
	AllowlistWrite Permission = "IP_ALLOWLIST_WRITE"
	AuditRead      Permission = "AUDIT_READ"
	KeysRevokeAll  Permission = "KEYS_REVOKE_ALL"  // revoke all keys at once
	MembersRead    Permission = "MEMBERS_READ"     // see who belongs to the workspace, and who is invited
	MembersWrite   Permission = "MEMBERS_WRITE"    // invite, remove and give roles, up to one's own
	OwnersWrite    Permission = "OWNERS_WRITE"     // the same with owners
	KeyPolicyWrite Permission = "KEY_POLICY_WRITE" // change what the workspace demands of its keys

	SupportRead     Permission = "SUPPORT_READ"     // see who of staff looks in, and looked
	SupportEnd      Permission = "SUPPORT_END"      // end their sessions
	SupportApproval Permission = "SUPPORT_APPROVAL" // demand that an owner lets them in, and do so
)

// least is the lowest role that has each permission: the one table of who may what.
var least = map[Permission]Role{
	WorkspaceRead:  Viewer,
	APIKeysRead:    Viewer,
	AllowlistRead:  Viewer,
	APIKeysWrite:   Developer,
	AllowlistWrite: Developer,
	AuditRead:      Admin,
	WorkspaceWrite: Admin,
	MembersRead:    Admin,
	MembersWrite:   Admin,
	OwnersWrite:    Owner,
	KeysRevokeAll:  Owner,
	KeyPolicyWrite: Owner,

	SupportRead:     Viewer,
	SupportEnd:      Admin,
	SupportApproval: Owner,
}

// Permissions returns every permission with the lowest role that has it.
func Permissions() map[Permission]Role {
	all := make(map[Permission]Role, len(least))
	for p, r := range least {
		all[p] = r
	}
	return all
}

// Roles returns every role, highest first.
func Roles() []Role { return []Role{Owner, Admin, Developer, Viewer} }

// May reports whether the role has the permission. An unknown role has none, and
// an unknown permission is nobody's.
func (r Role) May(p Permission) bool {
	lowest, known := least[p]
	return known && r.rank() > 0 && r.rank() >= lowest.rank()
}

// Require returns the fault that a caller without the permission gets.
func (c Caller) Require(p Permission) error {
	switch {
	case c.May(p):
		return nil
	case c.kind == Support:
		return fault.New(fault.Forbidden, "FORBIDDEN", "A support session only reads. Ask somebody of the workspace to do this.")
	}
	return fault.New(fault.Forbidden, "FORBIDDEN",
		"Your role in this workspace does not allow this. Ask an owner or admin of the workspace.")
}

// RequireToHandle returns the fault that a caller gets who may not give or take
// the role: nobody handles one above their own.
func (c Caller) RequireToHandle(r Role) error {
	need := MembersWrite
	if r == Owner {
		need = OwnersWrite
	}
	if err := c.Require(need); err != nil {
		return err
	}
	if r.Above(c.role) {
		return fault.New(fault.Forbidden, "FORBIDDEN", "This role is above yours. Ask somebody who has it.")
	}
	return nil
}

// Above reports whether r may more than the other role.
func (r Role) Above(other Role) bool { return r.rank() > other.rank() }

func (r Role) rank() int {
	switch r {
	case Owner:
		return 4
	case Admin:
		return 3
	case Developer:
		return 2
	case Viewer:
		return 1
	}
	return 0
}
