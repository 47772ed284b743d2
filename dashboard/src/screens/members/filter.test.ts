import { expect, it } from 'vitest'
import { byName, fromQuery, narrowed, type Narrowing, toFilter, toQuery } from './filter'

it.each<Narrowing>([
  { search: '', role: null, sort: byName },
  { search: 'ada & co', role: 'OWNER', sort: { field: 'JOINED_AT', direction: 'DESC' } },
  { search: 'ada@', role: null, sort: { field: 'EMAIL', direction: 'ASC' } },
])('an address leads back to the same list', (narrowing) => {
  expect(fromQuery(new URLSearchParams(toQuery(narrowing)))).toEqual(narrowing)
})

it('takes an address that somebody changed by hand for what it can', () => {
  expect(fromQuery(new URLSearchParams('role=owner&sort=NAME.UP'))).toEqual({ search: '', role: null, sort: byName })
})

it('takes blanks for no search', () => {
  expect(narrowed({ search: '  ', role: null, sort: byName })).toBe(false)
  expect(toFilter({ search: ' ada ', role: null, sort: byName })).toEqual({ search: 'ada', role: null })
})
