import type { ExplainRefusalQuery } from '@/api/gen/graphql'
import { paths } from '@/app/paths'

export type Explained = NonNullable<ExplainRefusalQuery['workspace']>['explainRefusal']

// settingLink leads to the setting that would let a refused request through; null where there is
// none in this workspace.
export function settingLink(slug: string, { setting, apiKey, clientIp }: Explained): { label: string; href: string } | null {
  const onKey = (label: string, doing: string) => (apiKey ? { label, href: `${paths.key(slug, apiKey.id)}?do=${doing}` } : null)
  switch (setting) {
    case 'SCOPE':
      return onKey('Change the scope', 'edit')
    case 'DAY_OF_EXPIRE':
      return onKey('Choose a later day', 'edit')
    case 'DISABLED':
      return apiKey?.status === 'DISABLED' ? onKey('Enable the key', 'toggle') : null
    case 'ROTATION':
      return apiKey?.status === 'REVOKED' ? null : onKey('Rotate the key', 'rotate')
    case 'REVOCATION':
      return { label: 'Create a new key', href: paths.newKey(slug) }
    case 'IP_ALLOWLIST':
      return { label: clientIp ? 'Add this address' : 'Open IP Whitelisting', href: `${paths.allowlist(slug)}${clientIp ? `?add=${encodeURIComponent(clientIp)}` : ''}` }
    default:
      return null
  }
}
