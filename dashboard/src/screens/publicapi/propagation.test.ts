import { expect, it } from 'vitest'
import { spreadText } from './propagation'

it.each([
  [{ nodes: 3, waitedMs: 12.4, complete: true }, 'Refused everywhere after 12 ms, 3 nodes.'],
  [{ nodes: 1, waitedMs: 0.42, complete: true }, 'Refused everywhere after 0.4 ms, 1 node.'],
  [{ nodes: 2, waitedMs: 2250, complete: true }, 'Refused everywhere after 2.3 s, 2 nodes.'],
  [{ nodes: 0, waitedMs: 0, complete: true }, 'Refused everywhere: no node serves the REST API just now, and none will start without it.'],
  [{ nodes: 2, waitedMs: 900, complete: false }, 'Saved. The wait for all nodes was cut short; each of them honours it within seconds.'],
  [null, 'Refused everywhere.'],
])('says how far a change has come', (spread, text) => expect(spreadText('Refused everywhere', spread)).toBe(text))
