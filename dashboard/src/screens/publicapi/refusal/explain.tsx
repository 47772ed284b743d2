import { Button, Group, Stack, Textarea } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { ExplainRefusalDocument } from '@/api/gen/graphql'
import { useAsk } from '@/api/use'
import { useWorkspace } from '@/app/workspace'
import { Panel } from '@/parts/panel'
import { Frame } from '../frame'
import { Explanation } from './explanation'

// Explain opens the receipt that an answer of the REST API had.
export default function Explain() {
  const workspace = useWorkspace()
  const [typed, setTyped] = useState('')
  const [receipt, setReceipt] = useState('')
  const asked = useAsk(ExplainRefusalDocument, { workspace: workspace.id, receipt }, { enabled: receipt !== '' })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (typed.trim() === receipt) void asked.refetch()
    setReceipt(typed.trim())
  }
  const found = asked.data?.workspace?.explainRefusal
  return (
    <Frame>
      <Stack gap="md">
        <Panel title="Explain a refusal" about="When the REST API turns a request away, its answer carries a receipt. Paste it, or the whole answer: only your workspace can open it.">
          <form onSubmit={submit}>
            <Stack>
              <Textarea
                label="Receipt, or the answer that holds it"
                placeholder={'{"receipt": "rcpt_…"}'}
                autosize
                minRows={3}
                maxRows={12}
                spellCheck={false}
                value={typed}
                onChange={(event) => setTyped(event.currentTarget.value)}
                error={asked.error?.message}
              />
              <Group justify="flex-end">
                <Button type="submit" loading={asked.isLoading} disabled={!typed.trim()}>
                  Explain
                </Button>
              </Group>
            </Stack>
          </form>
        </Panel>
        <div role="status">{found && !asked.isError && receipt !== '' && <Explanation of={found} />}</div>
      </Stack>
    </Frame>
  )
}
