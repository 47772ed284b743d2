import { Stack } from '@mantine/core'
import { Link } from 'wouter'
import { WorkspaceSettingsDocument } from '@/api/gen/graphql'
import { useAsk } from '@/api/use'
import { paths } from '@/app/paths'
import { useWorkspace } from '@/app/workspace'
import { Page } from '@/parts/page'
import { Broken, Loading } from '@/parts/states'
import { Past } from '@/screens/support/past'
import { Approval } from './approval'
import { KeyPolicy } from './keypolicy'

// Security is what the workspace demands of its keys, and of support staff.
export default function Security() {
  const { id, can } = useWorkspace()
  const settings = useAsk(WorkspaceSettingsDocument, { workspace: id })
  const workspace = settings.data?.workspace
  return (
    <Page
      title="Security"
      above="Workspace"
      about={
        <>
          Your password, second factor and sessions are in <Link href={paths.account}>your account</Link>.
        </>
      }
    >
      {workspace ? (
        <Stack gap="md">
          <KeyPolicy workspace={workspace} />
          <Approval workspace={workspace} />
          {can('SUPPORT_READ') && <Past />}
        </Stack>
      ) : settings.isError ? (
        <Broken failure={settings.error} again={() => void settings.refetch()} />
      ) : (
        <Loading />
      )}
    </Page>
  )
}
