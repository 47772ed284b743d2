import { Button, Group, Stack, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { Role } from '@/api/gen/graphql'
import { Dialog } from '@/parts/dialog'
import { useFields } from '@/parts/fields'
import { FormEnd } from '@/parts/formend'
import { Notice } from '@/parts/notice'
import { CopyField } from '@/parts/copyfield'
import { tell } from '@/parts/toast'
import { RoleChoice } from './rolechoice'
import { useInvite } from './useinvite'

// Invite asks whom to invite, and to which role. Where links are shown instead of mailed, it then shows the link.
export function Invite({ close }: { close: () => void }) {
  const { values, set, setErrors, of, rest } = useFields<{ email: string; role: Role }>({ email: '', role: 'DEVELOPER' })
  const [link, setLink] = useState<string | null>(null)
  const invite = useInvite()
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const payload = await invite.run(values)
    if (!payload) return
    setErrors(payload.userErrors)
    if (payload.userErrors.length > 0) return
    if (payload.link) setLink(payload.link)
    else {
      tell(`${values.email.trim()} is invited. The mail is on its way.`)
      close()
    }
  }
  if (link) return <LinkDialog email={values.email.trim()} link={link} close={close} />
  return (
    <Dialog opened onClose={close} title="Invite somebody">
      <form onSubmit={submit} noValidate>
        <Stack>
          <TextInput
            label="E-mail address"
            description="The link that is mailed there works once, for this address alone, and for 7 days. An older invitation of it is replaced."
            type="email"
            autoComplete="off"
            data-autofocus
            required
            value={values.email}
            onChange={(event) => set('email', event.currentTarget.value)}
            error={of('email')}
          />
          <RoleChoice value={values.role} onChange={(role) => set('role', role)} error={of('role')} />
          <FormEnd rest={rest} cancel={close} label="Invite" busy={invite.busy} />
        </Stack>
      </form>
    </Dialog>
  )
}

interface LinkProps {
  email: string
  link: string
  close: () => void
}

// LinkDialog shows the link of an invitation, once, where no mail is sent.
export function LinkDialog({ email, link, close }: LinkProps) {
  return (
    <Dialog opened onClose={close} closeOnClickOutside={false} title={`${email} is invited`} size="lg">
      <Stack>
        <Notice tone="warn" title="Hand the link over yourself">
          No mail is sent here, and this is the only time that you see the link. Whoever has it can accept the invitation: give it to {email} alone.
        </Notice>
        <CopyField label="Link" text={link} />
        <Group justify="flex-end">
          <Button onClick={close}>Done</Button>
        </Group>
      </Stack>
    </Dialog>
  )
}
