import { useState } from 'react'
import { type InvitationFullFragment, MeDocument } from '@/api/gen/graphql'
import { useAsk } from '@/api/use'
import { Door } from '@/parts/door'
import { Broken, Loading } from '@/parts/states'
import { Accept, Stranger } from './accept'
import { useInvitation } from './useinvitation'
import { useToken } from './usetoken'
import { Words } from './words'
import { WrongPerson } from './wrongperson'

// Invitation is where the link of an invitation leads.
export default function Invitation() {
  const token = useToken()
  return (
    <Door>
      {token ? (
        <Followed key={token} token={token} />
      ) : (
        <Words title="This link is not complete">
          Follow the link in the mail once more, or copy all of it into the address bar. If the mail is gone, ask whoever invited you for another one.
        </Words>
      )}
    </Door>
  )
}

function Followed({ token }: { token: string }) {
  const found = useInvitation(token)
  const me = useAsk(MeDocument, {})
  const [accepted, setAccepted] = useState(false) // the way leads into the workspace now
  const broken = found.isError && !found.data ? found : me.isError && !me.data ? me : null
  if (broken) return <Broken failure={broken.error} again={() => void broken.refetch()} />
  if (accepted || !found.data || !me.data) return <Loading />
  const { invitation } = found.data
  if (!invitation) {
    return (
      <Words title="This invitation no longer works">
        It has been accepted, cancelled, replaced by a newer one, or it is over 7 days old. If you have accepted it already, you are a member. Otherwise ask
        whoever invited you for another one.
      </Words>
    )
  }
  const link = { token, invitation, done: () => setAccepted(true) }
  if (!me.data.me) return <Stranger {...link} />
  return same(me.data.me.email, invitation) ? <Accept {...link} as={me.data.me.email} /> : <WrongPerson invitation={invitation} as={me.data.me.email} />
}

// same says whether an address is the invited one, as far as a browser can tell; the API has the last word.
const same = (email: string, invitation: InvitationFullFragment): boolean => email.toLowerCase() === invitation.email.toLowerCase()
