import { ActionIcon } from '@mantine/core'
import { useState } from 'react'
import type { AllowlistQuery, EntryFragment } from '@/api/gen/graphql'
import { useWorkspace } from '@/app/workspace'
import { Cut } from '@/parts/cut'
import { Icon } from '@/parts/icon'
import { Ago, Moment } from '@/parts/moment'
import { Pager, type usePages } from '@/parts/pager'
import { type Column, Table } from '@/parts/table'
import { Tag } from '@/parts/tag'
import classes from './allowlist.module.css'
import { EntryDialog } from './entry'
import { RemoveDialog } from './remove'

type List = NonNullable<AllowlistQuery['workspace']>['ipAllowlist']['entries']

interface Props {
  list: List
  pages: ReturnType<typeof usePages>
}

// Entries are the list's entries, a page of them.
export function Entries({ list, pages }: Props) {
  const workspace = useWorkspace()
  const [editing, setEditing] = useState<EntryFragment | null>(null)
  const [removing, setRemoving] = useState<EntryFragment | null>(null)
  const mayWrite = workspace.can('IP_ALLOWLIST_WRITE')
  const rows = list.edges.map((edge) => edge.node)
  return (
    <>
      <Table label="Addresses that may use the keys" columns={mayWrite ? [...columns, actions(setEditing, setRemoving)] : columns} rows={rows} id={(entry) => entry.id} />
      <Pager pages={pages} shown={rows.length} total={list.totalCount} what={['entry', 'entries']} info={list.pageInfo} />
      {editing && <EntryDialog entry={editing} close={() => setEditing(null)} />}
      {removing && <RemoveDialog entry={removing} last={list.totalCount === 1} close={() => setRemoving(null)} />}
    </>
  )
}

const columns: Column<EntryFragment>[] = [
  { label: 'Address or range', bare: false, cell: (entry) => <span className={classes.range}>{entry.range}</span> },
  { label: 'Note', cell: (entry) => (entry.note ? <Cut>{entry.note}</Cut> : <span className="lk-dimmed">None</span>) },
  { label: 'Expires', cell: (entry) => <Ends at={entry.expiresAt} /> },
  {
    label: 'Added',
    cell: (entry) => (
      <div>
        <Moment at={entry.createdAt} />
        <Cut className="mantine-Text-root">{`by ${entry.createdBy.label}`}</Cut>
      </div>
    ),
  },
]

function actions(edit: (entry: EntryFragment) => void, remove: (entry: EntryFragment) => void): Column<EntryFragment> {
  return {
    label: 'Actions',
    bare: true,
    cell: (entry) => (
      <div className={classes.buttons}>
        <ActionIcon variant="subtle" color="gray" aria-label={`Edit ${entry.range}`} onClick={() => edit(entry)}>
          <Icon name="edit" />
        </ActionIcon>
        <ActionIcon variant="subtle" color="red" aria-label={`Remove ${entry.range}`} onClick={() => remove(entry)}>
          <Icon name="trash" />
        </ActionIcon>
      </div>
    ),
  }
}

function Ends({ at }: { at: string | null }) {
  if (!at) return <span className="lk-dimmed">Never</span>
  return Date.parse(at) <= Date.now() ? <Tag tone="bad">Expired</Tag> : <Ago at={at} />
}
