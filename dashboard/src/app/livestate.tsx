import { useEffect, useState } from 'react'
import { useIsLost } from '@/api/live'
import { useHint } from '@/parts/hint'
import classes from './livestate.module.css'

const patienceMs = 4_000

// LiveState says when changes are not told as they happen, and nothing while they are. A stream that
// begins, or begins anew, is not worth a word.
export function LiveState() {
  const lost = useIsLost()
  const [late, setLate] = useState(false)
  const hint = useHint<HTMLSpanElement>(() => 'The connection that tells of changes is gone. Until it is back, what is shown is asked for from time to time.')
  useEffect(() => {
    if (!lost) return
    const waited = setTimeout(() => setLate(true), patienceMs)
    return () => {
      clearTimeout(waited)
      setLate(false)
    }
  }, [lost])
  return (
    <div role="status">
      {late && (
        <span className={classes.late} tabIndex={0} {...hint.on}>
          <i className={classes.dot} /> Reconnecting
        </span>
      )}
      {hint.shown}
    </div>
  )
}
