import { Link, useLocation } from 'wouter'
import { paths } from '@/app/paths'
import { useWorkspace } from '@/app/workspace'
import classes from './tabs.module.css'

// Tabs lead between the screens of the public API.
export function Tabs() {
  const { slug } = useWorkspace()
  const [location] = useLocation()
  const tabs: [label: string, href: string, more?: string][] = [
    ['Keys', paths.publicApi(slug)],
    ['Usage', paths.usage(slug)],
    ['IP Whitelisting', paths.allowlist(slug)],
    ['Explain', paths.refusal(slug), 'a refusal'],
  ]
  const here = location === paths.newKey(slug) ? paths.publicApi(slug) : location
  return (
    <nav aria-label="Public API" className={classes.tabs}>
      {tabs.map(([label, href, more]) => (
        <Link key={href} href={href} className={classes.tab} aria-current={here === href ? 'page' : undefined}>
          {label}
          {more && <span className={classes.more}> {more}</span>}
        </Link>
      ))}
    </nav>
  )
}
