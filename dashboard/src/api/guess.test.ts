import { QueryClient } from '@tanstack/react-query'
import { expect, it } from 'vitest'
import { keyOf } from './client'
import { ApiKeyDocument, type ApiKeyQuery } from './gen/graphql'
import { guess, inList, show } from './guess'

const key = keyOf(ApiKeyDocument, { workspace: 'w', id: 'key_1' })
const named = (name: string) => ({ workspace: { apiKey: { id: 'key_1', name } } }) as unknown as ApiKeyQuery
const rename = (name: string) => guess(ApiKeyDocument, () => named(name))

it('shows what a change will do, and takes it back', async () => {
  const client = new QueryClient()
  client.setQueryData(key, named('Before'))
  const back = await show(client, [rename('After')])
  expect(client.getQueryData(key)).toEqual(named('After'))
  back()
  expect(client.getQueryData(key)).toEqual(named('Before'))
})

it('takes nothing back over what was read since', async () => {
  const client = new QueryClient()
  client.setQueryData(key, named('Before'))
  const back = await show(client, [rename('After')])
  client.setQueryData(key, named('By somebody else'))
  back()
  expect(client.getQueryData(key)).toEqual(named('By somebody else'))
})

it('changes one of a list', () => {
  const list = { total: 2, edges: [{ node: { id: 'a', note: 'x' } }, { node: { id: 'b', note: 'y' } }] }
  expect(inList(list, 'b', (node: { id: string; note: string }) => ({ ...node, note: 'z' })).edges.map((edge) => edge.node.note)).toEqual(['x', 'z'])
})
