import { Button, Stack, Text, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useHistoryState } from 'wouter/use-browser-location'
import { RequestPasswordResetDocument } from '@/api/gen/graphql'
import { useChange } from '@/api/use'
import { DoorHead } from '@/parts/door'
import { useFields } from '@/parts/fields'
import { Notice } from '@/parts/notice'
import { Wrongs } from '@/parts/wrongs'
import { Words } from './words'

interface Props {
  mail: boolean // this installation sends some
  over?: boolean // a link was followed that is
}

// Forgotten asks for a link to a new password. The answer is the same whether anybody has the address.
export function Forgotten({ mail, over }: Props) {
  const typed = useHistoryState<{ email?: string } | null>()
  const { values, set, setErrors, of, rest } = useFields({ email: typed?.email ?? '' })
  const [sent, setSent] = useState(false)
  const request = useChange(RequestPasswordResetDocument, (data) => data.requestPasswordReset)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const payload = await request.run({ input: values })
    if (!payload) return
    setErrors(payload.userErrors)
    setSent(payload.userErrors.length === 0)
  }
  if (!mail) {
    return (
      <Words title="Forgot your password?" label="Back to signing in">
        This installation sends no mail, so that no link can be sent to you. Ask whoever runs it to set you a new password.
      </Words>
    )
  }
  if (sent) return <Sent email={values.email} again={() => setSent(false)} />
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <DoorHead title={over ? 'This link no longer works' : 'Forgot your password?'} still={!over}>
          {over ? 'It has been used, a newer one took its place, or it is over an hour old. Ask for another one.' : 'We mail you a link to choose a new one.'}
        </DoorHead>
        <Wrongs errors={rest} />
        <TextInput label="E-mail address" type="email" autoComplete="username" autoFocus={!over} required value={values.email} onChange={(event) => set('email', event.currentTarget.value)} error={of('email')} />
        <Button type="submit" loading={request.busy} fullWidth>
          Send the link
        </Button>
      </Stack>
    </form>
  )
}

function Sent({ email, again }: { email: string; again: () => void }) {
  return (
    <Stack>
      <DoorHead title="Check your mail">
        If somebody here has the address <b>{email}</b>, a link is on its way to it. It works once, within an hour.
      </DoorHead>
      <Notice tone="info">
        <Text size="sm">Nothing arrives? Look among the unwanted mail, and check that the address is right.</Text>
      </Notice>
      <Button variant="default" onClick={again} fullWidth>
        Ask again
      </Button>
    </Stack>
  )
}
