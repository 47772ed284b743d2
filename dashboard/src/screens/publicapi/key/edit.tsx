import { Button, Stack, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { ApiKeyDocument, ApiKeysDocument, type KeyFullFragment, type KeyLineFragment, UpdateApiKeyDocument } from '@/api/gen/graphql'
import { type Guess, guess, inList } from '@/api/guess'
import { useChange } from '@/api/use'
import { Dialog } from '@/parts/dialog'
import { useFields } from '@/parts/fields'
import { FormEnd } from '@/parts/formend'
import { Notice } from '@/parts/notice'
import { tell } from '@/parts/toast'
import { DayOfExpire } from '../form/dayofexpire'
import { ScopeCards } from '../form/scopecards'
import { spreadText } from '../propagation'

interface Props {
  apiKey: KeyFullFragment
  longest: number | null
  close: () => void
}

// EditDialog changes a key. Somebody else may change it meanwhile: then nothing is saved, and the
// form can go on with the newer version. A new name alone shows at once, and the form only comes back when it was
// not taken; a scope and a day of expire wait until they hold.
export function EditDialog({ apiKey, longest, close }: Props) {
  const [edited, setEdited] = useState(apiKey)
  const [hidden, setHidden] = useState(false)
  return (
    <Dialog opened={!hidden} keepMounted onClose={close} title="Edit the key" size="lg">
      <EditForm
        key={edited.version}
        apiKey={edited}
        newer={apiKey.version > edited.version ? () => setEdited(apiKey) : undefined}
        longest={longest}
        hide={setHidden}
        close={close}
      />
    </Dialog>
  )
}

type FormProps = Props & { newer?: () => void; hide: (hidden: boolean) => void }

function EditForm({ apiKey, newer, longest, hide, close }: FormProps) {
  const before = { name: apiKey.name, scope: apiKey.scope, expiresOn: apiKey.expiresOn }
  const form = useFields(before)
  const update = useChange(UpdateApiKeyDocument, (data) => data.updateApiKey)
  const conflict = form.rest.find((error) => error.code === 'CONFLICT')
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const changes = changed(before, form.values)
    const named = changes.name !== undefined && Object.keys(changes).length === 1
    if (named) hide(true)
    const payload = await update.run({ input: { id: apiKey.id, expectedVersion: apiKey.version, ...changes } }, named ? renamed(apiKey.id, form.values.name.trim()) : [])
    if (!payload || payload.userErrors.length > 0) hide(false)
    if (!payload) return
    form.setErrors(payload.userErrors)
    if (payload.userErrors.length > 0) return
    tell(spreadText('Saved. It holds everywhere', payload.propagation))
    close()
  }
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="lg">
        <TextInput label="Name" required maxLength={100} data-autofocus value={form.values.name} onChange={(event) => form.set('name', event.currentTarget.value)} error={form.of('name')} />
        <ScopeCards value={form.values.scope} onChange={(scope) => form.set('scope', scope)} error={form.of('scope')} />
        <DayOfExpire value={form.values.expiresOn} onChange={(day) => form.set('expiresOn', day)} longest={longest} error={form.of('expiresOn')} />
        {conflict && (
          <Notice
            tone="warn"
            title="Somebody has changed this key meanwhile"
            action={
              <Button size="xs" variant="default" onClick={newer} disabled={!newer}>
                Load the newer version
              </Button>
            }
          >
            Nothing was saved. Look at the newer version, and make your change there.
          </Notice>
        )}
        <FormEnd rest={form.rest.filter((error) => error !== conflict)} cancel={close} label="Save" busy={update.busy} />
      </Stack>
    </form>
  )
}

// changed is what differs: what is left out stays as it is, whatever it is by now.
function changed<T extends object>(before: T, after: T): Partial<T> {
  return Object.fromEntries(Object.entries(after).filter(([name, value]) => before[name as keyof T] !== value)) as Partial<T>
}

// renamed is how a key's new name will show.
const renamed = (id: string, name: string): Guess[] => [
  guess(ApiKeyDocument, ({ workspace }) => ({ workspace: workspace && { ...workspace, apiKey: workspace.apiKey?.id === id ? { ...workspace.apiKey, name } : workspace.apiKey } })),
  guess(ApiKeysDocument, ({ workspace }) => ({ workspace: workspace && { ...workspace, apiKeys: inList(workspace.apiKeys, id, (key: KeyLineFragment) => ({ ...key, name })) } })),
]
