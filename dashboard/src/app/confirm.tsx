import { PasswordInput, Stack, Text, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { createContext, type FormEvent, type ReactNode, use, useCallback, useRef, useState } from 'react'
import { ask } from '@/api/ask'
import { keyOf } from '@/api/client'
import { asFailure } from '@/api/failure'
import { OwnProvidersDocument, ReauthenticateDocument, type ReauthenticateInput } from '@/api/gen/graphql'
import { Dialog } from '@/parts/dialog'
import { FormEnd } from '@/parts/formend'
import { Providers } from '@/parts/providers'
import { usePerson } from './person'

// The change that needs it may have been made in a dialog.
const aboveDialogs = 300

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
      <Dialog title="Confirm that it is you" zIndex={aboveDialogs} opened={open} onClose={() => answer(false)}>
        <ConfirmForm done={() => answer(true)} cancel={() => answer(false)} />
      </Dialog>
    </Confirm>
  )
}

function ConfirmForm({ done, cancel }: { done: () => void; cancel: () => void }) {
  const { email, secondFactor } = usePerson()
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const [errors, setErrors] = useState<Told[]>([])
  const [busy, setBusy] = useState(false)
  const twice = secondFactor.totpSince !== null
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    const wrong = await reauthenticate(twice ? { password, ...codeOf(code) } : { password })
    setBusy(false)
    setErrors(wrong)
    if (wrong.length === 0) done()
  }
  const ofCode = errors.find((error) => error.code === 'SECOND_FACTOR_WRONG' || error.code === 'SECOND_FACTOR_NEEDED')
  const ofPassword = errors.find((error) => error !== ofCode)
  return (
    <form onSubmit={submit}>
      <Stack>
        <Text size="sm">
          You signed in a while ago, and this change needs to be sure. Enter the password of <b>{email}</b>; then the change goes on by itself.
        </Text>
        <PasswordInput
          label="Password"
          autoComplete="current-password"
          data-autofocus
          required
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          error={ofPassword?.message}
        />
        {twice && (
          <TextInput
            label="Code"
            description="The six digits that your authenticator app shows, or a recovery code."
            autoComplete="one-time-code"
            required
            value={code}
            onChange={(event) => setCode(event.currentTarget.value)}
            error={ofCode?.message}
          />
        )}
        <FormEnd cancel={cancel} label="Confirm" busy={busy} />
        <ByProvider />
      </Stack>
    </form>
  )
}

// ByProvider is for who signs in with a provider, and may have no password. The browser leaves the page for it.
function ByProvider() {
  const own = useQuery({ queryKey: keyOf(OwnProvidersDocument, {}), queryFn: ({ signal }) => ask(OwnProvidersDocument, {}, signal) }).data?.me?.identities ?? []
  return (
    <Providers
      providers={own.flatMap(({ provider }) => provider ?? [])}
      verb="Confirm"
      fresh
      returnTo={location.pathname + location.search}
      about="Then this page is loaded anew: make the change again when you are back."
    />
  )
}

// codeOf takes six digits for the app's code, and all else for a recovery code.
export function codeOf(text: string): { code: string } | { recoveryCode: string } {
  const digits = text.replace(/\s/g, '')
  return /^\d{6}$/.test(digits) ? { code: digits } : { recoveryCode: text.trim() }
}

interface Told {
  code: string
  message: string
}

// reauthenticate returns what was wrong, and nothing when nothing was.
async function reauthenticate(input: ReauthenticateInput): Promise<Told[]> {
  try {
    const { reauthenticate: answer } = await ask(ReauthenticateDocument, { input })
    return answer.userErrors
  } catch (thrown) {
    return [asFailure(thrown)]
  }
}
