import { useEffect, useState } from 'react'

// useLeft is how many ms are left until an instant, by the clock of the person's machine: never less than 0.
export function useLeft(until: string): number {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    const ticking = setInterval(() => setNow(Date.now()), 1_000)
    return () => clearInterval(ticking)
  }, [])
  return Math.max(0, Date.parse(until) - now)
}

// leftText is a stretch of time as a clock that runs down shows it.
export function leftText(ms: number): string {
  const seconds = Math.ceil(ms / 1_000)
  const two = (n: number) => String(n).padStart(2, '0')
  return `${two(Math.floor(seconds / 60))}:${two(seconds % 60)}`
}

// spokenLeft is what is read out of it: when it begins to matter, and no more than once a minute.
export function spokenLeft(ms: number): string {
  const minutes = Math.ceil(ms / 60_000)
  if (minutes > 5 || ms === 0) return ''
  return minutes === 1 ? 'Less than a minute is left.' : `${minutes} minutes are left.`
}
