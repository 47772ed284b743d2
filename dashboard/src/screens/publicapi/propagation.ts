import type { SpreadFragment } from '@/api/gen/graphql'

// spreadText says in words how far a change of access has come. done is what holds then, such as
// “Refused everywhere”.
export function spreadText(done: string, spread: SpreadFragment | null): string {
  if (!spread) return `${done}.`
  if (!spread.complete) return 'Saved. The wait for all nodes was cut short; each of them honours it within seconds.'
  if (spread.nodes === 0) return `${done}: no node serves the REST API just now, and none will start without it.`
  return `${done} after ${msText(spread.waitedMs)}, ${spread.nodes} ${spread.nodes === 1 ? 'node' : 'nodes'}.`
}

const msText = (ms: number): string => (ms < 10 ? `${ms.toFixed(1)} ms` : ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`)
