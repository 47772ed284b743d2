import { type KeyboardEvent, type PointerEvent, useState } from 'react'
import classes from './bars.module.css'

export interface Bar {
  label: string
  calls: number
  refusals: number
}

interface Props {
  label: string
  bars: Bar[]
}

const height = 100

// Bars is a chart of calls and refusals over time: a stacked bar for each step, oldest first. The
// line above says what the bar under the pointer stands for, or the one that the arrow keys chose;
// a table below says all of it.
export function Bars({ label, bars }: Props) {
  const [chosen, setChosen] = useState<number | null>(null)
  const top = niceTop(Math.max(...bars.map((bar) => bar.calls + bar.refusals), 1))
  const bar = chosen === null ? null : bars[chosen]
  const point = (event: PointerEvent<HTMLDivElement>) => {
    const box = event.currentTarget.getBoundingClientRect()
    setChosen(clamp(Math.floor(((event.clientX - box.left) / box.width) * bars.length), bars.length))
  }
  const press = (event: KeyboardEvent) => {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key]
    if (!step) return
    event.preventDefault()
    setChosen(clamp((chosen ?? (step > 0 ? -1 : bars.length)) + step, bars.length))
  }
  return (
    <figure className={classes.figure} aria-label={label}>
      <div className={classes.reading}>
        <span className={classes.legend}>
          <i className={classes.calls} /> Calls
          <i className={classes.refusals} /> Refusals
        </span>
        <span role="status">{bar ? `${bar.label}: ${count(bar.calls, 'call')}, ${count(bar.refusals, 'refusal')}` : ''}</span>
      </div>
      <div className={classes.plot}>
        <div className={classes.scale} aria-hidden="true">
          <span>{top.toLocaleString('en')}</span>
          <span>{(top / 2).toLocaleString('en')}</span>
          <span>0</span>
        </div>
        <div
          className={classes.area}
          tabIndex={0}
          role="group"
          aria-label={`${label}. Left and right arrow keys read single bars.`}
          onPointerMove={point}
          onPointerLeave={() => setChosen(null)}
          onBlur={() => setChosen(null)}
          onKeyDown={press}
        >
          <svg viewBox={`0 0 ${bars.length * 10} ${height}`} preserveAspectRatio="none" aria-hidden="true">
            {bars.map((one, i) => {
              const calls = (one.calls / top) * height
              const refusals = (one.refusals / top) * height
              return (
                <g key={one.label} opacity={chosen === null || chosen === i ? 1 : 0.55}>
                  <rect x={i * 10 + 1.2} width={7.6} y={height - calls} height={calls} className={classes.calls} />
                  <rect x={i * 10 + 1.2} width={7.6} y={height - calls - refusals} height={refusals} className={classes.refusals} />
                </g>
              )
            })}
          </svg>
        </div>
        <div className={classes.ends} aria-hidden="true">
          <span>{bars[0]?.label}</span>
          <span>{bars.at(-1)?.label}</span>
        </div>
      </div>
      <details className={classes.table}>
        <summary>Show as a table</summary>
        <div className={classes.scroll} tabIndex={0} role="region" aria-label={`${label}, as a table`}>
          <table>
            <thead>
              <tr>
                <th scope="col">Time (UTC)</th>
                <th scope="col">Calls</th>
                <th scope="col">Refusals</th>
              </tr>
            </thead>
            <tbody>
              {bars.map((one) => (
                <tr key={one.label}>
                  <th scope="row">{one.label}</th>
                  <td>{one.calls.toLocaleString('en')}</td>
                  <td>{one.refusals.toLocaleString('en')}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </figure>
  )
}

const clamp = (i: number, length: number): number => Math.min(Math.max(i, 0), length - 1)

const count = (n: number, what: string): string => `${n.toLocaleString('en')} ${what}${n === 1 ? '' : 's'}`

// niceTop is the round number that the scale ends with: 2, 4 or 10 times a power of ten.
export function niceTop(most: number): number {
  const power = 10 ** Math.floor(Math.log10(most))
  const steps = [1, 2, 4, 6, 10]
  return Math.max(2, (steps.find((step) => step * power >= most) ?? 10) * power)
}
