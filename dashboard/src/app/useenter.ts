import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { keyOf } from '@/api/client'
import { MeDocument } from '@/api/gen/graphql'

// useEnter returns what reads again who is signed in, and where they belong to: wait for it before a page is
// shown to somebody who has just come in.
export function useEnter(): () => Promise<void> {
  const client = useQueryClient()
  return useCallback(() => client.refetchQueries({ queryKey: keyOf(MeDocument, {}) }), [client])
}
