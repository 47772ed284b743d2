import { Button, Stack, Text } from '@mantine/core'
import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { AllowlistPreviewQuery, ImpactFragment } from '@/api/gen/graphql'
import { asFailure, type Failure } from '@/api/failure'
import { Ago } from '@/parts/moment'
import { Notice } from '@/parts/notice'
import { Loading } from '@/parts/states'
import classes from './allowlist.module.css'
import type { NewEntry } from './pasted'

interface Props {
  asked: UseQueryResult<AllowlistPreviewQuery, Failure>
  also?: (entries: NewEntry[]) => void // adds the addresses that would be refused
  children?: ReactNode
}

// Foreseen says what a change would have meant for the calls of the last 30 days.
export function Foreseen({ asked, also, children }: Props) {
  const impact = asked.data?.workspace?.ipAllowlist.preview
  if (asked.isError) return <Notice tone="bad" title="This cannot be added as it is">{asFailure(asked.error).message}</Notice>
  if (!impact) return <Loading />
  return (
    <Stack gap="sm" aria-busy={asked.isPlaceholderData}>
      {children}
      {impact.refusedCalls === 0 ? (
        <Notice tone="good">No call of the last 30 days would have been refused.</Notice>
      ) : (
        <Refused impact={impact} also={also} />
      )}
      {impact.unknownCalls > 0 && (
        <Text size="sm" c="dimmed">
          {impact.unknownCalls.toLocaleString('en')} calls came from addresses that were not kept apart, so nobody can tell about them.
        </Text>
      )}
    </Stack>
  )
}

function Refused({ impact, also }: { impact: ImpactFragment; also?: (entries: NewEntry[]) => void }) {
  const missing = missingOf(impact)
  const hidden = impact.moreKeys > 0 || impact.keys.some((key) => key.moreAddresses > 0)
  return (
    <Notice
      tone="warn"
      title={`${impact.refusedCalls.toLocaleString('en')} ${impact.refusedCalls === 1 ? 'call' : 'calls'} of the last 30 days would have been refused`}
      action={
        also &&
        missing.length > 0 && (
          <Button size="xs" variant="default" onClick={() => also(missing)}>
            Add {missing.length === 1 ? 'this address' : `these ${missing.length} addresses`} too
          </Button>
        )
      }
    >
      <ul className={classes.impacted}>
        {impact.keys.map(({ apiKey, addresses, moreAddresses }) => (
          <li key={apiKey.id}>
            <b>{apiKey.name}</b>
            <ul>
              {addresses.map(({ address, calls, lastSeen }) => (
                <li key={address ?? ''}>
                  {address ?? 'An address that could not be established'}: {calls.toLocaleString('en')} {calls === 1 ? 'call' : 'calls'}, the last <Ago at={lastSeen} />
                </li>
              ))}
              {moreAddresses > 0 && <li>{moreAddresses} more addresses</li>}
            </ul>
          </li>
        ))}
        {impact.moreKeys > 0 && <li>{impact.moreKeys} more keys</li>}
      </ul>
      {also && hidden && <div>Only those that call most are named: a range may fit better.</div>}
    </Notice>
  )
}

// missingOf are the addresses that would be refused, with the key that calls from there.
function missingOf(impact: ImpactFragment): NewEntry[] {
  const notes = new Map<string, string>()
  for (const { apiKey, addresses } of impact.keys) {
    for (const { address } of addresses) if (address && !notes.has(address)) notes.set(address, `Used by ${apiKey.name}`)
  }
  return [...notes].map(([range, note]) => ({ range, note }))
}
