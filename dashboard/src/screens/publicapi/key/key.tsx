import { Button, Code, Stack } from '@mantine/core'
import { useState } from 'react'
import { Link, useLocation, useSearch } from 'wouter'
import { ApiKeyDocument, type KeyFullFragment } from '@/api/gen/graphql'
import { useAsk } from '@/api/use'
import { paths } from '@/app/paths'
import { useWorkspace } from '@/app/workspace'
import { Icon } from '@/parts/icon'
import { Missing } from '@/parts/missing'
import { Page } from '@/parts/page'
import { Panel } from '@/parts/panel'
import { Broken, Loading } from '@/parts/states'
import { Tag } from '@/parts/tag'
import { SecretDialog } from '../secret/secretdialog'
import { UsagePanels } from '../usage/panels'
import { statuses } from '../words'
import { Actions, type Doing } from './actions'
import { EditDialog } from './edit'
import { KeyFacts } from './facts'
import { Hints } from './hints'
import { RevokeDialog } from './revoke'
import { RotateDialog } from './rotate'
import { RotationPanel } from './rotation'
import { ToggleDialog } from './toggle'

const liveMs = 3_000
const calmMs = 15_000

// Key is one key: what it is, what it does, and what can be done with it.
export default function Key({ id }: { id: string }) {
  const workspace = useWorkspace()
  const [rotating, setRotating] = useState(false)
  const asked = useAsk(ApiKeyDocument, { workspace: workspace.id, id }, { everyMs: rotating ? liveMs : calmMs })
  const found = asked.data?.workspace
  const key = found?.apiKey
  if (Boolean(key?.rotation) !== rotating) setRotating(Boolean(key?.rotation))
  if (!found) return asked.isError ? <Broken failure={asked.error} again={() => void asked.refetch()} /> : <Loading />
  if (!key) return <Missing what="There is no key with this id in this workspace." />
  return <Shown apiKey={key} apiUrl={found.apiUrl} longest={found.longestLifetimeDays} />
}

interface Props {
  apiKey: KeyFullFragment
  apiUrl: string | null
  longest: number | null
}

function Shown({ apiKey, apiUrl, longest }: Props) {
  const workspace = useWorkspace()
  const mayWrite = workspace.can('API_KEYS_WRITE') && apiKey.status !== 'REVOKED'
  const { doing, setDoing } = useDoing(mayWrite)
  const [secret, setSecret] = useState<string | null>(null)
  const stop = () => setDoing(null)
  const status = statuses[apiKey.status]
  return (
    <Page
      title={apiKey.name}
      above={{ label: 'API keys', href: paths.publicApi(workspace.slug) }}
      beside={
        <>
          <Tag tone={status.tone}>{status.label}</Tag>
          <Code>{apiKey.hint}</Code>
        </>
      }
      actions={mayWrite && <Actions apiKey={apiKey} start={setDoing} />}
    >
      <Stack gap="md">
        <Hints apiKey={apiKey} start={mayWrite ? setDoing : undefined} />
        {apiKey.rotation && <RotationPanel apiKey={apiKey} rotation={apiKey.rotation} mayWrite={mayWrite} />}
        <Panel
          title="Details"
          actions={
            workspace.can('AUDIT_READ') && (
              <Button component={Link} href={paths.auditOf(workspace.slug, apiKey.id)} size="xs" variant="default" leftSection={<Icon name="list" size={14} />}>
                Its audit events
              </Button>
            )
          }
        >
          <KeyFacts apiKey={apiKey} />
        </Panel>
        <UsagePanels id={apiKey.id} />
      </Stack>
      {doing === 'edit' && <EditDialog apiKey={apiKey} longest={longest} close={stop} />}
      {doing === 'rotate' && <RotateDialog apiKey={apiKey} close={stop} done={setSecret} />}
      {doing === 'toggle' && <ToggleDialog apiKey={apiKey} close={stop} />}
      {(doing === 'revoke' || doing === 'revoked') && <RevokeDialog apiKey={apiKey} done={() => setDoing('revoked')} close={stop} />}
      {secret && (
        <SecretDialog title="The new secret" name={apiKey.name} scope={apiKey.scope} secret={secret} apiUrl={apiUrl} close={() => setSecret(null)} />
      )}
    </Page>
  )
}

// useDoing is which dialog is open. A link may open one: ?do=edit.
function useDoing(mayWrite: boolean) {
  const [location, navigate] = useLocation()
  const asked = new URLSearchParams(useSearch()).get('do')
  const linked = mayWrite && (asked === 'edit' || asked === 'rotate' || asked === 'toggle' || asked === 'revoke') ? asked : null
  const [doing, setDoing] = useState<Doing | null>(linked)
  return {
    doing,
    setDoing: (next: Doing | null) => {
      if (asked) navigate(location, { replace: true })
      setDoing(next)
    },
  }
}
