import { Button, Group, Text } from '@mantine/core'
import type { InvitationLineFragment, Role } from '@/api/gen/graphql'
import { roleNames } from '@/app/roles'
import { Cut } from '@/parts/cut'
import { Ago } from '@/parts/moment'
import type { Column } from '@/parts/table'
import { Tag } from '@/parts/tag'
import classes from './members.module.css'

interface Doing {
  may: (role: Role) => boolean
  busy: boolean
  cancel: (invitation: InvitationLineFragment) => void
  again: (invitation: InvitationLineFragment) => void
}

// invitationColumns are those of the list of invitations.
export function invitationColumns({ may, busy, cancel, again }: Doing): Column<InvitationLineFragment>[] {
  return [
    { label: 'E-mail address', bare: true, cell: ({ email }) => <Cut className={classes.invited}>{email}</Cut> },
    { label: 'Role', cell: ({ role }) => roleNames[role] },
    { label: 'Invited by', cell: ({ invitedBy }) => <Cut>{invitedBy.label}</Cut> },
    { label: 'Mail', cell: (invitation) => <Sent {...invitation} /> },
    { label: 'Holds', cell: (invitation) => <Holds {...invitation} /> },
    {
      label: 'What can be done',
      bare: true,
      right: true,
      cell: (invitation) =>
        may(invitation.role) ? (
          <Group gap="xs" justify="flex-end" wrap="nowrap" className={classes.doing}>
            <Button size="xs" variant="default" disabled={busy} onClick={() => again(invitation)} aria-label={`Invite again: ${invitation.email}`}>
              Invite again
            </Button>
            <Button size="xs" variant="default" onClick={() => cancel(invitation)} aria-label={`Cancel the invitation: ${invitation.email}`}>
              Cancel
            </Button>
          </Group>
        ) : (
          <Text component="span" size="xs" c="dimmed">
            Only owners invite owners
          </Text>
        ),
    },
  ]
}

function Sent({ sentAt, createdAt }: InvitationLineFragment) {
  if (sentAt) return <Ago at={sentAt} more={<div>That is when the mail server took it.</div>} />
  return (
    <Text component="span" size="sm" c="dimmed">
      Not sent yet, invited <Ago at={createdAt} />
    </Text>
  )
}

function Holds({ isExpired, expiresAt }: InvitationLineFragment) {
  if (isExpired) return <Tag tone="warn">Expired</Tag>
  return (
    <span>
      Ends <Ago at={expiresAt} />
    </span>
  )
}
