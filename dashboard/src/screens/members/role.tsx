import { Stack } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { type MemberLineFragment, type Role, UpdateMemberRoleDocument } from '@/api/gen/graphql'
import { useChange } from '@/api/use'
import { isHigher, roleNames } from '@/app/roles'
import { Dialog } from '@/parts/dialog'
import { useFields } from '@/parts/fields'
import { FormEnd } from '@/parts/formend'
import { Notice } from '@/parts/notice'
import { tell } from '@/parts/toast'
import { RoleChoice } from './rolechoice'

interface Props {
  member: MemberLineFragment // as they are by now
  close: () => void
}

// RoleDialog gives a member another role. Should somebody else have given them one meanwhile, nothing is
// changed, and the person decides anew.
export function RoleDialog({ member, close }: Props) {
  const { values, set, setErrors, of, rest } = useFields({ role: member.role })
  const update = useChange(UpdateMemberRoleDocument, (data) => data.updateMemberRole)
  const [seen] = useState(member.version) // what the person decides on, until they are warned
  const [warned, setWarned] = useState(false)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!warned && member.version !== seen) return setWarned(true)
    const payload = await update.run({ input: { id: member.id, expectedVersion: member.version, role: values.role } })
    if (!payload) return
    setErrors(payload.userErrors)
    if (payload.userErrors.some(conflicts)) setWarned(true)
    if (payload.userErrors.length > 0) return
    tell(`${member.isViewer ? 'You are' : `${member.name} is`} ${article(values.role)} now.`)
    close()
  }
  return (
    <Dialog opened onClose={close} title={member.isViewer ? 'Change your role' : `Change the role of ${member.name}`}>
      <form onSubmit={submit}>
        <Stack>
          <RoleChoice value={values.role} onChange={(role) => set('role', role)} error={of('role')} />
          {values.role !== member.role && <Notice tone={member.isViewer ? 'warn' : 'info'}>{consequence(member, values.role)}</Notice>}
          {warned && (
            <Notice tone="warn" title="Somebody has changed this role meanwhile">
              Nothing was saved: {member.name} is {article(member.role)} by now. Choose again.
            </Notice>
          )}
          <FormEnd rest={rest.filter((error) => !conflicts(error))} cancel={close} label="Save" busy={update.busy} disabled={values.role === member.role} />
        </Stack>
      </form>
    </Dialog>
  )
}

const conflicts = ({ code }: { code: string }): boolean => code === 'CONFLICT'

// consequence is what happens when a member gets a role.
function consequence(member: MemberLineFragment, role: Role): string {
  if (member.isViewer) return 'You give it up at once. Only somebody with the role that you have now can give it back to you.'
  if (role === 'OWNER') return `${member.name} may then do everything at once, and can also change and remove you.`
  if (isHigher(role, member.role)) return `${member.name} may do more at once, in all of their browsers.`
  return `What ${member.name} may not do any more ends at once. Invitations of theirs to roles that they may not give any more are cancelled.`
}

const article = (role: Role): string => `${role === 'OWNER' || role === 'ADMIN' ? 'an' : 'a'} ${roleNames[role].toLowerCase()}`
