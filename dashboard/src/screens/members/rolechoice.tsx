import { Radio, Stack } from '@mantine/core'
import type { Role } from '@/api/gen/graphql'
import { roleAbout, roleNames, roles } from '@/app/roles'
import { useHands } from './usehands'

interface Props {
  value: Role
  onChange: (role: Role) => void
  error?: string
}

// RoleChoice is the choice of a role. One that the person may not give is shown, and says why.
export function RoleChoice({ value, onChange, error }: Props) {
  const may = useHands()
  return (
    <Radio.Group label="Role" value={value} onChange={(role) => onChange(role as Role)} error={error}>
      <Stack gap="sm" mt={8}>
        {roles.map((role) => (
          <Radio
            key={role}
            value={role}
            label={roleNames[role]}
            description={may(role) ? roleAbout[role] : `${roleAbout[role]} Only owners make owners.`}
            disabled={!may(role)}
          />
        ))}
      </Stack>
    </Radio.Group>
  )
}
