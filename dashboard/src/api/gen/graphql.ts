/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** How somebody accepts an invitation. */
export type AcceptInvitationInput = {
  /** For a new person: their name, 1 to 100 characters on one line. */
  name?: string | null | undefined;
  /** For a new person: their password, 12 to 200 characters, and not the address. */
  password?: string | null | undefined;
  /** What stands behind the # of the link. */
  token: string;
};

/** How somebody accepts an invitation with a provider. */
export type AcceptInvitationWithProviderInput = {
  /** The provider's name. */
  provider: string;
  /** Where the browser goes on afterwards: a path on this host. */
  returnTo?: string;
  /** What stands behind the # of the link. */
  token: string;
};

/** What an operation of the REST API does. */
export type Access =
  /** It deletes. */
  | 'DELETE'
  /** It is about the key itself, and open to every scope. */
  | 'OWN'
  /** It reads. */
  | 'READ'
  /** It writes. */
  | 'WRITE';

/** What someone who did something is. */
export type ActorKind =
  /** An integration, by its key. */
  | 'API_KEY'
  /** A member of the workspace. */
  | 'MEMBER'
  /** Whoever runs this installation. */
  | 'OPERATOR'
  /** A person of support staff. */
  | 'SUPPORT'
  /** Latchkey itself, such as its disabling of unused keys. */
  | 'SYSTEM';

/** New entries. */
export type AddIpAllowlistEntriesInput = {
  /** Must be true for a range that everybody is in (/0). */
  confirmEveryone?: boolean | null | undefined;
  /** The entries, at most 1,000 in the list. */
  entries: Array<IpAllowlistEntryInput>;
  /** Makes a retry safe: the same key with the same input within 24 hours adds nothing twice. 1 to 255 characters; left out or empty: none. */
  idempotencyKey?: string | null | undefined;
  /** The workspace. */
  workspaceId: string | number;
};

/** Which keys to return; all that is given must be true. */
export type ApiKeyFilter = {
  /** Only those that the person with this id created. */
  createdBy?: string | number | null | undefined;
  /** Only those whose day of expire is earlier than this one. */
  expiresBefore?: string | null | undefined;
  /** Only those of this scope. */
  scope?: ApiKeyScope | null | undefined;
  /** Only those whose name contains this (upper and lower case are the same), or whose hint, or its last four characters, is exactly this. */
  search?: string | null | undefined;
  /** Only those that stand like this. */
  status?: ApiKeyStatus | null | undefined;
  /** Only those that there were at this time, and that were not used since. */
  unusedSince?: string | null | undefined;
};

/** The order of keys. */
export type ApiKeyOrder = {
  /** Which way. */
  direction: OrderDirection;
  /** By what. */
  field: ApiKeyOrderField;
};

/** What keys are ordered by. */
export type ApiKeyOrderField =
  /** When they were created. */
  | 'CREATED_AT'
  /** Their day of expire. Never comes after every day. */
  | 'EXPIRES_ON'
  /** When they were last used. */
  | 'LAST_USED_AT'
  /** Their name; upper and lower case are the same. */
  | 'NAME';

/** What a key may do. Only ALL deletes. */
export type ApiKeyScope =
  /** May read, write and delete. */
  | 'ALL'
  /** May read, and nothing else. */
  | 'READ_ONLY'
  /** May write, and never sees a stored value. */
  | 'WRITE_ONLY';

/** How a key stands. Where several are true, the last of them is shown. */
export type ApiKeyStatus =
  /** The key works. */
  | 'ACTIVE'
  /** A member has turned the key off. */
  | 'DISABLED'
  /** The key's day of expire is over. A later day makes it work again. */
  | 'EXPIRED'
  /** The key is revoked, for good. */
  | 'REVOKED'
  /** The key works, with its new secret and its old one. */
  | 'ROTATING';

/** The support session to approve. */
export type ApproveSupportSessionInput = {
  /** The session's id. */
  id: string | number;
};

/** Another address for the person who is signed in. */
export type AskEmailChangeInput = {
  /** The address to sign in with from then on. */
  email: string;
};

/** Which events to return; all that is given must be true. */
export type AuditEventFilter = {
  /** Only these actions, such as api_key.revoked. */
  actions?: Array<string> | null | undefined;
  /** Only what the person or key with this id did. */
  actorId?: string | number | null | undefined;
  /** Only what this sort of actor did. */
  actorKind?: ActorKind | null | undefined;
  /** Only what was done from this instant on. */
  since?: string | null | undefined;
  /** Only what was done to the key, entry or person with this id. */
  targetId?: string | number | null | undefined;
  /** Only what was done to this sort of thing, such as API_KEY. */
  targetKind?: string | null | undefined;
  /** Only what was done to what had exactly this name then, such as an allowlist entry's 192.0.2.0/24. Up to 200 characters are compared. */
  targetLabel?: string | null | undefined;
  /** Only what was done before this instant. */
  until?: string | null | undefined;
};

/** A key whose new secret is to end. */
export type CancelApiKeyRotationInput = {
  /** The key's id. */
  id: string | number;
};

/** An invitation to cancel. */
export type CancelInvitationInput = {
  /** The invitation's id. */
  id: string | number;
};

/** A change of one's own password. */
export type ChangePasswordInput = {
  /** The password until now. */
  currentPassword: string;
  /** The new one, 12 to 200 characters, and not the address. */
  newPassword: string;
};

/** The second factor of a sign-in: exactly one of the two. */
export type CompleteSignInInput = {
  /** The six digits that the authenticator app shows. Each works once. */
  code?: string | null | undefined;
  /** A recovery code. Each works once; small letters and missing hyphens do no harm. */
  recoveryCode?: string | null | undefined;
};

/** A confirmation of a new address. */
export type ConfirmEmailChangeInput = {
  /** What stands behind the # of the link. */
  token: string;
};

/** A confirmation of an address. */
export type ConfirmSignUpInput = {
  /** The password that was chosen when signing up. */
  password: string;
  /** What stands behind the # of the link. */
  token: string;
};

/** The proof that the app has the secret. */
export type ConfirmTotpEnrollmentInput = {
  /** The six digits that it shows. They are used up. */
  code: string;
};

/** A new key. */
export type CreateApiKeyInput = {
  /** The last day on which it works, today or later. Left out or null: never expires. */
  expiresOn?: string | null | undefined;
  /** Makes a retry safe: the same key with the same input within 24 hours makes no second API key. 1 to 255 characters; left out or empty: none. */
  idempotencyKey?: string | null | undefined;
  /** What the key is for, 1 to 100 characters. */
  name: string;
  /** What the key may do. */
  scope: ApiKeyScope;
  /** The workspace. */
  workspaceId: string | number;
};

/** A new workspace. */
export type CreateWorkspaceInput = {
  /** Makes a retry safe: the same key with the same input within 24 hours makes no second workspace. 1 to 255 characters; left out or empty: none. */
  idempotencyKey?: string | null | undefined;
  /** The name that people read, 1 to 100 characters. */
  name: string;
  /** The short name that stands in addresses: 1 to 40 small letters, digits and hyphens, unique in the installation. */
  slug: string;
  /** The IANA name of its time zone, for example Europe/Warsaw. */
  timeZone: string;
};

/** The second factor that is to go: exactly one of the two. */
export type DisableTotpInput = {
  /** The six digits that the app shows. */
  code?: string | null | undefined;
  /** A recovery code. */
  recoveryCode?: string | null | undefined;
};

/** A session to end. */
export type EndSessionInput = {
  /** The session's id. */
  id: string | number;
};

/** The support session to end. */
export type EndSupportSessionInput = {
  /** The session's id. */
  id: string | number;
};

/** A key whose old secret is to end. */
export type FinishApiKeyRotationInput = {
  /** The key's id. */
  id: string | number;
};

/** A new invitation. */
export type InviteMemberInput = {
  /** The e-mail address to invite. */
  email: string;
  /** Makes a retry safe: the same key with the same input within 24 hours invites nobody twice. 1 to 255 characters; left out or empty: none. */
  idempotencyKey?: string | null | undefined;
  /** What they will be. */
  role: Role;
  /** The workspace. */
  workspaceId: string | number;
};

/** A new entry. */
export type IpAllowlistEntryInput = {
  /** The instant from which it lets nobody through any more. Left out or null: never. */
  expiresAt?: string | null | undefined;
  /** What it is, at most 200 characters. */
  note?: string | null | undefined;
  /** An IPv4 or IPv6 address or CIDR range, such as 203.0.113.7 or 2001:db8::/48. */
  range: string;
};

/** What a hint is about. */
export type KeyHintCode =
  /** The key may do everything, and has only read for 30 days. */
  | 'ALL_ONLY_READS'
  /** The key expires within 14 days. */
  | 'EXPIRES_SOON'
  /** The key was used from more addresses in a day than one integration usually has. */
  | 'MANY_ADDRESSES'
  /** The key was not used for 30 days. */
  | 'UNUSED_30_DAYS'
  /** A web page used the key within 30 days: the data plane got a request of it with an Origin header. Keys do not belong in browsers, where whoever opens the page can read them. */
  | 'USED_FROM_BROWSER';

/** A workspace to leave. */
export type LeaveWorkspaceInput = {
  /** The workspace. */
  workspaceId: string | number;
};

/** What is to be linked. */
export type LinkIdentityInput = {
  /** The provider's name. */
  provider: string;
  /** Where the browser goes on afterwards: a path on this host. */
  returnTo?: string;
};

/** Which members to return; all that is given must be true. */
export type MemberFilter = {
  /** Only those with this role. */
  role?: Role | null | undefined;
  /** Only those whose name or e-mail address begins with this, upper and lower case being the same. At most 100 characters. */
  search?: string | null | undefined;
};

/** In which order to return members. */
export type MemberOrder = {
  /** Which way. */
  direction?: OrderDirection;
  /** What to order by. */
  field: MemberOrderField;
};

/** What members can be ordered by. */
export type MemberOrderField =
  /** Their e-mail addresses. */
  | 'EMAIL'
  /** When they became members. */
  | 'JOINED_AT'
  /** Their names. */
  | 'NAME';

/** Which way a list is ordered. */
export type OrderDirection =
  /** The smallest, or earliest, first. */
  | 'ASC'
  /** The largest, or latest, first. */
  | 'DESC';

/** Something that a role may or may not do. */
export type Permission =
  /** See keys and how they are used, and open receipts of refusals. From VIEWER on. */
  | 'API_KEYS_READ'
  /** Create, edit, rotate, disable and revoke keys. From DEVELOPER on. */
  | 'API_KEYS_WRITE'
  /** See the audit log. From ADMIN on. */
  | 'AUDIT_READ'
  /** See the IP allowlist. From VIEWER on. */
  | 'IP_ALLOWLIST_READ'
  /** Edit the IP allowlist. From DEVELOPER on. */
  | 'IP_ALLOWLIST_WRITE'
  /** Revoke all keys at once. OWNER only. */
  | 'KEYS_REVOKE_ALL'
  /** Change what the workspace demands of its keys: their longest lifetime, and disabling unused ones. OWNER only. */
  | 'KEY_POLICY_WRITE'
  /** See who belongs to the workspace, and who is invited. From ADMIN on. */
  | 'MEMBERS_READ'
  /** Invite and remove members and give them roles, up to one's own. From ADMIN on. */
  | 'MEMBERS_WRITE'
  /** Do so with owners. OWNER only. */
  | 'OWNERS_WRITE'
  /** Demand that an owner approves each of them, and approve or refuse one. OWNER only. */
  | 'SUPPORT_APPROVAL'
  /** End them. From ADMIN on. */
  | 'SUPPORT_END'
  /** See the sessions in which support staff look into the workspace. From VIEWER on. */
  | 'SUPPORT_READ'
  /** See the workspace and its settings. From VIEWER on. */
  | 'WORKSPACE_READ'
  /** Change the workspace's settings. From ADMIN on. */
  | 'WORKSPACE_WRITE';

/** How the person who is signed in shows again who they are. */
export type ReauthenticateInput = {
  /** The six digits that the authenticator app shows. Who has a second factor gives these or a recovery code. */
  code?: string | null | undefined;
  /** Their password. */
  password: string;
  /** A recovery code. */
  recoveryCode?: string | null | undefined;
};

