import { Input, SegmentedControl, Stack, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useLocation } from 'wouter'
import { StartSupportSessionDocument, type TenantLineFragment } from '@/api/gen/graphql'
import { useChange } from '@/api/use'
import { paths } from '@/app/paths'
import { Dialog } from '@/parts/dialog'
import { newAttempt, useFields } from '@/parts/fields'
import { FormEnd } from '@/parts/formend'
import { Notice } from '@/parts/notice'
import { tell } from '@/parts/toast'

const lengths = ['10', '20', '30', '60'].map((value) => ({ value, label: `${value} min` }))

interface Props {
  tenant: TenantLineFragment
  close: () => void
}

// Start asks for a support session, and leads into the workspace when it runs at once.
export function Start({ tenant, close }: Props) {
  const [, navigate] = useLocation()
  const form = useFields({ reason: '', ticket: '', minutes: '30' })
  const [attempt] = useState(newAttempt)
  const start = useChange(StartSupportSessionDocument, (data) => data.startSupportSession)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const { reason, ticket, minutes } = form.values
    const input = { workspaceId: tenant.id, reason: reason.trim(), ticket: ticket.trim() || null, minutes: Number(minutes) }
    const payload = await start.run({ input: { ...input, idempotencyKey: `${attempt}-${minutes}` } })
    if (!payload) return
    form.setErrors(payload.userErrors)
    if (!payload.supportSession) return
    close()
    if (payload.supportSession.status === 'OPEN') navigate(paths.publicApi(tenant.slug))
    else tell(`Asked. An owner of ${tenant.name} has to let you in; your request shows above until then.`)
  }
  return (
    <Dialog opened onClose={close} title={`Look into ${tenant.name}`}>
      <form onSubmit={submit} noValidate>
        <Stack>
          <TextInput
            label="Reason"
            description="The people of the workspace read it. Say what you have to look for."
            required
            maxLength={500}
            data-autofocus
            value={form.values.reason}
            onChange={(event) => form.set('reason', event.currentTarget.value)}
            error={form.of('reason')}
          />
          <TextInput label="Ticket" description="If there is one." maxLength={100} value={form.values.ticket} onChange={(event) => form.set('ticket', event.currentTarget.value)} error={form.of('ticket')} />
          <Input.Wrapper label="For how long" error={form.of('minutes')} labelElement="div">
            <SegmentedControl fullWidth mt={4} data={lengths} value={form.values.minutes} onChange={(minutes) => form.set('minutes', minutes)} aria-label="For how long" />
          </Input.Wrapper>
          {tenant.supportApprovalRequired ? (
            <Notice tone="warn">This workspace lets nobody in without an owner. Your time begins when one of them has let you in.</Notice>
          ) : (
            <Notice tone="info">You see settings, keys, addresses, usage and the audit log, and can change nothing. The workspace’s people see that you look, and each screen that you look at is recorded for them.</Notice>
          )}
          <FormEnd rest={form.rest} cancel={close} label={tenant.supportApprovalRequired ? 'Ask' : 'Start'} busy={start.busy} disabled={!form.values.reason.trim()} />
        </Stack>
      </form>
    </Dialog>
  )
}
