import { expect, it } from 'vitest'
import { slugOf } from './slug'

it.each([
  ['Acme', 'acme'],
  ['  Acme & Sons, Inc. ', 'acme-sons-inc'],
  ['Żółta Łódź', 'zolta-lodz'],
  ['Straße 9', 'strasse-9'],
  ['東京', ''],
  ['---', ''],
  [`${'a'.repeat(39)} b`, 'a'.repeat(39)],
])('makes of %s the slug %s', (name, slug) => {
  expect(slugOf(name)).toBe(slug)
})
