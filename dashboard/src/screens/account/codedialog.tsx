import { Stack, Text, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { WrongFragment } from '@/api/gen/graphql'
import { codeOf } from '@/app/confirm'
import { Dialog } from '@/parts/dialog'
import { FormEnd } from '@/parts/formend'

interface Props {
  title: string
  about: string
  label: string // of the button
  danger?: boolean
  busy: boolean
  send: (code: ReturnType<typeof codeOf>) => Promise<WrongFragment[]>
  close: () => void
}

// CodeDialog asks for a code of the second factor, which the change takes.
export function CodeDialog({ title, about, label, danger, busy, send, close }: Props) {
  const [code, setCode] = useState('')
  const [errors, setErrors] = useState<WrongFragment[]>([])
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setErrors(await send(codeOf(code)))
  }
  return (
    <Dialog opened onClose={close} title={title}>
      <form onSubmit={submit}>
        <Stack>
          <Text size="sm">{about}</Text>
          <TextInput
            label="Code"
            description="The six digits that your authenticator app shows, or a recovery code."
            autoComplete="one-time-code"
            required
            data-autofocus
            value={code}
            onChange={(event) => {
              setCode(event.currentTarget.value)
              setErrors([])
            }}
            error={errors[0]?.message}
          />
          <FormEnd cancel={close} label={label} busy={busy} danger={danger} />
        </Stack>
      </form>
    </Dialog>
  )
}
