// Days and instants as people read them. A day is YYYY-MM-DD in no zone; an instant is RFC 3339.

const dayMs = 86_400_000

// A format takes longer to make than to use a hundred times, and lists show hundreds of times.
const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const name = JSON.stringify([locale, options])
  const format = formats.get(name) ?? new Intl.DateTimeFormat(locale, options)
  formats.set(name, format)
  return format
}

// today is the calendar day that it is now in a time zone.
export function today(zone: string, now = new Date()): string {
  return formatOf('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(now)
}

// addDays counts days of the calendar, whatever their lengths in hours.
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10)
}

// daysBetween is how many days later to is than from.
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayMs)
}

// dayText is a day such as 30 Nov 2026.
export function dayText(day: string): string {
  return formatOf('en-GB', { timeZone: 'UTC', day: 'numeric', month: 'short', year: 'numeric' }).format(new Date(`${day}T00:00:00Z`))
}

// instantText is an instant in a time zone, such as 30 Nov 2026, 23:59.
export function instantText(at: string, zone?: string): string {
  return formatOf('en-GB', {
    timeZone: zone,
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  }).format(new Date(at))
}

const units: [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 365 * dayMs],
  ['month', 30 * dayMs],
  ['week', 7 * dayMs],
  ['day', dayMs],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1_000],
]

const words = new Intl.RelativeTimeFormat('en', { numeric: 'always' })

// agoText is an instant as seen from now, such as 5 minutes ago, or in 2 days.
export function agoText(at: string, now = Date.now()): string {
  const distance = Date.parse(at) - now
  if (Math.abs(distance) < 2_000) return 'just now'
  const [unit, length] = units.find(([, length]) => Math.abs(distance) >= length) ?? ['second', 1_000]
  return words.format(Math.trunc(distance / length), unit)
}

// viewerZone is the time zone of the person's machine.
export const viewerZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone

// endOfDay is the first instant at which it is later than a day in a zone. Some midnights do not
// exist, so it is searched for rather than reckoned.
export function endOfDay(day: string, zone: string): string {
  const utc = Date.parse(`${day}T00:00:00Z`)
  let [before, after] = [utc - 16 * 3_600_000, utc + 40 * 3_600_000] // no zone is further off
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2)
    if (today(zone, new Date(middle)) > day) after = middle
    else before = middle
  }
  return new Date(after).toISOString()
}
