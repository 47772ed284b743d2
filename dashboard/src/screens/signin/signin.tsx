import { Link, useLocation, useSearch } from 'wouter'
import { DoorwayDocument } from '@/api/gen/graphql'
import { useAsk } from '@/api/use'
import { paths } from '@/app/paths'
import { Door, DoorHead } from '@/parts/door'
import { Providers } from '@/parts/providers'
import { Steps } from './steps'

// SignIn stands at whatever address was asked for, which is shown when the person is known.
export default function SignIn() {
  const [path] = useLocation()
  const query = useSearch()
  const doorway = useAsk(DoorwayDocument, {})
  const signUp = doorway.data?.signUpOptions.signUp && (
    <>
      No account yet? <Link href={paths.signUp}>Sign up</Link>
    </>
  )
  return (
    <Door below={signUp}>
      <Steps
        head={
          <DoorHead title="Sign in" still>
            To your workspace’s settings
          </DoorHead>
        }
        beside={({ signInMethods }) => <Providers providers={signInMethods.providers} verb="Sign in" returnTo={query ? `${path}?${query}` : path} />}
      />
    </Door>
  )
}
