import type { Permission } from '@/api/gen/graphql'
import type { IconName } from '@/parts/icon'
import { paths } from './paths'

export interface Destination {
  label: string
  icon: IconName
  path: (slug: string) => string
  needs: Permission // who lacks it does not see the line
}

export interface Section {
  label: string
  destinations: Destination[]
}

// The settings as the navigation shows them, in order.
export const navigation: Section[] = [
  {
    label: 'API & Integrations',
    destinations: [{ label: 'Public API', icon: 'code', path: paths.publicApi, needs: 'API_KEYS_READ' }],
  },
  {
    label: 'Workspace',
    destinations: [
      { label: 'General', icon: 'building', path: paths.workspace, needs: 'WORKSPACE_READ' },
      { label: 'Members', icon: 'people', path: paths.members, needs: 'WORKSPACE_READ' },
      { label: 'Security', icon: 'shield', path: paths.security, needs: 'WORKSPACE_READ' },
      { label: 'Audit log', icon: 'list', path: paths.audit, needs: 'AUDIT_READ' },
    ],
  },
]
