import { Button, PasswordInput, Stack } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { Link, useLocation } from 'wouter'
import { ConfirmSignUpDocument } from '@/api/gen/graphql'
import { useChange } from '@/api/use'
import { paths } from '@/app/paths'
import { useEnter } from '@/app/useenter'
import { Door, DoorHead } from '@/parts/door'
import { useFields } from '@/parts/fields'
import { Wrongs } from '@/parts/wrongs'
import { useToken } from './usetoken'
import { Words } from './words'

// ConfirmSignUp is where the link that confirms an address leads. It takes the password that was chosen, so
// that nobody confirms what somebody else has asked for in their name.
export default function ConfirmSignUp() {
  const token = useToken()
  return <Door below={<Link href="/">Back to signing in</Link>}>{token ? <Confirm key={token} token={token} /> : <Incomplete />}</Door>
}

function Incomplete() {
  return (
    <Words title="This link is not complete" href={paths.signUp} label="Sign up again">
      Follow the link in the mail once more, or copy all of it into the address bar. If the mail is gone, sign up again.
    </Words>
  )
}

function Confirm({ token }: { token: string }) {
  const { values, set, setErrors, of, rest } = useFields({ password: '' })
  const [over, setOver] = useState(false)
  const [, navigate] = useLocation()
  const enter = useEnter()
  const confirm = useChange(ConfirmSignUpDocument, (data) => data.confirmSignUp)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const payload = await confirm.run({ input: { token, ...values } })
    if (!payload) return
    setErrors(payload.userErrors)
    setOver(payload.userErrors.some((error) => error.code === 'LINK_OVER'))
    if (payload.userErrors.length > 0) return
    await enter()
    navigate('/', { replace: true })
  }
  if (over) {
    return (
      <Words title="This link no longer works" href={paths.signUp} label="Sign up again">
        It has been used, a newer one took its place, or it is over a day old. If you have confirmed your address already, sign in. Otherwise sign up again.
      </Words>
    )
  }
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <DoorHead title="Confirm your address" still>
          Enter the password that you chose when you signed up. If you did not sign up, close this page: nothing happens then.
        </DoorHead>
        <Wrongs errors={rest} />
        <PasswordInput label="Password" autoComplete="current-password" autoFocus required value={values.password} onChange={(event) => set('password', event.currentTarget.value)} error={of('password')} />
        <Button type="submit" loading={confirm.busy} fullWidth>
          Confirm, and sign in
        </Button>
      </Stack>
    </form>
  )
}
