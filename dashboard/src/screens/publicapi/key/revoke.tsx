import { Button, Group, Select, Stack, Text, Textarea } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { type KeyFullFragment, RevokeApiKeyDocument, type RevocationReason } from '@/api/gen/graphql'
import { useChange } from '@/api/use'
import { Dialog } from '@/parts/dialog'
import { useFields } from '@/parts/fields'
import { FormEnd } from '@/parts/formend'
import { Notice } from '@/parts/notice'
import { spreadText } from '../propagation'
import { optionsOf } from '../words'
import { reasons } from './reasons'

interface Props {
  apiKey: KeyFullFragment
  done: () => void
  close: () => void
}

// RevokeDialog ends a key for good, and stays until the person has read how far that has come.
export function RevokeDialog({ apiKey, done, close }: Props) {
  const form = useFields<{ reason: RevocationReason | null; note: string }>({ reason: null, note: '' })
  const [result, setResult] = useState<string | null>(null)
  const revoke = useChange(RevokeApiKeyDocument, (data) => data.revokeApiKey)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const { reason, note } = form.values
    if (!reason) return
    const payload = await revoke.run({ input: { id: apiKey.id, reason, note: note.trim() || null } })
    if (!payload) return
    form.setErrors(payload.userErrors)
    if (payload.userErrors.length > 0) return
    setResult(spreadText('Refused everywhere', payload.propagation))
    done()
  }
  if (result) {
    return (
      <Dialog opened onClose={close} title={`${apiKey.name} is revoked`}>
        <Stack>
          <Notice tone="good" title={result}>
            No request with this key that starts from now on is accepted.
          </Notice>
          <Group justify="flex-end">
            <Button onClick={close} data-autofocus>
              Close
            </Button>
          </Group>
        </Stack>
      </Dialog>
    )
  }
  return (
    <Dialog opened onClose={close} title={`Revoke ${apiKey.name}?`}>
      <form onSubmit={submit}>
        <Stack>
          <Text size="sm">Every program that sends this key is refused, at once and for good. To stop it for a while, disable it instead.</Text>
          <Select label="Reason" placeholder="Choose a reason" data={optionsOf(reasons)} value={form.values.reason} onChange={(reason) => form.set('reason', reason)} error={form.of('reason')} required data-autofocus />
          <Textarea label="Note" description="For those who ask later." maxLength={500} autosize minRows={2} value={form.values.note} onChange={(event) => form.set('note', event.currentTarget.value)} error={form.of('note')} />
          <FormEnd rest={form.rest} cancel={close} label="Revoke for good" busy={revoke.busy} danger disabled={!form.values.reason} />
        </Stack>
      </form>
    </Dialog>
  )
}
