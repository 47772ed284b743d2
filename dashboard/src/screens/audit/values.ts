import type { AuditLineFragment } from '@/api/gen/graphql'

export interface Change {
  name: string
  before: string | null // null when there was no such value
  after: string | null // null when there is none any more
}

// changesOf pairs what was with what is, in the order of the event.
export function changesOf({ before, after }: Pick<AuditLineFragment, 'before' | 'after'>): Change[] {
  const names = [...new Set([...before, ...after].map(({ name }) => name))]
  const all = names.map((name) => ({ name, before: textOf(before, name), after: textOf(after, name) }))
  // What is empty on its only side says nothing.
  return all.filter((change) => change.before || change.after)
}

// textOf joins the values of one name: an export may name several actions.
function textOf(values: { name: string; text: string }[], name: string): string | null {
  const own = values.filter((value) => value.name === name)
  return own.length > 0 ? own.map(({ text }) => text).join(', ') : null
}
