/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** What someone who did something is. */
export type ActorKind =
  /** An integration, by its key. */
  | 'API_KEY'
  /** A member of the workspace. */
  | 'MEMBER'
  /** Whoever runs this installation. */
  | 'OPERATOR'
  /** Latchkey itself, such as its disabling of unused keys. */
  | 'SYSTEM';

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
  /** See the workspace and its settings. From VIEWER on. */
  | 'WORKSPACE_READ'
  /** Change the workspace's settings. From ADMIN on. */
  | 'WORKSPACE_WRITE';

/** How the person who is signed in shows again who they are. */
export type ReauthenticateInput = {
  /** Their password. */
  password: string;
};

/** What a member is in a workspace. Each may do all that those after it may. */
export type Role =
  /** The audit log and the workspace's settings, too. */
  | 'ADMIN'
  /** Creates, edits, rotates, disables and revokes keys, and edits the allowlist. */
  | 'DEVELOPER'
  /** Everything. */
  | 'OWNER'
  /** Sees keys, the allowlist and usage, and opens receipts of refusals. */
  | 'VIEWER';

/** Who signs in. */
export type SignInInput = {
  /** The e-mail address; upper and lower case are the same. */
  email: string;
  /** The password. */
  password: string;
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
  /** The day is later than the workspace's longest lifetime allows, or never where it has one. */
  | 'LIFETIME_TOO_LONG'
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
  /** The key is not being rotated. */
  | 'NO_ROTATION'
  /** The old secret may not go on for so long. */
  | 'OVERLAP_INVALID'
  /** The number of days of a key policy is not from 1 to 3,650. */
  | 'POLICY_DAYS_INVALID'
  /** The part after the slash is not a plain number. */
  | 'RANGE_LENGTH_INVALID'
  /** The number after the slash is too large. */
  | 'RANGE_LENGTH_TOO_LONG'
  /** The range holds IPv4 addresses and others besides. */
  | 'RANGE_MAPPED_TOO_WIDE'
  /** The reason is not one. */
  | 'REVOCATION_REASON_UNKNOWN'
  /** The key is being rotated already. */
  | 'ROTATION_UNDER_WAY'
  /** The scope is not one. */
  | 'SCOPE_UNKNOWN'
  /** A name or note holds what looks like the secret of an API key. */
  | 'SECRET_IN_TEXT'
  /** The slug is not 1 to 40 small letters, digits and hyphens. */
  | 'SLUG_INVALID'
  /** The slug is not the workspace's, so that nothing was confirmed by it. */
  | 'SLUG_MISMATCH'
  /** Another workspace has the slug. */
  | 'SLUG_TAKEN'
  /** The time zone is not one. */
  | 'TIME_ZONE_UNKNOWN'
  /** There are too many entries in the input. */
  | 'TOO_MANY_ENTRIES'
  /** The workspace has as many keys as it may have. */
  | 'TOO_MANY_KEYS'
  /** The person belongs to as many workspaces as one may. */
  | 'TOO_MANY_WORKSPACES'
  /** The range is everybody, and `confirmEveryone` is not true. */
  | 'WOULD_ALLOW_EVERYONE'
  /** The list would be off, and `mayTurnOff` is not true. */
  | 'WOULD_TURN_OFF'
  /** The password of the person who is signed in is another one. */
  | 'WRONG_PASSWORD';

export type MeQueryVariables = Exact<{ [key: string]: never; }>;


export type MeQuery = { me: { id: string, email: string, name: string, isStaff: boolean, memberships: Array<{ role: Role, workspace: { id: string, slug: string, name: string, timeZone: string, viewerMay: Array<Permission> } }> } | null };

export type SignInMutationVariables = Exact<{
  input: SignInInput;
}>;


export type SignInMutation = { signIn: { me: { id: string } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type ReauthenticateMutationVariables = Exact<{
  input: ReauthenticateInput;
}>;


export type ReauthenticateMutation = { reauthenticate: { userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type SignOutMutationVariables = Exact<{ [key: string]: never; }>;


export type SignOutMutation = { signOut: { userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type WrongFragment = { code: UserErrorCode, message: string, field: Array<string> | null };

export type ApiKeysQueryVariables = Exact<{
  workspace: string | number;
  first: number;
  after?: string | null | undefined;
  filter?: ApiKeyFilter | null | undefined;
  orderBy?: ApiKeyOrder | null | undefined;
}>;


export type ApiKeysQuery = { workspace: { apiKeys: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { id: string, name: string, scope: ApiKeyScope, status: ApiKeyStatus, hint: string, expiresOn: string | null, createdBy: { kind: ActorKind, label: string }, lastUse: { at: string, clientIp: string | null, userAgent: string, operation: string } | null } }> } } | null };

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
export const WrongFragmentDoc = new TypedDocumentString(`
    fragment Wrong on UserError {
  code
  message
  field
}
    `, {"fragmentName":"Wrong"}) as unknown as TypedDocumentString<WrongFragment, unknown>;
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
    at
    clientIp
    userAgent
    operation
  }
}
    `, {"fragmentName":"KeyLine"}) as unknown as TypedDocumentString<KeyLineFragment, unknown>;
export const SpreadFragmentDoc = new TypedDocumentString(`
    fragment Spread on Propagation {
  nodes
  waitedMs
  complete
}
    `, {"fragmentName":"Spread"}) as unknown as TypedDocumentString<SpreadFragment, unknown>;
export const MeDocument = new TypedDocumentString(`
    query Me {
  me {
    id
    email
    name
    isStaff
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
export const SignInDocument = new TypedDocumentString(`
    mutation SignIn($input: SignInInput!) {
  signIn(input: $input) {
    me {
      id
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
export const ApiKeysDocument = new TypedDocumentString(`
    query ApiKeys($workspace: ID!, $first: Int!, $after: String, $filter: ApiKeyFilter, $orderBy: ApiKeyOrder) {
  workspace(id: $workspace) {
    apiKeys(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {
      totalCount
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
    at
    clientIp
    userAgent
    operation
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