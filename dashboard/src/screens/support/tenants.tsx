import { Button, Text } from '@mantine/core'
import { Link } from 'wouter'
import type { SupportLineFragment, TenantLineFragment } from '@/api/gen/graphql'
import { paths } from '@/app/paths'
import { Ago } from '@/parts/moment'
import type { Column } from '@/parts/table'
import { Tag } from '@/parts/tag'
import { Named } from './mine'
import classes from './support.module.css'

const count = (n: number) => n.toLocaleString('en')

// columns are those of the workspaces that a search has found.
export function columns(sessions: SupportLineFragment[], start: (tenant: TenantLineFragment) => void): Column<TenantLineFragment>[] {
  return [
    { label: 'Workspace', bare: true, cell: (tenant) => <Named name={tenant.name} slug={tenant.slug} /> },
    { label: 'Members', right: true, cell: (tenant) => count(tenant.members) },
    { label: 'Keys', right: true, cell: (tenant) => <Keys tenant={tenant} /> },
    { label: 'Allowlist', right: true, cell: (tenant) => count(tenant.allowlistEntries) },
    { label: 'Created', cell: (tenant) => <Ago at={tenant.createdAt} /> },
    { label: 'Access', cell: (tenant) => <Access tenant={tenant} /> },
    { label: 'Action', bare: true, cell: (tenant) => <Action tenant={tenant} session={sessions.find((session) => session.workspaceId === tenant.id)} start={start} /> },
  ]
}

function Keys({ tenant }: { tenant: TenantLineFragment }) {
  return (
    <div>
      {count(tenant.keys)}
      <Text size="xs" c="dimmed">
        {count(tenant.activeKeys)} active
      </Text>
    </div>
  )
}

function Access({ tenant }: { tenant: TenantLineFragment }) {
  return (
    <div className={classes.tags}>
      {tenant.suspendedAt && <Tag tone="bad">Suspended</Tag>}
      <Tag tone={tenant.supportApprovalRequired ? 'warn' : 'quiet'}>{tenant.supportApprovalRequired ? 'With approval' : 'At once'}</Tag>
    </div>
  )
}

interface ActionProps {
  tenant: TenantLineFragment
  session: SupportLineFragment | undefined
  start: (tenant: TenantLineFragment) => void
}

function Action({ tenant, session, start }: ActionProps) {
  if (session?.status === 'PENDING_APPROVAL') return <span className="lk-dimmed">Waits for an owner</span>
  return (
    <div className={classes.buttons}>
      {session ? (
        <Button size="xs" component={Link} href={paths.publicApi(tenant.slug)} aria-label={`Look into ${tenant.name}`}>
          Look
        </Button>
      ) : (
        <Button size="xs" variant="default" onClick={() => start(tenant)} aria-label={`Start a session in ${tenant.name}`}>
          Start a session
        </Button>
      )}
    </div>
  )
}