/** Why a request was refused. */
export type RefusalReason =
  /** It had a conditional header, which the key's scope does not allow. */
  | 'CONDITIONAL'
  /** The key was disabled. */
  | 'DISABLED'
  /** The key's day of expire was over. */
  | 'EXPIRED'
  /** Too many different unknown secrets came from its address. */
  | 'GUESSING'
  /** There were more requests with the key than its limit allows. */
  | 'KEY_LIMIT'
  /** What it carried is no well-formed secret. */
  | 'MALFORMED'
  /** The IP allowlist was on, and its address could not be established. */
  | 'NO_ADDRESS'
  /** It carried no secret, or more than one. */
  | 'NO_CREDENTIALS'
  /** It came to the host of another workspace. */
  | 'OTHER_HOST'
  /** The key was revoked. */
  | 'REVOKED'
  /** A rotation had ended the secret. */
  | 'SUPERSEDED'
  /** The workspace was suspended. */
  | 'SUSPENDED'
  /** Nobody here has the secret. */
  | 'UNKNOWN'
  /** There were more requests with all of the workspace's keys than its limit allows. */
  | 'WORKSPACE_LIMIT'
  /** Its address was not on the IP allowlist. */
  | 'WRONG_ADDRESS'
  /** The key's scope does not allow the operation. */
  | 'WRONG_SCOPE';

/** What would have to change for a refused request to be let through. */
export type RefusalSetting =
  /** The key's day of expire. */
  | 'DAY_OF_EXPIRE'
  /** Whether the key is disabled. */
  | 'DISABLED'
  /** The IP allowlist. */
  | 'IP_ALLOWLIST'
  /** The rate limit of each key, which whoever runs this installation sets. */
  | 'KEY_LIMIT'
  /** Nothing in this workspace. */
  | 'NONE'
  /** The key: it is revoked, and another has to take its place. */
  | 'REVOCATION'
  /** The secret: a rotation has replaced it. */
  | 'ROTATION'
  /** The key's scope. */
  | 'SCOPE'
  /** The rate limit of the workspace, which whoever runs this installation sets. */
  | 'WORKSPACE_LIMIT'
  /** The workspace's suspension, by whoever runs this installation. */
  | 'WORKSPACE_SUSPENDED';

/** The support session to refuse. */
export type RefuseSupportSessionInput = {
  /** The session's id. */
  id: string | number;
};

/** The second factor whose recovery codes are replaced: exactly one of the two. */
export type RegenerateRecoveryCodesInput = {
  /** The six digits that the app shows. */
  code?: string | null | undefined;
  /** One of the old recovery codes. */
  recoveryCode?: string | null | undefined;
};

/** Entries to remove. */
export type RemoveIpAllowlistEntriesInput = {
  /** The entries' ids. */
  ids: Array<string | number>;
  /** Must be true to remove the last entry, which turns the list off and lets every address use the keys. */
  mayTurnOff?: boolean | null | undefined;
  /** The workspace. */
  workspaceId: string | number;
};

/** A member to remove. */
export type RemoveMemberInput = {
  /** The member's id. */
  id: string | number;
};

/** Whose password is to be replaced. */
export type RequestPasswordResetInput = {
  /** The e-mail address. */
  email: string;
};

/** A new password, by a link. */
export type ResetPasswordInput = {
  /** The new password, 12 to 200 characters, and not the address. */
  password: string;
  /** What stands behind the # of the link. */
  token: string;
};

/** Why a key was revoked. */
export type RevocationReason =
  /** Its secret has, or may have, become known to others. */
  | 'LEAKED'
  /** Something else; the note says what. */
  | 'OTHER'
  /** What it was for has ended. */
  | 'PROJECT_ENDED'
  /** Another key has taken its place. */
  | 'REPLACED'
  /** Nobody uses it. */
  | 'UNUSED';

/** A key to revoke. */
export type RevokeApiKeyInput = {
  /** The key's id. */
  id: string | number;
  /** A note for those who ask later, at most 500 characters. */
  note?: string | null | undefined;
  /** Why. */
  reason: RevocationReason;
};

/** What a member is in a workspace. Each may do all that those after it may. */
export type Role =
  /** Members up to ADMIN, the audit log and the workspace's settings, too. */
  | 'ADMIN'
  /** Creates, edits, rotates, disables and revokes keys, and edits the allowlist. */
  | 'DEVELOPER'
  /** Everything. */
  | 'OWNER'
  /** Sees keys, the allowlist and usage, and opens receipts of refusals. */
  | 'VIEWER';

/** A key to turn off or on. */
export type SetApiKeyDisabledInput = {
  /** Whether it is to be off. */
  disabled: boolean;
  /** The version that was looked at. When there is a newer one, nothing is changed and the code is CONFLICT. Left out: whichever there is. */
  expectedVersion?: number | null | undefined;
  /** The key's id. */
  id: string | number;
};

/** Who signs in. */
export type SignInInput = {
  /** The e-mail address; upper and lower case are the same. */
  email: string;
  /** The password. */
  password: string;
};

/** Who signs up. */
export type SignUpInput = {
  /** The e-mail address to sign in with. */
  email: string;
  /** The name that others read, 1 to 100 characters on one line. */
  name: string;
  /** The password, 12 to 200 characters, and not the address. */
  password: string;
};

/** A key to rotate. */
export type StartApiKeyRotationInput = {
  /** The key's id. */
  id: string | number;
  /** Makes a retry safe: the same key with the same input within 24 hours starts no second rotation. 1 to 255 characters; left out or empty: none. */
  idempotencyKey?: string | null | undefined;
  /** For how many seconds the old secret goes on, from 0 to 2,592,000 (30 days). Left out or null: 86,400 (24 hours). */
  keepOldFor?: number | null | undefined;
};

/** The request for a support session. */
export type StartSupportSessionInput = {
  /** Makes a retry safe: the same key with the same input within 24 hours starts no second session. 1 to 255 characters; left out or empty: none. */
  idempotencyKey?: string | null | undefined;
  /** How many minutes it may run from its start, 1 to 60. */
  minutes: number;
  /** Why you have to look, one line of 1 to 500 characters. The workspace's people read it. */
  reason: string;
  /** The ticket that it belongs to, at most 100 characters. */
  ticket?: string | null | undefined;
  /** The workspace. */
  workspaceId: string | number;
};

/** How a support session stands. */
export type SupportSessionStatus =
  /** Somebody ended it, or took the request back. */
  | 'ENDED'
  /** Its time ran out, or nobody answered the request in time. */
  | 'EXPIRED'
  /** It runs: the person of staff sees the workspace. */
  | 'OPEN'
  /** An owner has to approve it before it starts. */
  | 'PENDING_APPROVAL'
  /** An owner refused it. */
  | 'REFUSED';

/** What is to be unlinked. */
export type UnlinkIdentityInput = {
  /** The id of the identity. */
  id: string | number;
};

/** Changes to a key. */
export type UpdateApiKeyInput = {
  /** The version that was edited. When there is a newer one, nothing is changed and the code is CONFLICT. */
  expectedVersion: number;
  /** The new last day, today or later. Null: never expires. Left out: stays as it is. */
  expiresOn?: string | null | undefined;
  /** The key's id. */
  id: string | number;
  /** The new name, 1 to 100 characters. */
  name?: string | null | undefined;
  /** What the key may do from now on. */
  scope?: ApiKeyScope | null | undefined;
};

/** Changes to an entry. */
export type UpdateIpAllowlistEntryInput = {
  /** The version that was edited. When there is a newer one, nothing is changed and the code is CONFLICT. */
  expectedVersion: number;
  /** The new instant from which it lets nobody through. Null: never. Left out: stays as it is. */
  expiresAt?: string | null | undefined;
  /** The entry's id. */
  id: string | number;
  /** The new note, at most 200 characters. */
  note?: string | null | undefined;
};

/** Another name for the person who is signed in. */
export type UpdateMeInput = {
  /** The version that was edited. When there is a newer one, nothing is changed and the code is CONFLICT. */
  expectedVersion: number;
  /** The name that others read, 1 to 100 characters on one line. */
  name: string;
};

/** Another role for a member. */
export type UpdateMemberRoleInput = {
  /** The version that was edited. When there is a newer one, nothing is changed and the code is CONFLICT. */
  expectedVersion: number;
  /** The member's id. */
  id: string | number;
  /** What they will be. */
  role: Role;
};

/** Changes to a workspace. */
export type UpdateWorkspaceInput = {
  /** Must be true when the change stops keys, disables them with the next sweep, or lets expired ones work again. */
  confirm?: boolean | null | undefined;
  /** After how many days without use keys are disabled, 1 to 3,650. Null: never. Left out: stays as it is. */
  disableUnusedAfterDays?: number | null | undefined;
  /** The version that was edited. When there is a newer one, nothing is changed and the code is CONFLICT. */
  expectedVersion: number;
  /** The longest lifetime of keys from now on, 1 to 3,650 days. Null: any. Left out: stays as it is. Keys there are go on. */
  longestLifetimeDays?: number | null | undefined;
  /** The new name, 1 to 100 characters. */
  name?: string | null | undefined;
  /** Whether an owner has to approve each support session from now on. Takes SUPPORT_APPROVAL. Left out: stays as it is. */
  supportApprovalRequired?: boolean | null | undefined;
  /** The IANA name of the new time zone. Every key's day of expire ends by it from then on. */
  timeZone?: string | null | undefined;
  /** The workspace. */
  workspaceId: string | number;
};

/** What usage is added up by. Hours and days are those of UTC, and come in their order; the other groups by how much they called. */
export type UsageGroup =
  /** The client's address. */
  | 'ADDRESS'
  /** The day. */
  | 'DAY'
  /** The hour. */
  | 'HOUR'
  /** The key. */
  | 'KEY'
  /** The operation that was called. */
  | 'OPERATION'
  /** How it ended: the class of the answer's status, such as 2xx, or the reason of the refusal, such as wrong_address. */
  | 'OUTCOME'
  /** What the client called itself. */
  | 'USER_AGENT';

/** A time that usage is asked for. Hours are kept for a while, and days for longer. */
export type UsageRange = {
  /** The beginning. Left out or null: 30 days ago. */
  from?: string | null | undefined;
  /** The end, which is not in it any more. Left out or null: now. */
  to?: string | null | undefined;
};

