import type { RevocationReason } from '@/api/gen/graphql'

export const reasons: Record<RevocationReason, string> = {
  LEAKED: 'Its secret has leaked, or may have',
  UNUSED: 'Nobody uses it',
  REPLACED: 'Another key has taken its place',
  PROJECT_ENDED: 'What it was for has ended',
  OTHER: 'Something else',
}
