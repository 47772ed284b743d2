import { Button } from '@mantine/core'
import { useEffect } from 'react'
import { useLocation } from 'wouter'
import { EndSupportSessionDocument, type SupportLineFragment } from '@/api/gen/graphql'
import { useChange } from '@/api/use'
import { paths } from '@/app/paths'
import { Cut } from '@/parts/cut'
import { tell } from '@/parts/toast'
import classes from './banner.module.css'
import { leftText, spokenLeft, useLeft } from './left'
import { why } from './words'

interface Props {
  session: SupportLineFragment
  ranOut: () => void
}

// Banner says on all screens that support staff look into somebody's workspace, why, and how long they still may.
export function Banner({ session, ranOut }: Props) {
  const [, navigate] = useLocation()
  const end = useChange(EndSupportSessionDocument, (data) => data.endSupportSession)
  const left = useLeft(session.endsAt ?? session.requestedAt)
  const over = left === 0
  useEffect(() => {
    if (!over) return
    ranOut()
    const again = setInterval(ranOut, 2_000) // the server's clock may be behind
    return () => clearInterval(again)
  }, [over, ranOut])
  const leave = async () => {
    const payload = await end.run({ input: { id: session.id } })
    if (!payload) return
    tell(payload.userErrors[0]?.message ?? `The support session in ${session.workspaceName} is ended.`)
    navigate(paths.support)
  }
  return (
    <section className={classes.banner} aria-label="Support session">
      <div className={classes.words}>
        <span className={classes.what}>Inside {session.workspaceName}, read only</span>
        <Cut>{why(session)}</Cut>
      </div>
      <span className={classes.left} role="timer">
        {leftText(left)} left
      </span>
      <span className="lk-hidden" role="status">
        {spokenLeft(left)}
      </span>
      <Button size="xs" variant="default" loading={end.busy} onClick={leave}>
        End session
      </Button>
    </section>
  )
}
