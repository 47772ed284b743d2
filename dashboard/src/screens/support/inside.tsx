import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useCallback, useMemo, useRef } from 'react'
import { LookedIntoDocument, type SupportLineFragment } from '@/api/gen/graphql'
import { useAsk } from '@/api/use'
import { Around } from '@/app/shell'
import { Broken, Loading } from '@/parts/states'
import { Banner } from './banner'
import { NoSession, Over } from './over'

interface Props {
  slug: string
  children: ReactNode
}

// Inside shows support staff the screens of a workspace, as long as a session of theirs runs there. The server says
// when that is over; the clock here only says when to ask.
export default function Inside({ slug, children }: Props) {
  const client = useQueryClient()
  const asked = useAsk(LookedIntoDocument, { slug }, { everyMs: 15_000 })
  const ranOut = useCallback(() => void client.invalidateQueries(), [client])
  const last = useRef<SupportLineFragment>(null)
  const found = asked.data?.workspace
  const place = useMemo(() => {
    if (!found?.supportSession) return null
    const { supportSession: _, ...workspace } = found
    return { ...workspace, role: null }
  }, [found])
  if (asked.isPending) return <Loading full />
  if (!asked.data) return <Broken failure={asked.error} again={() => void asked.refetch()} full />
  if (!found?.supportSession || !place) return last.current ? <Over session={last.current} /> : <NoSession slug={slug} />
  last.current = found.supportSession
  return (
    <Around place={place} above={<Banner session={found.supportSession} ranOut={ranOut} />}>
      {children}
    </Around>
  )
}
