import { expect, it } from 'vitest'
import { stepText, stretchOf } from './range'

const now = Date.parse('2026-11-26T01:20:00Z')

it('ends with the hour or day that is under way', () => {
  expect(stretchOf('24h', now)).toMatchObject({ by: 'HOUR', from: '2026-11-25T02:00:00.000Z' })
  expect(stretchOf('24h', now).steps.at(-1)).toBe('2026-11-26T01:00:00Z')
  expect(stretchOf('7d', now).steps).toEqual(['2026-11-20', '2026-11-21', '2026-11-22', '2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26'])
})

it('is the same for the whole hour, so that it is asked for once', () => {
  expect(stretchOf('30d', now)).toEqual(stretchOf('30d', now + 60_000))
})

it('names its steps', () => {
  expect(stepText('2026-11-26', 'DAY')).toBe('Thu 26 Nov')
  expect(stepText('2026-11-26T01:00:00Z', 'HOUR')).toBe('26 Nov, 01:00')
})
