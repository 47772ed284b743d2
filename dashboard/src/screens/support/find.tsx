import { Button, Group, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { type SupportLineFragment, type TenantLineFragment, TenantsDocument } from '@/api/gen/graphql'
import { useAsk } from '@/api/use'
import { Icon } from '@/parts/icon'
import { Pager, usePages } from '@/parts/pager'
import { Panel } from '@/parts/panel'
import { Broken, Empty, Loading } from '@/parts/states'
import { Table } from '@/parts/table'
import { Start } from './start'
import classes from './support.module.css'
import { columns } from './tenants'

const pageSize = 20

// Find searches all workspaces. Each search is recorded, so it searches when it is told to, and never by itself; what
// was searched for, which may be somebody's address, is not in the page's own.
export function Find({ sessions }: { sessions: SupportLineFragment[] }) {
  const [typed, setTyped] = useState('')
  const [search, setSearch] = useState('')
  const [starting, setStarting] = useState<TenantLineFragment | null>(null)
  const pages = usePages(search, pageSize)
  const asked = useAsk(TenantsDocument, { search, first: pageSize, after: pages.after }, { enabled: search !== '', once: true })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const next = typed.trim()
    if (next === search && next) void asked.refetch()
    setSearch(next)
  }
  const list = search ? asked.data?.support?.tenants : null
  const wrong = asked.error?.code === 'BAD_USER_INPUT' ? asked.error.message : undefined
  const rows = list?.edges.map((edge) => edge.node) ?? []
  return (
    <Panel title="Find a workspace" flush>
      <form onSubmit={submit} className={classes.search}>
        <TextInput
          label="Search"
          description="The beginning of a word of its name or slug, a member’s whole e-mail address, a key’s hint such as lk_…abcd, or a receipt that somebody pasted. Each search is recorded. Never a whole key."
          spellCheck={false}
          autoComplete="off"
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          error={wrong}
          leftSection={<Icon name="search" />}
          inputContainer={(input) => (
            <Group gap="xs" align="flex-start">
              <div style={{ flex: '1 1 200px' }}>{input}</div>
              <Button type="submit" mt="calc(var(--mantine-spacing-xs) / 2)" loading={asked.isFetching} disabled={!typed.trim()}>
                Search
              </Button>
            </Group>
          )}
        />
      </form>
      <div className={list || asked.isLoading || (asked.isError && !wrong) ? classes.found : undefined}>
        {asked.isError && !wrong && <Broken failure={asked.error} again={() => void asked.refetch()} />}
        {asked.isLoading && <Loading />}
        {list && rows.length === 0 && <Empty title="No workspace is found">Search for the beginning of a word, or for the whole of an e-mail address.</Empty>}
        {list && rows.length > 0 && (
          <>
            <Table label="Workspaces" columns={columns(sessions, setStarting)} rows={rows} id={(tenant) => tenant.id} />
            <Pager pages={pages} shown={rows.length} total={list.totalCount ?? 100} atLeast={list.totalCount === null} what={['workspace', 'workspaces']} info={list.pageInfo} />
          </>
        )}
      </div>
      {starting && <Start tenant={starting} close={() => setStarting(null)} />}
    </Panel>
  )
}
