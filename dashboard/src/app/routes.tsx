import { type ComponentType, lazy, type LazyExoticComponent, Suspense } from 'react'
import { Redirect, Route, Switch } from 'wouter'
import { Missing } from '@/parts/missing'
import { Loading } from '@/parts/states'
import { Home } from './home'
import { paths } from './paths'
import { Shell } from './shell'

type Screen = LazyExoticComponent<ComponentType>

// The screens of a workspace by what follows /w/{slug}/settings. Each is loaded when it is first shown.
const screens: [string, Screen][] = [
  ['/public-api/*?', lazy(() => import('@/screens/publicapi/publicapi'))],
  ['/workspace', lazy(() => import('@/screens/workspace/workspace'))],
  ['/members', lazy(() => import('@/screens/members/members'))],
  ['/security', lazy(() => import('@/screens/security/security'))],
  ['/audit', lazy(() => import('@/screens/audit/audit'))],
]

// The pages of no workspace.
const pages: [string, Screen][] = [
  [paths.account, lazy(() => import('@/screens/account/account'))],
  [paths.newWorkspace, lazy(() => import('@/screens/workspace/found'))],
  [paths.support, lazy(() => import('@/screens/support/console'))],
]

export function Routes() {
  return (
    <Switch>
      <Route path="/" component={Home} />
      {pages.map(([path, Page]) => (
        <Route key={path} path={path}>
          <Suspense fallback={<Loading full />}>
            <Page />
          </Suspense>
        </Route>
      ))}
      <Route path="/w/:slug/*?">{({ slug }) => <Shell slug={slug}>{settings(slug)}</Shell>}</Route>
      <Route>
        <Missing />
      </Route>
    </Switch>
  )
}

function settings(slug: string) {
  return (
    <Suspense fallback={<Loading />}>
      <Switch>
        {screens.map(([path, Screen]) => (
          <Route key={path} path={`/w/:slug/settings${path}`}>
            <Screen />
          </Route>
        ))}
        <Route path="/w/:slug">
          <Redirect to={`/w/${slug}/settings/public-api`} replace />
        </Route>
        <Route path="/w/:slug/settings">
          <Redirect to={`/w/${slug}/settings/public-api`} replace />
        </Route>
        <Route>
          <Missing />
        </Route>
      </Switch>
    </Suspense>
  )
}
