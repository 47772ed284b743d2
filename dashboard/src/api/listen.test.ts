import { expect, it } from 'vitest'
import { nextOf } from './listen'

it.each([
  ['event: next\ndata: {"data":{"a":1}}', { data: { a: 1 } }],
  ['event: next\ndata:{"errors":[{"extensions":{"code":"NOT_FOUND"}}]}', { errors: [{ extensions: { code: 'NOT_FOUND' } }] }],
  [':', null],
  ['event: complete\ndata:', null],
])('%j tells %j', (event, told) => expect(nextOf(event)).toEqual(told))
