import { Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { KeysOfDocument, type MemberLineFragment, RemoveMemberDocument, type WrongFragment } from '@/api/gen/graphql'
import { useAsk, useChange } from '@/api/use'
import { useWorkspace } from '@/app/workspace'
import { Sure } from '@/parts/sure'
import { tell } from '@/parts/toast'
import { Wrongs } from '@/parts/wrongs'

interface Props {
  member: MemberLineFragment
  close: () => void
}

// RemoveDialog ends somebody's membership, and says what stays of theirs.
export function RemoveDialog({ member, close }: Props) {
  const { id, name } = useWorkspace()
  const [errors, setErrors] = useState<WrongFragment[]>([])
  const keys = useAsk(KeysOfDocument, { workspace: id, person: member.personId }).data?.workspace?.apiKeys.totalCount
  const remove = useChange(RemoveMemberDocument, (data) => data.removeMember)
  const go = async () => {
    const payload = await remove.run({ input: { id: member.id } })
    if (!payload) return
    setErrors(payload.userErrors)
    if (payload.userErrors.length > 0) return
    tell(`${member.name} was removed from ${name}.`)
    close()
  }
  return (
    <Sure title={`Remove ${member.name}?`} label="Remove" danger busy={remove.busy} close={close} go={go}>
      <Stack gap="sm">
        <Text size="sm">
          {member.email} loses access to {name} at once, in all of their browsers. Invitations that they sent are cancelled.
        </Text>
        <Text size="sm">{keysText(keys)}</Text>
        <Wrongs errors={errors} />
      </Stack>
    </Sure>
  )
}

// keysText says what becomes of the keys that somebody has created; undefined is that they are not counted yet.
function keysText(keys: number | undefined): string {
  if (keys === 0) return 'They have created no keys.'
  const which = keys === undefined ? 'Keys that they created go' : keys === 1 ? 'The one key that they created goes' : `The ${keys.toLocaleString('en')} keys that they created go`
  return `${which} on, since ${keys === 1 ? 'it belongs' : 'they belong'} to the workspace. Rotate those whose secrets they may have kept.`
}
