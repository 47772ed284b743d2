import { Group, Menu, Text, UnstyledButton } from '@mantine/core'
import { Link } from 'wouter'
import { Icon } from '@/parts/icon'
import { Cut } from '@/parts/cut'
import { paths } from './paths'
import { usePerson } from './person'
import { roleNames } from './roles'
import classes from './switcher.module.css'
import { useWorkspace } from './workspace'

// Switcher names the workspace, and leads to the person's others.
export function Switcher() {
  const { memberships, isStaff } = usePerson()
  const here = useWorkspace()
  return (
    <Menu width="target" position="bottom-start" withinPortal>
      <Menu.Target>
        <UnstyledButton className={classes.button}>
          <span className={classes.letter} aria-hidden="true">
            {here.name.slice(0, 1).toUpperCase()}
          </span>
          <span className={classes.words}>
            <span className="lk-hidden">Workspace: </span>
            <Cut className={classes.name}>{here.name}</Cut>
            <Text component="span" size="xs" c="dimmed" display="block">
              {here.role ? roleNames[here.role] : 'Support session'}
            </Text>
          </span>
          <span className="lk-hidden">, switch to another</span>
          <Icon name="order" />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown className={classes.menu}>
        {memberships.length > 0 && <Menu.Label>Your workspaces</Menu.Label>}
        {memberships.map(({ workspace, role }) => (
          <Menu.Item key={workspace.id} component={Link} href={paths.publicApi(workspace.slug)} aria-current={workspace.id === here.id || undefined}>
            <Group justify="space-between" wrap="nowrap" gap="xs">
              <Cut>{workspace.name}</Cut>
              {workspace.id === here.id ? <Icon name="done" /> : <Text size="xs" c="dimmed">{roleNames[role]}</Text>}
            </Group>
          </Menu.Item>
        ))}
        {memberships.length > 0 && <Menu.Divider />}
        <Menu.Item component={Link} href={paths.newWorkspace} leftSection={<Icon name="plus" />}>
          New workspace
        </Menu.Item>
        {isStaff && (
          <Menu.Item component={Link} href={paths.support} leftSection={<Icon name="people" />}>
            Support console
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}
