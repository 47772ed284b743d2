import type { ReactNode } from 'react'
import { Moment } from '@/parts/moment'
import { dayText } from '@/parts/time'
import { reasons } from '@/screens/publicapi/key/reasons'
import { scopes, statuses } from '@/screens/publicapi/words'
import classes from './audit.module.css'
import type { Change } from './values'
import { looks, nameText } from './words'

const shownAtOnce = 6

// Diff is what an event changed: what was, and what is.
export function Diff({ changes }: { changes: Change[] }) {
  if (changes.length <= shownAtOnce) return <Changes changes={changes} />
  return (
    <>
      <Changes changes={changes.slice(0, shownAtOnce)} />
      <details className={classes.more}>
        <summary>{changes.length - shownAtOnce} more</summary>
        <Changes changes={changes.slice(shownAtOnce)} />
      </details>
    </>
  )
}

function Changes({ changes }: { changes: Change[] }) {
  return (
    <dl className={classes.changes}>
      {changes.map((change) => (
        <div key={change.name} className={classes.change}>
          <dt>{nameText(change.name)}</dt>
          <dd>
            <Was change={change} />
            {change.before !== null && change.after !== null && (
              <span aria-hidden="true" className={classes.arrow}>
                →
              </span>
            )}
            <Is change={change} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Was({ change: { name, before, after } }: { change: Change }) {
  if (before === null) return null
  return (
    <del className={classes.was}>
      <span className="lk-hidden">{after === null ? 'gone: ' : 'was: '}</span>
      <Value name={name} text={before} />
    </del>
  )
}

function Is({ change: { name, before, after } }: { change: Change }) {
  if (after === null) return null
  if (before === null) return <Value name={name} text={after} />
  return (
    <ins className={classes.is}>
      <span className="lk-hidden">is: </span>
      <Value name={name} text={after} />
    </ins>
  )
}

const nothing: Record<string, string> = { expiresOn: 'never', expiresAt: 'never', longestLifetimeDays: 'any', disableUnusedAfterDays: 'never' }
const words: Record<string, Record<string, string | { label: string }>> = { scope: scopes, status: statuses, reason: reasons, look: looks }

function Value({ name, text }: { name: string; text: string }): ReactNode {
  if (!text) return nothing[name] ?? 'nothing'
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return dayText(text)
  if (/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(text)) return <Moment at={text} />
  if (name.endsWith('Days')) return text === '1' ? '1 day' : `${Number(text).toLocaleString('en')} days`
  const word = words[name]?.[text]
  if (word) return typeof word === 'string' ? word : word.label
  return name === 'hint' ? <code className={classes.code}>{text}</code> : text
}
