import { ActionIcon, Button, Menu } from '@mantine/core'
import type { KeyFullFragment } from '@/api/gen/graphql'
import { Icon } from '@/parts/icon'

// Doing is what can be done with a key; revoked is the end of revoke, where the result is read.
export type Doing = 'edit' | 'rotate' | 'toggle' | 'revoke' | 'revoked'

interface Props {
  apiKey: KeyFullFragment
  start: (doing: Doing) => void
}

// Actions are the buttons of a key's page.
export function Actions({ apiKey, start }: Props) {
  const disabled = apiKey.disabledAt !== null
  return (
    <>
      <Button variant="default" leftSection={<Icon name="edit" />} onClick={() => start('edit')}>
        Edit
      </Button>
      {!apiKey.rotation && (
        <Button variant="default" leftSection={<Icon name="rotate" />} onClick={() => start('rotate')}>
          Rotate
        </Button>
      )}
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="default" size={36} aria-label="More actions">
            <Icon name="more" size={18} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<Icon name={disabled ? 'play' : 'pause'} />} onClick={() => start('toggle')}>
            {disabled ? 'Enable' : 'Disable'}
          </Menu.Item>
          <Menu.Item color="red" leftSection={<Icon name="stop" />} onClick={() => start('revoke')}>
            Revoke…
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </>
  )
}
