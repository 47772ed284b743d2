import { type ComponentType, lazy, type LazyExoticComponent, type ReactNode, Suspense } from 'react'
import { Route, Switch } from 'wouter'
import { Loading } from '@/parts/states'
import { paths } from './paths'

// The pages that need nobody to be signed in. Each is loaded when it is first shown.
const doors: [string, LazyExoticComponent<ComponentType>][] = [
  [paths.invitation, lazy(() => import('@/screens/links/invitation'))],
  [paths.confirmSignUp, lazy(() => import('@/screens/links/confirmsignup'))],
  [paths.confirmEmail, lazy(() => import('@/screens/links/confirmemail'))],
  [paths.resetPassword, lazy(() => import('@/screens/links/resetpassword'))],
  [paths.signUp, lazy(() => import('@/screens/links/signup'))],
]

// Doors shows one of them, and its children at all other addresses.
export function Doors({ children }: { children: ReactNode }) {
  return (
    <Suspense fallback={<Loading full />}>
      <Switch>
        {doors.map(([path, Page]) => (
          <Route key={path} path={path}>
            <Page />
          </Route>
        ))}
        <Route>{children}</Route>
      </Switch>
    </Suspense>
  )
}
