import { Button, Group, Stack, Text } from '@mantine/core'
import { useEffect, useState } from 'react'
import { copy } from '@/parts/clipboard'
import { Dialog } from '@/parts/dialog'
import { Icon } from '@/parts/icon'
import { Notice } from '@/parts/notice'
import classes from './account.module.css'

interface Props {
  codes: string[]
  close: () => void
}

// RecoveryCodes shows recovery codes, once. Closing asks whether they were stored; leaving the page does, too.
export function RecoveryCodes({ codes, close }: Props) {
  const [asking, setAsking] = useState(false)
  const [copied, setCopied] = useState<boolean | null>(null)
  useEffect(() => {
    const stay = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', stay)
    return () => removeEventListener('beforeunload', stay)
  }, [])
  if (asking) {
    return (
      <Dialog opened onClose={() => setAsking(false)} title="Your recovery codes">
        <Stack>
          <Text size="sm">Have you stored the codes? When this closes, nobody can see them again, not even us.</Text>
          <Group justify="flex-end">
            <Button variant="default" onClick={() => setAsking(false)} data-autofocus>
              Show them again
            </Button>
            <Button onClick={close}>I have stored them</Button>
          </Group>
        </Stack>
      </Dialog>
    )
  }
  return (
    <Dialog opened onClose={() => setAsking(true)} closeOnClickOutside={false} title="Your recovery codes" size="lg">
      <Stack>
        <Notice tone="warn" title="This is the only time that you see them">
          Each works once in place of the app, when your phone is lost. Print them, or store them in a password manager: not on the phone itself.
        </Notice>
        <ul className={classes.codes} aria-label="Recovery codes">
          {codes.map((code) => (
            <li key={code}>{code}</li>
          ))}
        </ul>
        <Text size="xs" c="dimmed" role="status">
          {copied === false && 'The browser does not let this page copy. Select the codes, and press Ctrl+C, or ⌘C.'}
          {copied && <span className="lk-hidden">Copied</span>}
        </Text>
        <Group justify="flex-end">
          <Button variant="default" leftSection={<Icon name={copied ? 'done' : 'copy'} size={14} />} onClick={async () => setCopied(await copy(codes.join('\n')))}>
            {copied ? 'Copied' : 'Copy all'}
          </Button>
          <Button onClick={() => setAsking(true)}>Done</Button>
        </Group>
      </Stack>
    </Dialog>
  )
}
