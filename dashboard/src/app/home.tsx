import { Button, Center, Stack, Text, Title } from '@mantine/core'
import { Redirect } from 'wouter'
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
    <Center h="100dvh" p="md">
      <Stack maw={420} ta="center" align="center">
        <Title order={1}>No workspace yet</Title>
        <Text c="dimmed">You are signed in as {email}, and belong to no workspace. Ask an owner of yours to invite this address.</Text>
        <Button variant="default" onClick={signOut}>
          Sign out
        </Button>
      </Stack>
    </Center>
  )
}
