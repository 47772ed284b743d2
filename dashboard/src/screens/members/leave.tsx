import { Button, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { LeaveWorkspaceDocument, type WrongFragment } from '@/api/gen/graphql'
import { useChange } from '@/api/use'
import { useWorkspace } from '@/app/workspace'
import { Panel } from '@/parts/panel'
import { Sure } from '@/parts/sure'
import { Wrongs } from '@/parts/wrongs'

// Leave is the way out of the workspace, which everybody has.
export function Leave() {
  const { name } = useWorkspace()
  const [asking, setAsking] = useState(false)
  return (
    <Panel title="Leave this workspace">
      <Group justify="space-between" gap="sm">
        <Text size="sm" c="dimmed" flex="1 1 260px">
          You are out of {name} at once, in all of your browsers. To come back, you have to be invited again.
        </Text>
        <Button variant="default" onClick={() => setAsking(true)}>
          Leave…
        </Button>
      </Group>
      {asking && <LeaveDialog close={() => setAsking(false)} />}
    </Panel>
  )
}

export function LeaveDialog({ close }: { close: () => void }) {
  const { id, name } = useWorkspace()
  const [errors, setErrors] = useState<WrongFragment[]>([])
  const leave = useChange(LeaveWorkspaceDocument, (data) => data.leaveWorkspace)
  const go = async () => {
    const payload = await leave.run({ input: { workspaceId: id } })
    if (!payload) return
    setErrors(payload.userErrors)
    if (payload.userErrors.length > 0) return
    // The page is loaded anew, so that nothing that was read in the workspace stays in memory.
    location.replace('/')
  }
  return (
    <Sure title={`Leave ${name}?`} label="Leave" danger busy={leave.busy} close={close} go={go}>
      <Stack gap="sm">
        <Text size="sm">
          You lose access at once, in all of your browsers; your account and your other workspaces stay. Keys that you created go on, since they belong to
          the workspace, and invitations that you sent are cancelled. To come back, you have to be invited again.
        </Text>
        <Wrongs errors={errors} />
      </Stack>
    </Sure>
  )
}
