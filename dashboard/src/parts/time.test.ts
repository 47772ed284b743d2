import { describe, expect, it } from 'vitest'
import { addDays, agoText, daysBetween, dayText, endOfDay, instantText, today } from './time'

describe('days', () => {
  it('are those of the zone', () => {
    const late = new Date('2026-11-30T23:30:00Z')
    expect(today('Europe/Warsaw', late)).toBe('2026-12-01')
    expect(today('America/New_York', late)).toBe('2026-11-30')
  })
  it('are counted by the calendar, over changes of the clock', () => {
    expect(addDays('2026-10-20', 30)).toBe('2026-11-19')
    expect(addDays('2026-12-31', 365)).toBe('2027-12-31')
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2)
    expect(daysBetween('2026-03-30', '2026-03-28')).toBe(-2)
  })
  it.each([
    ['2026-11-30', 'Europe/Warsaw', '2026-11-30T23:00:00.000Z'],
    ['2026-03-28', 'Europe/Warsaw', '2026-03-28T23:00:00.000Z'],
    ['2026-03-29', 'Europe/Warsaw', '2026-03-29T22:00:00.000Z'],
    ['2026-03-07', 'America/Havana', '2026-03-08T05:00:00.000Z'], // where that midnight does not exist
    ['2026-11-30', 'Pacific/Kiritimati', '2026-11-30T10:00:00.000Z'],
  ])('%s ends in %s at %s', (day, zone, end) => expect(endOfDay(day, zone)).toBe(end))
  it('read the same everywhere', () => expect(dayText('2026-11-30')).toBe('30 Nov 2026'))
})

describe('instants', () => {
  it('are shown in the zone that is asked for', () => {
    expect(instantText('2026-11-30T22:59:59Z', 'Europe/Warsaw')).toBe('30 Nov 2026, 23:59')
  })
  it.each([
    [-500, 'just now'],
    [-59_000, '59 seconds ago'],
    [-60_000, '1 minute ago'],
    [-7_200_000, '2 hours ago'],
    [-40 * 86_400_000, '1 month ago'],
    [3 * 86_400_000, 'in 3 days'],
  ])('%i ms from now is %s', (distance, text) => {
    const now = Date.parse('2026-11-30T12:00:00Z')
    expect(agoText(new Date(now + distance).toISOString(), now)).toBe(text)
  })
})
