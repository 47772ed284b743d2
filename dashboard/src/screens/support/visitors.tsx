import { Button, Group } from '@mantine/core'
import { ApproveSupportSessionDocument, EndSupportSessionDocument, RefuseSupportSessionDocument, type SupportLineFragment, VisitorsDocument } from '@/api/gen/graphql'
import { useAsk, useChange } from '@/api/use'
import { useWorkspace } from '@/app/workspace'
import { Ago, Moment } from '@/parts/moment'
import { Notice } from '@/parts/notice'
import { tell } from '@/parts/toast'
import { useLeft } from './left'
import classes from './visitors.module.css'
import { why } from './words'

// Visitors says on all screens of a workspace that support staff look into it, and asks its owners to let in those
// who wait.
export default function Visitors() {
  const { id, can } = useWorkspace()
  const asked = useAsk(VisitorsDocument, { workspace: id }, { enabled: can('SUPPORT_READ'), everyMs: 15_000 })
  const found = asked.data?.workspace
  const running = found?.running.edges ?? []
  const waiting = can('SUPPORT_APPROVAL') ? (found?.waiting.edges ?? []) : []
  return (
    <div role="status">
      {running.length + waiting.length > 0 && (
        <div className={classes.visitors}>
          {waiting.map(({ node }) => (
            <Waits key={node.id} session={node} />
          ))}
          {running.map(({ node }) => (
            <Looks key={node.id} session={node} mayEnd={can('SUPPORT_END')} />
          ))}
        </div>
      )}
    </div>
  )
}

function Looks({ session, mayEnd }: { session: SupportLineFragment; mayEnd: boolean }) {
  const end = useChange(EndSupportSessionDocument, (data) => data.endSupportSession)
  const until = session.endsAt ?? session.requestedAt
  const left = useLeft(until)
  if (left === 0) return null
  const go = async () => {
    const payload = await end.run({ input: { id: session.id } })
    if (payload) tell(payload.userErrors[0]?.message ?? 'The support session is ended. What they ask for next is refused.')
  }
  const action = mayEnd && (
    <Button size="xs" variant="default" loading={end.busy} onClick={go}>
      End session
    </Button>
  )
  return (
    <Notice tone="info" title={`${session.staff.label} of support is looking into this workspace`} action={action}>
      {why(session)}. They can change nothing. It ends <Ago at={until} />, at <Moment at={until} />.
    </Notice>
  )
}

function Waits({ session }: { session: SupportLineFragment }) {
  const approve = useChange(ApproveSupportSessionDocument, (data) => data.approveSupportSession)
  const refuse = useChange(RefuseSupportSessionDocument, (data) => data.refuseSupportSession)
  const answer = async (change: typeof approve | typeof refuse, done: string) => {
    const payload = await change.run({ input: { id: session.id } })
    if (payload) tell(payload.userErrors[0]?.message ?? done)
  }
  return (
    <Notice
      tone="warn"
      title={`${session.staff.label} of support asks to look into this workspace`}
      action={
        <Group gap="xs" wrap="nowrap">
          <Button size="xs" variant="default" loading={refuse.busy} disabled={approve.busy} onClick={() => answer(refuse, 'Refused. They see nothing.')}>
            Refuse
          </Button>
          <Button size="xs" loading={approve.busy} disabled={refuse.busy} onClick={() => answer(approve, 'They may look now, and you can end it at any time.')}>
            Let them in
          </Button>
        </Group>
      }
    >
      {why(session)}. For {session.minutes} minutes from when you let them in, read only.
      {session.lapsesAt && (
        <>
          {' '}
          The request lapses <Ago at={session.lapsesAt} />.
        </>
      )}
    </Notice>
  )
}
