import { Code, Stack } from '@mantine/core'
import type { ReactNode } from 'react'
import { type WorkspaceFullFragment, WorkspaceSettingsDocument } from '@/api/gen/graphql'
import { useAsk } from '@/api/use'
import { useWorkspace } from '@/app/workspace'
import { Facts } from '@/parts/facts'
import { Moment } from '@/parts/moment'
import { Notice } from '@/parts/notice'
import { Page } from '@/parts/page'
import { Panel } from '@/parts/panel'
import { Broken, Loading } from '@/parts/states'
import { General } from './general'

// Workspace is what the workspace is called, and in which time zone it lives.
export default function Workspace() {
  const { id } = useWorkspace()
  const asked = useAsk(WorkspaceSettingsDocument, { workspace: id })
  const workspace = asked.data?.workspace
  return (
    <Page title="General" above="Workspace">
      {workspace ? <Shown workspace={workspace} /> : asked.isError ? <Broken failure={asked.error} again={() => void asked.refetch()} /> : <Loading />}
    </Page>
  )
}

function Shown({ workspace }: { workspace: WorkspaceFullFragment }) {
  const facts: [string, ReactNode][] = [
    ['Slug', <Code key="slug">{workspace.slug}</Code>],
    ['Workspace id', <Code key="id" data-long>{workspace.id}</Code>],
    ['REST API', workspace.apiUrl ? <Code key="api" data-long>{workspace.apiUrl}</Code> : 'Ask whoever runs this installation'],
  ]
  return (
    <Stack gap="md">
      {workspace.suspendedAt && (
        <Notice tone="bad" title="This workspace is suspended">
          Since <Moment at={workspace.suspendedAt} /> all requests with its keys are refused. Whoever runs this installation has done that, and can
          end it.
        </Notice>
      )}
      <General workspace={workspace} />
      <Panel title="Where it is found" about="The slug stands in addresses of this dashboard, and stays as it is. Support may ask for the id.">
        <Facts facts={facts} />
      </Panel>
    </Stack>
  )
}
