import type { WrongFragment } from '@/api/gen/graphql'
import { Notice } from '@/parts/notice'

// Wrongs are what is wrong with a form and belongs to none of its fields.
export function Wrongs({ errors }: { errors: WrongFragment[] }) {
  return errors.map((error) => (
    <Notice key={error.message} tone="bad">
      {error.message}
    </Notice>
  ))
}
