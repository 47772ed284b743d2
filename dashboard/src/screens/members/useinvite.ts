import { useRef } from 'react'
import { InviteMemberDocument, type Role } from '@/api/gen/graphql'
import { useChange } from '@/api/use'
import { useWorkspace } from '@/app/workspace'
import { newAttempt } from '@/parts/fields'

// useInvite invites somebody. The same wish, sent again after its answer was lost, invites nobody twice.
export function useInvite() {
  const { id } = useWorkspace()
  const invite = useChange(InviteMemberDocument, (data) => data.inviteMember)
  const attempt = useRef({ of: '', key: '' })
  const run = async (whom: { email: string; role: Role }) => {
    const of = JSON.stringify(whom)
    if (attempt.current.of !== of) attempt.current = { of, key: newAttempt() }
    const payload = await invite.run({ input: { workspaceId: id, ...whom, idempotencyKey: attempt.current.key } })
    if (payload) attempt.current = { of: '', key: '' } // it was answered: the next one is another wish
    return payload
  }
  return { run, busy: invite.busy }
}
