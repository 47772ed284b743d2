import { Button, Stack, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { type AccountQuery, AskEmailChangeDocument, CancelEmailChangeDocument, UpdateMeDocument } from '@/api/gen/graphql'
import { useChange } from '@/api/use'
import { useFields } from '@/parts/fields'
import { Moment } from '@/parts/moment'
import { Notice } from '@/parts/notice'
import { Panel } from '@/parts/panel'
import { tell } from '@/parts/toast'
import classes from './account.module.css'
import { Ends } from './ends'

type Me = NonNullable<AccountQuery['me']>

// You is how others know the person, and the address that they sign in with.
export function You({ me }: { me: Me }) {
  const [editing, setEditing] = useState<'name' | 'email' | null>(null)
  const close = () => setEditing(null)
  return (
    <Panel title="You" about="Others read your name and your address in lists and in the audit log.">
      {editing === 'name' ? <NameForm me={me} close={close} /> : <Line what="Name" is={me.name} label="Change the name" edit={() => setEditing('name')} />}
      {editing === 'email' ? <EmailForm close={close} /> : <Line what="E-mail address" is={me.email} label="Change the address" edit={() => setEditing('email')} />}
      {me.emailChange && <Waiting change={me.emailChange} />}
    </Panel>
  )
}

function Line({ what, is, label, edit }: { what: string; is: string; label: string; edit: () => void }) {
  return (
    <div className={classes.row}>
      <div className={classes.what}>
        <div className={classes.fact}>{what}</div>
        <div>{is}</div>
      </div>
      <Button variant="default" onClick={edit}>
        {label}
      </Button>
    </div>
  )
}

// NameForm changes the version that it was opened on. Should another window have changed it since, the person
// saves once more, over what is shown then.
function NameForm({ me, close }: { me: Me; close: () => void }) {
  const { values, set, setErrors, of, rest } = useFields({ name: me.name })
  const update = useChange(UpdateMeDocument, (data) => data.updateMe)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const payload = await update.run({ input: { expectedVersion: me.version, ...values } })
    if (!payload) return
    setErrors(payload.userErrors)
    if (payload.userErrors.length === 0) close()
  }
  return (
    <form onSubmit={submit} noValidate className={classes.row}>
      <Stack className={classes.what} maw={460}>
        <TextInput label="Name" autoComplete="name" autoFocus required maxLength={100} value={values.name} onChange={(event) => set('name', event.currentTarget.value)} error={of('name')} />
        <Ends rest={rest} label="Save the name" busy={update.busy} close={close} />
      </Stack>
    </form>
  )
}

function EmailForm({ close }: { close: () => void }) {
  const { values, set, setErrors, of, rest } = useFields({ email: '' })
  const ask = useChange(AskEmailChangeDocument, (data) => data.askEmailChange)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const payload = await ask.run({ input: values })
    if (!payload) return
    setErrors(payload.userErrors)
    if (payload.userErrors.length === 0) close()
  }
  return (
    <form onSubmit={submit} noValidate className={classes.row}>
      <Stack className={classes.what} maw={460}>
        <TextInput
          label="New e-mail address"
          description="A link is mailed there. Nothing changes until you have followed it, signed in, within a day. The address until now is told."
          type="email"
          autoComplete="email"
          autoFocus
          required
          value={values.email}
          onChange={(event) => set('email', event.currentTarget.value)}
          error={of('email')}
        />
        <Ends rest={rest} label="Send the link" busy={ask.busy} close={close} />
      </Stack>
    </form>
  )
}

function Waiting({ change }: { change: NonNullable<Me['emailChange']> }) {
  const cancel = useChange(CancelEmailChangeDocument, (data) => data.cancelEmailChange)
  const keep = async () => {
    if (await cancel.run({})) tell('Your address stays as it is. The link in the mail opens nothing.')
  }
  return (
    <Notice
      tone="info"
      title={`${change.email} waits to be confirmed`}
      action={
        <Button size="xs" variant="default" loading={cancel.busy} onClick={keep}>
          Keep the current address
        </Button>
      }
    >
      Follow the link that was mailed there until <Moment at={change.expiresAt} />.
    </Notice>
  )
}
