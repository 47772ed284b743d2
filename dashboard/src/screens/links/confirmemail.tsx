import { Button, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { ConfirmEmailChangeDocument, MeDocument } from '@/api/gen/graphql'
import { useAsk, useChange } from '@/api/use'
import { paths } from '@/app/paths'
import { Door, DoorHead } from '@/parts/door'
import { Providers } from '@/parts/providers'
import { Broken, Loading } from '@/parts/states'
import { Steps } from '@/screens/signin/steps'
import { useToken } from './usetoken'
import { Words } from './words'

// ConfirmEmail is where the link to a new address leads. It takes the person who has asked for it, signed in.
export default function ConfirmEmail() {
  const token = useToken()
  const me = useAsk(MeDocument, {})
  return (
    <Door>
      {!token ? (
        <Words title="This link is not complete" href={paths.account} label="Go to your account">
          Follow the link in the mail once more, or copy all of it into the address bar.
        </Words>
      ) : !me.data ? (
        me.isError ? (
          <Broken failure={me.error} again={() => void me.refetch()} />
        ) : (
          <Loading />
        )
      ) : me.data.me ? (
        <Confirm key={token} token={token} as={me.data.me.email} />
      ) : (
        <Steps
          head={
            <DoorHead title="Confirm your new address" still>
              Sign in first, with your current address: only you can give your account another one.
            </DoorHead>
          }
          beside={({ signInMethods }) => <Providers providers={signInMethods.providers} verb="Sign in" about="Follow the link in the mail again when you are back." returnTo={paths.account} />}
        />
      )}
    </Door>
  )
}

function Confirm({ token, as }: { token: string; as: string }) {
  const [came, setCame] = useState<'done' | 'over' | null>(null)
  const confirm = useChange(ConfirmEmailChangeDocument, (data) => data.confirmEmailChange)
  const go = async () => {
    const payload = await confirm.run({ input: { token } })
    if (payload) setCame(payload.userErrors.length === 0 ? 'done' : 'over')
  }
  if (came === 'over') {
    return (
      <Words title="This link no longer works" href={paths.account} label="Go to your account">
        It has been used, it is over a day old, a newer one took its place, or another person asked for it than <b>{as}</b>, who is signed in here. Ask for
        another one in your account.
      </Words>
    )
  }
  if (came === 'done') {
    return (
      <Words title="Your address is changed" href={paths.account} label="Go to your account">
        You sign in as <b>{as}</b> from now on.
      </Words>
    )
  }
  return (
    <Stack>
      <DoorHead title="Confirm your new address">From then on you sign in with the address that this link was mailed to, and no longer with your current one.</DoorHead>
      <Text size="sm">
        You are signed in as <b>{as}</b>.
      </Text>
      <Button loading={confirm.busy} onClick={go} fullWidth>
        Use the new address
      </Button>
    </Stack>
  )
}
