import { expect, it } from 'vitest'
import { leftText, spokenLeft } from './left'

it.each([
  [3_600_000, '60:00', ''],
  [3_599_001, '60:00', ''],
  [600_000, '10:00', ''],
  [299_000, '04:59', '5 minutes are left.'],
  [59_900, '01:00', 'Less than a minute is left.'],
  [0, '00:00', ''],
])('%i ms are left as %s', (ms, text, spoken) => {
  expect(leftText(ms)).toBe(text)
  expect(spokenLeft(ms)).toBe(spoken)
})
