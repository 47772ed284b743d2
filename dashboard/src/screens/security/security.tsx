import { Stack } from '@mantine/core'
import { SecurityOfPersonDocument, WorkspaceSettingsDocument } from '@/api/gen/graphql'
import { useAsk } from '@/api/use'
import { useWorkspace } from '@/app/workspace'
import { Page } from '@/parts/page'
import { Broken, Loading } from '@/parts/states'
import { Past } from '@/screens/support/past'
import { Approval } from './approval'
import { Identities } from './identities'
import { KeyPolicy } from './keypolicy'
import { SecondFactor } from './secondfactor'

// Security is what the workspace demands of its keys, and how the person's own account is kept.
export default function Security() {
  const { id, role, can } = useWorkspace()
  const settings = useAsk(WorkspaceSettingsDocument, { workspace: id })
  const person = useAsk(SecurityOfPersonDocument, {})
  const workspace = settings.data?.workspace
  const me = person.data?.me
  const broken = settings.isError ? settings : person.isError ? person : null
  return (
    <Page title="Security" above="Workspace">
      {workspace && me && person.data ? (
        <Stack gap="md">
          <KeyPolicy workspace={workspace} />
          <Approval workspace={workspace} />
          {can('SUPPORT_READ') && <Past />}
          {role && <SecondFactor factor={me.secondFactor} />}
          {role && <Identities identities={me.identities} providers={person.data.signInMethods.providers} />}
        </Stack>
      ) : broken ? (
        <Broken failure={broken.error} again={() => void broken.refetch()} />
      ) : (
        <Loading />
      )}
    </Page>
  )
}
