import { SegmentedControl, Text } from '@mantine/core'
import { useMemo, useState } from 'react'
import { KeySeriesDocument, WorkspaceSeriesDocument } from '@/api/gen/graphql'
import { useAsk } from '@/api/use'
import { useWorkspace } from '@/app/workspace'
import { Bars } from '@/parts/bars'
import { Panel } from '@/parts/panel'
import { Broken, Loading } from '@/parts/states'
import { Breakdown } from './breakdown'
import { type Span, spans, stepText, stretchOf } from './range'

const everyMs = 10_000

const counted = (n: number, what: string): string => `${n.toLocaleString('en')} ${n === 1 ? what : `${what}s`}`

// UsagePanels is what a key did, or all of them: over time, and by what.
export function UsagePanels({ id }: { id: string | null }) {
  const workspace = useWorkspace()
  const [span, setSpan] = useState<Span>('30d')
  const hour = Math.floor(Date.now() / 3_600_000)
  const stretch = useMemo(() => stretchOf(span, hour * 3_600_000), [span, hour])
  const what = { workspace: workspace.id, range: { from: stretch.from }, by: stretch.by }
  const ofKey = useAsk(KeySeriesDocument, { ...what, id: id ?? '' }, { keep: true, everyMs, enabled: id !== null })
  const ofAll = useAsk(WorkspaceSeriesDocument, what, { keep: true, everyMs, enabled: id === null })
  const asked = id === null ? ofAll : ofKey
  const usage = id === null ? ofAll.data?.workspace?.usage : ofKey.data?.workspace?.apiKey?.usage
  const bars = useMemo(() => {
    const rows = new Map(usage?.rows.map((row) => [row.group, row]))
    return stretch.steps.map((step) => ({ label: stepText(step, stretch.by), calls: rows.get(step)?.calls ?? 0, refusals: rows.get(step)?.refusals ?? 0 }))
  }, [usage, stretch])
  const choices = (Object.keys(spans) as Span[]).map((value) => ({ value, label: spans[value] }))
  return (
    <>
      <Panel
        title="Calls and refusals"
        about={usage ? `${counted(usage.calls, 'call')} and ${counted(usage.refusals, 'refusal')}. Hours and days are those of UTC.` : ' '}
        actions={<SegmentedControl size="xs" data={choices} value={span} onChange={(value) => setSpan(value as Span)} aria-label="Time span" />}
      >
        {usage ? (
          usage.calls + usage.refusals > 0 ? (
            <Bars label={`Calls and refusals of the last ${spans[span]}`} bars={bars} />
          ) : (
            <Text size="sm" c="dimmed" py="md">
              {id === null ? 'No program has used a key' : 'Nothing has used this key'} in the last {spans[span]}.
            </Text>
          )
        ) : asked.isError ? (
          <Broken failure={asked.error} again={() => void asked.refetch()} />
        ) : (
          <Loading />
        )}
      </Panel>
      {usage && usage.calls + usage.refusals > 0 && <Breakdown id={id} from={stretch.from} />}
    </>
  )
}
