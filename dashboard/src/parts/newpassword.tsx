import { PasswordInput } from '@mantine/core'

interface Props {
  label: string
  shortest: number // characters
  value: string
  onChange: (value: string) => void
  error?: string
}

// NewPassword is a field for a password that is being chosen.
export function NewPassword({ label, shortest, value, onChange, error }: Props) {
  return (
    <PasswordInput
      label={label}
      description={`At least ${shortest} characters: several words are easy to remember and hard to guess.`}
      autoComplete="new-password"
      required
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      error={error}
    />
  )
}
