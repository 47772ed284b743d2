import { useQueryClient } from '@tanstack/react-query'
import { ask } from '@/api/ask'
import { keyOf } from '@/api/client'
import { asFailure } from '@/api/failure'
import { MeDocument, SignOutDocument } from '@/api/gen/graphql'
import { tellFailure } from '@/parts/toast'

// useSignOut ends the session, and forgets everything that was read in it.
export function useSignOut() {
  const client = useQueryClient()
  return async () => {
    try {
      await ask(SignOutDocument, {})
    } catch (thrown) {
      tellFailure(asFailure(thrown))
      return
    }
    client.clear()
    await client.invalidateQueries()
    client.setQueryData(keyOf(MeDocument, {}), { me: null })
  }
}
