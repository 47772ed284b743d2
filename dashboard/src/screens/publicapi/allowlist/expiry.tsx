import '@mantine/dates/styles.css'
import { Select } from '@mantine/core'
import { DatePickerInput } from '@mantine/dates'
import { useWorkspace } from '@/app/workspace'
import { dayText, endOfDay, today } from '@/parts/time'

// Until is when an entry is to end: never, so long after it is saved, or with the end of a day.
export interface Until {
  choice: string // 'never', 'keep', 'day', or hours
  day: string | null // for the choice 'day'
}

export const never: Until = { choice: 'never', day: null }

const choices = [
  { value: 'never', label: 'Never' },
  { value: '1', label: 'In 1 hour' },
  { value: '24', label: 'In 24 hours' },
  { value: '168', label: 'In 7 days' },
  { value: '720', label: 'In 30 days' },
  { value: 'day', label: 'With the end of a day…' },
]

// instantOf is the instant that a choice means now; undefined keeps what there is.
export function instantOf({ choice, day }: Until, zone: string): string | null | undefined {
  if (choice === 'keep') return undefined
  if (choice === 'day') return day ? endOfDay(day, zone) : null
  return choice === 'never' ? null : new Date(Date.now() + Number(choice) * 3_600_000).toISOString()
}

interface Props {
  until: Until
  onChange: (until: Until) => void
  keep?: string // how the present end reads, where there is one
  error?: string
}

// Expiry is the choice of when an entry ends.
export function Expiry({ until, onChange, keep, error }: Props) {
  const { timeZone } = useWorkspace()
  const data = keep ? [{ value: 'keep', label: keep }, ...choices] : choices
  return (
    <>
      <Select label="Expires" data={data} value={until.choice} onChange={(choice) => choice && onChange({ choice, day: until.day })} allowDeselect={false} miw={180} error={until.choice === 'day' ? undefined : error} />
      {until.choice === 'day' && (
        <DatePickerInput
          label={`Last day (${timeZone})`}
          placeholder="Choose a day"
          valueFormat="D MMM YYYY"
          value={until.day}
          onChange={(day) => onChange({ choice: 'day', day })}
          minDate={today(timeZone)}
          getDayAriaLabel={(day) => dayText(String(day).slice(0, 10))}
          ariaLabels={{ previousMonth: 'Previous month', nextMonth: 'Next month' }}
          error={error}
          miw={180}
        />
      )}
    </>
  )
}
