// Time zones by their IANA names, as a person looks for them.

// zoneNames are all that the browser knows, with those that must be among them.
export function zoneNames(...needed: string[]): string[] {
  return [...new Set([...needed, 'UTC', ...Intl.supportedValuesOf('timeZone')])].sort()
}

// zoneMatches says whether a zone is what was typed: every word of it is somewhere in the name.
export function zoneMatches(zone: string, typed: string): boolean {
  const name = plain(zone)
  return plain(typed)
    .split(' ')
    .every((word) => name.includes(word))
}

const plain = (text: string): string => text.toLowerCase().replace(/[_/]/g, ' ').trim()

// offsetText is how far a zone is from UTC at an instant, such as UTC+1 or UTC-3:30.
export function offsetText(zone: string, now = new Date()): string {
  const parts = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'shortOffset' }).formatToParts(now)
  const offset = parts.find(({ type }) => type === 'timeZoneName')?.value ?? ''
  return offset.replace('GMT', 'UTC').replace(/^UTC\+0$/, 'UTC')
}
