import { Button, Group, Stack, Text } from '@mantine/core'
import { useEffect, useState } from 'react'
import type { ApiKeyScope } from '@/api/gen/graphql'
import { CopyField } from '@/parts/copyfield'
import { Dialog } from '@/parts/dialog'
import { Notice } from '@/parts/notice'
import { scopes } from '../words'
import { curl } from './curl'

interface Props {
  title: string
  name: string
  scope: ApiKeyScope
  secret: string
  apiUrl: string | null
  close: () => void
}

// SecretDialog shows a secret, once. Closing asks whether it was stored; leaving the page does, too.
export function SecretDialog({ title, name, scope, secret, apiUrl, close }: Props) {
  const [asking, setAsking] = useState(false)
  useEffect(() => {
    const stay = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', stay)
    return () => removeEventListener('beforeunload', stay)
  }, [])
  return (
    <Dialog opened onClose={() => setAsking(true)} closeOnClickOutside={false} title={title} size="lg">
      {asking ? (
        <Stack>
          <Text size="sm">
            Have you stored the key <b>{name}</b> where your program reads it? When this closes, nobody can see it again, not even us.
          </Text>
          <Group justify="flex-end">
            <Button variant="default" onClick={() => setAsking(false)} data-autofocus>
              Show it again
            </Button>
            <Button onClick={close}>I have stored it</Button>
          </Group>
        </Stack>
      ) : (
        <Stack>
          <Notice tone="warn" title="This is the only time that you see it">
            Store it now in a secret manager or your program’s settings: never in code, a web page, a chat or an e-mail.
          </Notice>
          <CopyField label={`${name} (${scopes[scope].label})`} text={secret} />
          <CopyField label="Try it in a terminal" text={curl(apiUrl, secret)} />
          <Group justify="flex-end">
            <Button onClick={() => setAsking(true)}>Done</Button>
          </Group>
        </Stack>
      )}
    </Dialog>
  )
}
