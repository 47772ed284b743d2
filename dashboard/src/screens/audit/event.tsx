import { Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import type { AuditLineFragment } from '@/api/gen/graphql'
import { paths } from '@/app/paths'
import { Icon } from '@/parts/icon'
import { Moment } from '@/parts/moment'
import classes from './audit.module.css'
import { Diff } from './diff'
import { type Narrowing, whoOf } from './filter'
import { changesOf } from './values'
import { iconOf } from './words'

interface Props {
  event: AuditLineFragment
  slug: string
  narrow: (part: Partial<Narrowing>) => void
}

// Event is one event: what was done, to what, by whom, from where, when, and what it changed.
export function Event({ event, slug, narrow }: Props) {
  const { actor, target, clientIp } = event
  const changes = changesOf(event)
  return (
    <li className={classes.event}>
      <span className={classes.icon}>
        <Icon name={iconOf(target.kind)} size={18} />
      </span>
      <div className={classes.words}>
        <div className={classes.head}>
          <span className={classes.sentence}>{event.sentence}</span>
          <Text component="span" size="xs" c="dimmed" className={classes.when}>
            <Moment at={event.at} more={<div>Event {event.seq.toLocaleString('en')} of the log</div>} />
          </Text>
        </div>
        <div className={classes.target}>
          <Target event={event} slug={slug} />
          {target.id && (
            <button type="button" className={classes.only} onClick={() => narrow({ target: target.id })} aria-label={`Its events: show only what was done to ${target.label}`}>
              Its events
            </button>
          )}
        </div>
        <Text size="sm" c="dimmed" className={classes.by}>
          by{' '}
          <button type="button" className={classes.actor} onClick={() => narrow({ who: whoOf(actor) })} aria-label={`Show only what ${actor.label} did`}>
            {actor.label}
          </button>
          {clientIp && <> from {clientIp}</>}
        </Text>
        {changes.length > 0 && <Diff changes={changes} />}
      </div>
    </li>
  )
}

// Target names what an event is about, and leads there when it has a page.
function Target({ event: { target }, slug }: Pick<Props, 'event' | 'slug'>): ReactNode {
  const href = hrefOf(target, slug)
  if (!href) return <span className={classes.name}>{target.label}</span>
  return (
    <Link href={href} className={classes.name}>
      {target.label}
    </Link>
  )
}

function hrefOf({ kind, id }: AuditLineFragment['target'], slug: string): string | null {
  switch (kind) {
    case 'API_KEY':
      return id && paths.key(slug, id)
    case 'IP_ALLOWLIST':
    case 'IP_ALLOWLIST_ENTRY':
      return paths.allowlist(slug)
    case 'WORKSPACE':
      return paths.workspace(slug)
  }
  return null
}