/** What a user error is about. */
export type UserErrorCode =
  /** There is no address. */
  | 'ADDRESS_EMPTY'
  /** It is a host name. */
  | 'ADDRESS_HOSTNAME'
  /** It is not an address. */
  | 'ADDRESS_INVALID'
  /** It is a range where one address is asked for. */
  | 'ADDRESS_IS_RANGE'
  /** A number of the address has a leading zero. */
  | 'ADDRESS_LEADING_ZERO'
  /** The address has a port or brackets. */
  | 'ADDRESS_PORT'
  /** The text is too long to be an address. */
  | 'ADDRESS_TOO_LONG'
  /** The address has a zone (the part after %). */
  | 'ADDRESS_ZONE'
  /** The list would have too many entries. */
  | 'ALLOWLIST_FULL'
  /** Somebody with the address is a member already. */
  | 'ALREADY_MEMBER'
  /** The range is on the list already, or twice in the input. */
  | 'ALREADY_ON_LIST'
  /** The input is wrong in a way that has no code of its own. */
  | 'BAD_INPUT'
  /** The change means something for keys, and `confirm` is not true. */
  | 'CONFIRMATION_NEEDED'
  /** There is a newer version than the one that was edited. */
  | 'CONFLICT'
  /** The day is over, in the workspace's time zone. */
  | 'DAY_IN_PAST'
  /** The day is not written as YYYY-MM-DD. */
  | 'DAY_MALFORMED'
  /** The day is not on the calendar. */
  | 'DAY_UNKNOWN'
  /** The e-mail address is not one. */
  | 'EMAIL_INVALID'
  /** The new e-mail address is the one until now. */
  | 'EMAIL_UNCHANGED'
  /** The time is over. */
  | 'EXPIRY_IN_PAST'
  /** The time is after the year 9999. */
  | 'EXPIRY_TOO_FAR'
  /** The idempotency key is not 1 to 255 characters of text. */
  | 'IDEMPOTENCY_KEY_INVALID'
  /** The idempotency key was used for other input. */
  | 'IDEMPOTENCY_MISMATCH'
  /** The e-mail address or the password is not right. */
  | 'INVALID_CREDENTIALS'
  /** The key is revoked and stays as it is. */
  | 'KEY_REVOKED'
  /** The workspace has no other owner. */
  | 'LAST_OWNER'
  /** Nothing would be left to sign in with. */
  | 'LAST_WAY_IN'
  /** The day is later than the workspace's longest lifetime allows, or never where it has one. */
  | 'LIFETIME_TOO_LONG'
  /** The link has been used, was replaced, or its time is over. */
  | 'LINK_OVER'
  /** This installation sends no mail. */
  | 'MAIL_NOT_CONFIGURED'
  /** The number of minutes is not from 1 to 60. */
  | 'MINUTES_INVALID'
  /** The name is empty. */
  | 'NAME_EMPTY'
  /** The name holds characters that a name may not have. */
  | 'NAME_INVALID'
  /** The name is too long. */
  | 'NAME_TOO_LONG'
  /** The note is not one line of text. */
  | 'NOTE_INVALID'
  /** The note is too long. */
  | 'NOTE_TOO_LONG'
  /** There is no entry in the input. */
  | 'NOTHING_GIVEN'
  /** No authenticator app is being added. */
  | 'NO_ENROLLMENT'
  /** The key is not being rotated. */
  | 'NO_ROTATION'
  /** The invitation is for another address than that of the person who is signed in. */
  | 'OTHER_ADDRESS'
  /** The old secret may not go on for so long. */
  | 'OVERLAP_INVALID'
  /** The password is the e-mail address. */
  | 'PASSWORD_IS_ADDRESS'
  /** The password has too many characters. */
  | 'PASSWORD_TOO_LONG'
  /** The password has too few characters. */
  | 'PASSWORD_TOO_SHORT'
  /** The number of days of a key policy is not from 1 to 3,650. */
  | 'POLICY_DAYS_INVALID'
  /** The part after the slash is not a plain number. */
  | 'RANGE_LENGTH_INVALID'
  /** The number after the slash is too large. */
  | 'RANGE_LENGTH_TOO_LONG'
  /** The range holds IPv4 addresses and others besides. */
  | 'RANGE_MAPPED_TOO_WIDE'
  /** The reason is empty. */
  | 'REASON_EMPTY'
  /** The reason is not one line of text, or too long. */
  | 'REASON_INVALID'
  /** Where to return to is not a path on this host. */
  | 'RETURN_INVALID'
  /** The reason is not one. */
  | 'REVOCATION_REASON_UNKNOWN'
  /** The key is being rotated already. */
  | 'ROTATION_UNDER_WAY'
  /** The scope is not one. */
  | 'SCOPE_UNKNOWN'
  /** Not exactly one of a code and a recovery code was given. */
  | 'SECOND_FACTOR_NEEDED'
  /** The code of the second factor is not right, or was used before. */
  | 'SECOND_FACTOR_WRONG'
  /** A name or note holds what looks like the secret of an API key. */
  | 'SECRET_IN_TEXT'
  /** There is an account with the address, which has to sign in. */
  | 'SIGN_IN_FIRST'
  /** The sign-in waits for no second factor, or not any more. */
  | 'SIGN_IN_OVER'
  /** Nobody signs up by themselves here. */
  | 'SIGN_UP_OFF'
  /** The slug is not 1 to 40 small letters, digits and hyphens. */
  | 'SLUG_INVALID'
  /** The slug is not the workspace's, so that nothing was confirmed by it. */
  | 'SLUG_MISMATCH'
  /** Another workspace has the slug. */
  | 'SLUG_TAKEN'
  /** The person belongs to the workspace, and needs no support session there. */
  | 'STAFF_IS_MEMBER'
  /** The support session is over, or its request has lapsed. */
  | 'SUPPORT_SESSION_OVER'
  /** The support session runs already, so that it can only be ended. */
  | 'SUPPORT_SESSION_RUNS'
  /** The person has a support session in the workspace that runs, or waits for an owner. */
  | 'SUPPORT_SESSION_UNDER_WAY'
  /** The ticket is not one line of text, or too long. */
  | 'TICKET_INVALID'
  /** The time zone is not one. */
  | 'TIME_ZONE_UNKNOWN'
  /** There are too many entries in the input. */
  | 'TOO_MANY_ENTRIES'
  /** As many invitations wait as may. */
  | 'TOO_MANY_INVITATIONS'
  /** The workspace has as many keys as it may have. */
  | 'TOO_MANY_KEYS'
  /** The person belongs to as many workspaces as one may. */
  | 'TOO_MANY_WORKSPACES'
  /** No authenticator app is asked for. */
  | 'TOTP_OFF'
  /** An authenticator app is asked for already. */
  | 'TOTP_ON'
  /** The range is everybody, and `confirmEveryone` is not true. */
  | 'WOULD_ALLOW_EVERYONE'
  /** The list would be off, and `mayTurnOff` is not true. */
  | 'WOULD_TURN_OFF'
  /** The password of the person who is signed in is another one. */
  | 'WRONG_PASSWORD';

/** The kinds of things that change in a workspace. Those that a role may not see are not told to it. */
export type WorkspaceChangeKind =
  /** API keys, their secrets or their rotations. */
  | 'API_KEYS'
  /** The audit log has new events. */
  | 'AUDIT'
  /** Everything may have changed, because something was missed: load all that is shown. */
  | 'EVERYTHING'
  /** The IP allowlist. */
  | 'IP_ALLOWLIST'
  /** Members, their roles, or invitations. */
  | 'MEMBERS'
  /** Support sessions: asked for, approved, begun or ended. */
  | 'SUPPORT_SESSIONS'
  /** Usage, or when keys were last used. At most every few seconds. */
  | 'USAGE'
  /** The workspace itself: its name, its time zone, its key policy, or that it is suspended. */
  | 'WORKSPACE';

export type WorkspaceChangesSubscriptionVariables = Exact<{
  workspace: string | number;
}>;


export type WorkspaceChangesSubscription = { workspaceChanges: { kind: WorkspaceChangeKind, apiKeyId: string | null } };

export type MeQueryVariables = Exact<{ [key: string]: never; }>;


export type MeQuery = { me: { id: string, email: string, name: string, isStaff: boolean, secondFactor: { totpSince: string | null }, memberships: Array<{ role: Role, workspace: { id: string, slug: string, name: string, timeZone: string, viewerMay: Array<Permission> } }> } | null };

export type OwnProvidersQueryVariables = Exact<{ [key: string]: never; }>;


export type OwnProvidersQuery = { me: { identities: Array<{ provider: { name: string, label: string, startPath: string } | null }> } | null };

export type ReauthenticateMutationVariables = Exact<{
  input: ReauthenticateInput;
}>;


