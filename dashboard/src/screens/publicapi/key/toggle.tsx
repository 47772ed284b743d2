import { type KeyFullFragment, SetApiKeyDisabledDocument } from '@/api/gen/graphql'
import { useChange } from '@/api/use'
import { Sure } from '@/parts/sure'
import { tell } from '@/parts/toast'
import { spreadText } from '../propagation'

interface Props {
  apiKey: KeyFullFragment
  close: () => void
}

// ToggleDialog turns a key off, or on again.
export function ToggleDialog({ apiKey, close }: Props) {
  const disabled = apiKey.disabledAt !== null
  const set = useChange(SetApiKeyDisabledDocument, (data) => data.setApiKeyDisabled)
  const go = async () => {
    const payload = await set.run({ input: { id: apiKey.id, disabled: !disabled } })
    if (payload) tell(payload.userErrors[0]?.message ?? spreadText(disabled ? 'The key works everywhere' : 'Refused everywhere', payload.propagation))
    close()
  }
  return (
    <Sure title={`${disabled ? 'Enable' : 'Disable'} ${apiKey.name}?`} label={disabled ? 'Enable' : 'Disable'} busy={set.busy} close={close} go={go}>
      {disabled
        ? 'Programs that send this key are let through again, as far as its scope and day of expire allow.'
        : 'Programs that send this key are refused until you enable it again. Nothing else about it changes.'}
    </Sure>
  )
}
