import { Stack } from '@mantine/core'
import { AllowlistDocument } from '@/api/gen/graphql'
import { useAsk } from '@/api/use'
import { useWorkspace } from '@/app/workspace'
import { usePages } from '@/parts/pager'
import { Panel } from '@/parts/panel'
import { Broken, Loading } from '@/parts/states'
import { Frame } from '../frame'
import { AddPanel } from './add'
import { CheckPanel } from './check'
import { Entries } from './entries'
import { State } from './state'

const pageSize = 50

// Allowlist is IP Whitelisting: the addresses that may use the workspace's keys.
export default function Allowlist() {
  const workspace = useWorkspace()
  const pages = usePages(workspace.id, pageSize)
  const asked = useAsk(AllowlistDocument, { workspace: workspace.id, first: pageSize, after: pages.after }, { keep: true, everyMs: 15_000 })
  const list = asked.data?.workspace?.ipAllowlist
  return (
    <Frame>
      {list ? (
        <Stack gap="md">
          <State active={list.active} count={list.entries.totalCount} />
          {workspace.can('IP_ALLOWLIST_WRITE') && <AddPanel active={list.active} mine={list.viewerAddress} />}
          {list.active && (
            <Panel title="Addresses that may use the keys" flush>
              <Entries list={list.entries} pages={pages} />
            </Panel>
          )}
          <CheckPanel />
        </Stack>
      ) : asked.isError ? (
        <Broken failure={asked.error} again={() => void asked.refetch()} />
      ) : (
        <Loading />
      )}
    </Frame>
  )
}
