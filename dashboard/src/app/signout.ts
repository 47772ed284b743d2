import { ask } from '@/api/ask'
import { asFailure } from '@/api/failure'
import { SignOutDocument } from '@/api/gen/graphql'
import { tellFailure } from '@/parts/toast'

// signOut ends the session, and loads the page anew, so that nothing that was read in it stays in memory.
export async function signOut() {
  try {
    await ask(SignOutDocument, {})
  } catch (thrown) {
    tellFailure(asFailure(thrown))
    return
  }
  location.reload()
}
