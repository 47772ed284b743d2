import type { ApiKeyScope, ApiKeyStatus } from '@/api/gen/graphql'
import type { IconName } from '@/parts/icon'
import type { Tone } from '@/parts/tone'

// How keys are spoken of on all screens.

export const scopes: Record<ApiKeyScope, { label: string; icon: IconName; can: string }> = {
  READ_ONLY: { label: 'Read Only', icon: 'eye', can: 'Gets the workspace’s data. It cannot create, change or delete anything.' },
  WRITE_ONLY: { label: 'Write Only', icon: 'write', can: 'Creates and changes data. It never sees what is stored, and cannot delete.' },
  ALL: { label: 'All', icon: 'all', can: 'Reads, creates, changes and deletes. Only for programs that need all of it.' },
}

export const statuses: Record<ApiKeyStatus, { label: string; tone: Tone }> = {
  ACTIVE: { label: 'Active', tone: 'good' },
  ROTATING: { label: 'Rotating', tone: 'info' },
  EXPIRED: { label: 'Expired', tone: 'bad' },
  DISABLED: { label: 'Disabled', tone: 'warn' },
  REVOKED: { label: 'Revoked', tone: 'quiet' },
}

// optionsOf makes the choices of a Select.
export function optionsOf<K extends string>(words: Record<K, string | { label: string }>): { value: K; label: string }[] {
  return (Object.keys(words) as K[]).map((value) => {
    const word = words[value]
    return { value, label: typeof word === 'string' ? word : word.label }
  })
}
