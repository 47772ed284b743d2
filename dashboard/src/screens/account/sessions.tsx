import { Button } from '@mantine/core'
import { useState } from 'react'
import { AccountDocument, type AccountQuery, EndOtherSessionsDocument, EndSessionDocument, type SessionLineFragment } from '@/api/gen/graphql'
import { guess } from '@/api/guess'
import { useChange } from '@/api/use'
import { signOut } from '@/app/signout'
import { useHint } from '@/parts/hint'
import { Ago, Moment } from '@/parts/moment'
import { Panel } from '@/parts/panel'
import { Sure } from '@/parts/sure'
import { Tag } from '@/parts/tag'
import { tell } from '@/parts/toast'
import classes from './account.module.css'

// Sessions are the browsers that the person is signed in to. One that is ended goes from the list at once.
export function Sessions({ sessions }: { sessions: SessionLineFragment[] }) {
  const [asking, setAsking] = useState(false)
  const end = useChange(EndSessionDocument, (data) => data.endSession)
  const others = sessions.length - 1
  const endOne = async (session: SessionLineFragment) => {
    const payload = await end.run({ input: { id: session.id } }, [guess(AccountDocument, (old) => only(old, ({ id }) => id !== session.id))])
    if (payload) tell(`The session of ${session.device} has ended.`)
  }
  return (
    <Panel
      title="Where you are signed in"
      about="End a session that you do not know, and then change your password. A session ends by itself after 12 hours without use, and after 14 days in any case."
      actions={
        others > 0 && (
          <Button variant="default" onClick={() => setAsking(true)}>
            End all others
          </Button>
        )
      }
    >
      <ul className={classes.list}>
        {sessions.map((session) => (
          <Session key={session.id} session={session} end={() => void (session.isCurrent ? signOut() : endOne(session))} />
        ))}
      </ul>
      {asking && <EndOthers others={others} close={() => setAsking(false)} />}
    </Panel>
  )
}

function Session({ session, end }: { session: SessionLineFragment; end: () => void }) {
  const { device, userAgent, clientIp, lastSeenAt, signedInAt, endsAt, isCurrent } = session
  const hint = useHint<HTMLSpanElement>(() => userAgent || 'It does not say what it is.')
  return (
    <li className={classes.row}>
      <div className={classes.what}>
        <div className={classes.name}>
          <span tabIndex={0} {...hint.on}>
            {device}
          </span>
          {hint.shown}
          {isCurrent && <Tag tone="good">This browser</Tag>}
        </div>
        <div className={classes.fact}>
          {clientIp ?? 'Address unknown'}, {isCurrent ? 'in use now' : <>last used <Ago at={lastSeenAt} /></>}
        </div>
        <div className={classes.fact}>
          Signed in <Moment at={signedInAt} more={<div>It ends by {new Date(endsAt).toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'short' })} unless it is used.</div>} />
        </div>
      </div>
      <Button variant="default" size="xs" onClick={end} aria-label={isCurrent ? undefined : `End: ${device}, ${clientIp ?? 'address unknown'}`}>
        {isCurrent ? 'Sign out' : 'End'}
      </Button>
    </li>
  )
}

function EndOthers({ others, close }: { others: number; close: () => void }) {
  const end = useChange(EndOtherSessionsDocument, (data) => data.endOtherSessions)
  const go = async () => {
    const payload = await end.run({}, [guess(AccountDocument, (old) => only(old, ({ isCurrent }) => isCurrent))])
    if (!payload) return
    tell(payload.ended === 1 ? 'One session has ended.' : `${payload.ended} sessions have ended.`)
    close()
  }
  return (
    <Sure title={others === 1 ? 'End the other session?' : `End ${others} other sessions?`} label="End them" danger busy={end.busy} close={close} go={go}>
      Whoever uses them has to sign in again. This browser stays signed in.
    </Sure>
  )
}

// only keeps the sessions that hold.
const only = (old: AccountQuery, keep: (session: SessionLineFragment) => boolean): AccountQuery => (old.me ? { ...old, me: { ...old.me, sessions: old.me.sessions.filter(keep) } } : old)
