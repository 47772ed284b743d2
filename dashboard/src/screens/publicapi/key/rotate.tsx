import { Select, Stack, Text } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { type KeyFullFragment, StartApiKeyRotationDocument, type WrongFragment } from '@/api/gen/graphql'
import { useChange } from '@/api/use'
import { Dialog } from '@/parts/dialog'
import { newAttempt } from '@/parts/fields'
import { FormEnd } from '@/parts/formend'
import { Notice } from '@/parts/notice'

// For how many seconds the old secret may go on.
const overlaps = [
  { value: '0', label: 'It ends now' },
  { value: '3600', label: '1 hour' },
  { value: '86400', label: '24 hours' },
  { value: '604800', label: '7 days' },
  { value: '2592000', label: '30 days' },
]

interface Props {
  apiKey: KeyFullFragment
  close: () => void
  done: (secret: string) => void
}

// RotateDialog gives a key a new secret.
export function RotateDialog({ apiKey, close, done }: Props) {
  const [keep, setKeep] = useState('86400')
  const [attempt] = useState(newAttempt)
  const [errors, setErrors] = useState<WrongFragment[]>([])
  const start = useChange(StartApiKeyRotationDocument, (data) => data.startApiKeyRotation)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const payload = await start.run({ input: { id: apiKey.id, keepOldFor: Number(keep), idempotencyKey: `${attempt}-${keep}` } })
    setErrors(payload?.userErrors ?? [])
    if (!payload || payload.userErrors.length > 0) return
    close()
    if (payload.secret) done(payload.secret)
  }
  return (
    <Dialog opened onClose={close} title={`Rotate ${apiKey.name}`}>
      <form onSubmit={submit}>
        <Stack>
          <Text size="sm">
            The key gets a new secret, which you see once. The old one goes on for a while, so that you can move your program without a gap.
            Name, scope, day of expire and history stay.
          </Text>
          <Select label="The old secret works for" data={overlaps} value={keep} onChange={(value) => value && setKeep(value)} allowDeselect={false} data-autofocus />
          {keep === '0' && (
            <Notice tone="warn">Programs that still send the old secret are refused from now on. Choose this when the secret has leaked.</Notice>
          )}
          <FormEnd rest={errors} cancel={close} label="Rotate" busy={start.busy} danger={keep === '0'} />
        </Stack>
      </form>
    </Dialog>
  )
}
