import { CloseButton, Select, TextInput } from '@mantine/core'
import { Icon } from '@/parts/icon'
import { optionsOf, scopes, statuses } from '../words'
import type { Narrowing, Special } from './filter'
import classes from './keys.module.css'

const specials: Record<Special, string> = { mine: 'Created by me', soon: 'Expires in 14 days', unused: 'Unused for 30 days' }

interface Props {
  narrowing: Narrowing
  change: (part: Partial<Narrowing>) => void
}

// Toolbar narrows the list of keys.
export function Toolbar({ narrowing, change }: Props) {
  return (
    <search className={classes.toolbar}>
      <TextInput
        className={classes.search}
        aria-label="Search by name or hint"
        placeholder="Search by name or hint"
        leftSection={<Icon name="search" />}
        value={narrowing.search}
        maxLength={100}
        onChange={(event) => change({ search: event.currentTarget.value })}
        rightSection={narrowing.search && <CloseButton size="sm" aria-label="Clear the search" onClick={() => change({ search: '' })} />}
      />
      <Select aria-label="Status" placeholder="Any status" data={optionsOf(statuses)} value={narrowing.status} onChange={(status) => change({ status })} clearable clearButtonProps={{ 'aria-label': 'Any status' }} />
      <Select aria-label="Scope" placeholder="Any scope" data={optionsOf(scopes)} value={narrowing.scope} onChange={(scope) => change({ scope })} clearable clearButtonProps={{ 'aria-label': 'Any scope' }} />
      <Select aria-label="Show" placeholder="All keys" data={optionsOf(specials)} value={narrowing.special} onChange={(special) => change({ special })} clearable clearButtonProps={{ 'aria-label': 'All keys' }} />
    </search>
  )
}
