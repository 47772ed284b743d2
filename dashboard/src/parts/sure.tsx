import { Stack, Text } from '@mantine/core'
import type { FormEvent, ReactNode } from 'react'
import { Dialog } from './dialog'
import { FormEnd } from './formend'

interface Props {
  title: string
  label: string // of the button that does it
  busy: boolean
  danger?: boolean
  close: () => void
  go: () => void
  children: ReactNode // what it means
}

// Sure asks before something is done that others will feel.
export function Sure({ title, label, busy, danger, close, go, children }: Props) {
  const submit = (event: FormEvent) => {
    event.preventDefault()
    go()
  }
  return (
    <Dialog opened onClose={close} title={title}>
      <form onSubmit={submit}>
        <Stack>
          <Text size="sm" component="div">
            {children}
          </Text>
          <FormEnd cancel={close} label={label} busy={busy} danger={danger} />
        </Stack>
      </form>
    </Dialog>
  )
}
