import { Stack, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { type ApiKeyScope, CreateApiKeyDocument } from '@/api/gen/graphql'
import { useChange } from '@/api/use'
import { useWorkspace } from '@/app/workspace'
import { newAttempt, useFields } from '@/parts/fields'
import { FormEnd } from '@/parts/formend'
import { addDays, today } from '@/parts/time'
import { DayOfExpire } from '../form/dayofexpire'
import { ScopeCards } from '../form/scopecards'

export interface Created {
  name: string
  scope: ApiKeyScope
  secret: string
}

interface Values {
  name: string
  scope: ApiKeyScope
  expiresOn: string | null
}

interface Props {
  longest: number | null
  done: (created: Created) => void
  cancel: () => void
}

// NewKeyForm asks for what a new key is: its name, scope and day of expire.
export function NewKeyForm({ longest, done, cancel }: Props) {
  const workspace = useWorkspace()
  const days = Math.min(90, longest ?? 90)
  const form = useFields<Values>({ name: '', scope: 'READ_ONLY', expiresOn: addDays(today(workspace.timeZone), days) })
  const create = useChange(CreateApiKeyDocument, (data) => data.createApiKey)
  const [attempt] = useState(newAttempt)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const payload = await create.run({ input: { workspaceId: workspace.id, ...form.values, idempotencyKey: `${attempt}-${digest(form.values)}` } })
    if (!payload) return
    form.setErrors(payload.userErrors)
    if (payload.apiKey && payload.secret) done({ ...payload.apiKey, secret: payload.secret })
    else if (payload.apiKey) form.setErrors([lost])
  }
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="lg">
        <TextInput
          label="Name"
          description="Which program is it for? A name that your colleagues understand."
          placeholder="Nightly CRM import"
          autoFocus
          required
          maxLength={100}
          value={form.values.name}
          onChange={(event) => form.set('name', event.currentTarget.value)}
          error={form.of('name')}
        />
        <ScopeCards value={form.values.scope} onChange={(scope) => form.set('scope', scope)} error={form.of('scope')} />
        <DayOfExpire value={form.values.expiresOn} onChange={(day) => form.set('expiresOn', day)} longest={longest} error={form.of('expiresOn')} />
        <FormEnd rest={form.rest} cancel={cancel} label="Save" busy={create.busy} />
      </Stack>
    </form>
  )
}

// lost is for an answer that went astray: the key exists, and its secret cannot be shown again.
const lost = {
  code: 'BAD_INPUT' as const,
  message: 'The key was made by an earlier attempt whose answer was lost, and its secret cannot be shown again. Rotate the key to get a new one, or revoke it.',
  field: null,
}

// digest tells apart what was filled in: other input is another attempt.
const digest = ({ name, scope, expiresOn }: Values): number =>
  [...JSON.stringify([name, scope, expiresOn])].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) | 0, 7)
