import { ActionIcon, Menu } from '@mantine/core'
import type { MemberLineFragment, MemberOrderField, Role } from '@/api/gen/graphql'
import { roleNames } from '@/app/roles'
import { Cut } from '@/parts/cut'
import { useHint } from '@/parts/hint'
import { Icon } from '@/parts/icon'
import { Ago } from '@/parts/moment'
import type { Column } from '@/parts/table'
import { Tag } from '@/parts/tag'
import classes from './members.module.css'

// Doing is what can be done about a member.
export type Doing = 'role' | 'remove' | 'leave'

type Start = (what: Doing, member: MemberLineFragment) => void

// columns are those of the list of members; may says whether the person may do something about a role.
export function columns(may: (role: Role) => boolean, start: Start): Column<MemberLineFragment, MemberOrderField>[] {
  return [
    { label: 'Name', sort: 'NAME', bare: true, cell: (member) => <Name member={member} /> },
    { label: 'E-mail address', sort: 'EMAIL', cell: (member) => <Cut>{member.email}</Cut> },
    { label: 'Role', cell: (member) => roleNames[member.role] },
    { label: 'Joined', sort: 'JOINED_AT', first: 'DESC', cell: (member) => <Ago at={member.joinedAt} /> },
    { label: 'What can be done', bare: true, right: true, corner: true, cell: (member) => <Actions member={member} may={may(member.role)} start={start} /> },
  ]
}

function Name({ member }: { member: MemberLineFragment }) {
  return (
    <span className={classes.name}>
      <Cut>{member.name}</Cut>
      {member.isViewer && <Tag tone="info">You</Tag>}
    </span>
  )
}

interface Props {
  member: MemberLineFragment
  may: boolean
  start: Start
}

function Actions({ member, may, start }: Props) {
  if (!may) return <Fixed />
  return (
    <Menu position="bottom-end" withinPortal width={230}>
      <Menu.Target>
        <ActionIcon variant="default" size={32} aria-label={`What can be done about ${member.name}`}>
          <Icon name="more" size={18} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<Icon name="edit" />} onClick={() => start('role', member)}>
          Change the role…
        </Menu.Item>
        {member.isViewer ? (
          <Menu.Item color="red" leftSection={<Icon name="leave" />} onClick={() => start('leave', member)}>
            Leave…
          </Menu.Item>
        ) : (
          <Menu.Item color="red" leftSection={<Icon name="trash" />} onClick={() => start('remove', member)}>
            Remove…
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}

const onlyOwners = 'Only owners change owners'

function Fixed() {
  const hint = useHint<HTMLSpanElement>(() => onlyOwners)
  return (
    <>
      <span className={classes.fixed} role="img" tabIndex={0} aria-label={onlyOwners} {...hint.on}>
        <Icon name="lock" />
      </span>
      {hint.shown}
    </>
  )
}
