import { Button, Group, PasswordInput, Stack, Text } from '@mantine/core'
import { createContext, type FormEvent, type ReactNode, use, useCallback, useRef, useState } from 'react'
import { ask } from '@/api/ask'
import { asFailure } from '@/api/failure'
import { ReauthenticateDocument } from '@/api/gen/graphql'
import { Dialog } from '@/parts/dialog'
import { usePerson } from './person'

const Confirm = createContext<() => Promise<boolean>>(() => Promise.resolve(false))

// useConfirm asks the person to confirm who they are; what it returns resolves to whether they did.
export const useConfirm = () => use(Confirm)

// ConfirmProvider holds the one dialog. Several changes that need it at once wait for the same answer.
export function ConfirmProvider({ children }: { children: ReactNode }) {
  const waiting = useRef<((done: boolean) => void)[]>([])
  const [open, setOpen] = useState(false)
  const confirm = useCallback(() => {
    setOpen(true)
    return new Promise<boolean>((resolve) => waiting.current.push(resolve))
  }, [])
  const answer = (done: boolean) => {
    setOpen(false)
    for (const resolve of waiting.current.splice(0)) resolve(done)
  }
  return (
    <Confirm value={confirm}>
      {children}
      <Dialog title="Confirm that it is you" opened={open} onClose={() => answer(false)}>
        <ConfirmForm done={() => answer(true)} cancel={() => answer(false)} />
      </Dialog>
    </Confirm>
  )
}

function ConfirmForm({ done, cancel }: { done: () => void; cancel: () => void }) {
  const { email } = usePerson()
  const [password, setPassword] = useState('')
  const [error, setError] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    const wrong = await reauthenticate(password)
    setBusy(false)
    setError(wrong)
    if (!wrong) done()
  }
  return (
    <form onSubmit={submit}>
      <Stack>
        <Text size="sm">
          You signed in a while ago, and this change needs to be sure. Enter the password of <b>{email}</b>; then the change goes on
          by itself.
        </Text>
        <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
        <PasswordInput
          label="Password"
          autoComplete="current-password"
          data-autofocus
          required
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          error={error}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={cancel}>
            Cancel
          </Button>
          <Button type="submit" loading={busy}>
            Confirm
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

// reauthenticate returns what was wrong, and null when nothing was.
async function reauthenticate(password: string): Promise<string | null> {
  try {
    const { reauthenticate: answer } = await ask(ReauthenticateDocument, { input: { password } })
    return answer.userErrors[0]?.message ?? null
  } catch (thrown) {
    return asFailure(thrown).message
  }
}
