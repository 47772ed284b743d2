import { Stack, Text, TextInput } from '@mantine/core'
import type { FormEvent } from 'react'
import { ConfirmTotpDocument } from '@/api/gen/graphql'
import { useChange } from '@/api/use'
import { CopyField } from '@/parts/copyfield'
import { Dialog } from '@/parts/dialog'
import { useFields } from '@/parts/fields'
import { FormEnd } from '@/parts/formend'
import { Qr } from './qr'
import classes from './account.module.css'

export interface Enrollment {
  secret: string
  uri: string
}

interface Props {
  enrollment: Enrollment
  done: (recoveryCodes: string[]) => void
  close: () => void
}

// EnrollDialog gives the secret to an authenticator app, and takes a code of it as the proof.
export function EnrollDialog({ enrollment, done, close }: Props) {
  const { values, set, setErrors, of, rest } = useFields({ code: '' })
  const confirm = useChange(ConfirmTotpDocument, (data) => data.confirmTotpEnrollment)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const payload = await confirm.run({ input: { code: values.code.replace(/\s/g, '') } })
    if (!payload) return
    setErrors(payload.userErrors)
    if (payload.recoveryCodes) done(payload.recoveryCodes)
  }
  const wrong = of('code') ?? rest.find((error) => error.code === 'SECOND_FACTOR_WRONG')?.message
  return (
    <Dialog opened onClose={close} closeOnClickOutside={false} title="Add an authenticator app" size="lg">
      <form onSubmit={submit}>
        <Stack>
          <div className={classes.enroll}>
            <Qr text={enrollment.uri} label="QR code for the authenticator app. The same secret is beside it as text." />
            <Stack className={classes.beside} gap="sm">
              <Text size="sm">Scan this with an authenticator app, such as the one in your password manager.</Text>
              <CopyField label="Or type this secret into it" text={enrollment.secret} />
            </Stack>
          </div>
          <TextInput
            label="Code"
            description="The six digits that the app shows now. From then on you are asked for one when you sign in, and your other sessions end."
            autoComplete="one-time-code"
            inputMode="numeric"
            maxLength={10}
            required
            data-autofocus
            value={values.code}
            onChange={(event) => set('code', event.currentTarget.value)}
            error={wrong}
          />
          <FormEnd rest={rest.filter((error) => error.message !== wrong)} cancel={close} label="Turn it on" busy={confirm.busy} />
        </Stack>
      </form>
    </Dialog>
  )
}
