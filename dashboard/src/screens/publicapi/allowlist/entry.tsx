import { Code, Stack, Text, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { AllowlistDocument, type EntryFragment, UpdateIpAllowlistEntryDocument } from '@/api/gen/graphql'
import { type Guess, guess, inList } from '@/api/guess'
import { useChange } from '@/api/use'
import { useWorkspace } from '@/app/workspace'
import { Dialog } from '@/parts/dialog'
import { useFields } from '@/parts/fields'
import { FormEnd } from '@/parts/formend'
import { instantText } from '@/parts/time'
import { tell } from '@/parts/toast'
import { spreadText } from '../propagation'
import { Expiry, instantOf, type Until } from './expiry'

interface Props {
  entry: EntryFragment
  close: () => void
}

// EntryDialog changes an entry's note and its end. Another range is another entry. A new note alone shows at once, and
// the form only comes back when it was not taken; a new end waits until it holds.
export function EntryDialog({ entry, close }: Props) {
  const workspace = useWorkspace()
  const form = useFields({ note: entry.note, expiresAt: null })
  const [until, setUntil] = useState<Until>({ choice: entry.expiresAt ? 'keep' : 'never', day: null })
  const [hidden, setHidden] = useState(false)
  const update = useChange(UpdateIpAllowlistEntryDocument, (data) => data.updateIpAllowlistEntry)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const expiresAt = instantOf(until, workspace.timeZone)
    const changes = expiresAt === undefined ? {} : { expiresAt }
    const noted = expiresAt === undefined || expiresAt === entry.expiresAt
    if (noted) setHidden(true)
    const { note } = form.values
    const payload = await update.run({ input: { id: entry.id, expectedVersion: entry.version, note, ...changes } }, noted ? [annotated(entry.id, note.trim())] : [])
    if (!payload || payload.userErrors.length > 0) setHidden(false)
    if (!payload) return
    form.setErrors(payload.userErrors)
    if (payload.userErrors.length > 0) return
    tell(spreadText('Saved. It holds everywhere', payload.propagation))
    close()
  }
  return (
    <Dialog opened={!hidden} keepMounted onClose={close} title="Edit the entry">
      <form onSubmit={submit} noValidate>
        <Stack>
          <Text size="sm">
            <Code>{entry.range}</Code> To change the range itself, add the new one and remove this.
          </Text>
          <TextInput label="Note" maxLength={200} data-autofocus value={form.values.note} onChange={(event) => form.set('note', event.currentTarget.value)} error={form.of('note')} />
          <Expiry until={until} onChange={setUntil} keep={entry.expiresAt ? `As it is: ${instantText(entry.expiresAt, workspace.timeZone)}` : undefined} error={form.of('expiresAt')} />
          <FormEnd rest={form.rest} cancel={close} label="Save" busy={update.busy} />
        </Stack>
      </form>
    </Dialog>
  )
}

// annotated is how an entry's new note will show.
const annotated = (id: string, note: string): Guess =>
  guess(AllowlistDocument, ({ workspace }) => ({
    workspace: workspace && { ...workspace, ipAllowlist: { ...workspace.ipAllowlist, entries: inList(workspace.ipAllowlist.entries, id, (entry: EntryFragment) => ({ ...entry, note })) } },
  }))
