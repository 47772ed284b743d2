import { Anchor, Button, Stack, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { Link } from 'wouter'
import { DoorwayDocument, type DoorwayQuery, MeDocument, SignUpDocument } from '@/api/gen/graphql'
import { useAsk, useChange } from '@/api/use'
import { signOut } from '@/app/signout'
import { Door, DoorHead } from '@/parts/door'
import { useFields } from '@/parts/fields'
import { NewPassword } from '@/parts/newpassword'
import { Broken, Loading } from '@/parts/states'
import { Wrongs } from '@/parts/wrongs'
import { Providers } from '@/parts/providers'
import { Words } from './words'

// SignUp asks for an account, where whoever runs this installation lets people do so.
export default function SignUp() {
  const doorway = useAsk(DoorwayDocument, {})
  const me = useAsk(MeDocument, {})
  const broken = doorway.isError ? doorway : me.isError ? me : null
  return (
    <Door
      below={
        !me.data?.me && (
          <>
            Have an account? <Link href="/">Sign in</Link>
          </>
        )
      }
    >
      {doorway.data && me.data ? (
        me.data.me ? (
          <Already email={me.data.me.email} />
        ) : (
          <Ways doorway={doorway.data} />
        )
      ) : broken ? (
        <Broken failure={broken.error} again={() => void broken.refetch()} />
      ) : (
        <Loading />
      )}
    </Door>
  )
}

function Already({ email }: { email: string }) {
  return (
    <Stack>
      <DoorHead title="You have an account">
        You are signed in as <b>{email}</b>. To sign up with another address,{' '}
        <Anchor component="button" type="button" inherit onClick={() => void signOut()}>
          sign out
        </Anchor>{' '}
        first.
      </DoorHead>
      <Button component={Link} href="/" fullWidth>
        Go to the settings
      </Button>
    </Stack>
  )
}

function Ways({ doorway }: { doorway: DoorwayQuery }) {
  const { signUp, shortestPassword } = doorway.signUpOptions
  const providers = doorway.signInMethods.providers.filter((provider) => provider.signUp)
  const [sentTo, setSentTo] = useState<string | null>(null)
  if (!signUp && providers.length === 0) {
    return (
      <Words title="Sign up" label="Back to signing in">
        Nobody signs up by themselves here. Ask a member of your workspace for an invitation.
      </Words>
    )
  }
  if (sentTo !== null) {
    return (
      <DoorHead title="Check your mail">
        A link is on its way to <b>{sentTo}</b>. Follow it within 24 hours, and enter the password that you have chosen: then the account is yours.
      </DoorHead>
    )
  }
  return (
    <Stack>
      <ByMail on={signUp} shortest={shortestPassword} sent={setSentTo} />
      <Providers providers={providers} verb="Sign up" returnTo="/" or={signUp} />
    </Stack>
  )
}

function ByMail({ on, shortest, sent }: { on: boolean; shortest: number; sent: (to: string) => void }) {
  const { values, set, setErrors, of, rest } = useFields({ name: '', email: '', password: '' })
  const signUp = useChange(SignUpDocument, (data) => data.signUp)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const payload = await signUp.run({ input: values })
    if (!payload) return
    setErrors(payload.userErrors)
    if (payload.userErrors.length === 0) sent(values.email)
  }
  if (!on) return <DoorHead title="Sign up">With an account that you have elsewhere.</DoorHead>
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <DoorHead title="Sign up" still>
          We mail you a link that confirms your address.
        </DoorHead>
        <Wrongs errors={rest} />
        <TextInput label="Your name" description="As your colleagues read it." autoComplete="name" autoFocus required maxLength={100} value={values.name} onChange={(event) => set('name', event.currentTarget.value)} error={of('name')} />
        <TextInput label="E-mail address" type="email" autoComplete="username" required value={values.email} onChange={(event) => set('email', event.currentTarget.value)} error={of('email')} />
        <NewPassword label="Password" shortest={shortest} value={values.password} onChange={(password) => set('password', password)} error={of('password')} />
        <Button type="submit" loading={signUp.busy} fullWidth>
          Sign up
        </Button>
      </Stack>
    </form>
  )
}
