import { Button, Group, Stack, Text } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { KeysImpactFragment, WorkspaceFullFragment } from '@/api/gen/graphql'
import { useWorkspace } from '@/app/workspace'
import { useFields } from '@/parts/fields'
import { Notice } from '@/parts/notice'
import { Panel } from '@/parts/panel'
import { tell } from '@/parts/toast'
import { Conflict } from '@/screens/workspace/conflict'
import { Affected, AskImpact, expires } from '@/screens/workspace/impact'
import { useEdited } from '@/screens/workspace/useedited'
import { useUpdate } from '@/screens/workspace/useupdate'
import { type Days, DaysField, daysOf } from './days'

// KeyPolicy is what the workspace demands of its keys.
export function KeyPolicy({ workspace }: { workspace: WorkspaceFullFragment }) {
  const { can } = useWorkspace()
  const may = can('KEY_POLICY_WRITE')
  const form = useEdited(workspace)
  const [outlive, setOutlive] = useState<KeysImpactFragment | null>(null)
  return (
    <Panel title="Key policy" about={may ? 'What this workspace demands of all of its API keys.' : 'What this workspace demands of all of its API keys. Only owners change it.'}>
      <Stack gap="lg">
        {outlive && outlive.outlive.length > 0 && (
          <Notice tone="warn" title="Some keys live longer than that" action={dismiss(() => setOutlive(null))}>
            <Affected
              keys={outlive.outlive}
              more={outlive.moreOutlive}
              says={(count) => `${count} from before the change ${count === 'One key' ? 'goes' : 'go'} on as before. Choose an earlier day for each, or revoke it.`}
              fact={expires}
            />
          </Notice>
        )}
        <Form key={form.edited.version} workspace={form.edited} may={may} saved={setOutlive} {...form} />
      </Stack>
    </Panel>
  )
}

const dismiss = (close: () => void) => (
  <Button size="xs" variant="default" onClick={close}>
    Close
  </Button>
)

interface Values {
  longestLifetimeDays: Days
  disableUnusedAfterDays: Days
}

interface Props extends Omit<ReturnType<typeof useEdited>, 'edited'> {
  workspace: WorkspaceFullFragment
  may: boolean
  saved: (impact: KeysImpactFragment | null) => void
}

function Form({ workspace, may, saved, touch, take, newer }: Props) {
  const { values, set, setErrors, of, rest } = useFields<Values>({ longestLifetimeDays: workspace.longestLifetimeDays, disableUnusedAfterDays: workspace.disableUnusedAfterDays })
  const longer = values.longestLifetimeDays !== workspace.longestLifetimeDays
  const unused = values.disableUnusedAfterDays !== workspace.disableUnusedAfterDays
  const update = useUpdate({
    wrong: setErrors,
    done: (updated) => {
      tell('Saved. The key policy holds from now on.')
      saved(updated.impact)
      take(updated.workspace)
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void update.send({
      workspaceId: workspace.id,
      expectedVersion: workspace.version,
      ...(longer && { longestLifetimeDays: daysOf(values.longestLifetimeDays) }),
      ...(unused && { disableUnusedAfterDays: daysOf(values.disableUnusedAfterDays) }),
    })
  }
  const change = (name: keyof Values) => (days: Days) => {
    touch()
    set(name, days)
  }
  const conflict = rest.some((error) => error.code === 'CONFLICT')
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="lg" maw={620}>
        <DaysField
          label="Every key has a day of expire"
          about="New and edited keys must end within this time. Keys that never expire are refused then. Those there are now go on."
          count="At most, from the edit on"
          value={values.longestLifetimeDays}
          usual={365}
          onChange={change('longestLifetimeDays')}
          disabled={!may}
          error={of('longestLifetimeDays')}
        />
        <DaysField
          label="Disable unused keys"
          about="A key that nobody has used for so long is disabled, with a day of grace. You can enable it again."
          count="After so long without use"
          value={values.disableUnusedAfterDays}
          usual={90}
          onChange={change('disableUnusedAfterDays')}
          disabled={!may}
          error={of('disableUnusedAfterDays')}
        />
        {unused && values.disableUnusedAfterDays !== null && <Notice tone="info">If that disables keys right away, you see which before anything changes.</Notice>}
        {conflict && <Conflict load={newer} />}
        {rest
          .filter((error) => error.code !== 'CONFLICT')
          .map((error) => (
            <Notice key={error.message} tone="bad">
              {error.message}
            </Notice>
          ))}
        {may && (
          <Group gap="sm">
            <Button type="submit" loading={update.busy} disabled={!longer && !unused}>
              Save
            </Button>
            {!longer && !unused && (
              <Text size="sm" c="dimmed">
                Nothing to save.
              </Text>
            )}
          </Group>
        )}
      </Stack>
      {update.asking && <AskImpact impact={update.asking} title="Disable unused keys?" busy={update.busy} confirm={update.confirm} dismiss={update.dismiss} />}
    </form>
  )
}
