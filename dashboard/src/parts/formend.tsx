import { Button, Group } from '@mantine/core'
import type { WrongFragment } from '@/api/gen/graphql'
import { Wrongs } from './wrongs'

interface Props {
  rest?: WrongFragment[] // what is wrong and belongs to no field
  cancel: () => void
  label: string
  busy: boolean
  danger?: boolean
  disabled?: boolean
}

// FormEnd closes a form: what is wrong with it as a whole, the way out, and the one button that sends it.
export function FormEnd({ rest = [], cancel, label, busy, danger, disabled }: Props) {
  return (
    <>
      <Wrongs errors={rest} />
      <Group justify="flex-end">
        <Button variant="default" onClick={cancel}>
          Cancel
        </Button>
        <Button type="submit" loading={busy} color={danger ? 'red' : undefined} disabled={disabled}>
          {label}
        </Button>
      </Group>
    </>
  )
}
