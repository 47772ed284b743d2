import { SegmentedControl, Text } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useState } from 'react'
import { Link } from 'wouter'
import { type BreakdownFragment, KeyBreakdownDocument, WorkspaceBreakdownDocument } from '@/api/gen/graphql'
import { useAsk } from '@/api/use'
import { useWorkspace } from '@/app/workspace'
import { paths } from '@/app/paths'
import { Cut } from '@/parts/cut'
import { Ago } from '@/parts/moment'
import { Panel } from '@/parts/panel'
import { Broken, Loading } from '@/parts/states'
import { type Column, Table } from '@/parts/table'
import { outcomeText } from '../words'

type By = 'KEY' | 'OPERATION' | 'ADDRESS' | 'USER_AGENT' | 'OUTCOME'
type Row = BreakdownFragment['rows'][number]

const bys: Record<By, { label: string; head: string; none: string }> = {
  KEY: { label: 'By key', head: 'Key', none: 'Unknown' },
  OPERATION: { label: 'By operation', head: 'Operation', none: 'None: refused before it was known' },
  ADDRESS: { label: 'By address', head: 'Address', none: 'Could not be established' },
  USER_AGENT: { label: 'By client', head: 'Client', none: 'Did not say what it is' },
  OUTCOME: { label: 'By outcome', head: 'Outcome', none: 'Unknown' },
}

const most = 20 // rows that are shown
const everyMs = 10_000

// Breakdown adds the use of a key, or of all of them, up by what people ask about.
export function Breakdown({ id, from }: { id: string | null; from: string }) {
  const workspace = useWorkspace()
  const [by, setBy] = useState<By>(id === null ? 'KEY' : 'OPERATION')
  const what = { workspace: workspace.id, range: { from }, by }
  const ofKey = useAsk(KeyBreakdownDocument, { ...what, id: id ?? '' }, { everyMs, enabled: id !== null })
  const ofAll = useAsk(WorkspaceBreakdownDocument, what, { everyMs, enabled: id === null })
  const asked = id === null ? ofAll : ofKey
  const usage = id === null ? ofAll.data?.workspace?.usage : ofKey.data?.workspace?.apiKey?.usage
  const phone = useMediaQuery('(max-width: 36em)', false, { getInitialValueInEffect: false })
  const choices = (Object.keys(bys) as By[]).filter((value) => id === null || value !== 'KEY').map((value) => ({ value, label: bys[value].label }))
  const hidden = usage ? usage.rows.length - most : 0
  return (
    <Panel title={id === null ? 'What the keys call, and from where' : 'What it calls, and from where'} flush actions={<SegmentedControl size="xs" orientation={phone ? 'vertical' : 'horizontal'} fullWidth={phone} data={choices} value={by} onChange={(value) => setBy(value as By)} aria-label="Add up by" />}>
      {usage ? (
        <>
          <Table label={bys[by].label} columns={columns(by, workspace.slug)} rows={usage.rows.slice(0, most)} id={(row) => row.group} />
          {(hidden > 0 || usage.truncated) && (
            <Text size="sm" c="dimmed" px={20} py={10}>
              The {most} with most calls are shown{hidden > 0 && `; ${hidden}${usage.truncated ? ' or more' : ''} others called less`}.
            </Text>
          )}
        </>
      ) : asked.isError ? (
        <Broken failure={asked.error} again={() => void asked.refetch()} />
      ) : (
        <Loading />
      )}
    </Panel>
  )
}

function columns(by: By, slug: string): Column<Row>[] {
  return [
    { label: bys[by].head, bare: false, cell: (row) => <Group row={row} by={by} slug={slug} /> },
    { label: 'Calls', right: true, cell: (row) => row.calls.toLocaleString('en') },
    { label: 'Refusals', right: true, cell: (row) => row.refusals.toLocaleString('en') },
    { label: 'Last seen', cell: (row) => <Ago at={row.lastSeen} /> },
  ]
}

// Group is what a row stands for, in words: a key leads to its page.
function Group({ row, by, slug }: { row: Row; by: By; slug: string }) {
  if (row.apiKey) {
    return (
      <Link href={paths.key(slug, row.apiKey.id)}>
        <Cut>{row.apiKey.name}</Cut>
      </Link>
    )
  }
  return <Cut>{(by === 'OUTCOME' && outcomeText(row.group)) || row.group || bys[by].none}</Cut>
}
