import { Button, Stack } from '@mantine/core'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { DoorHead } from '@/parts/door'

interface Props {
  title: string
  children: ReactNode // what to do
  href?: string // where that is done
  label?: string
}

// Words are a page of a link that has nothing to fill in: what has come of it, and where to go on.
export function Words({ title, children, href = '/', label = 'Go to the settings' }: Props) {
  return (
    <Stack>
      <DoorHead title={title}>{children}</DoorHead>
      <Button component={Link} href={href} fullWidth>
        {label}
      </Button>
    </Stack>
  )
}
