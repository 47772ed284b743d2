import type { ReactNode } from 'react'
import { Page } from '@/parts/page'
import { Tabs } from './tabs'

// Frame is what the screens of the public API have in common.
export function Frame({ children, actions }: { children: ReactNode; actions?: ReactNode }) {
  return (
    <Page
      title="Public API"
      above="API & Integrations"
      about="Keys let your programs use this workspace’s data over the REST API. Give each program a key of its own, so that you can see what it does and end it alone."
      actions={actions}
    >
      <Tabs />
      {children}
    </Page>
  )
}
