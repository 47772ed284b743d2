import { lazy, Suspense } from 'react'
import { Route, Switch } from 'wouter'
import { Loading } from '@/parts/states'
import { Missing } from '@/parts/missing'
import { Keys } from './keys/keys'

const Key = lazy(() => import('./key/key'))
const Allowlist = lazy(() => import('./allowlist/allowlist'))
const Usage = lazy(() => import('./usage/usage'))
const Explain = lazy(() => import('./refusal/explain'))

const base = '/w/:slug/settings/public-api'

// PublicApi is Settings → API & Integrations → Public API.
export default function PublicApi() {
  return (
    <Suspense fallback={<Loading />}>
      <Switch>
        <Route path={base} component={Keys} />
        <Route path={`${base}/new`} component={Keys} />
        <Route path={`${base}/keys/:id`}>{({ id }) => <Key key={id} id={id} />}</Route>
        <Route path={`${base}/usage`}>{() => <Usage />}</Route>
        <Route path={`${base}/ip-whitelisting`} >{() => <Allowlist />}</Route>
        <Route path={`${base}/explain`} >{() => <Explain />}</Route>
        <Route>
          <Missing />
        </Route>
      </Switch>
    </Suspense>
  )
}
