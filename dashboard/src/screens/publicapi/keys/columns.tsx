import { Link } from 'wouter'
import type { ApiKeyOrderField, KeyLineFragment } from '@/api/gen/graphql'
import { paths } from '@/app/paths'
import { Cut } from '@/parts/cut'
import { Ago } from '@/parts/moment'
import type { Column } from '@/parts/table'
import { Tag } from '@/parts/tag'
import { scopes, statuses } from '../words'
import { Expires } from './expires'
import classes from './keys.module.css'

// columns are those of the list of keys.
export function columns(slug: string): Column<KeyLineFragment, ApiKeyOrderField>[] {
  return [
    { label: 'Name', sort: 'NAME', bare: true, cell: (key) => <Name apiKey={key} href={paths.key(slug, key.id)} /> },
    { label: 'Scope', cell: (key) => scopes[key.scope].label },
    { label: 'Status', cell: (key) => <Tag tone={statuses[key.status].tone}>{statuses[key.status].label}</Tag> },
    { label: 'Day of expire', sort: 'EXPIRES_ON', cell: (key) => <Expires on={key.expiresOn} /> },
    { label: 'Last used', sort: 'LAST_USED_AT', first: 'DESC', cell: (key) => <LastUse use={key.lastUse} /> },
    { label: 'Created by', sort: 'CREATED_AT', first: 'DESC', cell: (key) => <Cut>{key.createdBy.label}</Cut> },
  ]
}

function Name({ apiKey, href }: { apiKey: KeyLineFragment; href: string }) {
  return (
    <div className={classes.name}>
      <Link href={href} className={classes.link}>
        <Cut>{apiKey.name}</Cut>
      </Link>
      <span className={classes.hint}>{apiKey.hint}</span>
    </div>
  )
}

function LastUse({ use }: { use: KeyLineFragment['lastUse'] }) {
  if (!use) return <span className="lk-dimmed">Never</span>
  return (
    <Ago
      at={use.at}
      more={
        <>
          <div>From {use.clientIp ?? 'an address that could not be established'}</div>
          <div>By {use.userAgent || 'a client that did not say what it is'}</div>
        </>
      }
    />
  )
}
