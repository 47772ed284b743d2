import { expect, it } from 'vitest'
import { changesOf } from './values'
import { actionChoices, nameText } from './words'

const v = (name: string, text: string) => ({ name, text })

it('pairs what was with what is', () => {
  expect(changesOf({ before: [v('name', 'Old'), v('expiresOn', '2026-11-30')], after: [v('name', 'New'), v('expiresOn', '')] })).toEqual([
    { name: 'name', before: 'Old', after: 'New' },
    { name: 'expiresOn', before: '2026-11-30', after: '' },
  ])
})

it('tells what is new and what is gone from what changed', () => {
  expect(changesOf({ before: [], after: [v('name', 'New'), v('note', '')] })).toEqual([{ name: 'name', before: null, after: 'New' }])
  expect(changesOf({ before: [v('203.0.113.7', 'Office')], after: [] })).toEqual([{ name: '203.0.113.7', before: 'Office', after: null }])
})

it('shows all values of one name', () => {
  expect(changesOf({ before: [], after: [v('action', 'a.b'), v('action', 'c.d')] })).toEqual([{ name: 'action', before: null, after: 'a.b, c.d' }])
})

it.each([
  ['expiresOn', 'Day of expire'],
  ['secondFactor', 'Second factor'],
  ['name', 'Name'],
  ['203.0.113.0/24', '203.0.113.0/24'],
  ['203.0.113.7 expiresAt', '203.0.113.7: expires'],
])('reads %s as %s', (name, text) => expect(nameText(name)).toBe(text))

it('offers the actions of workspaces by what they are about', () => {
  const actions = ['support.searched', 'api_key.revoked', 'session.signed_in', 'api_key.created'].map((name) => ({ name, sentence: `Did ${name}.` }))
  expect(actionChoices(actions)).toEqual([
    {
      group: 'API keys',
      items: [
        { value: 'api_key.revoked', label: 'Did api_key.revoked' },
        { value: 'api_key.created', label: 'Did api_key.created' },
      ],
    },
  ])
})
