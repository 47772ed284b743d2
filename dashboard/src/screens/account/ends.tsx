import { Button, Group } from '@mantine/core'
import type { WrongFragment } from '@/api/gen/graphql'
import { Wrongs } from '@/parts/wrongs'

interface Props {
  rest: WrongFragment[] // what is wrong and belongs to no field
  label: string
  busy: boolean
  close: () => void
}

// Ends closes a form that stands in a panel in the place of what it changes.
export function Ends({ rest, label, busy, close }: Props) {
  return (
    <>
      <Wrongs errors={rest} />
      <Group gap="xs">
        <Button type="submit" loading={busy}>
          {label}
        </Button>
        <Button variant="default" onClick={close}>
          Cancel
        </Button>
      </Group>
    </>
  )
}
