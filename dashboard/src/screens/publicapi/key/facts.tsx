import { Text } from '@mantine/core'
import type { ReactNode } from 'react'
import type { KeyFullFragment, UseFragment } from '@/api/gen/graphql'
import { Facts } from '@/parts/facts'
import { Ago, Moment } from '@/parts/moment'
import { Expires } from '../keys/expires'
import { scopes } from '../words'
import { reasons } from './reasons'

// KeyFacts is what a key is.
export function KeyFacts({ apiKey }: { apiKey: KeyFullFragment }) {
  const facts: [string, ReactNode][] = [
    ['Scope', <More key="s" value={scopes[apiKey.scope].label} more={scopes[apiKey.scope].can} />],
    ['Day of expire', <DayOfExpire key="d" apiKey={apiKey} />],
    ['Last used', apiKey.lastUse ? <LastUse key="u" use={apiKey.lastUse} /> : 'Never'],
    ['Created', <More key="c" value={<Moment at={apiKey.createdAt} />} more={`by ${apiKey.createdBy.label}`} />],
  ]
  if (apiKey.disabledAt) facts.push(['Disabled', <Moment key="x" at={apiKey.disabledAt} />])
  if (apiKey.revokedAt && apiKey.revocationReason) {
    const why = reasons[apiKey.revocationReason] + (apiKey.revocationNote ? `: ${apiKey.revocationNote}` : '')
    facts.push(['Revoked', <More key="r" value={<Moment at={apiKey.revokedAt} />} more={why} />])
  }
  if (apiKey.supersededRefusals > 0) {
    facts.push(['Replaced secrets', <More key="o" value={`${apiKey.supersededRefusals.toLocaleString('en')} refusals`} more="Something still sends a secret that a rotation has ended." />])
  }
  return <Facts facts={facts} />
}

function DayOfExpire({ apiKey }: { apiKey: KeyFullFragment }) {
  return (
    <>
      <Expires on={apiKey.expiresOn} />
      {apiKey.expiresAt && (
        <Text size="xs" c="dimmed">
          It ends <Moment at={apiKey.expiresAt} />
        </Text>
      )}
    </>
  )
}

// LastUse says when and from where a secret was last used.
export function LastUse({ use }: { use: UseFragment }) {
  return <More value={<Ago at={use.at} />} more={`${use.operation}, from ${use.clientIp ?? 'an unknown address'} by ${use.userAgent || 'an unnamed client'}`} />
}

function More({ value, more }: { value: ReactNode; more: string }) {
  return (
    <>
      {value}
      <Text size="xs" c="dimmed">
        {more}
      </Text>
    </>
  )
}
