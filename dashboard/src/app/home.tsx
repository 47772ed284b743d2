import { Button, Stack } from '@mantine/core'
import { Link, Redirect } from 'wouter'
import { Door, DoorHead } from '@/parts/door'
import { paths } from './paths'
import { usePerson } from './person'
import { lastSlug } from './last'
import { signOut } from './signout'

// Home leads to the workspace that was looked at last, or else to the first.
export function Home() {
  const { memberships, email, isStaff } = usePerson()
  const last = lastSlug()
  const chosen = memberships.find((m) => m.workspace.slug === last) ?? memberships[0]
  if (chosen) return <Redirect to={paths.publicApi(chosen.workspace.slug)} replace />
  if (isStaff) return <Redirect to={paths.support} replace />
  return (
    <Door>
      <Stack>
        <DoorHead title="No workspace yet">
          You are signed in as <b>{email}</b>, and belong to no workspace. Create one, or ask an owner of the one that you want to join to
          invite this address.
        </DoorHead>
        <Button component={Link} href={paths.newWorkspace} fullWidth>
          Create a workspace
        </Button>
        <Button component={Link} href={paths.account} variant="default" fullWidth>
          Your account
        </Button>
        <Button variant="default" onClick={signOut} fullWidth>
          Sign out
        </Button>
      </Stack>
    </Door>
  )
}
