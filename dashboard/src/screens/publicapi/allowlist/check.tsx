import { Box, Button, Group, Stack, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { CheckAddressDocument, type CheckAddressQuery } from '@/api/gen/graphql'
import { useAsk } from '@/api/use'
import { useWorkspace } from '@/app/workspace'
import { Notice } from '@/parts/notice'
import { Panel } from '@/parts/panel'

// CheckPanel says whether an address may use the workspace's keys now.
export function CheckPanel() {
  const workspace = useWorkspace()
  const [typed, setTyped] = useState('')
  const [address, setAddress] = useState('')
  const asked = useAsk(CheckAddressDocument, { workspace: workspace.id, address }, { enabled: address !== '' })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setAddress(typed.trim())
  }
  const list = asked.data?.workspace?.ipAllowlist
  return (
    <Panel title="Check an address" about="Whether requests from there are let through, as far as the list is concerned.">
      <form onSubmit={submit}>
        <Stack gap={0}>
          <Group align="flex-start" gap="xs">
            <TextInput aria-label="Address to check" placeholder="203.0.113.7" spellCheck={false} value={typed} onChange={(event) => setTyped(event.currentTarget.value)} error={asked.error?.message} flex="1 1 200px" maw={360} />
            <Button type="submit" variant="default" loading={asked.isLoading} disabled={!typed.trim()}>
              Check
            </Button>
          </Group>
          <Box role="status" mt={list ? 'md' : 0}>{list && !asked.isError && address !== '' && <Result list={list} />}</Box>
        </Stack>
      </form>
    </Panel>
  )
}

function Result({ list }: { list: NonNullable<CheckAddressQuery['workspace']>['ipAllowlist'] }) {
  const { address, allowed, entry } = list.check
  if (!list.active) return <Notice tone="info">The list is off, so {address} may use the keys like every other address.</Notice>
  if (!allowed) return <Notice tone="bad" title={`${address} may not use the keys`}>No entry that has not expired covers it.</Notice>
  return (
    <Notice tone="good" title={`${address} may use the keys`}>
      {entry && `By the entry ${entry.range}${entry.note ? ` (${entry.note})` : ''}.`}
    </Notice>
  )
}
