import { expect, it } from 'vitest'
import { fromQuery, narrowed, type Narrowing, newestFirst, toFilter, toQuery } from './filter'

const everything: Narrowing = { search: '', status: null, scope: null, special: null, sort: newestFirst }

it.each<Narrowing>([
  everything,
  { search: 'crm & co', status: 'ROTATING', scope: 'ALL', special: 'mine', sort: { field: 'NAME', direction: 'ASC' } },
  { ...everything, special: 'soon', sort: { field: 'EXPIRES_ON', direction: 'ASC' } },
])('an address leads back to the same list', (narrowing) => {
  expect(fromQuery(new URLSearchParams(toQuery(narrowing)))).toEqual(narrowing)
})

it('takes an address that somebody changed by hand for what it can', () => {
  expect(fromQuery(new URLSearchParams('status=NONE&scope=all&show=x&sort=NAME'))).toEqual(everything)
})

it('asks for keys that expire within 14 days, today included', () => {
  const filter = toFilter({ ...everything, special: 'soon' }, 'ada', '2026-11-30')
  expect(filter).toMatchObject({ status: 'ACTIVE', expiresBefore: '2026-12-15' })
})

it('takes blanks for no search', () => {
  expect(narrowed({ ...everything, search: '  ' })).toBe(false)
  expect(toFilter({ ...everything, search: ' crm ' }, 'ada', '2026-11-30').search).toBe('crm')
})
