import { expect, it } from 'vitest'
import { everything, exportPath, fromQuery, narrowed, toFilter, toQuery } from './filter'

it.each([
  everything,
  { action: 'api_key.revoked', who: 'MEMBER:0199', thing: 'API_KEY', target: 'key_1', from: '2026-10-25', to: '2026-10-25' },
  { ...everything, who: 'SYSTEM' },
])('an address leads back to the same log', (narrowing) => {
  expect(fromQuery(new URLSearchParams(toQuery(narrowing)))).toEqual(narrowing)
})

it('takes an address that somebody changed by hand for what it can', () => {
  expect(fromQuery(new URLSearchParams('who=NOBODY&from=yesterday&to=2026-13-40&x=y'))).toEqual(everything)
  expect(narrowed(everything)).toBe(false)
})

it('asks for whole days of the workspace’s zone, also when the clock changes', () => {
  const day = { ...everything, from: '2026-10-25', to: '2026-10-25' }
  expect(toFilter(day, 'Europe/Warsaw')).toMatchObject({ since: '2026-10-24T22:00:00.000Z', until: '2026-10-25T23:00:00.000Z' })
})

it('asks for one actor by the id, and for all of a kind by the kind', () => {
  expect(toFilter({ ...everything, who: 'API_KEY:key_1' }, 'UTC')).toMatchObject({ actorId: 'key_1', actorKind: null })
  expect(toFilter({ ...everything, who: 'SUPPORT' }, 'UTC')).toMatchObject({ actorId: null, actorKind: 'SUPPORT' })
})

it('exports what is shown', () => {
  expect(exportPath('w1', 'csv', toFilter(everything, 'UTC'))).toBe('/audit/w1.csv')
  const some = toFilter({ action: 'api_key.revoked', who: 'SYSTEM', thing: 'API_KEY', target: 'key_1', from: null, to: null }, 'UTC')
  expect(exportPath('w1', 'ndjson', some)).toBe('/audit/w1.ndjson?action=api_key.revoked&actorKind=SYSTEM&target=key_1&targetKind=API_KEY')
})
