import { encode } from 'uqr'
import classes from './account.module.css'

interface Props {
  text: string
  label: string
}

// Qr draws text as a QR code, dark on light in both schemes, since not every camera reads it otherwise.
// It is drawn here: what it holds goes nowhere.
export function Qr({ text, label }: Props) {
  const { data, size } = encode(text, { ecc: 'M', border: 4 })
  const path = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join('')
  return (
    <svg role="img" aria-label={label} viewBox={`0 0 ${size} ${size}`} shapeRendering="crispEdges" className={classes.qr}>
      <rect width={size} height={size} fill="#ffffff" />
      <path d={path} fill="#101216" />
    </svg>
  )
}
