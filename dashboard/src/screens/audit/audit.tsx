import { Button, Paper } from '@mantine/core'
import { AuditLogDocument } from '@/api/gen/graphql'
import { useAsk } from '@/api/use'
import { useWorkspace } from '@/app/workspace'
import { Page } from '@/parts/page'
import { Pager, usePages } from '@/parts/pager'
import panel from '@/parts/panel.module.css'
import { Broken, Empty, Loading } from '@/parts/states'
import classes from './audit.module.css'
import { Event } from './event'
import { Export } from './export'
import { everything, narrowed, toFilter, toQuery } from './filter'
import { Toolbar } from './toolbar'
import { useNarrowing } from './usenarrowing'

const pageSize = 25

// Audit is what was changed in the workspace, and who has looked into it, the newest first.
export default function Audit() {
  const workspace = useWorkspace()
  const may = workspace.can('AUDIT_READ')
  const { narrowing, narrow } = useNarrowing()
  const filter = toFilter(narrowing, workspace.timeZone)
  return (
    <Page
      title="Audit log"
      above="Workspace"
      about="Every change of this workspace’s keys, addresses, people and settings, and every look that support staff take. Nothing in it can be changed or removed."
      actions={may && <Export filter={filter} narrowed={narrowed(narrowing)} />}
    >
      <Paper className={panel.panel}>
        {may ? <Log narrowing={narrowing} narrow={narrow} /> : <Empty title="For admins and owners">Your role does not show the audit log. Ask an owner of this workspace for another role.</Empty>}
      </Paper>
    </Page>
  )
}

type LogProps = ReturnType<typeof useNarrowing>

function Log({ narrowing, narrow }: LogProps) {
  const workspace = useWorkspace()
  const pages = usePages(toQuery(narrowing), pageSize)
  const filter = toFilter(narrowing, workspace.timeZone)
  const asked = useAsk(AuditLogDocument, { workspace: workspace.id, first: pageSize, after: pages.after, filter }, { keep: true, everyMs: pages.number === 0 ? 15_000 : undefined })
  const list = asked.data?.workspace?.auditEvents
  const events = list?.edges.map((edge) => edge.node) ?? []
  return (
    <>
      <Toolbar narrowing={narrowing} events={events} narrow={narrow} />
      {!list ? (
        asked.isError ? (
          <Broken failure={asked.error} again={() => void asked.refetch()} />
        ) : (
          <Loading />
        )
      ) : (
        <>
          {events.length > 0 ? (
            <ol className={classes.list} aria-label="Events" aria-busy={asked.isPlaceholderData}>
              {events.map((event) => (
                <Event key={event.id} event={event} slug={workspace.slug} narrow={narrow} />
              ))}
            </ol>
          ) : (
            <Nothing narrow={narrow} narrowed={narrowed(narrowing)} />
          )}
          <Pager pages={pages} shown={events.length} total={list.totalCount} atLeast={!list.totalCountIsExact} what={['event', 'events']} info={list.pageInfo} />
        </>
      )}
    </>
  )
}

function Nothing({ narrow, narrowed }: Pick<LogProps, 'narrow'> & { narrowed: boolean }) {
  if (!narrowed) return <Empty title="Nothing yet">What is changed in this workspace from now on is recorded here.</Empty>
  return (
    <Empty
      title="No event matches"
      action={
        <Button variant="default" mt="xs" onClick={() => narrow(everything)}>
          Show everything
        </Button>
      }
    >
      Nothing like this was done, or it was done by somebody else, to something else or on another day.
    </Empty>
  )
}
