import type { ActorKind } from '@/api/gen/graphql'
import type { IconName } from '@/parts/icon'

// How the audit log speaks of who did something, to what, and of what changed.

export const actors: Record<ActorKind, string> = {
  MEMBER: 'Members',
  API_KEY: 'API keys',
  SUPPORT: 'Support staff',
  OPERATOR: 'The operator of this installation',
  SYSTEM: 'Latchkey itself',
}

interface Thing {
  label: string // several of them
  icon: IconName
}

// things are the kinds of targets that events of a workspace have.
export const things: Record<string, Thing> = {
  API_KEY: { label: 'API keys', icon: 'key' },
  IP_ALLOWLIST_ENTRY: { label: 'IP Whitelisting: one entry', icon: 'shield' },
  IP_ALLOWLIST: { label: 'IP Whitelisting: several entries', icon: 'shield' },
  WORKSPACE: { label: 'The workspace', icon: 'building' },
  PERSON: { label: 'People', icon: 'people' },
  SUPPORT_SESSION: { label: 'Support sessions', icon: 'eye' },
}

export const iconOf = (kind: string): IconName => things[kind]?.icon ?? 'list'

// groups are the actions that a workspace's events have, by what their names begin with. What
// begins otherwise happens outside of workspaces.
const groups: Record<string, string> = {
  api_key: 'API keys',
  ip_allowlist: 'IP Whitelisting',
  member: 'Members',
  workspace: 'The workspace',
  support: 'Support',
  audit: 'The audit log',
}

const outside = 'support.searched'

// actionChoices are the actions as a Select offers them.
export function actionChoices(actions: { name: string; sentence: string }[]) {
  return Object.entries(groups).flatMap(([prefix, group]) => {
    const items = actions.filter(({ name }) => name.startsWith(`${prefix}.`) && name !== outside)
    return items.length > 0 ? [{ group, items: items.map(({ name, sentence }) => ({ value: name, label: sentence.replace(/\.$/, '') })) }] : []
  })
}

// looks are the screens of a workspace that support looks at.
export const looks: Record<string, string> = {
  WORKSPACE: 'General and security',
  API_KEYS: 'API keys',
  IP_ALLOWLIST: 'IP Whitelisting',
  USAGE: 'Usage',
  REFUSALS: 'Explain a refusal',
  AUDIT: 'Audit log',
  MEMBERS: 'Members',
  SUPPORT_SESSIONS: 'Support sessions',
}

const valueNames: Record<string, string> = {
  expiresOn: 'Day of expire',
  expiresAt: 'Expires',
  timeZone: 'Time zone',
  longestLifetimeDays: 'Longest lifetime of keys',
  disableUnusedAfterDays: 'Disable unused keys after',
  supportApprovalRequired: 'Approval of support sessions',
  look: 'Screen',
  oldSecretUntil: 'Old secret until',
  keys: 'Number of keys',
  actorKind: 'Kind of actor',
  targetKind: 'Kind of thing',
  targetLabel: 'Name of the thing',
}

// nameText is a value's name as people read it. Names that are addresses stay as they are.
export function nameText(name: string): string {
  const known = valueNames[name]
  if (known) return known
  if (!/^[a-z][A-Za-z]*$/.test(name)) return name.replace(/ expiresAt$/, ': expires')
  const words = name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
  return words.charAt(0).toUpperCase() + words.slice(1)
}
