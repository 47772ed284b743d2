import { type ReactNode, useEffect, useState } from 'react'
import { useZone } from '@/app/workspace'
import { useHint } from './hint'
import { agoText, instantText, viewerZone } from './time'

interface Props {
  at: string
  more?: ReactNode // what else the hover says
}

// Moment is an instant in the workspace's zone, and on hover in the viewer's own.
export function Moment({ at, more }: Props) {
  const timeZone = useZone()
  return (
    <Hover at={at} more={more}>
      {instantText(at, timeZone)}
    </Hover>
  )
}

// Ago is how long ago an instant was, or how far off it is; it keeps up with the clock.
export function Ago({ at, more }: Props) {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    const young = Math.abs(Date.now() - Date.parse(at)) < 120_000
    const ticking = setInterval(() => setNow(Date.now()), young ? 1_000 : 30_000)
    setNow(Date.now())
    return () => clearInterval(ticking)
  }, [at])
  return (
    <Hover at={at} more={more}>
      {agoText(at, now)}
    </Hover>
  )
}

function Hover({ at, more, children }: Props & { children: string }) {
  const timeZone = useZone()
  const hint = useHint<HTMLTimeElement>(() => (
    <>
      <div>
        {instantText(at, timeZone)} ({timeZone})
      </div>
      {viewerZone() !== timeZone && (
        <div>
          {instantText(at)} where you are ({viewerZone()})
        </div>
      )}
      {more}
    </>
  ))
  return (
    <>
      <time dateTime={at} {...hint.on}>
        {children}
      </time>
      {hint.shown}
    </>
  )
}
