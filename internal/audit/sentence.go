package audit

// Sentence says what was done, for people who read the audit. The event's target and
// values say to what.
func (a Action) Sentence() string {
	return map[Action]string{
		KeyCreated: "Created an API key.",
		KeyUpdated: "Changed an API key's name, scope or day of expire.",
		KeyRevoked: "Revoked an API key for good.",

		KeyDisabled:       "Disabled an API key.",
		KeyEnabled:        "Enabled an API key again.",
		RotationStarted:   "Gave an API key a new secret; the old one goes on for a while.",
		RotationFinished:  "Ended the old secret of an API key.",
		RotationCancelled: "Ended the new secret of an API key; the old one stays.",
		AllKeysRevoked:    "Revoked all API keys of the workspace.",

		EntriesAdded:   "Added entries to the IP allowlist.",
		EntryUpdated:   "Changed an entry of the IP allowlist.",
		EntriesRemoved: "Removed entries from the IP allowlist.",

		MemberInvited:       "Invited somebody to the workspace.",
		InvitationCancelled: "Cancelled an invitation.",
		MemberJoined:        "Became a member, by an invitation.",
		MemberRoleChanged:   "Gave a member another role.",
		MemberRemoved:       "Removed a member from the workspace.",
		MemberLeft:          "Left the workspace.",

		WorkspaceCreated:       "Created the workspace.",
		WorkspaceUpdated:       "Changed the workspace's name, time zone or key policy.",
		WorkspaceSuspended:     "Suspended the workspace: all requests with its keys are refused.",
		WorkspaceResumed:       "Resumed the workspace.",
		WorkspaceLimitsChanged: "Changed how many requests the workspace's keys may make.",

		SupportStarted:   "Started a support session: staff look into the workspace.",
		SupportRequested: "Asked an owner to approve a support session.",
		SupportApproved:  "Approved a support session.",
		SupportRefused:   "Refused a support session.",
		SupportEnded:     "Ended a support session.",
		SupportLooked:    "Looked at a screen of the workspace in a support session.",
		SupportSearched:  "Searched the tenants.",

		StaffGranted: "Made a person staff.",
		StaffRevoked: "Ended a person's being staff.",

		SignedIn:        "Signed in.",
		SignedOut:       "Signed out.",
		Reauthenticated: "Showed again who they are.",
		PersonCreated:   "Added a person who may sign in.",

		SessionEnded:       "Ended one of their own sessions.",
		OtherSessionsEnded: "Ended all of their other sessions.",
		PersonSignedUp:     "Signed up, and confirmed the address.",
		PasswordChanged:    "Changed their password.",
		PasswordReset:      "Chose a new password by a mailed link.",
		PersonRenamed:      "Changed their name.",

		EmailChangeAsked:     "Asked to change their e-mail address; it is not changed yet.",
		EmailChangeCancelled: "Cancelled the change of their e-mail address.",
		EmailChanged:         "Changed the e-mail address that they sign in with.",

		SecondFactorEnabled:   "Turned on an authenticator app as a second factor.",
		SecondFactorDisabled:  "Turned off a second factor.",
		RecoveryCodeUsed:      "Signed in with a recovery code.",
		RecoveryCodesReplaced: "Replaced the recovery codes of a second factor.",

		IdentityLinked:   "Linked an account at an OpenID Connect provider, to sign in with.",
		IdentityUnlinked: "Unlinked an account at an OpenID Connect provider.",

		AuditExported: "Exported the audit.",
	}[a]
}
