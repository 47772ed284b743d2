import { Stack, Text } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { AllowlistPreviewDocument, type EntryFragment, RemoveIpAllowlistEntriesDocument, type WrongFragment } from '@/api/gen/graphql'
import { useAsk, useChange } from '@/api/use'
import { useWorkspace } from '@/app/workspace'
import { Dialog } from '@/parts/dialog'
import { FormEnd } from '@/parts/formend'
import { Notice } from '@/parts/notice'
import { tell } from '@/parts/toast'
import { spreadText } from '../propagation'
import { Foreseen } from './foreseen'

interface Props {
  entry: EntryFragment
  last: boolean // the list turns off
  close: () => void
}

// RemoveDialog removes an entry, once it is clear what that means.
export function RemoveDialog({ entry, last, close }: Props) {
  const workspace = useWorkspace()
  const [errors, setErrors] = useState<WrongFragment[]>([])
  const remove = useChange(RemoveIpAllowlistEntriesDocument, (data) => data.removeIpAllowlistEntries)
  const asked = useAsk(AllowlistPreviewDocument, { workspace: workspace.id, add: [], remove: [entry.id] }, { enabled: !last })
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const payload = await remove.run({ input: { workspaceId: workspace.id, ids: [entry.id], mayTurnOff: last } })
    if (!payload) return
    setErrors(payload.userErrors)
    if (payload.userErrors.length > 0) return
    tell(spreadText(last ? 'IP Whitelisting is off everywhere' : 'The list holds everywhere', payload.propagation))
    close()
  }
  return (
    <Dialog opened onClose={close} title={last ? 'Turn IP Whitelisting off?' : `Remove ${entry.range}?`}>
      <form onSubmit={submit}>
        <Stack>
          {last ? (
            <Notice tone="warn" title="This is the last entry">
              Without {entry.range} the list turns off, and every address may use this workspace’s keys.
            </Notice>
          ) : (
            <Foreseen asked={asked}>
              <Text size="sm">Programs there are refused from then on, unless another entry lets them through.</Text>
            </Foreseen>
          )}
          <FormEnd rest={errors} cancel={close} label={last ? 'Remove and turn off' : 'Remove'} busy={remove.busy} danger />
        </Stack>
      </form>
    </Dialog>
  )
}
