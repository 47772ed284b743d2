import type { SupportSessionStatus } from '@/api/gen/graphql'
import type { Tone } from '@/parts/tone'

// How support sessions are spoken of on all screens.
export const statuses: Record<SupportSessionStatus, { label: string; tone: Tone }> = {
  PENDING_APPROVAL: { label: 'Waits for an owner', tone: 'warn' },
  OPEN: { label: 'Runs', tone: 'info' },
  ENDED: { label: 'Ended', tone: 'quiet' },
  REFUSED: { label: 'Refused', tone: 'bad' },
  EXPIRED: { label: 'Ran out', tone: 'quiet' },
}

// why is the reason of a session, and its ticket.
export const why = ({ reason, ticket }: { reason: string; ticket: string | null }): string => (ticket ? `“${reason}” (${ticket})` : `“${reason}”`)
