import { Anchor, Button, Group, Stack, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { CompleteSignInDocument } from '@/api/gen/graphql'
import { useChange } from '@/api/use'
import { DoorHead } from '@/parts/door'
import { Notice } from '@/parts/notice'

// Code is the second step: what the authenticator app shows, or a recovery code. again goes back to the first,
// which has to be taken anew when this one has run out of time or attempts.
export function Code({ again }: { again: () => void }) {
  const complete = useChange(CompleteSignInDocument, (data) => data.completeSignIn)
  const [recovering, setRecovering] = useState(false)
  const [code, setCode] = useState('')
  const [error, setError] = useState<string | null>(null)
  const [over, setOver] = useState(false)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const payload = await complete.run({ input: recovering ? { recoveryCode: code } : { code } })
    const wrong = payload?.userErrors[0]
    setError(wrong?.message ?? null)
    setOver(wrong?.code === 'SIGN_IN_OVER')
  }
  return (
    <form onSubmit={submit}>
      <Stack>
        <DoorHead title="Second step" still>
          {recovering ? 'Enter one of the recovery codes that you kept. Each works once.' : 'Enter the six digits that your authenticator app shows.'}
        </DoorHead>
        {error && <Notice tone="bad">{error}</Notice>}
        <TextInput
          key={String(recovering)}
          label={recovering ? 'Recovery code' : 'Code'}
          autoComplete="one-time-code"
          inputMode={recovering ? 'text' : 'numeric'}
          autoFocus
          required
          disabled={over}
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
        />
        <Button type="submit" loading={complete.busy} disabled={over} fullWidth>
          Continue
        </Button>
        <Group justify="space-between">
          <Anchor component="button" type="button" size="sm" onClick={() => setRecovering(!recovering)}>
            {recovering ? 'Use the app instead' : 'Use a recovery code'}
          </Anchor>
          <Anchor component="button" type="button" size="sm" onClick={again}>
            Start again
          </Anchor>
        </Group>
      </Stack>
    </form>
  )
}
