import { Group, Select, Text } from '@mantine/core'
import { useMemo } from 'react'
import { offsetText, zoneMatches, zoneNames } from './zones'

interface Props {
  value: string
  saved: string // the zone that the workspace has
  onChange: (zone: string) => void
  disabled: boolean
  error?: string
}

// Zone is the choice of the workspace's time zone.
export function Zone({ value, saved, onChange, disabled, error }: Props) {
  const names = useMemo(() => zoneNames(saved), [saved])
  return (
    <Select
      label="Time zone"
      description={`Keys stop at the end of their day of expire here, and dates are shown in it. It is ${offsetText(value)} now.`}
      searchable
      placeholder="Search for a city or region"
      nothingFoundMessage="No such time zone. Search for a large city in it, or a part of the world."
      data={names}
      filter={({ options, search }) => options.filter((option) => 'value' in option && zoneMatches(option.value, search))}
      renderOption={({ option }) => (
        <Group justify="space-between" wrap="nowrap" flex={1} gap="sm">
          <span>{option.value.replaceAll('_', ' ')}</span>
          <Text component="span" size="xs" c="dimmed">
            {offsetText(option.value)}
          </Text>
        </Group>
      )}
      limit={60}
      maxDropdownHeight={280}
      allowDeselect={false}
      value={value}
      onChange={(zone) => zone && onChange(zone)}
      disabled={disabled}
      error={error}
    />
  )
}
