import { Button, Stack } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { Link } from 'wouter'
import { DoorwayDocument, ResetPasswordDocument } from '@/api/gen/graphql'
import { useAsk, useChange } from '@/api/use'
import { Door, DoorHead } from '@/parts/door'
import { useFields } from '@/parts/fields'
import { NewPassword } from '@/parts/newpassword'
import { Broken, Loading } from '@/parts/states'
import { Wrongs } from '@/parts/wrongs'
import { Forgotten } from './forgotten'
import { useToken } from './usetoken'
import { Words } from './words'

// ResetPassword is where the link to a new password leads, and where such a link is asked for.
export default function ResetPassword() {
  const token = useToken()
  const [done, setDone] = useState(false)
  const doorway = useAsk(DoorwayDocument, {})
  return (
    <Door below={!done && <Link href="/">Back to signing in</Link>}>
      {!doorway.data ? (
        doorway.isError ? (
          <Broken failure={doorway.error} again={() => void doorway.refetch()} />
        ) : (
          <Loading />
        )
      ) : done ? (
        <Words title="Your password is changed" label="Sign in">
          All of your sessions have ended, in every browser. Sign in with the new password.
        </Words>
      ) : token ? (
        <Choose key={token} token={token} shortest={doorway.data.signUpOptions.shortestPassword} done={() => setDone(true)} />
      ) : (
        <Forgotten mail={doorway.data.signUpOptions.mail} />
      )}
    </Door>
  )
}

interface Props {
  token: string
  shortest: number // characters of a password
  done: () => void
}

function Choose({ token, shortest, done }: Props) {
  const { values, set, setErrors, of, rest } = useFields({ password: '' })
  const [over, setOver] = useState(false)
  const reset = useChange(ResetPasswordDocument, (data) => data.resetPassword)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const payload = await reset.run({ input: { token, ...values } })
    if (!payload) return
    setErrors(payload.userErrors)
    setOver(payload.userErrors.some((error) => error.code === 'LINK_OVER'))
    if (payload.userErrors.length === 0) done()
  }
  if (over) return <Forgotten mail over />
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <DoorHead title="Choose a new password">All of your sessions end when it is saved, in every browser. The link works once.</DoorHead>
        <Wrongs errors={rest} />
        <NewPassword label="New password" shortest={shortest} value={values.password} onChange={(password) => set('password', password)} error={of('password')} />
        <Button type="submit" loading={reset.busy} fullWidth>
          Save the new password
        </Button>
      </Stack>
    </form>
  )
}
