import type { WorkspaceChangeKind, WorkspaceChangesSubscription } from './gen/graphql'

export type Change = WorkspaceChangesSubscription['workspaceChanges']

// What makes an answer stale is told by what was asked for: these are the fields of the schema that show each kind of
// thing. A screen that asks for one of them follows its changes.
const fields: Record<Exclude<WorkspaceChangeKind, 'EVERYTHING'>, string[]> = {
  WORKSPACE: ['workspace'],
  API_KEYS: ['apiKeys', 'apiKey', 'preview'],
  IP_ALLOWLIST: ['ipAllowlist'],
  MEMBERS: ['members', 'invitations', 'memberships', 'creatorHasLeft'],
  SUPPORT_SESSIONS: ['supportSession', 'supportSessions'],
  AUDIT: ['auditEvents'],
  USAGE: ['usage', 'lastUse', 'oldSecretLastUse', 'hints', 'supersededRefusals'],
}

// touches says whether a change makes the answer to a query stale. A change of one key leaves what is known of another.
export function touches({ kind, apiKeyId }: Change, query: string, variables: unknown): boolean {
  if (kind === 'EVERYTHING') return true
  const asked = askedFor(query)
  if (!fields[kind].some((field) => asked.has(field))) return false
  const { id } = (variables ?? {}) as { id?: unknown }
  return kind !== 'API_KEYS' || !apiKeyId || asked.has('apiKeys') || typeof id !== 'string' || id === apiKeyId
}

const known = new Map<string, Set<string>>()

// askedFor is all names in a query.
function askedFor(query: string): Set<string> {
  const names = known.get(query) ?? new Set(query.match(/[A-Za-z]\w*/g))
  known.set(query, names)
  return names
}
