import { expect, it } from 'vitest'
import { offsetText, zoneMatches, zoneNames } from './zones'

it.each(['warsaw', 'Europe/Warsaw', 'europe war', ' WARSAW '])('%s finds Europe/Warsaw', (typed) => expect(zoneMatches('Europe/Warsaw', typed)).toBe(true))

it('finds cities of two words as people write them', () => {
  expect(zoneMatches('America/New_York', 'new york')).toBe(true)
  expect(zoneMatches('America/New_York', 'new delhi')).toBe(false)
})

it('says how far zones are off, in winter and in summer', () => {
  expect(offsetText('Europe/Warsaw', new Date('2026-01-01T12:00:00Z'))).toBe('UTC+1')
  expect(offsetText('Europe/Warsaw', new Date('2026-07-01T12:00:00Z'))).toBe('UTC+2')
  expect(offsetText('America/St_Johns', new Date('2026-01-01T12:00:00Z'))).toBe('UTC-3:30')
  expect(offsetText('UTC')).toBe('UTC')
})

it('knows the workspace’s zone, also one that the browser lists by another name', () => {
  expect(zoneNames('Asia/Kolkata').filter((zone) => zone === 'Asia/Kolkata')).toHaveLength(1)
  expect(zoneNames('Europe/Warsaw')).toContain('UTC')
})
