import { Button, Paper } from '@mantine/core'
import { lazy, type ReactNode, Suspense, useCallback, useMemo, useRef } from 'react'
import { Link, useLocation } from 'wouter'
import { ApiKeysDocument } from '@/api/gen/graphql'
import { useAhead, useAsk } from '@/api/use'
import { paths } from '@/app/paths'
import { usePerson } from '@/app/person'
import { useWorkspace } from '@/app/workspace'
import { Icon } from '@/parts/icon'
import { useInAddress } from '@/parts/inaddress'
import { Pager, usePages } from '@/parts/pager'
import { Broken, Empty, Loading } from '@/parts/states'
import { Table } from '@/parts/table'
import { today } from '@/parts/time'
import { Frame } from '../frame'
import { columns } from './columns'
import { fromQuery, narrowed, type Narrowing, toFilter, toQuery } from './filter'
import { Toolbar } from './toolbar'
import classes from '@/parts/panel.module.css'

const NewKey = lazy(() => import('../newkey/newkey'))
const pageSize = 25

// Keys is the list of the workspace's keys.
export function Keys() {
  const workspace = useWorkspace()
  const [location, navigate] = useLocation()
  const mayWrite = workspace.can('API_KEYS_WRITE')
  const creating = location === paths.newKey(workspace.slug)
  const create = mayWrite && (
    <Button component={Link} href={paths.newKey(workspace.slug)} leftSection={<Icon name="plus" />}>
      New API Key
    </Button>
  )
  return (
    <Frame actions={create}>
      <List create={create} />
      {creating && mayWrite && (
        <Suspense>
          <NewKey close={() => navigate(paths.publicApi(workspace.slug))} />
        </Suspense>
      )}
    </Frame>
  )
}

function List({ create }: { create: ReactNode }) {
  const workspace = useWorkspace()
  const person = usePerson()
  const { narrowing, change: narrow } = useInAddress(fromQuery, toQuery)
  const pages = usePages(toQuery(narrowing), pageSize)
  const { id, timeZone } = workspace
  const pageOf = useCallback(
    (what: Narrowing, after: string | null) => ({ workspace: id, first: pageSize, after, filter: toFilter(what, person.id, today(timeZone)), orderBy: what.sort }),
    [id, timeZone, person.id],
  )
  const shown = useAsk(ApiKeysDocument, pageOf(narrowing, pages.after), { keep: true, everyMs: 15_000 })
  const ahead = useAhead(ApiKeysDocument)
  const current = useRef(narrowing)
  current.current = narrowing
  // The server is asked as soon as a key is pressed, and answers while what was typed is drawn.
  const change = useCallback(
    (part: Partial<Narrowing>) => {
      ahead(pageOf({ ...current.current, ...part }, null))
      narrow(part)
    },
    [ahead, narrow, pageOf],
  )
  const shape = useMemo(() => columns(workspace.slug), [workspace.slug])
  const list = shown.data?.workspace?.apiKeys
  const rows = useMemo(() => list?.edges.map((edge) => edge.node) ?? [], [list])
  if (!list) return <Paper className={classes.panel}>{shown.isError ? <Broken failure={shown.error} again={() => void shown.refetch()} /> : <Loading />}</Paper>
  if (list.totalCount === 0 && !narrowed(narrowing)) return <Paper className={classes.panel}>{first(create)}</Paper>
  return (
    <Paper className={classes.panel}>
      <Toolbar narrowing={narrowing} change={change} />
      {rows.length === 0 ? (
        <Empty title={list.pageInfo.hasNextPage ? 'No key matches so far' : 'No key matches'} action={<Button variant="default" mt="xs" onClick={() => change({ search: '', status: null, scope: null, special: null })}>Show all keys</Button>}>
          A search looks at names, and at the last four characters of a key’s hint.
        </Empty>
      ) : (
        <Table label="API keys" columns={shape} rows={rows} id={(key) => key.id} sort={narrowing.sort} onSort={(sort) => change({ sort })} stale={shown.isPlaceholderData} />
      )}
      <Pager pages={pages} shown={rows.length} total={list.totalCount} atLeast={!list.totalCountIsExact} what={['key', 'keys']} info={list.pageInfo} />
    </Paper>
  )
}

function first(create: ReactNode) {
  return (
    <Empty title="No keys yet" action={create}>
      {create
        ? 'Create a key for each program that is to use this workspace’s data. You choose what it may do, and how long it works.'
        : 'Nobody has created a key for a program yet. A developer, an admin or an owner of this workspace can.'}
    </Empty>
  )
}
