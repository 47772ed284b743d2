import { Link, useLocation } from 'wouter'
import { paths } from '@/app/paths'
import { useWorkspace } from '@/app/workspace'
import classes from './tabs.module.css'

// Tabs lead between the screens of the public API.
export function Tabs() {
  const { slug } = useWorkspace()
  const [location] = useLocation()
  const tabs: [string, string][] = [
    ['Keys', paths.publicApi(slug)],
    ['IP Whitelisting', paths.allowlist(slug)],
    ['Explain a refusal', paths.refusal(slug)],
  ]
  const here = location === paths.newKey(slug) ? paths.publicApi(slug) : location
  return (
    <nav aria-label="Public API" className={classes.tabs}>
      {tabs.map(([label, href]) => (
        <Link key={href} href={href} className={classes.tab} aria-current={here === href ? 'page' : undefined}>
          {label}
        </Link>
      ))}
    </nav>
  )
}
