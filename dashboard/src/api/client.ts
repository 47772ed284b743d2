import { QueryCache, QueryClient } from '@tanstack/react-query'
import { asFailure } from './failure'
import { MeDocument } from './gen/graphql'

// keyOf names an answer in the cache: the operation and what it was asked with.
export const keyOf = (document: { toString(): string }, variables: unknown) => [document.toString(), variables] as const

// newClient is the cache of what was read. Answers are shown at once and read again when the
// window gets the focus; a request that nobody is signed in for ends the session here as well.
export function newClient(): QueryClient {
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError: (error) => endIfSignedOut(client, error) }),
    defaultOptions: {
      queries: {
        retry: (failures, error) => failures < 2 && asFailure(error).passes,
        retryDelay: (failures) => 500 * 2 ** failures,
      },
    },
  })
  return client
}

// endIfSignedOut makes the page ask for signing in again; its address stays as it is.
export function endIfSignedOut(client: QueryClient, error: unknown): void {
  if (asFailure(error).code === 'UNAUTHENTICATED') client.setQueryData(keyOf(MeDocument, {}), { me: null })
}
