import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import { useConfirm } from '@/app/confirm'
import { tellFailure } from '@/parts/toast'
import { ask } from './ask'
import { endIfSignedOut, keyOf } from './client'
import { asFailure, type Failure } from './failure'
import type { TypedDocumentString, WrongFragment } from './gen/graphql'

interface Options {
  enabled?: boolean
  everyMs?: number // read again so often; left out, only when something changed
  keep?: boolean // show the previous answer until the one for new variables is there
}

// useAsk reads with a query and keeps the answer current.
export function useAsk<R, V>(document: TypedDocumentString<R, V>, variables: V, options: Options = {}) {
  const query = useQuery<R, Failure>({
    queryKey: keyOf(document, variables),
    queryFn: ({ signal }) => ask(document, variables, signal),
    enabled: options.enabled,
    refetchInterval: options.everyMs ?? false,
    placeholderData: options.keep ? keepPreviousData : undefined,
  })
  return query
}

// Payload is what every mutation answers with.
interface Payload {
  userErrors: WrongFragment[]
}

// useChange sends a mutation. run returns its payload, whose userErrors the form shows, or null
// when it failed: then the person has been told. What the mutation answered is kept nowhere, since
// it may hold a secret; everything else that is shown is read again after a change.
export function useChange<R, V, P extends Payload>(document: TypedDocumentString<R, V>, payloadOf: (data: R) => P) {
  const client = useQueryClient()
  const confirm = useConfirm()
  const [busy, setBusy] = useState(false)
  const run = useCallback(
    async (variables: V): Promise<P | null> => {
      setBusy(true)
      try {
        const payload = payloadOf(await confirmed(confirm, () => ask(document, variables)))
        const stale = payload.userErrors.every((error) => error.code === 'CONFLICT') // also when there are none
        if (stale) void client.invalidateQueries()
        return payload
      } catch (thrown) {
        endIfSignedOut(client, thrown)
        if (!(thrown instanceof NotConfirmed)) tellFailure(asFailure(thrown))
        return null
      } finally {
        setBusy(false)
      }
    },
    // payloadOf picks a field and is the same on each render in all but identity.
    [client, confirm, document],
  )
  return { run, busy }
}

class NotConfirmed extends Error {}

// confirmed runs send, and once more after the person has confirmed who they are, if that is asked.
async function confirmed<T>(confirm: () => Promise<boolean>, send: () => Promise<T>): Promise<T> {
  try {
    return await send()
  } catch (thrown) {
    if (asFailure(thrown).code !== 'REAUTHENTICATION_REQUIRED') throw thrown
    if (!(await confirm())) throw new NotConfirmed()
    return send()
  }
}
