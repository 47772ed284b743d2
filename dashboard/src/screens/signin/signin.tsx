import { Button, Center, Paper, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useEffect, useState } from 'react'
import { SignInDocument } from '@/api/gen/graphql'
import { useChange } from '@/api/use'
import { Logo } from '@/app/logo'
import { Notice } from '@/parts/notice'

// SignIn stands at whatever address was asked for, which is shown when the person is known.
export default function SignIn() {
  const client = useQueryClient()
  const signIn = useChange(SignInDocument, (data) => data.signIn)
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [error, setError] = useState<string | null>(null)
  useEffect(() => {
    document.title = 'Sign in · Latchkey'
  }, [])
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const payload = await signIn.run({ input: { email, password } })
    setError(payload?.userErrors[0]?.message ?? null)
    if (payload && payload.userErrors.length === 0) await client.invalidateQueries()
  }
  return (
    <Center component="main" mih="100dvh" p="md">
      <Stack w="100%" maw={400} gap="lg">
        <Center>
          <Logo />
        </Center>
        <Paper withBorder p="xl" radius="lg">
          <form onSubmit={submit}>
            <Stack>
              <div>
                <Title order={1} size="h2">
                  Sign in
                </Title>
                <Text size="sm" c="dimmed">
                  To your workspace's settings
                </Text>
              </div>
              {error && <Notice tone="bad">{error}</Notice>}
              <TextInput label="E-mail address" type="email" autoComplete="username" autoFocus required value={email} onChange={(e) => setEmail(e.currentTarget.value)} />
              <PasswordInput
                label="Password"
                autoComplete="current-password"
                required
                value={password}
                onChange={(e) => setPassword(e.currentTarget.value)}
              />
              <Button type="submit" loading={signIn.busy} fullWidth>
                Sign in
              </Button>
            </Stack>
          </form>
        </Paper>
      </Stack>
    </Center>
  )
}
