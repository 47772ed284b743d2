import { NumberInput, Stack, Switch } from '@mantine/core'

// most is the longest that the API takes.
export const most = 3650

// Days is a demand in days, or none. Empty is while a number is being typed.
export type Days = number | '' | null

// daysOf is what is sent: a number that was left out is sent as one that cannot be, for the API to say so.
export const daysOf = (days: Days): number | null => (days === '' ? 0 : days)

interface Props {
  label: string
  about: string
  count: string // what the number counts, as its label
  value: Days
  usual: number // that turning it on begins with
  onChange: (days: Days) => void
  disabled: boolean
  error?: string
}

// DaysField turns a demand on or off, and takes its number of days.
export function DaysField({ label, about, count, value, usual, onChange, disabled, error }: Props) {
  return (
    <Stack gap="sm">
      <Switch label={label} description={about} checked={value !== null} disabled={disabled} onChange={(event) => onChange(event.currentTarget.checked ? usual : null)} error={value === null ? error : undefined} />
      {value !== null && (
        <NumberInput
          label={count}
          w={240}
          ml={50}
          min={1}
          max={most}
          clampBehavior="none"
          allowDecimal={false}
          allowNegative={false}
          suffix={value === 1 ? ' day' : ' days'}
          value={value}
          onChange={(days) => onChange(typeof days === 'number' ? days : '')}
          disabled={disabled}
          error={error}
        />
      )}
    </Stack>
  )
}
