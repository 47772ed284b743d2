import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ask } from '@/api/ask'
import type { Failure } from '@/api/failure'
import { InvitationDocument, type InvitationQuery } from '@/api/gen/graphql'
import { newAttempt } from '@/parts/fields'

// useInvitation reads what a link is about. The answer is kept under a name of its own, since the token opens
// a door and belongs into no cache.
export function useInvitation(token: string) {
  const [name] = useState(newAttempt)
  return useQuery<InvitationQuery, Failure>({
    queryKey: ['invitation', name],
    queryFn: ({ signal }) => ask(InvitationDocument, { token }, signal),
    gcTime: 0,
  })
}
