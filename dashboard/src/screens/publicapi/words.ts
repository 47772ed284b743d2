import type { Access, ApiKeyScope, ApiKeyStatus, RefusalReason } from '@/api/gen/graphql'
import type { IconName } from '@/parts/icon'
import type { Tone } from '@/parts/tone'

// How keys are spoken of on all screens.

export const scopes: Record<ApiKeyScope, { label: string; icon: IconName; can: string }> = {
  READ_ONLY: { label: 'Read Only', icon: 'eye', can: 'Gets the workspace’s data. It cannot create, change or delete anything.' },
  WRITE_ONLY: { label: 'Write Only', icon: 'write', can: 'Creates and changes data. It never sees what is stored, and cannot delete.' },
  ALL: { label: 'All', icon: 'all', can: 'Reads, creates, changes and deletes. Only for programs that need all of it.' },
}

export const accesses: Record<Access, string> = { READ: 'Read', WRITE: 'Write', DELETE: 'Delete', OWN: 'None' }

export const statuses: Record<ApiKeyStatus, { label: string; tone: Tone }> = {
  ACTIVE: { label: 'Active', tone: 'good' },
  ROTATING: { label: 'Rotating', tone: 'info' },
  EXPIRED: { label: 'Expired', tone: 'bad' },
  DISABLED: { label: 'Disabled', tone: 'warn' },
  REVOKED: { label: 'Revoked', tone: 'quiet' },
}

// refusals are the reasons for which requests are turned away.
export const refusals: Record<RefusalReason, string> = {
  NO_CREDENTIALS: 'No key was sent',
  MALFORMED: 'What was sent is no key',
  UNKNOWN: 'Nobody here has this key',
  GUESSING: 'Too many unknown keys',
  SUPERSEDED: 'The secret has been replaced',
  REVOKED: 'The key is revoked',
  DISABLED: 'The key was disabled',
  EXPIRED: 'The key had expired',
  OTHER_HOST: 'It went to another workspace’s host',
  SUSPENDED: 'The workspace was suspended',
  WRONG_ADDRESS: 'The address is not on the list',
  NO_ADDRESS: 'The address is unknown',
  WRONG_SCOPE: 'The scope does not allow it',
  CONDITIONAL: 'The scope does not allow the condition',
  KEY_LIMIT: 'Too many requests with the key',
  WORKSPACE_LIMIT: 'Too many requests of the workspace',
}

const answers: Record<string, string> = { '2xx': 'Done (2xx)', '3xx': 'Nothing new (3xx)', '4xx': 'Asked wrongly (4xx)', '5xx': 'Failed (5xx)' }

// outcomeText is how requests ended, as usage counts it: a class of statuses, or the reason of a refusal.
export function outcomeText(outcome: string): string | undefined {
  return answers[outcome] ?? (refusals as Record<string, string>)[outcome.toUpperCase()]
}

// optionsOf makes the choices of a Select.
export function optionsOf<K extends string>(words: Record<K, string | { label: string }>): { value: K; label: string }[] {
  return (Object.keys(words) as K[]).map((value) => {
    const word = words[value]
    return { value, label: typeof word === 'string' ? word : word.label }
  })
}
