import { useCallback, useState } from 'react'
import type { WrongFragment } from '@/api/gen/graphql'

// useFields holds a form's values and what is wrong with them, by the names that the API's input has.
export function useFields<T extends object>(initial: T) {
  const [values, setValues] = useState(initial)
  const [errors, setErrors] = useState<WrongFragment[]>([])
  const set = useCallback(<K extends keyof T>(name: K, value: T[K]) => {
    setValues((all) => ({ ...all, [name]: value }))
    setErrors((all) => all.filter((error) => error.field?.[0] !== name))
  }, [])
  return {
    values,
    set,
    setErrors,
    // of is what is wrong with a field, for its input.
    of: (name: keyof T & string) => errors.find((error) => error.field?.[0] === name)?.message,
    // rest is what is wrong and belongs to none of the fields.
    rest: errors.filter((error) => !error.field?.[0] || !(error.field[0] in values)),
  }
}

// newAttempt is an idempotency key: a retry of the same attempt does nothing twice.
export function newAttempt(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
