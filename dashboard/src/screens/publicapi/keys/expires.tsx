import { useWorkspace } from '@/app/workspace'
import { daysBetween, dayText, today } from '@/parts/time'
import classes from './expires.module.css'

const soonDays = 14

// Expires is a key's day of expire: amber when it is near, red when it is over.
export function Expires({ on }: { on: string | null }) {
  const { timeZone } = useWorkspace()
  if (!on) return <span className="lk-dimmed">Never</span>
  const left = daysBetween(today(timeZone), on)
  const near = left < 0 ? 'over' : left <= soonDays ? 'soon' : undefined
  return (
    <span className={classes.day} data-near={near}>
      {dayText(on)}
      {near && <span className={classes.left}>{leftText(left)}</span>}
    </span>
  )
}

function leftText(left: number): string {
  if (left < -1) return `${-left} days ago`
  if (left === -1) return 'yesterday'
  if (left === 0) return 'today'
  return left === 1 ? 'tomorrow' : `in ${left} days`
}
