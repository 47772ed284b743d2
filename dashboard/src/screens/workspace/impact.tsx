import { Stack, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import type { ImpactKeyFragment, KeysImpactFragment } from '@/api/gen/graphql'
import { paths } from '@/app/paths'
import { useWorkspace } from '@/app/workspace'
import { Ago } from '@/parts/moment'
import { Sure } from '@/parts/sure'
import { dayText } from '@/parts/time'
import classes from './impact.module.css'

interface AskProps {
  impact: KeysImpactFragment
  title: string
  busy: boolean
  confirm: () => void
  dismiss: () => void
}

// AskImpact shows which keys a change stops or lets work again, before it is made.
export function AskImpact({ impact, title, busy, confirm, dismiss }: AskProps) {
  const ends = impact.stops.length + impact.disables.length > 0
  return (
    <Sure title={title} label="Change it" busy={busy} danger={ends} close={dismiss} go={confirm}>
      <Stack gap="md">
        <Affected keys={impact.stops} more={impact.moreStops} says={(count) => `${count} would stop working at once: there the day of expire is over.`} fact={expires} />
        <Affected keys={impact.starts} more={impact.moreStarts} says={(count) => `${count} would work again: there the day of expire is not over yet.`} fact={expires} />
        <Affected keys={impact.disables} more={impact.moreDisables} says={(count) => `${count} would be disabled within the hour, unused for longer than that.`} fact={used} />
      </Stack>
    </Sure>
  )
}

interface Props {
  keys: ImpactKeyFragment[]
  more: number // keys that are not listed
  says: (count: string) => string
  fact: (key: ImpactKeyFragment) => ReactNode
}

// Affected are keys that a change of the workspace means something for.
export function Affected({ keys, more, says, fact }: Props) {
  const { slug } = useWorkspace()
  const count = keys.length + more
  if (count === 0) return null
  return (
    <div>
      <Text size="sm" fw={500}>
        {says(count === 1 ? 'One key' : `${count.toLocaleString('en')} keys`)}
      </Text>
      <ul className={classes.keys} tabIndex={0} aria-label="Keys">
        {keys.map((key) => (
          <li key={key.id} className={classes.key}>
            <Link href={paths.key(slug, key.id)} className={classes.name}>
              {key.name}
            </Link>
            <span className={classes.fact}>{fact(key)}</span>
          </li>
        ))}
        {more > 0 && <li className={classes.fact}>and {more.toLocaleString('en')} more</li>}
      </ul>
    </div>
  )
}

export const expires = ({ expiresOn }: ImpactKeyFragment): ReactNode => (expiresOn ? `expires on ${dayText(expiresOn)}` : 'never expires')

function used({ lastUse }: ImpactKeyFragment): ReactNode {
  if (!lastUse) return 'never used'
  return (
    <>
      last used <Ago at={lastUse.at} />
    </>
  )
}
