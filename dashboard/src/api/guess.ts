import type { QueryClient, QueryKey } from '@tanstack/react-query'
import type { TypedDocumentString } from './gen/graphql'

// A Guess is what the answers to a query will be like once a change is made.
export interface Guess {
  document: { toString(): string }
  of: (data: unknown) => unknown
}

// guess says how a change will show in the answers to one query. of returns what it does not touch as it is.
export const guess = <R, V>(document: TypedDocumentString<R, V>, of: (data: R) => R): Guess => ({ document, of: (data) => of(data as R) })

// show shows guesses at once. What it returns takes them back, where nothing newer has been read meanwhile.
export async function show(client: QueryClient, guesses: Guess[]): Promise<() => void> {
  const shown: [QueryKey, before: unknown, after: unknown][] = []
  for (const { document, of } of guesses) {
    const asked = { predicate: ({ queryKey }: { queryKey: QueryKey }) => queryKey[0] === document.toString() }
    await client.cancelQueries(asked) // an answer from before the change would take its place
    for (const [key, before] of client.getQueriesData(asked)) {
      if (before !== undefined) shown.push([key, before, client.setQueryData(key, of(before))])
    }
  }
  return () => {
    for (const [key, before, after] of shown) if (client.getQueryData(key) === after) client.setQueryData(key, before)
  }
}

// inList changes the nodes of a list that have an id.
export function inList<N extends { id: string }, L extends { edges: { node: N }[] }>(list: L, id: string, change: (node: N) => N): L {
  return { ...list, edges: list.edges.map((edge) => (edge.node.id === id ? { ...edge, node: change(edge.node) } : edge)) }
}
