import { expect, it } from 'vitest'
import { pasted } from './pasted'

it.each([
  ['203.0.113.7', [['203.0.113.7', '']]],
  ['203.0.113.7 Office in Warsaw', [['203.0.113.7', 'Office in Warsaw']]],
  ['203.0.113.0/24,Office', [['203.0.113.0/24', 'Office']]],
  ['203.0.113.0/24  # the office, second floor', [['203.0.113.0/24', 'the office, second floor']]],
  ['203.0.113.7, 203.0.113.8;2001:db8::/48', [['203.0.113.7', ''], ['203.0.113.8', ''], ['2001:db8::/48', '']]],
  ['\n# servers\r\n 2001:db8::1\t worker 1 \n\n; none\n', [['2001:db8::1', 'worker 1']]],
  ['example.com', [['example.com', '']]],
  [' \n', []],
])('%j', (text, entries) => expect(pasted(text)).toEqual(entries.map(([range, note]) => ({ range, note }))))
