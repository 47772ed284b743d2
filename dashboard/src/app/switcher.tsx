import { Group, Menu, Text, UnstyledButton } from '@mantine/core'
import { Link } from 'wouter'
import { Icon } from '@/parts/icon'
import { Cut } from '@/parts/cut'
import { roleNames } from './roles'
import { paths } from './paths'
import { usePerson } from './person'
import classes from './switcher.module.css'
import { useWorkspace } from './workspace'

// Switcher names the workspace, and leads to the person's others.
export function Switcher() {
  const { memberships } = usePerson()
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
              {roleNames[here.role]}
            </Text>
          </span>
          <span className="lk-hidden">, switch to another</span>
          <Icon name="order" />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown className={classes.menu}>
        <Menu.Label>Your workspaces</Menu.Label>
        {memberships.map(({ workspace, role }) => (
          <Menu.Item key={workspace.id} component={Link} href={paths.publicApi(workspace.slug)} aria-current={workspace.id === here.id || undefined}>
            <Group justify="space-between" wrap="nowrap" gap="xs">
              <Cut>{workspace.name}</Cut>
              {workspace.id === here.id ? <Icon name="done" /> : <Text size="xs" c="dimmed">{roleNames[role]}</Text>}
            </Group>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
