import '@mantine/dates/styles.css'
import { Button, Checkbox, Group, Stack, Text } from '@mantine/core'
import { DatePickerInput } from '@mantine/dates'
import { useWorkspace } from '@/app/workspace'
import { Notice } from '@/parts/notice'
import { addDays, dayText, daysBetween, today } from '@/parts/time'

const shortcuts = [30, 90, 365]

interface Props {
  value: string | null // null is never
  onChange: (day: string | null) => void
  longest: number | null // the most days that the workspace allows
  error?: string
}

// DayOfExpire is the choice of the last day on which a key works.
export function DayOfExpire({ value, onChange, longest, error }: Props) {
  const { timeZone } = useWorkspace()
  const now = today(timeZone)
  const latest = longest === null ? undefined : addDays(now, longest)
  const offered = shortcuts.filter((days) => longest === null || days <= longest)
  return (
    <Stack gap="xs">
      <DatePickerInput
        label="Day of expire"
        description={value && !error ? lastMoment(value, now, timeZone) : `The last day on which the key works, in the time zone ${timeZone}.`}
        placeholder="Never"
        valueFormat="D MMM YYYY"
        value={value}
        onChange={onChange}
        minDate={now}
        maxDate={latest}
        firstDayOfWeek={1}
        highlightToday
        error={error}
        popoverProps={{ withinPortal: true }}
        getDayAriaLabel={(day) => dayText(String(day).slice(0, 10))}
        ariaLabels={{ previousMonth: 'Previous month', nextMonth: 'Next month', previousYear: 'Previous year', nextYear: 'Next year', monthLevelControl: 'Choose a month', yearLevelControl: 'Choose a year' }}
      />
      <Group gap={6} role="group" aria-label="Shortcuts for the day of expire">
        {offered.map((days) => (
          <Button key={days} size="compact-sm" variant={value === addDays(now, days) ? 'light' : 'default'} aria-pressed={value === addDays(now, days)} onClick={() => onChange(addDays(now, days))}>
            {days} days
          </Button>
        ))}
      </Group>
      {longest === null ? (
        <Checkbox mt={4} label="This key never expires" checked={value === null} onChange={(event) => onChange(event.currentTarget.checked ? null : addDays(now, 90))} />
      ) : (
        <Text size="xs" c="dimmed">
          This workspace allows at most {longest} days, until {latest && dayText(latest)}.
        </Text>
      )}
      {value === null && (
        <Notice tone="warn" title="A key without an end is easily forgotten">
          If it leaks, it works until somebody notices. Choose a day, and give it a later one when it comes near: the key stays the same.
        </Notice>
      )}
    </Stack>
  )
}

function lastMoment(day: string, now: string, zone: string): string {
  const left = daysBetween(now, day)
  const far = left === 0 ? 'today' : left === 1 ? 'tomorrow' : `in ${left} days`
  return `Works through the end of that day, ${far}, in the time zone ${zone}.`
}
