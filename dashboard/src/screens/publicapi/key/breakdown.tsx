import { SegmentedControl, Text } from '@mantine/core'
import { useState } from 'react'
import { KeyBreakdownDocument, type KeyBreakdownQuery } from '@/api/gen/graphql'
import { useAsk } from '@/api/use'
import { useWorkspace } from '@/app/workspace'
import { Cut } from '@/parts/cut'
import { Ago } from '@/parts/moment'
import { Panel } from '@/parts/panel'
import { Broken, Loading } from '@/parts/states'
import { type Column, Table } from '@/parts/table'

type By = 'OPERATION' | 'ADDRESS' | 'USER_AGENT' | 'OUTCOME'
type Row = NonNullable<NonNullable<NonNullable<KeyBreakdownQuery['workspace']>['apiKey']>['usage']>['rows'][number]

const bys: Record<By, { label: string; head: string; none: string }> = {
  OPERATION: { label: 'By operation', head: 'Operation', none: 'None: refused before it was known' },
  ADDRESS: { label: 'By address', head: 'Address', none: 'Could not be established' },
  USER_AGENT: { label: 'By client', head: 'Client', none: 'Did not say what it is' },
  OUTCOME: { label: 'By outcome', head: 'Outcome', none: 'Unknown' },
}

const most = 20 // rows that are shown

// Breakdown adds a key's use up by what people ask about.
export function Breakdown({ id, from }: { id: string; from: string }) {
  const workspace = useWorkspace()
  const [by, setBy] = useState<By>('OPERATION')
  const asked = useAsk(KeyBreakdownDocument, { workspace: workspace.id, id, range: { from }, by }, { everyMs: 10_000 })
  const usage = asked.data?.workspace?.apiKey?.usage
  const choices = (Object.keys(bys) as By[]).map((value) => ({ value, label: bys[value].label }))
  const hidden = usage ? usage.rows.length - most : 0
  return (
    <Panel title="What it calls, and from where" flush actions={<SegmentedControl size="xs" data={choices} value={by} onChange={(value) => setBy(value as By)} aria-label="Add up by" />}>
      {usage ? (
        <>
          <Table label={bys[by].label} columns={columns(by)} rows={usage.rows.slice(0, most)} id={(row) => row.group} />
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

function columns(by: By): Column<Row>[] {
  return [
    { label: bys[by].head, bare: false, cell: (row) => <Cut>{row.group || bys[by].none}</Cut> },
    { label: 'Calls', right: true, cell: (row) => row.calls.toLocaleString('en') },
    { label: 'Refusals', right: true, cell: (row) => row.refusals.toLocaleString('en') },
    { label: 'Last seen', cell: (row) => <Ago at={row.lastSeen} /> },
  ]
}
