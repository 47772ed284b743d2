import { Button, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { SignInDocument } from '@/api/gen/graphql'
import { useChange } from '@/api/use'
import { Notice } from '@/parts/notice'

// Password is the first step: the address and the password. next is called when a second one follows.
export function Password({ next }: { next: () => void }) {
  const signIn = useChange(SignInDocument, (data) => data.signIn)
  const [email, setEmail] = useState('')
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
        <div>
          <Title order={1} size="h2">
            Sign in
          </Title>
          <Text size="sm" c="dimmed">
            To your workspace’s settings
          </Text>
        </div>
        {error && <Notice tone="bad">{error}</Notice>}
        <TextInput label="E-mail address" type="email" autoComplete="username" autoFocus required value={email} onChange={(event) => setEmail(event.currentTarget.value)} />
        <PasswordInput label="Password" autoComplete="current-password" required value={password} onChange={(event) => setPassword(event.currentTarget.value)} />
        <Button type="submit" loading={signIn.busy} fullWidth>
          Sign in
        </Button>
      </Stack>
    </form>
  )
}
