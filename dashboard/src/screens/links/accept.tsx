import { Button, Stack, Text, TextInput } from '@mantine/core'
import type { FormEvent } from 'react'
import { useLocation } from 'wouter'
import { AcceptInvitationDocument, type AcceptInvitationInput, AcceptInvitationWithProviderDocument, DoorwayDocument, type InvitationFullFragment, type ProviderFragment } from '@/api/gen/graphql'
import { useAsk, useChange } from '@/api/use'
import { paths } from '@/app/paths'
import { roleAbout, roleNames } from '@/app/roles'
import { useEnter } from '@/app/useenter'
import { DoorHead } from '@/parts/door'
import { useFields } from '@/parts/fields'
import { NewPassword } from '@/parts/newpassword'
import { Broken, Loading } from '@/parts/states'
import { instantText, viewerZone } from '@/parts/time'
import { Wrongs } from '@/parts/wrongs'
import { Providers } from '@/parts/providers'
import { Steps } from '@/screens/signin/steps'

export interface Link {
  token: string
  invitation: InvitationFullFragment
  done: () => void // they are a member
}

// useAccept makes whoever is signed in a member, or a new person, and leads into the workspace.
function useAccept({ token, done }: Link) {
  const accept = useChange(AcceptInvitationDocument, (data) => data.acceptInvitation)
  const [, navigate] = useLocation()
  const enter = useEnter()
  const run = async (more: Omit<AcceptInvitationInput, 'token'> = {}) => {
    const payload = await accept.run({ input: { token, ...more } })
    if (payload?.workspace) {
      done()
      await enter()
      navigate(paths.publicApi(payload.workspace.slug), { replace: true })
    }
    return payload?.userErrors ?? []
  }
  return { run, busy: accept.busy }
}

// About says what the invitation is.
function About({ invitation }: { invitation: InvitationFullFragment }) {
  const { invitedBy, role, expiresAt } = invitation
  return (
    <>
      <b>{invitedBy}</b> invites you, as {roleNames[role]}: {roleAbout[role].charAt(0).toLowerCase() + roleAbout[role].slice(1)} The invitation holds until{' '}
      {instantText(expiresAt)} ({viewerZone()}).
    </>
  )
}

const join = (invitation: InvitationFullFragment) => `Join ${invitation.workspaceName}`

// Accept is for the person who is invited, and signed in.
export function Accept({ as, ...link }: Link & { as: string }) {
  const accept = useAccept(link)
  const { setErrors, rest } = useFields({})
  return (
    <Stack>
      <DoorHead title={join(link.invitation)}>
        <About invitation={link.invitation} />
      </DoorHead>
      <Text size="sm">
        You are signed in as <b>{as}</b>.
      </Text>
      <Wrongs errors={rest} />
      <Button loading={accept.busy} onClick={async () => setErrors(await accept.run())} fullWidth>
        Accept the invitation
      </Button>
    </Stack>
  )
}

// Stranger is for who is not signed in: somebody with an account signs in, and others get one.
export function Stranger(link: Link) {
  if (!link.invitation.hasAccount) return <NewPerson {...link} />
  return (
    <Steps
      fixed={link.invitation.email}
      head={
        <>
          <DoorHead title={join(link.invitation)} still>
            <About invitation={link.invitation} />
          </DoorHead>
          <Text size="sm">You have an account: sign in with it to accept.</Text>
        </>
      }
      beside={({ signInMethods }) => (
        <Providers providers={signInMethods.providers} verb="Sign in" returnTo={paths.invitation} about="Follow the link in the mail again when you are back." />
      )}
    />
  )
}

function NewPerson(link: Link) {
  const accept = useAccept(link)
  const doorway = useAsk(DoorwayDocument, {})
  const { values, set, setErrors, of, rest } = useFields({ name: '', password: '' })
  if (!doorway.data) return doorway.isError ? <Broken failure={doorway.error} again={() => void doorway.refetch()} /> : <Loading />
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setErrors(await accept.run(values))
  }
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <DoorHead title={join(link.invitation)} still>
          <About invitation={link.invitation} />
        </DoorHead>
        <Wrongs errors={rest} />
        <TextInput label="E-mail address" type="email" autoComplete="username" readOnly value={link.invitation.email} />
        <TextInput label="Your name" description="As your colleagues read it." autoComplete="name" autoFocus required maxLength={100} value={values.name} onChange={(event) => set('name', event.currentTarget.value)} error={of('name')} />
        <NewPassword label="Password" shortest={doorway.data.signUpOptions.shortestPassword} value={values.password} onChange={(password) => set('password', password)} error={of('password')} />
        <Button type="submit" loading={accept.busy} fullWidth>
          Create the account, and join
        </Button>
        <ByProvider token={link.token} providers={doorway.data.signInMethods.providers} />
      </Stack>
    </form>
  )
}

// ByProvider accepts with an account elsewhere, which needs no password here: the browser leaves for it.
function ByProvider({ token, providers }: { token: string; providers: ProviderFragment[] }) {
  const begin = useChange(AcceptInvitationWithProviderDocument, (data) => data.acceptInvitationWithProvider)
  const { setErrors, rest } = useFields({})
  const go = async (provider: string) => {
    const payload = await begin.run({ input: { token, provider, returnTo: '/' } })
    if (payload?.url) location.assign(payload.url)
    else setErrors(payload?.userErrors ?? [])
  }
  return (
    <>
      <Wrongs errors={rest} />
      <Providers providers={providers} verb="Join" busy={begin.busy} go={(name) => void go(name)} about="The provider has to know you by the invited address. Then you need no password here." />
    </>
  )
}
