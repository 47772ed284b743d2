import { SupportSessionsDocument, type SupportLineFragment } from '@/api/gen/graphql'
import { useAsk } from '@/api/use'
import { useWorkspace } from '@/app/workspace'
import { Cut } from '@/parts/cut'
import { Moment } from '@/parts/moment'
import { Pager, usePages } from '@/parts/pager'
import { Panel } from '@/parts/panel'
import { Broken, Loading } from '@/parts/states'
import { type Column, Table } from '@/parts/table'
import { Tag } from '@/parts/tag'
import { statuses } from './words'

const pageSize = 10

// Past is every session in which support staff look, or looked, into the workspace, and their requests.
export function Past() {
  const { id } = useWorkspace()
  const pages = usePages(id, pageSize)
  const asked = useAsk(SupportSessionsDocument, { workspace: id, first: pageSize, after: pages.after }, { keep: true, everyMs: 30_000 })
  const list = asked.data?.workspace?.supportSessions
  const rows = list?.edges.map((edge) => edge.node) ?? []
  if (list?.totalCount === 0) {
    return (
      <Panel title="Support sessions" about="Nobody of support has asked to look into this workspace. If somebody does, it stands here for good.">
        {null}
      </Panel>
    )
  }
  return (
    <Panel title="Support sessions" about="Who of support looked into this workspace, why and when. Which screens they saw is in the audit log." flush>
      {list ? (
        <>
          <Table label="Support sessions" columns={columns} rows={rows} id={(session) => session.id} stale={asked.isPlaceholderData} />
          <Pager pages={pages} shown={rows.length} total={list.totalCount} what={['session', 'sessions']} info={list.pageInfo} />
        </>
      ) : asked.isError ? (
        <Broken failure={asked.error} again={() => void asked.refetch()} />
      ) : (
        <Loading />
      )}
    </Panel>
  )
}

const columns: Column<SupportLineFragment>[] = [
  { label: 'Who', bare: false, cell: (session) => <Cut>{session.staff.label}</Cut> },
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
  { label: 'Asked', cell: (session) => <Moment at={session.requestedAt} /> },
  { label: 'Looked', cell: (session) => <Looked session={session} /> },
]

// Looked says from when until when a session ran, and who had a word in it.
function Looked({ session }: { session: SupportLineFragment }) {
  const { startedAt, endsAt, endedAt, endedBy, decidedBy, status } = session
  const end = endedAt ?? endsAt
  return (
    <div>
      {startedAt && end ? (
        <>
          <Moment at={startedAt} /> to <Moment at={end} />
        </>
      ) : (
        <span className="lk-dimmed">{status === 'PENDING_APPROVAL' ? 'Not yet' : 'Never'}</span>
      )}
      {decidedBy && <Cut className="lk-dimmed">{`${status === 'REFUSED' ? 'Refused' : 'Let in'} by ${decidedBy.label}`}</Cut>}
      {endedBy && <Cut className="lk-dimmed">{`${startedAt ? 'Ended' : 'Taken back'} by ${endedBy.label}`}</Cut>}
    </div>
  )
}
