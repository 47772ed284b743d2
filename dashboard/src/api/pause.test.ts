import { expect, it } from 'vitest'
import { waitMs } from './pause'

it.each([
  [0, 0, 1_000],
  [0, 0.5, 1_500],
  [2, 0, 4_000],
  [9, 0, 16_000],
  [9, 1, 32_000],
])('after %i failures, and by a chance of %f, waits %i ms', (failed, chance, ms) => expect(waitMs(failed, chance)).toBe(ms))
