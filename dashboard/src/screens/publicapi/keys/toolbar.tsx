import { CloseButton, Select, TextInput } from '@mantine/core'
import { memo } from 'react'
import { Icon } from '@/parts/icon'
import { optionsOf, scopes, statuses } from '../words'
import type { Narrowing, Special } from './filter'
import classes from './keys.module.css'

const specials: Record<Special, string> = { mine: 'Created by me', soon: 'Expires in 14 days', unused: 'Unused for 30 days' }

const [statusOptions, scopeOptions, specialOptions] = [optionsOf(statuses), optionsOf(scopes), optionsOf(specials)]

interface Props {
  narrowing: Narrowing
  change: (part: Partial<Narrowing>) => void
}

// Toolbar narrows the list of keys.
export function Toolbar({ narrowing, change }: Props) {
  const { search, status, scope, special } = narrowing
  return (
    <search className={classes.toolbar}>
      <TextInput
        className={classes.search}
        aria-label="Search by name or hint"
        placeholder="Search by name or hint"
        leftSection={<Icon name="search" />}
        value={search}
        maxLength={100}
        onChange={(event) => change({ search: event.currentTarget.value })}
        rightSection={search && <CloseButton size="sm" aria-label="Clear the search" onClick={() => change({ search: '' })} />}
      />
      <Choices status={status} scope={scope} special={special} change={change} />
    </search>
  )
}

type ChoicesProps = Pick<Narrowing, 'status' | 'scope' | 'special'> & Pick<Props, 'change'>

// Choices are not drawn anew while somebody types into the search.
const Choices = memo(function Choices({ status, scope, special, change }: ChoicesProps) {
  return (
    <>
      <Select aria-label="Status" placeholder="Any status" data={statusOptions} value={status} onChange={(status) => change({ status })} clearable clearButtonProps={{ 'aria-label': 'Any status' }} />
      <Select aria-label="Scope" placeholder="Any scope" data={scopeOptions} value={scope} onChange={(scope) => change({ scope })} clearable clearButtonProps={{ 'aria-label': 'Any scope' }} />
      <Select className={classes.wide} aria-label="Show" placeholder="All keys" data={specialOptions} value={special} onChange={(special) => change({ special })} clearable clearButtonProps={{ 'aria-label': 'All keys' }} />
    </>
  )
})
