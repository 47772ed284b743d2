import { Button } from '@mantine/core'
import { useState } from 'react'
import { CancelInvitationDocument, type InvitationLineFragment, InvitationsDocument, type InvitationsQuery } from '@/api/gen/graphql'
import { guess } from '@/api/guess'
import { useAsk, useChange } from '@/api/use'
import { useWorkspace } from '@/app/workspace'
import { Pager, usePages } from '@/parts/pager'
import { Panel } from '@/parts/panel'
import { Broken, Empty, Loading } from '@/parts/states'
import { Table } from '@/parts/table'
import { tell } from '@/parts/toast'
import { invitationColumns } from './invitationcolumns'
import { LinkDialog } from './invite'
import { useHands } from './usehands'
import { useInvite } from './useinvite'

const pageSize = 10

// Invitations are those that were neither accepted nor cancelled.
export function Invitations({ invite }: { invite: () => void }) {
  const { id, can } = useWorkspace()
  const pages = usePages('', pageSize)
  const shown = useAsk(InvitationsDocument, { workspace: id, first: pageSize, after: pages.after }, { keep: true, everyMs: 15_000 })
  const list = shown.data?.workspace?.invitations
  const rows = list?.edges.map((edge) => edge.node) ?? []
  return (
    <Panel title="Invitations" about="A link works once, for the invited address alone, and for 7 days. Inviting again replaces it." flush>
      {!list ? (
        shown.isError ? (
          <Broken failure={shown.error} again={() => void shown.refetch()} />
        ) : (
          <Loading />
        )
      ) : list.totalCount === 0 ? (
        <Empty
          title="Nobody is invited"
          action={
            can('MEMBERS_WRITE') && (
              <Button variant="default" mt="xs" onClick={invite}>
                Invite somebody
              </Button>
            )
          }
        >
          Invitations stand here until they are accepted or cancelled.
        </Empty>
      ) : (
        <>
          <Rows rows={rows} stale={shown.isPlaceholderData} />
          <Pager pages={pages} shown={rows.length} total={list.totalCount} what={['invitation', 'invitations']} info={list.pageInfo} />
        </>
      )}
    </Panel>
  )
}

interface Props {
  rows: InvitationLineFragment[]
  stale: boolean
}

function Rows({ rows, stale }: Props) {
  const may = useHands()
  const cancel = useCancel()
  const { run, busy } = useInvite()
  const [link, setLink] = useState<{ email: string; link: string } | null>(null)
  const again = async ({ email, role }: InvitationLineFragment) => {
    const payload = await run({ email, role })
    if (payload?.link) setLink({ email, link: payload.link })
    else if (payload) tell(payload.userErrors[0]?.message ?? `${email} is invited again. The older link opens nothing any more.`)
  }
  return (
    <>
      <Table label="Invitations" columns={invitationColumns({ may, busy, cancel, again })} rows={rows} id={({ id }) => id} stale={stale} />
      {link && <LinkDialog {...link} close={() => setLink(null)} />}
    </>
  )
}

// useCancel returns what cancels an invitation, which goes from the list at once.
function useCancel() {
  const cancel = useChange(CancelInvitationDocument, (data) => data.cancelInvitation)
  return async ({ id, email }: InvitationLineFragment) => {
    const payload = await cancel.run({ input: { id } }, [guess(InvitationsDocument, (old) => without(old, id))])
    if (payload) tell(`${email} is not invited any more. The link in the mail opens nothing.`)
  }
}

function without(list: InvitationsQuery, id: string): InvitationsQuery {
  const all = list.workspace?.invitations
  if (!all) return list
  const edges = all.edges.filter(({ node }) => node.id !== id)
  return { workspace: { invitations: { ...all, edges, totalCount: all.totalCount - (all.edges.length - edges.length) } } }
}
