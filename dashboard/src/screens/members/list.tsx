import { Button, CloseButton, Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import { type MemberLineFragment, MembersDocument } from '@/api/gen/graphql'
import { useAsk } from '@/api/use'
import { roleNames, roles } from '@/app/roles'
import { useWorkspace } from '@/app/workspace'
import { Icon } from '@/parts/icon'
import { useInAddress } from '@/parts/inaddress'
import { Pager, usePages } from '@/parts/pager'
import { Panel } from '@/parts/panel'
import { Broken, Empty, Loading } from '@/parts/states'
import { Table } from '@/parts/table'
import { columns, type Doing } from './columns'
import { fromQuery, narrowed, type Narrowing, toFilter, toQuery } from './filter'
import { LeaveDialog } from './leave'
import { RemoveDialog } from './remove'
import { RoleDialog } from './role'
import { useHands } from './usehands'
import classes from './members.module.css'

const pageSize = 25

// List is who belongs to the workspace.
export function List() {
  const { id } = useWorkspace()
  const { narrowing, change } = useInAddress(fromQuery, toQuery)
  const pages = usePages(toQuery(narrowing), pageSize)
  const shown = useAsk(MembersDocument, { workspace: id, first: pageSize, after: pages.after, filter: toFilter(narrowing), orderBy: narrowing.sort }, { keep: true, everyMs: 60_000 })
  const list = shown.data?.workspace?.members
  return (
    <Panel title="People" flush>
      {!list ? (
        shown.isError ? (
          <Broken failure={shown.error} again={() => void shown.refetch()} />
        ) : (
          <Loading />
        )
      ) : (
        <>
          <Toolbar narrowing={narrowing} change={change} />
          {list.edges.length === 0 ? (
            <Empty
              title={narrowed(narrowing) ? 'Nobody matches' : 'Nobody is left on this page'}
              action={
                <Button variant="default" mt="xs" onClick={() => change({ search: '', role: null })}>
                  Show all members
                </Button>
              }
            >
              A search looks at how names and e-mail addresses begin.
            </Empty>
          ) : (
            <Rows members={list.edges.map((edge) => edge.node)} narrowing={narrowing} change={change} stale={shown.isPlaceholderData} />
          )}
          <Pager pages={pages} shown={list.edges.length} total={list.totalCount} atLeast={!list.totalCountIsExact} what={['member', 'members']} info={list.pageInfo} />
        </>
      )}
    </Panel>
  )
}

interface Props {
  narrowing: Narrowing
  change: (part: Partial<Narrowing>) => void
}

function Toolbar({ narrowing, change }: Props) {
  return (
    <search className={classes.toolbar}>
      <TextInput
        aria-label="Search by the beginning of a name or address"
        placeholder="Search by name or address"
        leftSection={<Icon name="search" />}
        value={narrowing.search}
        maxLength={100}
        onChange={(event) => change({ search: event.currentTarget.value })}
        rightSection={narrowing.search && <CloseButton size="sm" aria-label="Clear the search" onClick={() => change({ search: '' })} />}
      />
      <Select
        aria-label="Role"
        placeholder="Any role"
        data={roles.map((role) => ({ value: role, label: roleNames[role] }))}
        value={narrowing.role}
        onChange={(role) => change({ role })}
        clearable
        clearButtonProps={{ 'aria-label': 'Any role' }}
      />
    </search>
  )
}

interface RowsProps extends Props {
  members: MemberLineFragment[]
  stale: boolean
}

function Rows({ members, narrowing, change, stale }: RowsProps) {
  const may = useHands()
  const [doing, setDoing] = useState<{ what: Doing; member: MemberLineFragment } | null>(null)
  const shape = columns(may, (what, member) => setDoing({ what, member }))
  const member = doing && (members.find(({ id }) => id === doing.member.id) ?? doing.member) // as they are by now
  const close = () => setDoing(null)
  return (
    <>
      <Table label="Members" columns={shape} rows={members} id={({ id }) => id} sort={narrowing.sort} onSort={(sort) => change({ sort })} stale={stale} />
      {doing?.what === 'role' && member && <RoleDialog member={member} close={close} />}
      {doing?.what === 'remove' && member && <RemoveDialog member={member} close={close} />}
      {doing?.what === 'leave' && <LeaveDialog close={close} />}
    </>
  )
}
