import type { ActorKind, AuditEventFilter } from '@/api/gen/graphql'
import { addDays, endOfDay } from '@/parts/time'

// Narrowing is what the log shows. It is in the address, so that it can be kept and sent.
export interface Narrowing {
  action: string | null
  who: string | null // KIND, or KIND:id of one of that kind
  thing: string | null // a kind of target
  target: string | null // the id of one
  from: string | null // the first day, in the workspace's zone
  to: string | null // the last day
}

export const everything: Narrowing = { action: null, who: null, thing: null, target: null, from: null, to: null }

const names = Object.keys(everything) as (keyof Narrowing)[]
const kinds: readonly ActorKind[] = ['MEMBER', 'API_KEY', 'SUPPORT', 'OPERATOR', 'SYSTEM']
const dayPattern = /^\d{4}-\d{2}-\d{2}$/

// fromQuery reads the address; what cannot be is left out.
export function fromQuery(query: URLSearchParams): Narrowing {
  const read = (name: keyof Narrowing) => query.get(name) || null
  const day = (text: string | null) => (text && dayPattern.test(text) && !Number.isNaN(Date.parse(text)) ? text : null)
  const who = read('who')
  return {
    action: read('action'),
    who: who && kinds.some((kind) => kind === kindOf(who)) ? who : null,
    thing: read('thing'),
    target: read('target'),
    from: day(read('from')),
    to: day(read('to')),
  }
}

// toQuery writes the address.
export function toQuery(narrowing: Narrowing): string {
  const query = new URLSearchParams()
  for (const name of names) {
    const value = narrowing[name]
    if (value) query.set(name, value)
  }
  return query.toString()
}

// narrowed says whether the log shows less than everything.
export const narrowed = (narrowing: Narrowing): boolean => names.some((name) => narrowing[name])

// kindOf and idOf are the two parts of who did something.
const kindOf = (who: string): string => who.split(':', 1)[0] ?? ''
const idOf = (who: string): string | null => (who.includes(':') ? who.slice(who.indexOf(':') + 1) : null)

// whoOf names one who did something.
export const whoOf = ({ kind, id }: { kind: ActorKind; id: string | null }): string => (id ? `${kind}:${id}` : kind)

// toFilter is the narrowing as the API takes it: days begin and end in the workspace's zone.
export function toFilter({ action, who, thing, target, from, to }: Narrowing, zone: string): AuditEventFilter {
  const id = who && idOf(who)
  return {
    actions: action ? [action] : null,
    actorId: id || null,
    actorKind: who && !id ? (kindOf(who) as ActorKind) : null,
    targetKind: thing,
    targetId: target,
    since: from && endOfDay(addDays(from, -1), zone),
    until: to && endOfDay(to, zone),
  }
}

// exportPath is where the same events are a file.
export function exportPath(workspaceId: string, format: 'ndjson' | 'csv', filter: AuditEventFilter): string {
  const query = new URLSearchParams()
  for (const action of filter.actions ?? []) query.append('action', action)
  const given = { actor: filter.actorId, actorKind: filter.actorKind, target: filter.targetId, targetKind: filter.targetKind, since: filter.since, until: filter.until }
  for (const [name, value] of Object.entries(given)) if (value) query.set(name, String(value))
  const text = query.toString()
  return `/audit/${encodeURIComponent(workspaceId)}.${format}${text && `?${text}`}`
}
