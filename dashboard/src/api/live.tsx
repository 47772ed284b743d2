import { useQueryClient } from '@tanstack/react-query'
import { createContext, type ReactNode, use, useEffect, useMemo, useState } from 'react'
import { endIfSignedOut } from './client'
import { Failure } from './failure'
import { WorkspaceChangesDocument } from './gen/graphql'
import { listen } from './listen'
import { pause, waitMs } from './pause'
import { type Change, touches } from './touched'

const hiddenMs = 10_000

// What will be answered alike for as long as the person and their place in the workspace stay the same.
const final = ['UNAUTHENTICATED', 'NOT_FOUND', 'FORBIDDEN']

const LiveContext = createContext({ live: false, lost: false })

// useIsLive says whether changes are told as they happen. While they are not, screens ask from time to time.
export const useIsLive = () => use(LiveContext).live

// useIsLost says that they are not, although somebody is looking.
export const useIsLost = () => use(LiveContext).lost

// Live loads what is shown again when something in the workspace has changed. It listens while the window is seen, or
// was a moment ago: a browser has few connections for all its windows together. Whatever ended a stream, the next
// begins with loading all of it.
export function Live({ workspaceId, children }: { workspaceId: string; children: ReactNode }) {
  const client = useQueryClient()
  const [live, setLive] = useState(false)
  const seen = useSeen()
  useEffect(() => {
    if (!seen) return
    const end = new AbortController()
    const { signal } = end
    const told = (change: Change) =>
      void client.invalidateQueries({ predicate: ({ queryKey: [query, variables] }) => touches(change, String(query), variables) })
    const follow = async () => {
      for (let failed = 0; !signal.aborted; failed++) {
        const open = () => {
          failed = 0
          setLive(true)
          told({ kind: 'EVERYTHING', apiKeyId: null })
        }
        const code = await listen(WorkspaceChangesDocument, { workspace: workspaceId }, { signal, open, each: (data) => told(data.workspaceChanges) })
        if (signal.aborted) return
        setLive(false)
        if (code && final.includes(code)) {
          endIfSignedOut(client, new Failure(code, '', null))
          return told({ kind: 'EVERYTHING', apiKeyId: null })
        }
        await pause(waitMs(failed), signal)
      }
    }
    void follow()
    return () => {
      end.abort()
      setLive(false)
    }
  }, [client, workspaceId, seen])
  const value = useMemo(() => ({ live, lost: seen && !live }), [live, seen])
  return <LiveContext value={value}>{children}</LiveContext>
}

// useSeen says whether the window is seen. It goes on saying so for a moment after it was hidden.
function useSeen(): boolean {
  const [seen, setSeen] = useState(() => document.visibilityState === 'visible')
  useEffect(() => {
    let hidden: ReturnType<typeof setTimeout> | undefined
    const look = () => {
      clearTimeout(hidden)
      if (document.visibilityState === 'visible') setSeen(true)
      else hidden = setTimeout(() => setSeen(false), hiddenMs)
    }
    document.addEventListener('visibilitychange', look)
    return () => {
      clearTimeout(hidden)
      document.removeEventListener('visibilitychange', look)
    }
  }, [])
  return seen
}
