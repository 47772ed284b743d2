import '@mantine/dates/styles.css'
import { Button, Group, Select } from '@mantine/core'
import { DatePickerInput } from '@mantine/dates'
import { type AuditLineFragment, AuditActionsDocument } from '@/api/gen/graphql'
import { useAsk } from '@/api/use'
import { useWorkspace } from '@/app/workspace'
import { dayText, today } from '@/parts/time'
import classes from './audit.module.css'
import { everything, narrowed, type Narrowing, whoOf } from './filter'
import { actionChoices, actors, things } from './words'

interface Props {
  narrowing: Narrowing
  events: AuditLineFragment[] // that are shown, for the people and things in them
  narrow: (part: Partial<Narrowing>) => void
}

// Toolbar narrows the log.
export function Toolbar({ narrowing, events, narrow }: Props) {
  const actions = useAsk(AuditActionsDocument, {})
  const { timeZone } = useWorkspace()
  const kinds = Object.entries(things).map(([value, { label }]) => ({ value, label }))
  return (
    <search className={classes.toolbar}>
      <Select aria-label="What was done" placeholder="Any action" searchable nothingFoundMessage="There is no such action" data={actionChoices(actions.data?.auditActions ?? [])} value={narrowing.action} onChange={(action) => narrow({ action })} clearable clearButtonProps={{ 'aria-label': 'Any action' }} comboboxProps={wide} />
      <Select aria-label="Who did it" placeholder="By anyone" searchable nothingFoundMessage="Nobody of this page" data={whoChoices(events, narrowing.who)} value={narrowing.who} onChange={(who) => narrow({ who })} clearable clearButtonProps={{ 'aria-label': 'By anyone' }} comboboxProps={wide} />
      <Select aria-label="What sort of thing" placeholder="To anything" data={kinds} value={narrowing.thing} onChange={(thing) => narrow({ thing })} clearable clearButtonProps={{ 'aria-label': 'To anything' }} comboboxProps={wide} />
      <Day label="the first day" placeholder="From any day" value={narrowing.from} latest={narrowing.to ?? today(timeZone)} onChange={(from) => narrow({ from })} />
      <Day label="the last day" placeholder="Until now" value={narrowing.to} earliest={narrowing.from} latest={today(timeZone)} onChange={(to) => narrow({ to })} />
      {narrowed(narrowing) && (
        <Group gap="sm" className={classes.narrowed}>
          {narrowing.target && <span>Only what was done to {events[0]?.target.label ?? 'one thing'}</span>}
          <Button size="compact-sm" variant="default" onClick={() => narrow(everything)}>
            Show everything
          </Button>
        </Group>
      )}
    </search>
  )
}

const wide = { width: 'max-content', position: 'bottom-start', middlewares: { shift: true } } as const

interface DayProps {
  label: string
  placeholder: string
  value: string | null
  earliest?: string | null
  latest: string
  onChange: (day: string | null) => void
}

function Day({ label, placeholder, value, earliest, latest, onChange }: DayProps) {
  return (
    <DatePickerInput
      className={classes.day}
      aria-label={`${value ? dayText(value) : placeholder}: ${label}`}
      placeholder={placeholder}
      valueFormatter={({ date }) => (typeof date === 'string' ? dayText(date.slice(0, 10)) : '')}
      value={value}
      onChange={onChange}
      minDate={earliest ?? undefined}
      maxDate={latest}
      firstDayOfWeek={1}
      clearable
      clearButtonProps={{ 'aria-label': placeholder }}
      popoverProps={{ withinPortal: true }}
      getDayAriaLabel={(day) => dayText(String(day).slice(0, 10))}
      ariaLabels={{ previousMonth: 'Previous month', nextMonth: 'Next month', previousYear: 'Previous year', nextYear: 'Next year', monthLevelControl: 'Choose a month', yearLevelControl: 'Choose a year' }}
    />
  )
}

// whoChoices are the kinds of actors, and those that the shown events name. One that was chosen
// stays a choice when no event of theirs is shown.
function whoChoices(events: AuditLineFragment[], chosen: string | null) {
  const named = new Map(events.filter(({ actor }) => actor.id).map(({ actor }) => [whoOf(actor), actor.label]))
  if (chosen?.includes(':') && !named.has(chosen)) named.set(chosen, 'Somebody who is not on this page')
  const kinds = Object.entries(actors).map(([value, label]) => ({ value, label }))
  const some = [...named].map(([value, label]) => ({ value, label }))
  return [{ group: 'All of a kind', items: kinds }, ...(some.length > 0 ? [{ group: 'On this page', items: some }] : [])]
}
