import { Button, Code, Stack, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import type { RefusalReason } from '@/api/gen/graphql'
import { paths } from '@/app/paths'
import { useWorkspace } from '@/app/workspace'
import { Facts } from '@/parts/facts'
import { Ago, Moment } from '@/parts/moment'
import { Panel } from '@/parts/panel'
import { scopes } from '../words'
import { type Explained, settingLink } from './setting'

const titles: Record<RefusalReason, string> = {
  NO_CREDENTIALS: 'No key was sent',
  MALFORMED: 'What was sent is no key',
  UNKNOWN: 'Nobody here has this key',
  GUESSING: 'Too many unknown keys',
  SUPERSEDED: 'The secret has been replaced',
  REVOKED: 'The key is revoked',
  DISABLED: 'The key was disabled',
  EXPIRED: 'The key had expired',
  OTHER_HOST: 'It went to another workspace’s host',
  SUSPENDED: 'The workspace was suspended',
  WRONG_ADDRESS: 'The address is not on the list',
  NO_ADDRESS: 'The address is unknown',
  WRONG_SCOPE: 'The scope does not allow it',
  CONDITIONAL: 'The scope does not allow the condition',
  KEY_LIMIT: 'Too many requests with the key',
  WORKSPACE_LIMIT: 'Too many requests of the workspace',
}

// Explanation says why a request was refused, and leads to the setting that would change it.
export function Explanation({ of }: { of: Explained }) {
  const { slug } = useWorkspace()
  const link = settingLink(slug, of)
  const facts: [string, ReactNode][] = [
    ['When', <span key="w"><Moment at={of.at} />, <Ago at={of.at} /></span>],
    ['Key', of.apiKey ? <Link key="k" href={paths.key(slug, of.apiKey.id)}>{of.apiKey.name}</Link> : 'None that is known'],
    ['Operation', of.operation ?? 'Refused before it was known'],
    ['Address', of.clientIp ?? 'Could not be established'],
  ]
  if (of.scope) facts.push(['Scope', scopes[of.scope].label])
  if (of.accessNeeded) facts.push(['Access that it needed', of.accessNeeded.toLowerCase()])
  facts.push(['Request id', <Code key="r">{of.requestId}</Code>])
  return (
    <Panel
      title={titles[of.reason]}
      actions={
        link && (
          <Button component={Link} href={link.href}>
            {link.label}
          </Button>
        )
      }
    >
      <Stack>
        <Text size="sm" maw={720}>
          {of.sentence}
        </Text>
        <Facts facts={facts} />
      </Stack>
    </Panel>
  )
}
