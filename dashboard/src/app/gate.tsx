import { lazy, type ReactNode, Suspense } from 'react'
import { MeDocument } from '@/api/gen/graphql'
import { useAsk } from '@/api/use'
import { Broken, Loading } from '@/parts/states'
import { PersonContext } from './person'

const SignIn = lazy(() => import('@/screens/signin/signin'))

// Gate shows its children to a person who is signed in, and the sign-in screen to others. The
// address stays what it was, so that every link survives signing in.
export function Gate({ children }: { children: ReactNode }) {
  const me = useAsk(MeDocument, {})
  if (me.isPending) return <Loading full />
  if (!me.data) return <Broken failure={me.error} again={() => void me.refetch()} full />
  if (!me.data.me) {
    return (
      <Suspense fallback={<Loading full />}>
        <SignIn />
      </Suspense>
    )
  }
  return <PersonContext value={me.data.me}>{children}</PersonContext>
}