export type ReauthenticateMutation = { reauthenticate: { userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type SignOutMutationVariables = Exact<{ [key: string]: never; }>;


export type SignOutMutation = { signOut: { userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type WrongFragment = { code: UserErrorCode, message: string, field: Array<string> | null };

export type AccountQueryVariables = Exact<{ [key: string]: never; }>;


export type AccountQuery = { me: { id: string, email: string, name: string, version: number, emailChange: { email: string, expiresAt: string } | null, secondFactor: { totpSince: string | null, recoveryCodesLeft: number }, identities: Array<{ id: string, issuer: string, account: string, linkedAt: string, lastUsedAt: string, provider: { name: string, label: string, startPath: string, signUp: boolean } | null }>, sessions: Array<{ id: string, device: string, userAgent: string, clientIp: string | null, signedInAt: string, lastSeenAt: string, endsAt: string, isCurrent: boolean }> } | null, signInMethods: { providers: Array<{ name: string, label: string, startPath: string, signUp: boolean }> }, signUpOptions: { mail: boolean, shortestPassword: number } };

export type IdentityLineFragment = { id: string, issuer: string, account: string, linkedAt: string, lastUsedAt: string, provider: { name: string, label: string, startPath: string, signUp: boolean } | null };

export type SessionLineFragment = { id: string, device: string, userAgent: string, clientIp: string | null, signedInAt: string, lastSeenAt: string, endsAt: string, isCurrent: boolean };

export type ChangePasswordMutationVariables = Exact<{
  input: ChangePasswordInput;
}>;


export type ChangePasswordMutation = { changePassword: { userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type EndSessionMutationVariables = Exact<{
  input: EndSessionInput;
}>;


export type EndSessionMutation = { endSession: { userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type EndOtherSessionsMutationVariables = Exact<{ [key: string]: never; }>;


export type EndOtherSessionsMutation = { endOtherSessions: { ended: number, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type StartTotpMutationVariables = Exact<{ [key: string]: never; }>;


export type StartTotpMutation = { startTotpEnrollment: { secret: string | null, uri: string | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type ConfirmTotpMutationVariables = Exact<{
  input: ConfirmTotpEnrollmentInput;
}>;


export type ConfirmTotpMutation = { confirmTotpEnrollment: { recoveryCodes: Array<string> | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type DisableTotpMutationVariables = Exact<{
  input: DisableTotpInput;
}>;


export type DisableTotpMutation = { disableTotp: { userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type NewRecoveryCodesMutationVariables = Exact<{
  input: RegenerateRecoveryCodesInput;
}>;


export type NewRecoveryCodesMutation = { regenerateRecoveryCodes: { recoveryCodes: Array<string> | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type LinkIdentityMutationVariables = Exact<{
  input: LinkIdentityInput;
}>;


export type LinkIdentityMutation = { linkIdentity: { url: string | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type UnlinkIdentityMutationVariables = Exact<{
  input: UnlinkIdentityInput;
}>;


export type UnlinkIdentityMutation = { unlinkIdentity: { userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type UpdateMeMutationVariables = Exact<{
  input: UpdateMeInput;
}>;


export type UpdateMeMutation = { updateMe: { userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type AskEmailChangeMutationVariables = Exact<{
  input: AskEmailChangeInput;
}>;


export type AskEmailChangeMutation = { askEmailChange: { userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type CancelEmailChangeMutationVariables = Exact<{ [key: string]: never; }>;


export type CancelEmailChangeMutation = { cancelEmailChange: { userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type AuditLogQueryVariables = Exact<{
  workspace: string | number;
  first: number;
  after?: string | null | undefined;
  filter?: AuditEventFilter | null | undefined;
}>;


export type AuditLogQuery = { workspace: { auditEvents: { totalCount: number, totalCountIsExact: boolean, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { id: string, seq: number, at: string, action: string, sentence: string, clientIp: string | null, actor: { kind: ActorKind, id: string | null, label: string }, target: { kind: string, id: string | null, label: string }, before: Array<{ name: string, text: string }>, after: Array<{ name: string, text: string }> } }> } } | null };

export type AuditActionsQueryVariables = Exact<{ [key: string]: never; }>;


export type AuditActionsQuery = { auditActions: Array<{ name: string, sentence: string }> };

export type AuditLineFragment = { id: string, seq: number, at: string, action: string, sentence: string, clientIp: string | null, actor: { kind: ActorKind, id: string | null, label: string }, target: { kind: string, id: string | null, label: string }, before: Array<{ name: string, text: string }>, after: Array<{ name: string, text: string }> };

export type InvitationQueryVariables = Exact<{
  token: string;
}>;


export type InvitationQuery = { invitation: { workspaceName: string, invitedBy: string, email: string, role: Role, expiresAt: string, hasAccount: boolean } | null };

export type InvitationFullFragment = { workspaceName: string, invitedBy: string, email: string, role: Role, expiresAt: string, hasAccount: boolean };

export type AcceptInvitationMutationVariables = Exact<{
  input: AcceptInvitationInput;
}>;


export type AcceptInvitationMutation = { acceptInvitation: { workspace: { slug: string } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type SignUpMutationVariables = Exact<{
  input: SignUpInput;
}>;


export type SignUpMutation = { signUp: { userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type ConfirmSignUpMutationVariables = Exact<{
  input: ConfirmSignUpInput;
}>;


export type ConfirmSignUpMutation = { confirmSignUp: { userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type RequestPasswordResetMutationVariables = Exact<{
  input: RequestPasswordResetInput;
}>;


export type RequestPasswordResetMutation = { requestPasswordReset: { userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type ResetPasswordMutationVariables = Exact<{
  input: ResetPasswordInput;
}>;


export type ResetPasswordMutation = { resetPassword: { userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type AcceptInvitationWithProviderMutationVariables = Exact<{
  input: AcceptInvitationWithProviderInput;
}>;


export type AcceptInvitationWithProviderMutation = { acceptInvitationWithProvider: { url: string | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type ConfirmEmailChangeMutationVariables = Exact<{
  input: ConfirmEmailChangeInput;
}>;


export type ConfirmEmailChangeMutation = { confirmEmailChange: { userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type MembersQueryVariables = Exact<{
  workspace: string | number;
  first: number;
  after?: string | null | undefined;
  filter?: MemberFilter | null | undefined;
  orderBy?: MemberOrder | null | undefined;
}>;


export type MembersQuery = { workspace: { members: { totalCount: number, totalCountIsExact: boolean, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { id: string, personId: string, name: string, email: string, role: Role, joinedAt: string, version: number, isViewer: boolean } }> } } | null };

export type MemberLineFragment = { id: string, personId: string, name: string, email: string, role: Role, joinedAt: string, version: number, isViewer: boolean };

export type InvitationsQueryVariables = Exact<{
  workspace: string | number;
  first: number;
  after?: string | null | undefined;
}>;


export type InvitationsQuery = { workspace: { invitations: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { id: string, email: string, role: Role, createdAt: string, sentAt: string | null, expiresAt: string, isExpired: boolean, invitedBy: { kind: ActorKind, label: string } } }> } } | null };

export type InvitationLineFragment = { id: string, email: string, role: Role, createdAt: string, sentAt: string | null, expiresAt: string, isExpired: boolean, invitedBy: { kind: ActorKind, label: string } };

export type KeysOfQueryVariables = Exact<{
  workspace: string | number;
  person: string | number;
}>;


export type KeysOfQuery = { workspace: { apiKeys: { totalCount: number } } | null };

export type InviteMemberMutationVariables = Exact<{
  input: InviteMemberInput;
}>;


export type InviteMemberMutation = { inviteMember: { link: string | null, invitation: { id: string, email: string } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type CancelInvitationMutationVariables = Exact<{
  input: CancelInvitationInput;
}>;


export type CancelInvitationMutation = { cancelInvitation: { userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type UpdateMemberRoleMutationVariables = Exact<{
  input: UpdateMemberRoleInput;
}>;


export type UpdateMemberRoleMutation = { updateMemberRole: { member: { id: string, personId: string, name: string, email: string, role: Role, joinedAt: string, version: number, isViewer: boolean } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type RemoveMemberMutationVariables = Exact<{
  input: RemoveMemberInput;
}>;


export type RemoveMemberMutation = { removeMember: { userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type LeaveWorkspaceMutationVariables = Exact<{
  input: LeaveWorkspaceInput;
}>;


export type LeaveWorkspaceMutation = { leaveWorkspace: { userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type AllowlistQueryVariables = Exact<{
  workspace: string | number;
  first: number;
  after?: string | null | undefined;
}>;


export type AllowlistQuery = { workspace: { ipAllowlist: { active: boolean, viewerAddress: string | null, entries: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { id: string, range: string, note: string, expiresAt: string | null, createdAt: string, version: number, createdBy: { label: string } } }> } } } | null };

export type EntryFragment = { id: string, range: string, note: string, expiresAt: string | null, createdAt: string, version: number, createdBy: { label: string } };

export type CheckAddressQueryVariables = Exact<{
  workspace: string | number;
  address: string;
}>;


export type CheckAddressQuery = { workspace: { ipAllowlist: { active: boolean, check: { address: string, allowed: boolean, entry: { range: string, note: string } | null } } } | null };

export type AllowlistPreviewQueryVariables = Exact<{
  workspace: string | number;
  add?: Array<string> | string | null | undefined;
  remove?: Array<string | number> | string | number | null | undefined;
}>;


export type AllowlistPreviewQuery = { workspace: { ipAllowlist: { preview: { refusedCalls: number, moreKeys: number, unknownCalls: number, keys: Array<{ refusedCalls: number, moreAddresses: number, apiKey: { id: string, name: string }, addresses: Array<{ address: string | null, calls: number, lastSeen: string }> }> } } } | null };

export type ImpactFragment = { refusedCalls: number, moreKeys: number, unknownCalls: number, keys: Array<{ refusedCalls: number, moreAddresses: number, apiKey: { id: string, name: string }, addresses: Array<{ address: string | null, calls: number, lastSeen: string }> }> };

export type AddIpAllowlistEntriesMutationVariables = Exact<{
  input: AddIpAllowlistEntriesInput;
}>;


export type AddIpAllowlistEntriesMutation = { addIpAllowlistEntries: { propagation: { nodes: number, waitedMs: number, complete: boolean } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type UpdateIpAllowlistEntryMutationVariables = Exact<{
  input: UpdateIpAllowlistEntryInput;
}>;


export type UpdateIpAllowlistEntryMutation = { updateIpAllowlistEntry: { propagation: { nodes: number, waitedMs: number, complete: boolean } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type RemoveIpAllowlistEntriesMutationVariables = Exact<{
  input: RemoveIpAllowlistEntriesInput;
}>;


export type RemoveIpAllowlistEntriesMutation = { removeIpAllowlistEntries: { propagation: { nodes: number, waitedMs: number, complete: boolean } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type AllowlistChangedFragment = { propagation: { nodes: number, waitedMs: number, complete: boolean } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> };

export type ApiKeyQueryVariables = Exact<{
  workspace: string | number;
  id: string | number;
}>;


export type ApiKeyQuery = { workspace: { apiUrl: string | null, longestLifetimeDays: number | null, apiKey: { version: number, expiresAt: string | null, createdAt: string, supersededRefusals: number, disabledAt: string | null, revokedAt: string | null, revocationReason: RevocationReason | null, revocationNote: string | null, id: string, name: string, scope: ApiKeyScope, status: ApiKeyStatus, hint: string, expiresOn: string | null, rotation: { startedAt: string, oldSecretValidUntil: string, oldSecretHint: string, oldSecretLastUse: { at: string, clientIp: string | null, userAgent: string, operation: string } | null } | null, hints: Array<{ code: KeyHintCode, sentence: string }>, createdBy: { kind: ActorKind, label: string }, lastUse: { at: string, clientIp: string | null, userAgent: string, operation: string } | null } | null } | null };

export type KeyFullFragment = { version: number, expiresAt: string | null, createdAt: string, supersededRefusals: number, disabledAt: string | null, revokedAt: string | null, revocationReason: RevocationReason | null, revocationNote: string | null, id: string, name: string, scope: ApiKeyScope, status: ApiKeyStatus, hint: string, expiresOn: string | null, rotation: { startedAt: string, oldSecretValidUntil: string, oldSecretHint: string, oldSecretLastUse: { at: string, clientIp: string | null, userAgent: string, operation: string } | null } | null, hints: Array<{ code: KeyHintCode, sentence: string }>, createdBy: { kind: ActorKind, label: string }, lastUse: { at: string, clientIp: string | null, userAgent: string, operation: string } | null };

export type UseFragment = { at: string, clientIp: string | null, userAgent: string, operation: string };

export type UpdateApiKeyMutationVariables = Exact<{
  input: UpdateApiKeyInput;
}>;


export type UpdateApiKeyMutation = { updateApiKey: { propagation: { nodes: number, waitedMs: number, complete: boolean } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type RevokeApiKeyMutationVariables = Exact<{
  input: RevokeApiKeyInput;
}>;


export type RevokeApiKeyMutation = { revokeApiKey: { propagation: { nodes: number, waitedMs: number, complete: boolean } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type SetApiKeyDisabledMutationVariables = Exact<{
  input: SetApiKeyDisabledInput;
}>;


export type SetApiKeyDisabledMutation = { setApiKeyDisabled: { propagation: { nodes: number, waitedMs: number, complete: boolean } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type StartApiKeyRotationMutationVariables = Exact<{
  input: StartApiKeyRotationInput;
}>;


export type StartApiKeyRotationMutation = { startApiKeyRotation: { secret: string | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type FinishApiKeyRotationMutationVariables = Exact<{
  input: FinishApiKeyRotationInput;
}>;


export type FinishApiKeyRotationMutation = { finishApiKeyRotation: { propagation: { nodes: number, waitedMs: number, complete: boolean } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type CancelApiKeyRotationMutationVariables = Exact<{
  input: CancelApiKeyRotationInput;
}>;


export type CancelApiKeyRotationMutation = { cancelApiKeyRotation: { propagation: { nodes: number, waitedMs: number, complete: boolean } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type ApiKeysQueryVariables = Exact<{
  workspace: string | number;
  first: number;
  after?: string | null | undefined;
  filter?: ApiKeyFilter | null | undefined;
  orderBy?: ApiKeyOrder | null | undefined;
}>;


export type ApiKeysQuery = { workspace: { apiKeys: { totalCount: number, totalCountIsExact: boolean, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { id: string, name: string, scope: ApiKeyScope, status: ApiKeyStatus, hint: string, expiresOn: string | null, createdBy: { kind: ActorKind, label: string }, lastUse: { at: string, clientIp: string | null, userAgent: string, operation: string } | null } }> } } | null };

export type KeyLineFragment = { id: string, name: string, scope: ApiKeyScope, status: ApiKeyStatus, hint: string, expiresOn: string | null, createdBy: { kind: ActorKind, label: string }, lastUse: { at: string, clientIp: string | null, userAgent: string, operation: string } | null };

export type CreateApiKeyMutationVariables = Exact<{
  input: CreateApiKeyInput;
}>;


export type CreateApiKeyMutation = { createApiKey: { secret: string | null, apiKey: { id: string, name: string, scope: ApiKeyScope } | null, propagation: { nodes: number, waitedMs: number, complete: boolean } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type KeyRulesQueryVariables = Exact<{
  workspace: string | number;
}>;


export type KeyRulesQuery = { workspace: { longestLifetimeDays: number | null, apiUrl: string | null } | null };

export type SpreadFragment = { nodes: number, waitedMs: number, complete: boolean };

export type ExplainRefusalQueryVariables = Exact<{
  workspace: string | number;
  receipt: string;
}>;


export type ExplainRefusalQuery = { workspace: { explainRefusal: { at: string, reason: RefusalReason, sentence: string, setting: RefusalSetting, operation: string | null, clientIp: string | null, scope: ApiKeyScope | null, accessNeeded: Access | null, requestId: string, apiKey: { id: string, name: string, status: ApiKeyStatus } | null } } | null };

export type KeySeriesQueryVariables = Exact<{
  workspace: string | number;
  id: string | number;
  range: UsageRange;
  by: UsageGroup;
}>;


export type KeySeriesQuery = { workspace: { apiKey: { usage: { calls: number, refusals: number, rows: Array<{ group: string, calls: number, refusals: number }> } } | null } | null };

export type KeyBreakdownQueryVariables = Exact<{
  workspace: string | number;
  id: string | number;
  range: UsageRange;
  by: UsageGroup;
}>;


export type KeyBreakdownQuery = { workspace: { apiKey: { usage: { truncated: boolean, rows: Array<{ group: string, calls: number, refusals: number, lastSeen: string, apiKey: { id: string, name: string } | null }> } } | null } | null };

export type WorkspaceSeriesQueryVariables = Exact<{
  workspace: string | number;
  range: UsageRange;
  by: UsageGroup;
}>;


export type WorkspaceSeriesQuery = { workspace: { usage: { calls: number, refusals: number, rows: Array<{ group: string, calls: number, refusals: number }> } } | null };

export type WorkspaceBreakdownQueryVariables = Exact<{
  workspace: string | number;
  range: UsageRange;
  by: UsageGroup;
}>;


export type WorkspaceBreakdownQuery = { workspace: { usage: { truncated: boolean, rows: Array<{ group: string, calls: number, refusals: number, lastSeen: string, apiKey: { id: string, name: string } | null }> } } | null };

export type SeriesFragment = { calls: number, refusals: number, rows: Array<{ group: string, calls: number, refusals: number }> };

export type BreakdownFragment = { truncated: boolean, rows: Array<{ group: string, calls: number, refusals: number, lastSeen: string, apiKey: { id: string, name: string } | null }> };

export type DoorwayQueryVariables = Exact<{ [key: string]: never; }>;


export type DoorwayQuery = { signInMethods: { providers: Array<{ name: string, label: string, startPath: string, signUp: boolean }> }, signUpOptions: { signUp: boolean, mail: boolean, shortestPassword: number } };

export type ProviderFragment = { name: string, label: string, startPath: string, signUp: boolean };

export type WaitingQueryVariables = Exact<{ [key: string]: never; }>;


export type WaitingQuery = { secondFactorChallenge: { attemptsLeft: number } | null };

export type SignInMutationVariables = Exact<{
  input: SignInInput;
}>;


export type SignInMutation = { signIn: { secondFactor: { attemptsLeft: number } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type CompleteSignInMutationVariables = Exact<{
  input: CompleteSignInInput;
}>;


export type CompleteSignInMutation = { completeSignIn: { userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type SupportLineFragment = { id: string, workspaceId: string, workspaceSlug: string, workspaceName: string, status: SupportSessionStatus, reason: string, ticket: string | null, minutes: number, requestedAt: string, lapsesAt: string | null, startedAt: string | null, endsAt: string | null, endedAt: string | null, refusedAt: string | null, staff: { label: string }, endedBy: { label: string } | null, decidedBy: { label: string } | null };

export type MySupportSessionsQueryVariables = Exact<{ [key: string]: never; }>;


export type MySupportSessionsQuery = { support: { sessions: Array<{ id: string, workspaceId: string, workspaceSlug: string, workspaceName: string, status: SupportSessionStatus, reason: string, ticket: string | null, minutes: number, requestedAt: string, lapsesAt: string | null, startedAt: string | null, endsAt: string | null, endedAt: string | null, refusedAt: string | null, staff: { label: string }, endedBy: { label: string } | null, decidedBy: { label: string } | null }> } | null };

export type TenantsQueryVariables = Exact<{
  search: string;
  first: number;
  after?: string | null | undefined;
}>;


export type TenantsQuery = { support: { tenants: { totalCount: number | null, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { id: string, slug: string, name: string, timeZone: string, createdAt: string, suspendedAt: string | null, supportApprovalRequired: boolean, members: number, keys: number, activeKeys: number, allowlistEntries: number } }> } } | null };

export type TenantLineFragment = { id: string, slug: string, name: string, timeZone: string, createdAt: string, suspendedAt: string | null, supportApprovalRequired: boolean, members: number, keys: number, activeKeys: number, allowlistEntries: number };

export type LookedIntoQueryVariables = Exact<{
  slug: string;
}>;


export type LookedIntoQuery = { workspace: { id: string, slug: string, name: string, timeZone: string, viewerMay: Array<Permission>, supportSession: { id: string, workspaceId: string, workspaceSlug: string, workspaceName: string, status: SupportSessionStatus, reason: string, ticket: string | null, minutes: number, requestedAt: string, lapsesAt: string | null, startedAt: string | null, endsAt: string | null, endedAt: string | null, refusedAt: string | null, staff: { label: string }, endedBy: { label: string } | null, decidedBy: { label: string } | null } | null } | null };

export type VisitorsQueryVariables = Exact<{
  workspace: string | number;
}>;


export type VisitorsQuery = { workspace: { running: { edges: Array<{ node: { id: string, workspaceId: string, workspaceSlug: string, workspaceName: string, status: SupportSessionStatus, reason: string, ticket: string | null, minutes: number, requestedAt: string, lapsesAt: string | null, startedAt: string | null, endsAt: string | null, endedAt: string | null, refusedAt: string | null, staff: { label: string }, endedBy: { label: string } | null, decidedBy: { label: string } | null } }> }, waiting: { edges: Array<{ node: { id: string, workspaceId: string, workspaceSlug: string, workspaceName: string, status: SupportSessionStatus, reason: string, ticket: string | null, minutes: number, requestedAt: string, lapsesAt: string | null, startedAt: string | null, endsAt: string | null, endedAt: string | null, refusedAt: string | null, staff: { label: string }, endedBy: { label: string } | null, decidedBy: { label: string } | null } }> } } | null };

export type SupportSessionsQueryVariables = Exact<{
  workspace: string | number;
  first: number;
  after?: string | null | undefined;
}>;


export type SupportSessionsQuery = { workspace: { supportSessions: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { id: string, workspaceId: string, workspaceSlug: string, workspaceName: string, status: SupportSessionStatus, reason: string, ticket: string | null, minutes: number, requestedAt: string, lapsesAt: string | null, startedAt: string | null, endsAt: string | null, endedAt: string | null, refusedAt: string | null, staff: { label: string }, endedBy: { label: string } | null, decidedBy: { label: string } | null } }> } } | null };

export type StartSupportSessionMutationVariables = Exact<{
  input: StartSupportSessionInput;
}>;


export type StartSupportSessionMutation = { startSupportSession: { supportSession: { id: string, workspaceId: string, workspaceSlug: string, workspaceName: string, status: SupportSessionStatus, reason: string, ticket: string | null, minutes: number, requestedAt: string, lapsesAt: string | null, startedAt: string | null, endsAt: string | null, endedAt: string | null, refusedAt: string | null, staff: { label: string }, endedBy: { label: string } | null, decidedBy: { label: string } | null } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type EndSupportSessionMutationVariables = Exact<{
  input: EndSupportSessionInput;
}>;


export type EndSupportSessionMutation = { endSupportSession: { userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type ApproveSupportSessionMutationVariables = Exact<{
  input: ApproveSupportSessionInput;
}>;


export type ApproveSupportSessionMutation = { approveSupportSession: { userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type RefuseSupportSessionMutationVariables = Exact<{
  input: RefuseSupportSessionInput;
}>;


export type RefuseSupportSessionMutation = { refuseSupportSession: { userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type WorkspaceSettingsQueryVariables = Exact<{
  workspace: string | number;
}>;


export type WorkspaceSettingsQuery = { workspace: { id: string, slug: string, name: string, timeZone: string, longestLifetimeDays: number | null, disableUnusedAfterDays: number | null, supportApprovalRequired: boolean, suspendedAt: string | null, version: number, apiUrl: string | null } | null };

export type CreateWorkspaceMutationVariables = Exact<{
  input: CreateWorkspaceInput;
}>;


export type CreateWorkspaceMutation = { createWorkspace: { workspace: { id: string, slug: string } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type UpdateWorkspaceMutationVariables = Exact<{
  input: UpdateWorkspaceInput;
}>;


export type UpdateWorkspaceMutation = { updateWorkspace: { workspace: { id: string, slug: string, name: string, timeZone: string, longestLifetimeDays: number | null, disableUnusedAfterDays: number | null, supportApprovalRequired: boolean, suspendedAt: string | null, version: number, apiUrl: string | null } | null, impact: { moreStops: number, moreStarts: number, moreDisables: number, moreOutlive: number, stops: Array<{ id: string, name: string, hint: string, expiresOn: string | null, lastUse: { at: string } | null }>, starts: Array<{ id: string, name: string, hint: string, expiresOn: string | null, lastUse: { at: string } | null }>, disables: Array<{ id: string, name: string, hint: string, expiresOn: string | null, lastUse: { at: string } | null }>, outlive: Array<{ id: string, name: string, hint: string, expiresOn: string | null, lastUse: { at: string } | null }> } | null, propagation: { nodes: number, waitedMs: number, complete: boolean } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type WorkspaceFullFragment = { id: string, slug: string, name: string, timeZone: string, longestLifetimeDays: number | null, disableUnusedAfterDays: number | null, supportApprovalRequired: boolean, suspendedAt: string | null, version: number, apiUrl: string | null };

export type KeysImpactFragment = { moreStops: number, moreStarts: number, moreDisables: number, moreOutlive: number, stops: Array<{ id: string, name: string, hint: string, expiresOn: string | null, lastUse: { at: string } | null }>, starts: Array<{ id: string, name: string, hint: string, expiresOn: string | null, lastUse: { at: string } | null }>, disables: Array<{ id: string, name: string, hint: string, expiresOn: string | null, lastUse: { at: string } | null }>, outlive: Array<{ id: string, name: string, hint: string, expiresOn: string | null, lastUse: { at: string } | null }> };

export type ImpactKeyFragment = { id: string, name: string, hint: string, expiresOn: string | null, lastUse: { at: string } | null };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const ProviderFragmentDoc = new TypedDocumentString(`
    fragment Provider on SignInProvider {
  name
  label
  startPath
  signUp
}
    `, {"fragmentName":"Provider"}) as unknown as TypedDocumentString<ProviderFragment, unknown>;
export const IdentityLineFragmentDoc = new TypedDocumentString(`
    fragment IdentityLine on Identity {
  id
  issuer
  account
  linkedAt
  lastUsedAt
  provider {
    ...Provider
  }
}
    fragment Provider on SignInProvider {
  name
  label
  startPath
  signUp
}`, {"fragmentName":"IdentityLine"}) as unknown as TypedDocumentString<IdentityLineFragment, unknown>;
export const SessionLineFragmentDoc = new TypedDocumentString(`
    fragment SessionLine on Session {
  id
  device
  userAgent
  clientIp
  signedInAt
  lastSeenAt
  endsAt
  isCurrent
}
    `, {"fragmentName":"SessionLine"}) as unknown as TypedDocumentString<SessionLineFragment, unknown>;
export const AuditLineFragmentDoc = new TypedDocumentString(`
    fragment AuditLine on AuditEvent {
  id
  seq
  at
  action
  sentence
  clientIp
  actor {
    kind
    id
    label
  }
  target {
    kind
    id
    label
  }
  before {
    name
    text
  }
  after {
    name
    text
  }
}
    `, {"fragmentName":"AuditLine"}) as unknown as TypedDocumentString<AuditLineFragment, unknown>;
export const InvitationFullFragmentDoc = new TypedDocumentString(`
    fragment InvitationFull on InvitationPreview {
  workspaceName
  invitedBy
  email
  role
  expiresAt
  hasAccount
}
    `, {"fragmentName":"InvitationFull"}) as unknown as TypedDocumentString<InvitationFullFragment, unknown>;
export const MemberLineFragmentDoc = new TypedDocumentString(`
    fragment MemberLine on Member {
  id
  personId
  name
  email
  role
  joinedAt
  version
  isViewer
}
    `, {"fragmentName":"MemberLine"}) as unknown as TypedDocumentString<MemberLineFragment, unknown>;
export const InvitationLineFragmentDoc = new TypedDocumentString(`
    fragment InvitationLine on Invitation {
  id
  email
  role
  invitedBy {
    kind
    label
  }
  createdAt
  sentAt
  expiresAt
  isExpired
}
    `, {"fragmentName":"InvitationLine"}) as unknown as TypedDocumentString<InvitationLineFragment, unknown>;
export const EntryFragmentDoc = new TypedDocumentString(`
    fragment Entry on IpAllowlistEntry {
  id
  range
  note
  expiresAt
  createdAt
  createdBy {
    label
  }
  version
}
    `, {"fragmentName":"Entry"}) as unknown as TypedDocumentString<EntryFragment, unknown>;
export const ImpactFragmentDoc = new TypedDocumentString(`
    fragment Impact on AllowlistImpact {
  refusedCalls
  moreKeys
  unknownCalls
  keys {
    refusedCalls
    moreAddresses
    apiKey {
      id
      name
    }
    addresses {
      address
      calls
      lastSeen
    }
  }
}
    `, {"fragmentName":"Impact"}) as unknown as TypedDocumentString<ImpactFragment, unknown>;
export const SpreadFragmentDoc = new TypedDocumentString(`
    fragment Spread on Propagation {
  nodes
  waitedMs
  complete
}
    `, {"fragmentName":"Spread"}) as unknown as TypedDocumentString<SpreadFragment, unknown>;
export const WrongFragmentDoc = new TypedDocumentString(`
    fragment Wrong on UserError {
  code
  message
  field
}
    `, {"fragmentName":"Wrong"}) as unknown as TypedDocumentString<WrongFragment, unknown>;
export const AllowlistChangedFragmentDoc = new TypedDocumentString(`
    fragment AllowlistChanged on ChangeIpAllowlistPayload {
  propagation {
    ...Spread
  }
  userErrors {
    ...Wrong
  }
}
    fragment Wrong on UserError {
  code
  message
  field
}
fragment Spread on Propagation {
  nodes
  waitedMs
  complete
}`, {"fragmentName":"AllowlistChanged"}) as unknown as TypedDocumentString<AllowlistChangedFragment, unknown>;
export const UseFragmentDoc = new TypedDocumentString(`
    fragment Use on KeyUse {
  at
  clientIp
  userAgent
  operation
}
    `, {"fragmentName":"Use"}) as unknown as TypedDocumentString<UseFragment, unknown>;
export const KeyLineFragmentDoc = new TypedDocumentString(`
    fragment KeyLine on ApiKey {
  id
  name
  scope
  status
  hint
  expiresOn
  createdBy {
    kind
    label
  }
  lastUse {
    ...Use
  }
}
    fragment Use on KeyUse {
  at
  clientIp
  userAgent
  operation
}`, {"fragmentName":"KeyLine"}) as unknown as TypedDocumentString<KeyLineFragment, unknown>;
export const KeyFullFragmentDoc = new TypedDocumentString(`
    fragment KeyFull on ApiKey {
  ...KeyLine
  version
  expiresAt
  createdAt
  supersededRefusals
  disabledAt
  revokedAt
  revocationReason
  revocationNote
  rotation {
    startedAt
    oldSecretValidUntil
    oldSecretHint
    oldSecretLastUse {
      ...Use
    }
  }
  hints {
    code
    sentence
  }
}
    fragment Use on KeyUse {
  at
  clientIp
  userAgent
  operation
}
fragment KeyLine on ApiKey {
  id
  name
  scope
  status
  hint
  expiresOn
  createdBy {
    kind
    label
  }
  lastUse {
    ...Use
  }
}`, {"fragmentName":"KeyFull"}) as unknown as TypedDocumentString<KeyFullFragment, unknown>;
export const SeriesFragmentDoc = new TypedDocumentString(`
    fragment Series on Usage {
  calls
  refusals
  rows {
    group
    calls
    refusals
  }
}
    `, {"fragmentName":"Series"}) as unknown as TypedDocumentString<SeriesFragment, unknown>;
export const BreakdownFragmentDoc = new TypedDocumentString(`
    fragment Breakdown on Usage {
  truncated
  rows {
    group
    calls
    refusals
    lastSeen
    apiKey {
      id
      name
    }
  }
}
    `, {"fragmentName":"Breakdown"}) as unknown as TypedDocumentString<BreakdownFragment, unknown>;
export const SupportLineFragmentDoc = new TypedDocumentString(`
    fragment SupportLine on SupportSession {
  id
  workspaceId
  workspaceSlug
  workspaceName
  staff {
    label
  }
  status
  reason
  ticket
  minutes
  requestedAt
  lapsesAt
  startedAt
  endsAt
  endedAt
  endedBy {
    label
  }
  refusedAt
  decidedBy {
    label
  }
}
    `, {"fragmentName":"SupportLine"}) as unknown as TypedDocumentString<SupportLineFragment, unknown>;
export const TenantLineFragmentDoc = new TypedDocumentString(`
    fragment TenantLine on Tenant {
  id
  slug
  name
  timeZone
  createdAt
  suspendedAt
  supportApprovalRequired
  members
  keys
  activeKeys
  allowlistEntries
}
    `, {"fragmentName":"TenantLine"}) as unknown as TypedDocumentString<TenantLineFragment, unknown>;
export const WorkspaceFullFragmentDoc = new TypedDocumentString(`
    fragment WorkspaceFull on Workspace {
  id
  slug
  name
  timeZone
  longestLifetimeDays
  disableUnusedAfterDays
  supportApprovalRequired
  suspendedAt
  version
  apiUrl
}
    `, {"fragmentName":"WorkspaceFull"}) as unknown as TypedDocumentString<WorkspaceFullFragment, unknown>;
export const ImpactKeyFragmentDoc = new TypedDocumentString(`
    fragment ImpactKey on ApiKey {
  id
  name
  hint
  expiresOn
  lastUse {
    at
  }
}
    `, {"fragmentName":"ImpactKey"}) as unknown as TypedDocumentString<ImpactKeyFragment, unknown>;
export const KeysImpactFragmentDoc = new TypedDocumentString(`
    fragment KeysImpact on WorkspaceImpact {
  stops {
    ...ImpactKey
  }
  moreStops
  starts {
    ...ImpactKey
  }
  moreStarts
  disables {
    ...ImpactKey
  }
  moreDisables
  outlive {
    ...ImpactKey
  }
  moreOutlive
}
    fragment ImpactKey on ApiKey {
  id
  name
  hint
  expiresOn
  lastUse {
    at
  }
}`, {"fragmentName":"KeysImpact"}) as unknown as TypedDocumentString<KeysImpactFragment, unknown>;
export const WorkspaceChangesDocument = new TypedDocumentString(`
    subscription WorkspaceChanges($workspace: ID!) {
  workspaceChanges(workspaceId: $workspace) {
    kind
    apiKeyId
  }
}
    `) as unknown as TypedDocumentString<WorkspaceChangesSubscription, WorkspaceChangesSubscriptionVariables>;
export const MeDocument = new TypedDocumentString(`
    query Me {
  me {
    id
    email
    name
    isStaff
    secondFactor {
      totpSince
    }
    memberships {
      role
      workspace {
        id
        slug
        name
        timeZone
        viewerMay
      }
    }
  }
}
    `) as unknown as TypedDocumentString<MeQuery, MeQueryVariables>;
export const OwnProvidersDocument = new TypedDocumentString(`
    query OwnProviders {
  me {
    identities {
      provider {
        name
        label
        startPath
      }
    }
  }
}
    `) as unknown as TypedDocumentString<OwnProvidersQuery, OwnProvidersQueryVariables>;
export const ReauthenticateDocument = new TypedDocumentString(`
    mutation Reauthenticate($input: ReauthenticateInput!) {
  reauthenticate(input: $input) {
    userErrors {
      ...Wrong
    }
  }
}
    fragment Wrong on UserError {
  code
  message
  field
}`) as unknown as TypedDocumentString<ReauthenticateMutation, ReauthenticateMutationVariables>;
export const SignOutDocument = new TypedDocumentString(`
    mutation SignOut {
  signOut {
    userErrors {
      ...Wrong
    }
  }
}
    fragment Wrong on UserError {
  code
  message
  field
}`) as unknown as TypedDocumentString<SignOutMutation, SignOutMutationVariables>;
export const AccountDocument = new TypedDocumentString(`
    query Account {
  me {
    id
    email
    name
    version
    emailChange {
      email
      expiresAt
    }
    secondFactor {
      totpSince
      recoveryCodesLeft
    }
    identities {
      ...IdentityLine
    }
    sessions {
      ...SessionLine
    }
  }
  signInMethods {
    providers {
      ...Provider
    }
  }
  signUpOptions {
    mail
    shortestPassword
  }
}
    fragment IdentityLine on Identity {
  id
  issuer
  account
  linkedAt
  lastUsedAt
  provider {
    ...Provider
  }
}
fragment SessionLine on Session {
  id
  device
  userAgent
  clientIp
  signedInAt
  lastSeenAt
  endsAt
  isCurrent
}
fragment Provider on SignInProvider {
  name
  label
  startPath
  signUp
}`) as unknown as TypedDocumentString<AccountQuery, AccountQueryVariables>;
export const ChangePasswordDocument = new TypedDocumentString(`
    mutation ChangePassword($input: ChangePasswordInput!) {
  changePassword(input: $input) {
    userErrors {
      ...Wrong
    }
  }
}
    fragment Wrong on UserError {
  code
  message
  field
}`) as unknown as TypedDocumentString<ChangePasswordMutation, ChangePasswordMutationVariables>;
export const EndSessionDocument = new TypedDocumentString(`
    mutation EndSession($input: EndSessionInput!) {
  endSession(input: $input) {
    userErrors {
      ...Wrong
    }
  }
}
    fragment Wrong on UserError {
  code
  message
  field
}`) as unknown as TypedDocumentString<EndSessionMutation, EndSessionMutationVariables>;
export const EndOtherSessionsDocument = new TypedDocumentString(`
    mutation EndOtherSessions {
  endOtherSessions {
    ended
    userErrors {
      ...Wrong
    }
  }
}
    fragment Wrong on UserError {
  code
  message
  field
}`) as unknown as TypedDocumentString<EndOtherSessionsMutation, EndOtherSessionsMutationVariables>;
export const StartTotpDocument = new TypedDocumentString(`
    mutation StartTotp {
  startTotpEnrollment {
    secret
    uri
    userErrors {
      ...Wrong
    }
  }
}
    fragment Wrong on UserError {
  code
  message
  field
}`) as unknown as TypedDocumentString<StartTotpMutation, StartTotpMutationVariables>;
export const ConfirmTotpDocument = new TypedDocumentString(`
    mutation ConfirmTotp($input: ConfirmTotpEnrollmentInput!) {
  confirmTotpEnrollment(input: $input) {
    recoveryCodes
    userErrors {
      ...Wrong
    }
  }
}
    fragment Wrong on UserError {
  code
  message
  field
}`) as unknown as TypedDocumentString<ConfirmTotpMutation, ConfirmTotpMutationVariables>;
export const DisableTotpDocument = new TypedDocumentString(`
    mutation DisableTotp($input: DisableTotpInput!) {
  disableTotp(input: $input) {
    userErrors {
      ...Wrong
    }
  }
}
    fragment Wrong on UserError {
  code
  message
  field
}`) as unknown as TypedDocumentString<DisableTotpMutation, DisableTotpMutationVariables>;
export const NewRecoveryCodesDocument = new TypedDocumentString(`
    mutation NewRecoveryCodes($input: RegenerateRecoveryCodesInput!) {
  regenerateRecoveryCodes(input: $input) {
    recoveryCodes
    userErrors {
      ...Wrong
    }
  }
}
    fragment Wrong on UserError {
  code
  message
  field
}`) as unknown as TypedDocumentString<NewRecoveryCodesMutation, NewRecoveryCodesMutationVariables>;
export const LinkIdentityDocument = new TypedDocumentString(`
    mutation LinkIdentity($input: LinkIdentityInput!) {
  linkIdentity(input: $input) {
    url
    userErrors {
      ...Wrong
    }
  }
}
    fragment Wrong on UserError {
  code
  message
  field
}`) as unknown as TypedDocumentString<LinkIdentityMutation, LinkIdentityMutationVariables>;
export const UnlinkIdentityDocument = new TypedDocumentString(`
    mutation UnlinkIdentity($input: UnlinkIdentityInput!) {
  unlinkIdentity(input: $input) {
    userErrors {
      ...Wrong
    }
  }
}
    fragment Wrong on UserError {
  code
  message
  field
}`) as unknown as TypedDocumentString<UnlinkIdentityMutation, UnlinkIdentityMutationVariables>;
export const UpdateMeDocument = new TypedDocumentString(`
    mutation UpdateMe($input: UpdateMeInput!) {
  updateMe(input: $input) {
    userErrors {
      ...Wrong
    }
  }
}
    fragment Wrong on UserError {
  code
  message
  field
}`) as unknown as TypedDocumentString<UpdateMeMutation, UpdateMeMutationVariables>;
export const AskEmailChangeDocument = new TypedDocumentString(`
    mutation AskEmailChange($input: AskEmailChangeInput!) {
  askEmailChange(input: $input) {
    userErrors {
      ...Wrong
    }
  }
}
    fragment Wrong on UserError {
  code
  message
  field
}`) as unknown as TypedDocumentString<AskEmailChangeMutation, AskEmailChangeMutationVariables>;
export const CancelEmailChangeDocument = new TypedDocumentString(`
    mutation CancelEmailChange {
  cancelEmailChange {
    userErrors {
      ...Wrong
    }
  }
}
    fragment Wrong on UserError {
  code
  message
  field
}`) as unknown as TypedDocumentString<CancelEmailChangeMutation, CancelEmailChangeMutationVariables>;
export const AuditLogDocument = new TypedDocumentString(`
    query AuditLog($workspace: ID!, $first: Int!, $after: String, $filter: AuditEventFilter) {
  workspace(id: $workspace) {
    auditEvents(first: $first, after: $after, filter: $filter) {
      totalCount
      totalCountIsExact
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          ...AuditLine
        }
      }
    }
  }
}
    fragment AuditLine on AuditEvent {
  id
  seq
  at
  action
  sentence
  clientIp
  actor {
    kind
    id
    label
  }
  target {
    kind
    id
    label
  }
  before {
    name
    text
  }
  after {
    name
    text
  }
}`) as unknown as TypedDocumentString<AuditLogQuery, AuditLogQueryVariables>;
export const AuditActionsDocument = new TypedDocumentString(`
    query AuditActions {
  auditActions {
    name
    sentence
  }
}
    `) as unknown as TypedDocumentString<AuditActionsQuery, AuditActionsQueryVariables>;
export const InvitationDocument = new TypedDocumentString(`
    query Invitation($token: String!) {
  invitation(token: $token) {
    ...InvitationFull
  }
}
    fragment InvitationFull on InvitationPreview {
  workspaceName
  invitedBy
  email
  role
  expiresAt
  hasAccount
}`) as unknown as TypedDocumentString<InvitationQuery, InvitationQueryVariables>;
export const AcceptInvitationDocument = new TypedDocumentString(`
    mutation AcceptInvitation($input: AcceptInvitationInput!) {
  acceptInvitation(input: $input) {
    workspace {
      slug
    }
    userErrors {
      ...Wrong
    }
  }
}
    fragment Wrong on UserError {
  code
  message
  field
}`) as unknown as TypedDocumentString<AcceptInvitationMutation, AcceptInvitationMutationVariables>;
export const SignUpDocument = new TypedDocumentString(`
    mutation SignUp($input: SignUpInput!) {
  signUp(input: $input) {
    userErrors {
      ...Wrong
    }
  }
}
    fragment Wrong on UserError {
  code
  message
  field
}`) as unknown as TypedDocumentString<SignUpMutation, SignUpMutationVariables>;
export const ConfirmSignUpDocument = new TypedDocumentString(`
    mutation ConfirmSignUp($input: ConfirmSignUpInput!) {
  confirmSignUp(input: $input) {
    userErrors {
      ...Wrong
    }
  }
}
    fragment Wrong on UserError {
  code
  message
  field
}`) as unknown as TypedDocumentString<ConfirmSignUpMutation, ConfirmSignUpMutationVariables>;
export const RequestPasswordResetDocument = new TypedDocumentString(`
    mutation RequestPasswordReset($input: RequestPasswordResetInput!) {
  requestPasswordReset(input: $input) {
    userErrors {
      ...Wrong
    }
  }
}
    fragment Wrong on UserError {
  code
  message
  field
}`) as unknown as TypedDocumentString<RequestPasswordResetMutation, RequestPasswordResetMutationVariables>;
export const ResetPasswordDocument = new TypedDocumentString(`
    mutation ResetPassword($input: ResetPasswordInput!) {
  resetPassword(input: $input) {
    userErrors {
      ...Wrong
    }
  }
}
    fragment Wrong on UserError {
  code
  message
  field
}`) as unknown as TypedDocumentString<ResetPasswordMutation, ResetPasswordMutationVariables>;
export const AcceptInvitationWithProviderDocument = new TypedDocumentString(`
    mutation AcceptInvitationWithProvider($input: AcceptInvitationWithProviderInput!) {
  acceptInvitationWithProvider(input: $input) {
    url
    userErrors {
      ...Wrong
    }
  }
}
    fragment Wrong on UserError {
  code
  message
  field
}`) as unknown as TypedDocumentString<AcceptInvitationWithProviderMutation, AcceptInvitationWithProviderMutationVariables>;
export const ConfirmEmailChangeDocument = new TypedDocumentString(`
    mutation ConfirmEmailChange($input: ConfirmEmailChangeInput!) {
  confirmEmailChange(input: $input) {
    userErrors {
      ...Wrong
    }
  }
}
    fragment Wrong on UserError {
  code
  message
  field
}`) as unknown as TypedDocumentString<ConfirmEmailChangeMutation, ConfirmEmailChangeMutationVariables>;
export const MembersDocument = new TypedDocumentString(`
    query Members($workspace: ID!, $first: Int!, $after: String, $filter: MemberFilter, $orderBy: MemberOrder) {
  workspace(id: $workspace) {
    members(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {
      totalCount
      totalCountIsExact
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          ...MemberLine
        }
      }
    }
  }
}
    fragment MemberLine on Member {
  id
  personId
  name
  email
  role
  joinedAt
  version
  isViewer
}`) as unknown as TypedDocumentString<MembersQuery, MembersQueryVariables>;
export const InvitationsDocument = new TypedDocumentString(`
    query Invitations($workspace: ID!, $first: Int!, $after: String) {
  workspace(id: $workspace) {
    invitations(first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          ...InvitationLine
        }
      }
    }
  }
}
    fragment InvitationLine on Invitation {
  id
  email
  role
  invitedBy {
    kind
    label
  }
  createdAt
  sentAt
  expiresAt
  isExpired
}`) as unknown as TypedDocumentString<InvitationsQuery, InvitationsQueryVariables>;
export const KeysOfDocument = new TypedDocumentString(`
    query KeysOf($workspace: ID!, $person: ID!) {
  workspace(id: $workspace) {
    apiKeys(first: 1, filter: {createdBy: $person}) {
      totalCount
    }
  }
}
    `) as unknown as TypedDocumentString<KeysOfQuery, KeysOfQueryVariables>;
export const InviteMemberDocument = new TypedDocumentString(`
    mutation InviteMember($input: InviteMemberInput!) {
  inviteMember(input: $input) {
    invitation {
      id
      email
    }
    link
    userErrors {
      ...Wrong
    }
  }
}
    fragment Wrong on UserError {
  code
  message
  field
}`) as unknown as TypedDocumentString<InviteMemberMutation, InviteMemberMutationVariables>;
export const CancelInvitationDocument = new TypedDocumentString(`
    mutation CancelInvitation($input: CancelInvitationInput!) {
  cancelInvitation(input: $input) {
    userErrors {
      ...Wrong
    }
  }
}
    fragment Wrong on UserError {
  code
  message
  field
}`) as unknown as TypedDocumentString<CancelInvitationMutation, CancelInvitationMutationVariables>;
export const UpdateMemberRoleDocument = new TypedDocumentString(`
    mutation UpdateMemberRole($input: UpdateMemberRoleInput!) {
  updateMemberRole(input: $input) {
    member {
      ...MemberLine
    }
    userErrors {
      ...Wrong
    }
  }
}
    fragment Wrong on UserError {
  code
  message
  field
}
fragment MemberLine on Member {
  id
  personId
  name
  email
  role
  joinedAt
  version
  isViewer
}`) as unknown as TypedDocumentString<UpdateMemberRoleMutation, UpdateMemberRoleMutationVariables>;
export const RemoveMemberDocument = new TypedDocumentString(`
    mutation RemoveMember($input: RemoveMemberInput!) {
  removeMember(input: $input) {
    userErrors {
      ...Wrong
    }
  }
}
    fragment Wrong on UserError {
  code
  message
  field
}`) as unknown as TypedDocumentString<RemoveMemberMutation, RemoveMemberMutationVariables>;
export const LeaveWorkspaceDocument = new TypedDocumentString(`
    mutation LeaveWorkspace($input: LeaveWorkspaceInput!) {
  leaveWorkspace(input: $input) {
    userErrors {
      ...Wrong
    }
  }
}
    fragment Wrong on UserError {
  code
  message
  field
}`) as unknown as TypedDocumentString<LeaveWorkspaceMutation, LeaveWorkspaceMutationVariables>;
export const AllowlistDocument = new TypedDocumentString(`
    query Allowlist($workspace: ID!, $first: Int!, $after: String) {
  workspace(id: $workspace) {
    ipAllowlist {
      active
      viewerAddress
      entries(first: $first, after: $after) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          node {
            ...Entry
          }
        }
      }
    }
  }
}
    fragment Entry on IpAllowlistEntry {
  id
  range
  note
  expiresAt
  createdAt
  createdBy {
    label
  }
  version
}`) as unknown as TypedDocumentString<AllowlistQuery, AllowlistQueryVariables>;
export const CheckAddressDocument = new TypedDocumentString(`
    query CheckAddress($workspace: ID!, $address: String!) {
  workspace(id: $workspace) {
    ipAllowlist {
      active
      check(address: $address) {
        address
        allowed
        entry {
          range
          note
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<CheckAddressQuery, CheckAddressQueryVariables>;
export const AllowlistPreviewDocument = new TypedDocumentString(`
    query AllowlistPreview($workspace: ID!, $add: [String!], $remove: [ID!]) {
  workspace(id: $workspace) {
    ipAllowlist {
      preview(add: $add, remove: $remove) {
        ...Impact
      }
    }
  }
}
    fragment Impact on AllowlistImpact {
  refusedCalls
  moreKeys
  unknownCalls
  keys {
    refusedCalls
    moreAddresses
    apiKey {
      id
      name
    }
    addresses {
      address
      calls
      lastSeen
    }
  }
}`) as unknown as TypedDocumentString<AllowlistPreviewQuery, AllowlistPreviewQueryVariables>;
export const AddIpAllowlistEntriesDocument = new TypedDocumentString(`
    mutation AddIpAllowlistEntries($input: AddIpAllowlistEntriesInput!) {
  addIpAllowlistEntries(input: $input) {
    ...AllowlistChanged
  }
}
    fragment Wrong on UserError {
  code
  message
  field
}
fragment AllowlistChanged on ChangeIpAllowlistPayload {
  propagation {
    ...Spread
  }
  userErrors {
    ...Wrong
  }
}
fragment Spread on Propagation {
  nodes
  waitedMs
  complete
}`) as unknown as TypedDocumentString<AddIpAllowlistEntriesMutation, AddIpAllowlistEntriesMutationVariables>;
export const UpdateIpAllowlistEntryDocument = new TypedDocumentString(`
    mutation UpdateIpAllowlistEntry($input: UpdateIpAllowlistEntryInput!) {
  updateIpAllowlistEntry(input: $input) {
    ...AllowlistChanged
  }
}
    fragment Wrong on UserError {
  code
  message
  field
}
fragment AllowlistChanged on ChangeIpAllowlistPayload {
  propagation {
    ...Spread
  }
  userErrors {
    ...Wrong
  }
}
fragment Spread on Propagation {
  nodes
  waitedMs
  complete
}`) as unknown as TypedDocumentString<UpdateIpAllowlistEntryMutation, UpdateIpAllowlistEntryMutationVariables>;
export const RemoveIpAllowlistEntriesDocument = new TypedDocumentString(`
    mutation RemoveIpAllowlistEntries($input: RemoveIpAllowlistEntriesInput!) {
  removeIpAllowlistEntries(input: $input) {
    ...AllowlistChanged
  }
}
    fragment Wrong on UserError {
  code
  message
  field
}
fragment AllowlistChanged on ChangeIpAllowlistPayload {
  propagation {
    ...Spread
  }
  userErrors {
    ...Wrong
  }
}
fragment Spread on Propagation {
  nodes
  waitedMs
  complete
}`) as unknown as TypedDocumentString<RemoveIpAllowlistEntriesMutation, RemoveIpAllowlistEntriesMutationVariables>;
export const ApiKeyDocument = new TypedDocumentString(`
    query ApiKey($workspace: ID!, $id: ID!) {
  workspace(id: $workspace) {
    apiUrl
    longestLifetimeDays
    apiKey(id: $id) {
      ...KeyFull
    }
  }
}
    fragment KeyFull on ApiKey {
  ...KeyLine
  version
  expiresAt
  createdAt
  supersededRefusals
  disabledAt
  revokedAt
  revocationReason
  revocationNote
  rotation {
    startedAt
    oldSecretValidUntil
    oldSecretHint
    oldSecretLastUse {
      ...Use
    }
  }
  hints {
    code
    sentence
  }
}
fragment Use on KeyUse {
  at
  clientIp
  userAgent
  operation
}
fragment KeyLine on ApiKey {
  id
  name
  scope
  status
  hint
  expiresOn
  createdBy {
    kind
    label
  }
  lastUse {
    ...Use
  }
}`) as unknown as TypedDocumentString<ApiKeyQuery, ApiKeyQueryVariables>;
export const UpdateApiKeyDocument = new TypedDocumentString(`
    mutation UpdateApiKey($input: UpdateApiKeyInput!) {
  updateApiKey(input: $input) {
    propagation {
      ...Spread
    }
    userErrors {
      ...Wrong
    }
  }
}
    fragment Wrong on UserError {
  code
  message
  field
}
fragment Spread on Propagation {
  nodes
  waitedMs
  complete
}`) as unknown as TypedDocumentString<UpdateApiKeyMutation, UpdateApiKeyMutationVariables>;
export const RevokeApiKeyDocument = new TypedDocumentString(`
    mutation RevokeApiKey($input: RevokeApiKeyInput!) {
  revokeApiKey(input: $input) {
    propagation {
      ...Spread
    }
    userErrors {
      ...Wrong
    }
  }
}
    fragment Wrong on UserError {
  code
  message
  field
}
fragment Spread on Propagation {
  nodes
  waitedMs
  complete
}`) as unknown as TypedDocumentString<RevokeApiKeyMutation, RevokeApiKeyMutationVariables>;
export const SetApiKeyDisabledDocument = new TypedDocumentString(`
    mutation SetApiKeyDisabled($input: SetApiKeyDisabledInput!) {
  setApiKeyDisabled(input: $input) {
    propagation {
      ...Spread
    }
    userErrors {
      ...Wrong
    }
  }
}
    fragment Wrong on UserError {
  code
  message
  field
}
fragment Spread on Propagation {
  nodes
  waitedMs
  complete
}`) as unknown as TypedDocumentString<SetApiKeyDisabledMutation, SetApiKeyDisabledMutationVariables>;
export const StartApiKeyRotationDocument = new TypedDocumentString(`
    mutation StartApiKeyRotation($input: StartApiKeyRotationInput!) {
  startApiKeyRotation(input: $input) {
    secret
    userErrors {
      ...Wrong
    }
  }
}
    fragment Wrong on UserError {
  code
  message
  field
}`) as unknown as TypedDocumentString<StartApiKeyRotationMutation, StartApiKeyRotationMutationVariables>;
export const FinishApiKeyRotationDocument = new TypedDocumentString(`
    mutation FinishApiKeyRotation($input: FinishApiKeyRotationInput!) {
  finishApiKeyRotation(input: $input) {
    propagation {
      ...Spread
    }
    userErrors {
      ...Wrong
    }
  }
}
    fragment Wrong on UserError {
  code
  message
  field
}
fragment Spread on Propagation {
  nodes
  waitedMs
  complete
}`) as unknown as TypedDocumentString<FinishApiKeyRotationMutation, FinishApiKeyRotationMutationVariables>;
export const CancelApiKeyRotationDocument = new TypedDocumentString(`
    mutation CancelApiKeyRotation($input: CancelApiKeyRotationInput!) {
  cancelApiKeyRotation(input: $input) {
    propagation {
      ...Spread
    }
    userErrors {
      ...Wrong
    }
  }
}
    fragment Wrong on UserError {
  code
  message
  field
}
fragment Spread on Propagation {
  nodes
  waitedMs
  complete
}`) as unknown as TypedDocumentString<CancelApiKeyRotationMutation, CancelApiKeyRotationMutationVariables>;
export const ApiKeysDocument = new TypedDocumentString(`
    query ApiKeys($workspace: ID!, $first: Int!, $after: String, $filter: ApiKeyFilter, $orderBy: ApiKeyOrder) {
  workspace(id: $workspace) {
    apiKeys(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {
      totalCount
      totalCountIsExact
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          ...KeyLine
        }
      }
    }
  }
}
    fragment Use on KeyUse {
  at
  clientIp
  userAgent
  operation
}
fragment KeyLine on ApiKey {
  id
  name
  scope
  status
  hint
  expiresOn
  createdBy {
    kind
    label
  }
  lastUse {
    ...Use
  }
}`) as unknown as TypedDocumentString<ApiKeysQuery, ApiKeysQueryVariables>;
export const CreateApiKeyDocument = new TypedDocumentString(`
    mutation CreateApiKey($input: CreateApiKeyInput!) {
  createApiKey(input: $input) {
    secret
    apiKey {
      id
      name
      scope
    }
    propagation {
      ...Spread
    }
    userErrors {
      ...Wrong
    }
  }
}
    fragment Wrong on UserError {
  code
  message
  field
}
fragment Spread on Propagation {
  nodes
  waitedMs
  complete
}`) as unknown as TypedDocumentString<CreateApiKeyMutation, CreateApiKeyMutationVariables>;
export const KeyRulesDocument = new TypedDocumentString(`
    query KeyRules($workspace: ID!) {
  workspace(id: $workspace) {
    longestLifetimeDays
    apiUrl
  }
}
    `) as unknown as TypedDocumentString<KeyRulesQuery, KeyRulesQueryVariables>;
export const ExplainRefusalDocument = new TypedDocumentString(`
    query ExplainRefusal($workspace: ID!, $receipt: String!) {
  workspace(id: $workspace) {
    explainRefusal(receipt: $receipt) {
      at
      reason
      sentence
      setting
      operation
      clientIp
      scope
      accessNeeded
      requestId
      apiKey {
        id
        name
        status
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ExplainRefusalQuery, ExplainRefusalQueryVariables>;
export const KeySeriesDocument = new TypedDocumentString(`
    query KeySeries($workspace: ID!, $id: ID!, $range: UsageRange!, $by: UsageGroup!) {
  workspace(id: $workspace) {
    apiKey(id: $id) {
      usage(range: $range, groupBy: $by) {
        ...Series
      }
    }
  }
}
    fragment Series on Usage {
  calls
  refusals
  rows {
    group
    calls
    refusals
  }
}`) as unknown as TypedDocumentString<KeySeriesQuery, KeySeriesQueryVariables>;
export const KeyBreakdownDocument = new TypedDocumentString(`
    query KeyBreakdown($workspace: ID!, $id: ID!, $range: UsageRange!, $by: UsageGroup!) {
  workspace(id: $workspace) {
    apiKey(id: $id) {
      usage(range: $range, groupBy: $by) {
        ...Breakdown
      }
    }
  }
}
    fragment Breakdown on Usage {
  truncated
  rows {
    group
    calls
    refusals
    lastSeen
    apiKey {
      id
      name
    }
  }
}`) as unknown as TypedDocumentString<KeyBreakdownQuery, KeyBreakdownQueryVariables>;
export const WorkspaceSeriesDocument = new TypedDocumentString(`
    query WorkspaceSeries($workspace: ID!, $range: UsageRange!, $by: UsageGroup!) {
  workspace(id: $workspace) {
    usage(range: $range, groupBy: $by) {
      ...Series
    }
  }
}
    fragment Series on Usage {
  calls
  refusals
  rows {
    group
    calls
    refusals
  }
}`) as unknown as TypedDocumentString<WorkspaceSeriesQuery, WorkspaceSeriesQueryVariables>;
export const WorkspaceBreakdownDocument = new TypedDocumentString(`
    query WorkspaceBreakdown($workspace: ID!, $range: UsageRange!, $by: UsageGroup!) {
  workspace(id: $workspace) {
    usage(range: $range, groupBy: $by) {
      ...Breakdown
    }
  }
}
    fragment Breakdown on Usage {
  truncated
  rows {
    group
    calls
    refusals
    lastSeen
    apiKey {
      id
      name
    }
  }
}`) as unknown as TypedDocumentString<WorkspaceBreakdownQuery, WorkspaceBreakdownQueryVariables>;
export const DoorwayDocument = new TypedDocumentString(`
    query Doorway {
  signInMethods {
    providers {
      ...Provider
    }
  }
  signUpOptions {
    signUp
    mail
    shortestPassword
  }
}
    fragment Provider on SignInProvider {
  name
  label
  startPath
  signUp
}`) as unknown as TypedDocumentString<DoorwayQuery, DoorwayQueryVariables>;
export const WaitingDocument = new TypedDocumentString(`
    query Waiting {
  secondFactorChallenge {
    attemptsLeft
  }
}
    `) as unknown as TypedDocumentString<WaitingQuery, WaitingQueryVariables>;
export const SignInDocument = new TypedDocumentString(`
    mutation SignIn($input: SignInInput!) {
  signIn(input: $input) {
    secondFactor {
      attemptsLeft
    }
    userErrors {
      ...Wrong
    }
  }
}
    fragment Wrong on UserError {
  code
  message
  field
}`) as unknown as TypedDocumentString<SignInMutation, SignInMutationVariables>;
export const CompleteSignInDocument = new TypedDocumentString(`
    mutation CompleteSignIn($input: CompleteSignInInput!) {
  completeSignIn(input: $input) {
    userErrors {
      ...Wrong
    }
  }
}
    fragment Wrong on UserError {
  code
  message
  field
}`) as unknown as TypedDocumentString<CompleteSignInMutation, CompleteSignInMutationVariables>;
export const MySupportSessionsDocument = new TypedDocumentString(`
    query MySupportSessions {
  support {
    sessions {
      ...SupportLine
    }
  }
}
    fragment SupportLine on SupportSession {
  id
  workspaceId
  workspaceSlug
  workspaceName
  staff {
    label
  }
  status
  reason
  ticket
  minutes
  requestedAt
  lapsesAt
  startedAt
  endsAt
  endedAt
  endedBy {
    label
  }
  refusedAt
  decidedBy {
    label
  }
}`) as unknown as TypedDocumentString<MySupportSessionsQuery, MySupportSessionsQueryVariables>;
export const TenantsDocument = new TypedDocumentString(`
    query Tenants($search: String!, $first: Int!, $after: String) {
  support {
    tenants(search: $search, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          ...TenantLine
        }
      }
    }
  }
}
    fragment TenantLine on Tenant {
  id
  slug
  name
  timeZone
  createdAt
  suspendedAt
  supportApprovalRequired
  members
  keys
  activeKeys
  allowlistEntries
}`) as unknown as TypedDocumentString<TenantsQuery, TenantsQueryVariables>;
export const LookedIntoDocument = new TypedDocumentString(`
    query LookedInto($slug: String!) {
  workspace(slug: $slug) {
    id
    slug
    name
    timeZone
    viewerMay
    supportSession {
      ...SupportLine
    }
  }
}
    fragment SupportLine on SupportSession {
  id
  workspaceId
  workspaceSlug
  workspaceName
  staff {
    label
  }
  status
  reason
  ticket
  minutes
  requestedAt
  lapsesAt
  startedAt
  endsAt
  endedAt
  endedBy {
    label
  }
  refusedAt
  decidedBy {
    label
  }
}`) as unknown as TypedDocumentString<LookedIntoQuery, LookedIntoQueryVariables>;
export const VisitorsDocument = new TypedDocumentString(`
    query Visitors($workspace: ID!) {
  workspace(id: $workspace) {
    running: supportSessions(first: 10, filter: {status: OPEN}) {
      edges {
        node {
          ...SupportLine
        }
      }
    }
    waiting: supportSessions(first: 10, filter: {status: PENDING_APPROVAL}) {
      edges {
        node {
          ...SupportLine
        }
      }
    }
  }
}
    fragment SupportLine on SupportSession {
  id
  workspaceId
  workspaceSlug
  workspaceName
  staff {
    label
  }
  status
  reason
  ticket
  minutes
  requestedAt
  lapsesAt
  startedAt
  endsAt
  endedAt
  endedBy {
    label
  }
  refusedAt
  decidedBy {
    label
  }
}`) as unknown as TypedDocumentString<VisitorsQuery, VisitorsQueryVariables>;
export const SupportSessionsDocument = new TypedDocumentString(`
    query SupportSessions($workspace: ID!, $first: Int!, $after: String) {
  workspace(id: $workspace) {
    supportSessions(first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          ...SupportLine
        }
      }
    }
  }
}
    fragment SupportLine on SupportSession {
  id
  workspaceId
  workspaceSlug
  workspaceName
  staff {
    label
  }
  status
  reason
  ticket
  minutes
  requestedAt
  lapsesAt
  startedAt
  endsAt
  endedAt
  endedBy {
    label
  }
  refusedAt
  decidedBy {
    label
  }
}`) as unknown as TypedDocumentString<SupportSessionsQuery, SupportSessionsQueryVariables>;
export const StartSupportSessionDocument = new TypedDocumentString(`
    mutation StartSupportSession($input: StartSupportSessionInput!) {
  startSupportSession(input: $input) {
    supportSession {
      ...SupportLine
    }
    userErrors {
      ...Wrong
    }
  }
}
    fragment Wrong on UserError {
  code
  message
  field
}
fragment SupportLine on SupportSession {
  id
  workspaceId
  workspaceSlug
  workspaceName
  staff {
    label
  }
  status
  reason
  ticket
  minutes
  requestedAt
  lapsesAt
  startedAt
  endsAt
  endedAt
  endedBy {
    label
  }
  refusedAt
  decidedBy {
    label
  }
}`) as unknown as TypedDocumentString<StartSupportSessionMutation, StartSupportSessionMutationVariables>;
export const EndSupportSessionDocument = new TypedDocumentString(`
    mutation EndSupportSession($input: EndSupportSessionInput!) {
  endSupportSession(input: $input) {
    userErrors {
      ...Wrong
    }
  }
}
    fragment Wrong on UserError {
  code
  message
  field
}`) as unknown as TypedDocumentString<EndSupportSessionMutation, EndSupportSessionMutationVariables>;
export const ApproveSupportSessionDocument = new TypedDocumentString(`
    mutation ApproveSupportSession($input: ApproveSupportSessionInput!) {
  approveSupportSession(input: $input) {
    userErrors {
      ...Wrong
    }
  }
}
    fragment Wrong on UserError {
  code
  message
  field
}`) as unknown as TypedDocumentString<ApproveSupportSessionMutation, ApproveSupportSessionMutationVariables>;
export const RefuseSupportSessionDocument = new TypedDocumentString(`
    mutation RefuseSupportSession($input: RefuseSupportSessionInput!) {
  refuseSupportSession(input: $input) {
    userErrors {
      ...Wrong
    }
  }
}
    fragment Wrong on UserError {
  code
  message
  field
}`) as unknown as TypedDocumentString<RefuseSupportSessionMutation, RefuseSupportSessionMutationVariables>;
export const WorkspaceSettingsDocument = new TypedDocumentString(`
    query WorkspaceSettings($workspace: ID!) {
  workspace(id: $workspace) {
    ...WorkspaceFull
  }
}
    fragment WorkspaceFull on Workspace {
  id
  slug
  name
  timeZone
  longestLifetimeDays
  disableUnusedAfterDays
  supportApprovalRequired
  suspendedAt
  version
  apiUrl
}`) as unknown as TypedDocumentString<WorkspaceSettingsQuery, WorkspaceSettingsQueryVariables>;
export const CreateWorkspaceDocument = new TypedDocumentString(`
    mutation CreateWorkspace($input: CreateWorkspaceInput!) {
  createWorkspace(input: $input) {
    workspace {
      id
      slug
    }
    userErrors {
      ...Wrong
    }
  }
}
    fragment Wrong on UserError {
  code
  message
  field
}`) as unknown as TypedDocumentString<CreateWorkspaceMutation, CreateWorkspaceMutationVariables>;
export const UpdateWorkspaceDocument = new TypedDocumentString(`
    mutation UpdateWorkspace($input: UpdateWorkspaceInput!) {
  updateWorkspace(input: $input) {
    workspace {
      ...WorkspaceFull
    }
    impact {
      ...KeysImpact
    }
    propagation {
      ...Spread
    }
    userErrors {
      ...Wrong
    }
  }
}
    fragment Wrong on UserError {
  code
  message
  field
}
fragment Spread on Propagation {
  nodes
  waitedMs
  complete
}
fragment WorkspaceFull on Workspace {
  id
  slug
  name
  timeZone
  longestLifetimeDays
  disableUnusedAfterDays
  supportApprovalRequired
  suspendedAt
  version
  apiUrl
}
fragment KeysImpact on WorkspaceImpact {
  stops {
    ...ImpactKey
  }
  moreStops
  starts {
    ...ImpactKey
  }
  moreStarts
  disables {
    ...ImpactKey
  }
  moreDisables
  outlive {
    ...ImpactKey
  }
  moreOutlive
}
fragment ImpactKey on ApiKey {
  id
  name
  hint
  expiresOn
  lastUse {
    at
  }
}`) as unknown as TypedDocumentString<UpdateWorkspaceMutation, UpdateWorkspaceMutationVariables>;