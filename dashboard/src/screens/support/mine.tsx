import { Button } from '@mantine/core'
import { Link } from 'wouter'
import { EndSupportSessionDocument, type SupportLineFragment } from '@/api/gen/graphql'
import { useChange } from '@/api/use'
import { paths } from '@/app/paths'
import { Cut } from '@/parts/cut'
import { Ago } from '@/parts/moment'
import { Panel } from '@/parts/panel'
import { type Column, Table } from '@/parts/table'
import { Tag } from '@/parts/tag'
import { tell } from '@/parts/toast'
import classes from './support.module.css'
import { statuses } from './words'

// Mine are the person's own sessions that run, and their requests that wait.
export function Mine({ sessions }: { sessions: SupportLineFragment[] }) {
  return (
    <Panel title="Your sessions" flush>
      <Table label="Your sessions" columns={columns} rows={sessions} id={(session) => session.id} />
    </Panel>
  )
}

const columns: Column<SupportLineFragment>[] = [
  { label: 'Workspace', bare: true, cell: (session) => <Named name={session.workspaceName} slug={session.workspaceSlug} /> },
  { label: 'Status', cell: (session) => <Tag tone={statuses[session.status].tone}>{statuses[session.status].label}</Tag> },
  {
    label: 'Reason',
    cell: (session) => (
      <div>
        <Cut>{session.reason}</Cut>
        {session.ticket && <Cut className="lk-dimmed">{session.ticket}</Cut>}
      </div>
    ),
  },
  { label: 'Ends', cell: (session) => <Ends session={session} /> },
  { label: 'Actions', bare: true, cell: (session) => <Actions session={session} /> },
]

// Named is a workspace by its name and slug.
export function Named({ name, slug }: { name: string; slug: string }) {
  return (
    <div className={classes.named}>
      <Cut className={classes.name}>{name}</Cut>
      <Cut className={classes.slug}>{slug}</Cut>
    </div>
  )
}

function Ends({ session }: { session: SupportLineFragment }) {
  if (session.endsAt) return <Ago at={session.endsAt} />
  return session.lapsesAt ? (
    <span>
      Lapses <Ago at={session.lapsesAt} />
    </span>
  ) : null
}

function Actions({ session }: { session: SupportLineFragment }) {
  const end = useChange(EndSupportSessionDocument, (data) => data.endSupportSession)
  const open = session.status === 'OPEN'
  const go = async () => {
    const payload = await end.run({ input: { id: session.id } })
    if (payload) tell(payload.userErrors[0]?.message ?? (open ? `The session in ${session.workspaceName} is ended.` : 'The request is taken back.'))
  }
  return (
    <div className={classes.buttons}>
      {open && (
        <Button size="xs" component={Link} href={paths.publicApi(session.workspaceSlug)} aria-label={`Look into ${session.workspaceName}`}>
          Look
        </Button>
      )}
      <Button size="xs" variant="default" loading={end.busy} onClick={go} aria-label={`${open ? 'End the session in' : 'Take back the request for'} ${session.workspaceName}`}>
        {open ? 'End' : 'Take back'}
      </Button>
    </div>
  )
}
