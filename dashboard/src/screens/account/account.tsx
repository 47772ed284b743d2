import { NavLink, Stack } from '@mantine/core'
import { Link } from 'wouter'
import { AccountDocument } from '@/api/gen/graphql'
import { useAsk } from '@/api/use'
import { paths } from '@/app/paths'
import { usePerson } from '@/app/person'
import { Icon } from '@/parts/icon'
import { Page } from '@/parts/page'
import { Broken, Loading } from '@/parts/states'
import { Frame } from '@/app/frame'
import { Identities } from './identities'
import { Password } from './password'
import { SecondFactor } from './secondfactor'
import { Sessions } from './sessions'
import { You } from './you'

// Account is what is the person's own, in all of their workspaces: how they sign in, and where they are signed in.
export default function Account() {
  const asked = useAsk(AccountDocument, {}, { everyMs: 60_000 })
  const me = asked.data?.me
  return (
    <Frame label="Account" sections={<Ways />}>
      <Page title="Your account" above="Account" about="It is yours, in all of your workspaces. Nobody there sees more of it than your name and your e-mail address.">
        {me && asked.data ? (
          <Stack gap="md">
            <You me={me} />
            <Password email={me.email} {...asked.data.signUpOptions} />
            <SecondFactor factor={me.secondFactor} />
            <Identities identities={me.identities} providers={asked.data.signInMethods.providers} />
            <Sessions sessions={me.sessions} />
          </Stack>
        ) : asked.isError ? (
          <Broken failure={asked.error} again={() => void asked.refetch()} />
        ) : (
          <Loading />
        )}
      </Page>
    </Frame>
  )
}

// Ways are the lines of the navigation: this page, and back to the workspaces.
function Ways() {
  const { memberships } = usePerson()
  return (
    <>
      <NavLink component={Link} href={paths.account} label="Your account" leftSection={<Icon name="person" />} active aria-current="page" />
      {memberships.length > 0 && <NavLink component={Link} href="/" label="Back to the settings" leftSection={<Icon name="left" />} />}
    </>
  )
}
