import { Button, Stack } from '@mantine/core'
import { useState } from 'react'
import { useWorkspace } from '@/app/workspace'
import { Icon } from '@/parts/icon'
import { Notice } from '@/parts/notice'
import { Page } from '@/parts/page'
import { Invitations } from './invitations'
import { Invite } from './invite'
import { Leave } from './leave'
import { List } from './list'
import { Roles } from './roles'

// Members is who belongs to the workspace, who is invited, and what each may do.
export default function Members() {
  const { can, role } = useWorkspace() // support staff have no role
  const [inviting, setInviting] = useState(false)
  const invite = can('MEMBERS_WRITE') && (
    <Button leftSection={<Icon name="plus" />} onClick={() => setInviting(true)}>
      Invite somebody
    </Button>
  )
  return (
    <Page title="Members" above="Workspace" about="The people who look after this workspace’s keys and settings. Programs are not members: they use keys." actions={invite}>
      <Stack gap="md">
        {can('MEMBERS_READ') ? (
          <>
            <List />
            <Invitations invite={() => setInviting(true)} />
          </>
        ) : (
          <Notice tone="info" title="Admins and owners look after the members">
            Who belongs to this workspace is shown to them. Ask one of them to invite somebody, or for another role.
          </Notice>
        )}
        <Roles />
        {role && <Leave />}
      </Stack>
      {inviting && <Invite close={() => setInviting(false)} />}
    </Page>
  )
}
