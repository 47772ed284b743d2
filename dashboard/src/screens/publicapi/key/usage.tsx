import { SegmentedControl, Text } from '@mantine/core'
import { useMemo, useState } from 'react'
import { KeySeriesDocument } from '@/api/gen/graphql'
import { useAsk } from '@/api/use'
import { useWorkspace } from '@/app/workspace'
import { Bars } from '@/parts/bars'
import { Panel } from '@/parts/panel'
import { Broken, Loading } from '@/parts/states'
import { Breakdown } from './breakdown'
import { type Span, spans, stepText, stretchOf } from './range'

const everyMs = 10_000

// Usage is what a key did: over time, and by what.
export function Usage({ id }: { id: string }) {
  const workspace = useWorkspace()
  const [span, setSpan] = useState<Span>('30d')
  const hour = Math.floor(Date.now() / 3_600_000)
  const stretch = useMemo(() => stretchOf(span, hour * 3_600_000), [span, hour])
  const asked = useAsk(KeySeriesDocument, { workspace: workspace.id, id, range: { from: stretch.from }, by: stretch.by }, { keep: true, everyMs })
  const usage = asked.data?.workspace?.apiKey?.usage
  const bars = useMemo(() => {
    const rows = new Map(usage?.rows.map((row) => [row.group, row]))
    return stretch.steps.map((step) => ({ label: stepText(step, stretch.by), calls: rows.get(step)?.calls ?? 0, refusals: rows.get(step)?.refusals ?? 0 }))
  }, [usage, stretch])
  const choices = (Object.keys(spans) as Span[]).map((value) => ({ value, label: spans[value] }))
  return (
    <>
      <Panel
        title="Calls and refusals"
        about={usage ? `${usage.calls.toLocaleString('en')} calls and ${usage.refusals.toLocaleString('en')} refusals, in hours and days of UTC` : ' '}
        actions={<SegmentedControl size="xs" data={choices} value={span} onChange={(value) => setSpan(value as Span)} aria-label="Time span" />}
      >
        {usage ? (
          usage.calls + usage.refusals > 0 ? (
            <Bars label={`Calls and refusals of the last ${spans[span]}`} bars={bars} />
          ) : (
            <Text size="sm" c="dimmed" py="md">
              Nothing has used this key in the last {spans[span]}.
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
