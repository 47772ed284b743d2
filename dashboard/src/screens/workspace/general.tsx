import { Button, Group, Stack, Text, TextInput } from '@mantine/core'
import type { FormEvent } from 'react'
import type { WorkspaceFullFragment } from '@/api/gen/graphql'
import { useWorkspace } from '@/app/workspace'
import { useFields } from '@/parts/fields'
import { Notice } from '@/parts/notice'
import { Panel } from '@/parts/panel'
import { tell } from '@/parts/toast'
import { spreadText } from '@/screens/publicapi/propagation'
import { Conflict } from './conflict'
import { AskImpact } from './impact'
import { useEdited } from './useedited'
import { useUpdate } from './useupdate'
import { Zone } from './zone'

// General is the workspace's name and time zone.
export function General({ workspace }: { workspace: WorkspaceFullFragment }) {
  const { can } = useWorkspace()
  const may = can('WORKSPACE_WRITE')
  const form = useEdited(workspace)
  return (
    <Panel title="Name and time zone" about={may ? undefined : 'Only admins and owners of this workspace change these.'}>
      <Form key={form.edited.version} workspace={form.edited} may={may} {...form} />
    </Panel>
  )
}

interface Props extends Omit<ReturnType<typeof useEdited>, 'edited'> {
  workspace: WorkspaceFullFragment
  may: boolean
}

function Form({ workspace, may, touch, take, newer }: Props) {
  const { values, set, setErrors, of, rest } = useFields({ name: workspace.name, timeZone: workspace.timeZone })
  const moved = values.timeZone !== workspace.timeZone
  const changed = moved || values.name !== workspace.name
  const update = useUpdate({
    wrong: setErrors,
    done: (updated) => {
      tell(moved ? spreadText('Saved. The time zone holds everywhere', updated.propagation) : 'Saved.')
      take(updated.workspace)
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void update.send({
      workspaceId: workspace.id,
      expectedVersion: workspace.version,
      ...(values.name !== workspace.name && { name: values.name }),
      ...(moved && { timeZone: values.timeZone }),
    })
  }
  const conflict = rest.some((error) => error.code === 'CONFLICT')
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="lg" maw={560}>
        <TextInput
          label="Name"
          description="As people read it."
          required={may}
          disabled={!may}
          maxLength={100}
          value={values.name}
          onChange={(event) => {
            touch()
            set('name', event.currentTarget.value)
          }}
          error={of('name')}
        />
        <Zone
          value={values.timeZone}
          saved={workspace.timeZone}
          disabled={!may}
          onChange={(zone) => {
            touch()
            set('timeZone', zone)
          }}
          error={of('timeZone')}
        />
        {moved && (
          <Notice tone="info">
            The days of expire of all keys then end at midnight in {values.timeZone}. If that stops keys, or lets expired ones work again, you
            see which before anything changes.
          </Notice>
        )}
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
            <Button type="submit" loading={update.busy} disabled={!changed}>
              Save
            </Button>
            {!changed && (
              <Text size="sm" c="dimmed">
                Nothing to save.
              </Text>
            )}
          </Group>
        )}
      </Stack>
      {update.asking && <AskImpact impact={update.asking} title={`Change the time zone to ${values.timeZone}?`} busy={update.busy} confirm={update.confirm} dismiss={update.dismiss} />}
    </form>
  )
}
