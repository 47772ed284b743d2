import { Button, Code, Stack, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { paths } from '@/app/paths'
import { useWorkspace } from '@/app/workspace'
import { Facts } from '@/parts/facts'
import { Ago, Moment } from '@/parts/moment'
import { Panel } from '@/parts/panel'
import { accesses, refusals, scopes } from '../words'
import { type Explained, settingLink } from './setting'

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
  if (of.accessNeeded) facts.push(['Access needed', accesses[of.accessNeeded]])
  facts.push(['Request id', <Code key="r" data-long>{of.requestId}</Code>])
  return (
    <Panel
      title={refusals[of.reason]}
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
