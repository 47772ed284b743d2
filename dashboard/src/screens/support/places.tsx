import { NavLink, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import type { SupportLineFragment } from '@/api/gen/graphql'
import { paths } from '@/app/paths'
import { usePerson } from '@/app/person'
import { Cut } from '@/parts/cut'
import { Icon } from '@/parts/icon'

// Places is the console's navigation: the workspaces that the person looks into, and those that they belong to.
export function Places({ sessions }: { sessions: SupportLineFragment[] }) {
  const { memberships } = usePerson()
  const open = sessions.filter((session) => session.status === 'OPEN')
  return (
    <>
      <Group label="Support">
        <NavLink component={Link} href={paths.support} label="Support console" leftSection={<Icon name="people" />} active aria-current="page" />
      </Group>
      {open.length > 0 && (
        <Group label="You look into">
          {open.map(({ id, workspaceSlug, workspaceName }) => (
            <NavLink key={id} component={Link} href={paths.publicApi(workspaceSlug)} label={<Cut>{workspaceName}</Cut>} leftSection={<Icon name="eye" />} />
          ))}
        </Group>
      )}
      {memberships.length > 0 && (
        <Group label="Your workspaces">
          {memberships.map(({ workspace }) => (
            <NavLink key={workspace.id} component={Link} href={paths.publicApi(workspace.slug)} label={<Cut>{workspace.name}</Cut>} leftSection={<Icon name="building" />} />
          ))}
        </Group>
      )}
    </>
  )
}

function Group({ label, children }: { label: string; children: ReactNode }) {
  return (
    <section aria-label={label}>
      <Text size="xs" fw={600} c="dimmed" px="sm" mt="md" mb={4}>
        {label}
      </Text>
      {children}
    </section>
  )
}
