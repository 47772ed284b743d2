import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import { useConfirm } from '@/app/confirm'
import { tellFailure } from '@/parts/toast'
import { ask } from './ask'
import { endIfSignedOut, keyOf } from './client'
import { asFailure, type Failure } from './failure'
import type { TypedDocumentString, WrongFragment } from './gen/graphql'
import { type Guess, show } from './guess'
import { useIsLive } from './live'

interface Options {
  enabled?: boolean
  everyMs?: number // read again so often while nobody tells of changes; left out, only when something changed
  once?: boolean // read when it is asked for and never by itself, and forgotten when it is not shown any more
  keep?: boolean // show the previous answer until the one for new variables is there
}

// Some things change by time alone, as a key that expires does, and nobody tells of that.
const calmMs = 60_000

// useAsk reads with a query and keeps the answer current.
export function useAsk<R, V>(document: TypedDocumentString<R, V>, variables: V, options: Options = {}) {
  const live = useIsLive()
  const { everyMs } = options
  const query = useQuery<R, Failure>({
    queryKey: keyOf(document, variables),
    queryFn: ({ signal }) => ask(document, variables, signal),
    enabled: options.enabled,
    refetchInterval: everyMs ? (live ? Math.max(everyMs, calmMs) : everyMs) : false,
    staleTime: options.once ? 'static' : undefined,
    gcTime: options.once ? 0 : undefined,
    placeholderData: options.keep ? keepPreviousData : undefined,
  })
  return query
}

// useAhead begins to read what is about to be asked for, before the screen has been drawn for it.
export function useAhead<R, V>(document: TypedDocumentString<R, V>) {
  const client = useQueryClient()
  return useCallback(
    (variables: V) => void client.prefetchQuery({ queryKey: keyOf(document, variables), queryFn: ({ signal }) => ask(document, variables, signal), retry: false }),
    [client, document],
  )
}

// Payload is what every mutation answers with.
interface Payload {
  userErrors: WrongFragment[]
}

// useChange sends a mutation. run returns its payload, whose userErrors the form shows, or null
// when it failed: then the person has been told. What the mutation answered is kept nowhere, since
// it may hold a secret; everything else that is shown is read again after a change. Guesses show what it will do before
// the server has done it, for what nobody's access hangs on; they are taken back when it did not.
export function useChange<R, V, P extends Payload>(document: TypedDocumentString<R, V>, payloadOf: (data: R) => P) {
  const client = useQueryClient()
  const confirm = useConfirm()
  const [busy, setBusy] = useState(false)
  const run = useCallback(
    async (variables: V, guesses: Guess[] = []): Promise<P | null> => {
      setBusy(true)
      const takeBack = await show(client, guesses)
      try {
        const payload = payloadOf(await confirmed(confirm, () => ask(document, variables)))
        if (payload.userErrors.length > 0) takeBack()
        const stale = payload.userErrors.every((error) => error.code === 'CONFLICT') // also when there are none
        if (stale) void client.invalidateQueries()
        return payload
      } catch (thrown) {
        takeBack()
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
