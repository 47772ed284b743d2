import { Button, PasswordInput, Stack, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { Link } from 'wouter'
import { SignInDocument } from '@/api/gen/graphql'
import { useChange } from '@/api/use'
import { paths } from '@/app/paths'
import { Notice } from '@/parts/notice'
import classes from './signin.module.css'

interface Props {
  fixed?: string // the only address that will do
  forgettable: boolean // a forgotten password can be replaced
  next: () => void // a second step follows
}

// Password is the first step: the address and the password.
export function Password({ fixed, forgettable, next }: Props) {
  const signIn = useChange(SignInDocument, (data) => data.signIn)
  const [email, setEmail] = useState(fixed ?? '')
  const [password, setPassword] = useState('')
  const [error, setError] = useState<string | null>(null)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const payload = await signIn.run({ input: { email, password } })
    setError(payload?.userErrors[0]?.message ?? null)
    if (payload?.secondFactor) next()
  }
  return (
    <form onSubmit={submit}>
      <Stack>
        {error && <Notice tone="bad">{error}</Notice>}
        <TextInput
          label="E-mail address"
          type="email"
          autoComplete="username"
          autoFocus={!fixed}
          readOnly={fixed !== undefined}
          required
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <div className={classes.password}>
          <PasswordInput label="Password" autoComplete="current-password" autoFocus={fixed !== undefined} required value={password} onChange={(event) => setPassword(event.currentTarget.value)} />
          {forgettable && (
            <Link href={paths.resetPassword} state={{ email }} className={classes.forgotten}>
              Forgot your password?
            </Link>
          )}
        </div>
        <Button type="submit" loading={signIn.busy} fullWidth>
          Sign in
        </Button>
      </Stack>
    </form>
  )
}
