import { Stack } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { DoorwayDocument, type DoorwayQuery, WaitingDocument } from '@/api/gen/graphql'
import { useAsk } from '@/api/use'
import { Broken, Loading } from '@/parts/states'
import { Code } from './code'
import { Password } from './password'

interface Props {
  head: ReactNode // of the first step
  fixed?: string // the only address that will do
  beside?: (doorway: DoorwayQuery) => ReactNode // what else the first step offers
}

// Steps sign somebody in: by the password, and by the second factor when there is one. A browser whose
// sign-in waits for its second factor goes on there, also when a provider has sent the person back here.
export function Steps({ head, fixed, beside }: Props) {
  const waiting = useAsk(WaitingDocument, {})
  const doorway = useAsk(DoorwayDocument, {})
  const [step, setStep] = useState<'password' | 'code' | null>(null)
  const broken = waiting.isError && !waiting.data ? waiting : doorway.isError && !doorway.data ? doorway : null
  if (broken) return <Broken failure={broken.error} again={() => void broken.refetch()} />
  if (!waiting.data || !doorway.data) return <Loading />
  if ((step ?? (waiting.data.secondFactorChallenge ? 'code' : 'password')) === 'code') return <Code again={() => setStep('password')} />
  return (
    <Stack>
      {head}
      <Password fixed={fixed} forgettable={doorway.data.signUpOptions.mail} next={() => setStep('code')} />
      {beside?.(doorway.data)}
    </Stack>
  )
}
