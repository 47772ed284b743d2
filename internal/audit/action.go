package audit

// Action is what was done, as "thing.done".
type Action string

// The actions.
const (
	KeyCreated Action = "api_key.created"
	KeyUpdated Action = "api_key.updated"
	KeyRevoked Action = "api_key.revoked"

	KeyDisabled       Action = "api_key.disabled"
	KeyEnabled        Action = "api_key.enabled"
	RotationStarted   Action = "api_key.rotation_started"
	RotationFinished  Action = "api_key.rotation_finished"
	RotationCancelled Action = "api_key.rotation_cancelled"
	AllKeysRevoked    Action = "workspace.all_keys_revoked"

	EntriesAdded   Action = "ip_allowlist.entries_added"
	EntryUpdated   Action = "ip_allowlist.entry_updated"
	EntriesRemoved Action = "ip_allowlist.entries_removed"

	MemberInvited       Action = "member.invited"
	InvitationCancelled Action = "member.invitation_cancelled"
	MemberJoined        Action = "member.joined"
	MemberRoleChanged   Action = "member.role_changed"
	MemberRemoved       Action = "member.removed"
	MemberLeft          Action = "member.left"

	WorkspaceCreated   Action = "workspace.created"
	WorkspaceUpdated   Action = "workspace.updated"
	WorkspaceSuspended Action = "workspace.suspended"
	WorkspaceResumed   Action = "workspace.resumed"

	WorkspaceLimitsChanged Action = "workspace.limits_changed"

	SignedIn           Action = "session.signed_in"
	SignedOut          Action = "session.signed_out"
	Reauthenticated    Action = "session.reauthenticated"
	SessionEnded       Action = "session.ended"
	OtherSessionsEnded Action = "session.others_ended"
	PasswordChanged    Action = "person.password_changed"
	PasswordReset      Action = "person.password_reset"
	PersonSignedUp     Action = "person.signed_up"
	PersonCreated      Action = "person.created"
	PersonRenamed      Action = "person.renamed"

	EmailChangeAsked     Action = "person.email_change_asked"
	EmailChangeCancelled Action = "person.email_change_cancelled"
	EmailChanged         Action = "person.email_changed"

	SupportStarted   Action = "support.started"
	SupportRequested Action = "support.requested"
	SupportApproved  Action = "support.approved"
	SupportRefused   Action = "support.refused"
	SupportEnded     Action = "support.ended"
	SupportLooked    Action = "support.looked"
	SupportSearched  Action = "support.searched"

	StaffGranted Action = "staff.granted"
	StaffRevoked Action = "staff.revoked"

	SecondFactorEnabled   Action = "second_factor.enabled"
	SecondFactorDisabled  Action = "second_factor.disabled"
	RecoveryCodeUsed      Action = "second_factor.recovery_code_used"
	RecoveryCodesReplaced Action = "second_factor.recovery_codes_replaced"

	IdentityLinked   Action = "identity.linked"
	IdentityUnlinked Action = "identity.unlinked"

	AuditExported Action = "audit.exported"
)

// Actions returns every action, for filters.
func Actions() []Action {
	return []Action{
		KeyCreated, KeyUpdated, KeyRevoked, KeyDisabled, KeyEnabled,
		RotationStarted, RotationFinished, RotationCancelled, AllKeysRevoked,
		EntriesAdded, EntryUpdated, EntriesRemoved,
		MemberInvited, InvitationCancelled, MemberJoined, MemberRoleChanged, MemberRemoved, MemberLeft,
		WorkspaceCreated, WorkspaceUpdated, WorkspaceSuspended, WorkspaceResumed, WorkspaceLimitsChanged,
		SignedIn, SignedOut, Reauthenticated, SessionEnded, OtherSessionsEnded,
		PersonCreated, PersonSignedUp, PasswordChanged, PasswordReset,
		PersonRenamed, EmailChangeAsked, EmailChangeCancelled, EmailChanged,
		SupportStarted, SupportRequested, SupportApproved, SupportRefused, SupportEnded, SupportLooked, SupportSearched,
		StaffGranted, StaffRevoked,
		SecondFactorEnabled, SecondFactorDisabled, RecoveryCodeUsed, RecoveryCodesReplaced,
		IdentityLinked, IdentityUnlinked,
		AuditExported,
	}
}
