import { Stack, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useLocation } from 'wouter'
import { CreateWorkspaceDocument } from '@/api/gen/graphql'
import { useChange } from '@/api/use'
import { paths } from '@/app/paths'
import { useEnter } from '@/app/useenter'
import { Door, DoorHead } from '@/parts/door'
import { newAttempt, useFields } from '@/parts/fields'
import { FormEnd } from '@/parts/formend'
import { viewerZone } from '@/parts/time'
import { slugOf } from './slug'
import { Zone } from './zone'

// Found is for whoever begins a workspace, whose owner they become.
export default function Found() {
  return (
    <Door>
      <Form />
    </Door>
  )
}

function Form() {
  const { values, set, setErrors, of, rest } = useFields({ name: '', slug: '', timeZone: viewerZone() })
  const [chosen, choose] = useState(false) // the slug, which follows the name until then
  const create = useChange(CreateWorkspaceDocument, (data) => data.createWorkspace)
  const [attempt] = useState(newAttempt)
  const [, navigate] = useLocation()
  const enter = useEnter()
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    // Slugs are unique: the same one is the same attempt.
    const payload = await create.run({ input: { ...values, idempotencyKey: `${attempt}-${values.slug}` } })
    if (!payload) return
    setErrors(payload.userErrors)
    if (payload.workspace) {
      await enter()
      navigate(paths.publicApi(payload.workspace.slug), { replace: true })
    }
  }
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="lg">
        <DoorHead title="New workspace" still>
          You become its owner. Its keys, members and data are nobody else’s.
        </DoorHead>
        <TextInput
          label="Name"
          description="As people read it."
          autoFocus
          required
          maxLength={100}
          value={values.name}
          onChange={(event) => {
            set('name', event.currentTarget.value)
            if (!chosen) set('slug', slugOf(event.currentTarget.value))
          }}
          error={of('name')}
        />
        <TextInput
          label="Slug"
          description="Stands in addresses, and stays as it is: small letters, digits and hyphens."
          required
          maxLength={40}
          value={values.slug}
          onChange={(event) => {
            choose(true)
            set('slug', event.currentTarget.value)
          }}
          error={of('slug')}
        />
        <Zone value={values.timeZone} saved={values.timeZone} disabled={false} onChange={(zone) => set('timeZone', zone)} error={of('timeZone')} />
        <FormEnd rest={rest} cancel={() => history.back()} label="Create" busy={create.busy} />
      </Stack>
    </form>
  )
}
