import { createContext, use } from 'react'
import type { MeQuery } from '@/api/gen/graphql'

export type Person = NonNullable<MeQuery['me']>
export type Membership = Person['memberships'][number]

export const PersonContext = createContext<Person | null>(null)

// usePerson is who is signed in. Everything inside the Gate has one.
export function usePerson(): Person {
  const person = use(PersonContext)
  if (!person) throw new Error('usePerson is for what is inside the Gate')
  return person
}
