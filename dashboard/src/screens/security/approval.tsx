import { Switch } from '@mantine/core'
import type { WorkspaceFullFragment } from '@/api/gen/graphql'
import { useWorkspace } from '@/app/workspace'
import { Panel } from '@/parts/panel'
import { tell } from '@/parts/toast'
import { useUpdate } from '@/screens/workspace/useupdate'

// Approval is whether support staff must ask an owner before they look into the workspace.
export function Approval({ workspace }: { workspace: WorkspaceFullFragment }) {
  const { can } = useWorkspace()
  const may = can('SUPPORT_APPROVAL')
  const update = useUpdate({
    wrong: ([error]) => error && tell(error.message),
    done: (updated) => tell(updated.workspace.supportApprovalRequired ? 'Support staff have to ask an owner from now on.' : 'Support staff need no approval any more.'),
  })
  const set = (supportApprovalRequired: boolean) => void update.send({ workspaceId: workspace.id, expectedVersion: workspace.version, supportApprovalRequired })
  return (
    <Panel title="Support access" about={may ? undefined : 'Only owners of this workspace change this.'}>
      <Switch
        label="An owner approves each support session"
        description="Support staff look into this workspace for a reason that you read, for an hour at most, and cannot change anything. With this, they wait until an owner lets them in."
        checked={workspace.supportApprovalRequired}
        disabled={!may || update.busy}
        onChange={(event) => set(event.currentTarget.checked)}
        maw={620}
      />
    </Panel>
  )
}
