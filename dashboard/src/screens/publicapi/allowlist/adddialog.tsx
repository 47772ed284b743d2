import { Checkbox, Stack, Text } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { AddIpAllowlistEntriesDocument, AllowlistPreviewDocument, type WrongFragment } from '@/api/gen/graphql'
import type { Failure } from '@/api/failure'
import { useAsk, useChange } from '@/api/use'
import { useWorkspace } from '@/app/workspace'
import { Dialog } from '@/parts/dialog'
import { FormEnd } from '@/parts/formend'
import { tell } from '@/parts/toast'
import { spreadText } from '../propagation'
import { instantOf, type Until } from './expiry'
import { Foreseen } from './foreseen'
import { type NewEntry } from './pasted'
import classes from './allowlist.module.css'

interface Props {
  first: boolean // adding turns the list on
  entries: NewEntry[]
  until: Until
  change: (entries: NewEntry[]) => void
  saved: () => void
  close: () => void
}

// AddDialog shows what adding entries would mean, and adds them.
export function AddDialog({ first, entries, until, change, saved, close }: Props) {
  const workspace = useWorkspace()
  const [everyone, setEveryone] = useState(false)
  const [errors, setErrors] = useState<WrongFragment[]>([])
  const add = useChange(AddIpAllowlistEntriesDocument, (data) => data.addIpAllowlistEntries)
  const asked = useAsk(AllowlistPreviewDocument, { workspace: workspace.id, add: entries.map((entry) => entry.range), remove: [] }, { keep: true })
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const expiresAt = instantOf(until, workspace.timeZone) ?? null
    const payload = await add.run({
      input: { workspaceId: workspace.id, entries: entries.map((entry) => ({ ...entry, expiresAt })), confirmEveryone: everyone },
    })
    if (!payload) return
    setErrors(payload.userErrors)
    if (payload.userErrors.length > 0) return
    tell(spreadText(first ? 'IP Whitelisting is on everywhere' : 'The list holds everywhere', payload.propagation))
    saved()
  }
  const confirming = everyone || errors.some((error) => error.code === 'WOULD_ALLOW_EVERYONE')
  return (
    <Dialog opened onClose={close} title={first ? 'Turn IP Whitelisting on?' : 'Add to the list?'} size="lg">
      <form onSubmit={submit}>
        <Stack>
          <ul className={classes.chosen} aria-label="To be added">
            {entries.map(({ range, note }, i) => (
              <li key={`${i}-${range}`}>
                <code>{range}</code> {note}
                <Wrong told={toldOf(i, errors, asked.error)} />
              </li>
            ))}
          </ul>
          <Foreseen asked={asked} also={(more) => change([...entries, ...more])}>
            {first && (
              <Text size="sm">
                From then on, only {entries.length === 1 ? 'this address or range' : 'these addresses and ranges'} may use the workspace’s keys.
              </Text>
            )}
          </Foreseen>
          {confirming && <Checkbox label="A range of the list is everybody. I want every address to be let through." checked={everyone} onChange={(event) => setEveryone(event.currentTarget.checked)} />}
          <FormEnd rest={errors.filter((error) => entryOf(error) === null)} cancel={close} label={first ? 'Turn on' : 'Add'} busy={add.busy} disabled={asked.isError} />
        </Stack>
      </form>
    </Dialog>
  )
}

// entryOf is the entry that an error is about, by its place: entries.2.range.
function entryOf(error: WrongFragment): number | null {
  const [list, place] = error.field ?? []
  return list === 'entries' && place !== undefined ? Number(place) : null
}

// toldOf is what is wrong with an entry: by the attempt to add it, or already by the preview (add.2).
function toldOf(at: number, errors: WrongFragment[], preview: Failure | null): string | undefined {
  const [list, place] = preview?.field ?? []
  return errors.find((error) => entryOf(error) === at)?.message ?? (list === 'add' && Number(place) === at ? preview?.message : undefined)
}

function Wrong({ told }: { told?: string }) {
  return told ? (
    <Text size="xs" c="var(--mantine-color-error)" role="alert">
      {told}
    </Text>
  ) : null
}
