import { Center, Paper, Stack } from '@mantine/core'
import { useEffect, useState } from 'react'
import { WaitingDocument } from '@/api/gen/graphql'
import { useAsk } from '@/api/use'
import { Logo } from '@/app/logo'
import { Loading } from '@/parts/states'
import { Code } from './code'
import { Password } from './password'

// SignIn stands at whatever address was asked for, which is shown when the person is known. A browser whose
// sign-in waits for its second factor goes on there, also when a provider has sent the person back here.
export default function SignIn() {
  const waiting = useAsk(WaitingDocument, {})
  const [step, setStep] = useState<'password' | 'code' | null>(null)
  useEffect(() => {
    document.title = 'Sign in · Latchkey'
  }, [])
  const shown = step ?? (waiting.data?.secondFactorChallenge ? 'code' : 'password')
  return (
    <Center component="main" mih="100dvh" p="md">
      <Stack w="100%" maw={400} gap="lg">
        <Center>
          <Logo />
        </Center>
        <Paper withBorder p="xl" radius="lg">
          {waiting.isPending ? <Loading /> : shown === 'code' ? <Code again={() => setStep('password')} /> : <Password next={() => setStep('code')} />}
        </Paper>
      </Stack>
    </Center>
  )
}
