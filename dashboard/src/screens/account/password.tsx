import { Button, PasswordInput, Stack } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { ChangePasswordDocument, RequestPasswordResetDocument } from '@/api/gen/graphql'
import { useChange } from '@/api/use'
import { useFields } from '@/parts/fields'
import { NewPassword } from '@/parts/newpassword'
import { Panel } from '@/parts/panel'
import { tell } from '@/parts/toast'
import classes from './account.module.css'
import { Ends } from './ends'

interface Props {
  email: string
  mail: boolean // this installation sends some
  shortestPassword: number
}

// Password changes the person's password.
export function Password({ email, mail, shortestPassword }: Props) {
  const [changing, setChanging] = useState(false)
  return (
    <Panel title="Password" about="When it is changed, your sessions in all other browsers end, and you are told by mail.">
      {changing ? (
        <Form email={email} shortest={shortestPassword} close={() => setChanging(false)} />
      ) : (
        <div className={classes.row}>
          <div className={classes.what}>{mail && <Forgotten email={email} />}</div>
          <Button variant="default" onClick={() => setChanging(true)}>
            Change the password
          </Button>
        </div>
      )}
    </Panel>
  )
}

// Forgotten is for who does not know their password, or has none because a provider signs them in.
function Forgotten({ email }: { email: string }) {
  const [sent, setSent] = useState(false)
  const request = useChange(RequestPasswordResetDocument, (data) => data.requestPasswordReset)
  const send = async () => {
    const payload = await request.run({ input: { email } })
    if (!payload) return
    if (payload.userErrors[0]) tell(payload.userErrors[0].message)
    else setSent(true)
  }
  if (sent) return <span role="status">A link to choose one is on its way to {email}. It works once, within an hour.</span>
  return (
    <>
      <span className={classes.fact}>Forgotten it, or never had one? </span>
      <button type="button" className={classes.link} disabled={request.busy} onClick={() => void send()}>
        Mail me a link to choose one
      </button>
    </>
  )
}

function Form({ email, shortest, close }: { email: string; shortest: number; close: () => void }) {
  const { values, set, setErrors, of, rest } = useFields({ currentPassword: '', newPassword: '' })
  const change = useChange(ChangePasswordDocument, (data) => data.changePassword)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const payload = await change.run({ input: values })
    if (!payload) return
    setErrors(payload.userErrors)
    if (payload.userErrors.length > 0) return
    tell('Your password is changed. Your sessions in other browsers have ended.')
    close()
  }
  return (
    <form onSubmit={submit} noValidate>
      <Stack maw={460}>
        <input type="email" autoComplete="username" value={email} readOnly hidden />
        <PasswordInput
          label="Current password"
          autoComplete="current-password"
          autoFocus
          required
          value={values.currentPassword}
          onChange={(event) => set('currentPassword', event.currentTarget.value)}
          error={of('currentPassword')}
        />
        <NewPassword label="New password" shortest={shortest} value={values.newPassword} onChange={(password) => set('newPassword', password)} error={of('newPassword')} />
        <Ends rest={rest} label="Save the new password" busy={change.busy} close={close} />
      </Stack>
    </form>
  )
}
