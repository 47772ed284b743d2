import { Button, Stack } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'wouter'
import { ask } from '@/api/ask'
import { asFailure } from '@/api/failure'
import { type InvitationFullFragment, SignOutDocument } from '@/api/gen/graphql'
import { DoorHead } from '@/parts/door'
import { tellFailure } from '@/parts/toast'

interface Props {
  as: string // who is signed in
  invitation: InvitationFullFragment
}

// WrongPerson is for somebody who is signed in with another address than the invited one.
export function WrongPerson({ as, invitation }: Props) {
  const client = useQueryClient()
  const [busy, setBusy] = useState(false)
  // The page is not loaded anew, which would lose the link's token; what was read in the session goes all the same.
  const leave = async () => {
    setBusy(true)
    try {
      await ask(SignOutDocument, {})
      await client.resetQueries()
    } catch (thrown) {
      tellFailure(asFailure(thrown))
      setBusy(false)
    }
  }
  return (
    <Stack>
      <DoorHead title="This invitation is for another address">
        It is for <b>{invitation.email}</b>, to join {invitation.workspaceName}. You are signed in as <b>{as}</b>. If the other address is yours, too, sign out:
        the invitation stays here.
      </DoorHead>
      <Button onClick={leave} loading={busy} fullWidth>
        Sign out and continue
      </Button>
      <Button component={Link} href="/" variant="default" fullWidth>
        Stay signed in
      </Button>
    </Stack>
  )
}
