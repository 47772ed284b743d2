import type { UsageGroup } from '@/api/gen/graphql'

// Span is the time that a key's use is shown for.
export type Span = '24h' | '7d' | '30d' | '90d'

const hourMs = 3_600_000
const dayMs = 24 * hourMs

export const spans: Record<Span, string> = { '24h': '24 hours', '7d': '7 days', '30d': '30 days', '90d': '90 days' }

const lengths: Record<Span, { by: UsageGroup; step: number; steps: number }> = {
  '24h': { by: 'HOUR', step: hourMs, steps: 24 },
  '7d': { by: 'DAY', step: dayMs, steps: 7 },
  '30d': { by: 'DAY', step: dayMs, steps: 30 },
  '90d': { by: 'DAY', step: dayMs, steps: 90 },
}

export interface Stretch {
  by: UsageGroup
  from: string // the beginning of the first step
  steps: string[] // the groups that usage may have, also those without a call
}

// stretchOf is a span that ends now, in whole hours or days of UTC, as usage is counted.
export function stretchOf(span: Span, now: number): Stretch {
  const { by, step, steps } = lengths[span]
  const last = Math.floor(now / step) * step
  const starts = Array.from({ length: steps }, (_, i) => new Date(last - (steps - 1 - i) * step))
  return { by, from: starts[0]?.toISOString() ?? '', steps: starts.map((at) => groupOf(at, by)) }
}

const groupOf = (at: Date, by: UsageGroup): string => (by === 'DAY' ? at.toISOString().slice(0, 10) : at.toISOString().replace('.000Z', 'Z'))

// stepText names a step, for people.
export function stepText(group: string, by: UsageGroup): string {
  const at = new Date(by === 'DAY' ? `${group}T00:00:00Z` : group)
  const day = { timeZone: 'UTC', day: 'numeric', month: 'short' } as const
  return new Intl.DateTimeFormat('en-GB', by === 'DAY' ? { ...day, weekday: 'short' } : { ...day, hour: '2-digit', minute: '2-digit' }).format(at)
}
