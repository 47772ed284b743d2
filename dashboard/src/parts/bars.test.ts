import { expect, it } from 'vitest'
import { niceTop } from './bars'

it.each([
  [1, 2], [2, 2], [3, 4], [5, 6], [7, 10], [41, 60], [100, 100], [1204, 2000],
])('the scale of %i ends with %i', (most, top) => expect(niceTop(most)).toBe(top))
