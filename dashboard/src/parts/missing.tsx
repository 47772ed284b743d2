import { Button } from '@mantine/core'
import { Link } from 'wouter'
import { Empty } from './states'

// Missing stands where an address leads nowhere.
export function Missing({ what = 'This address leads to no page. It may be mistyped, or what was here is gone.' }: { what?: string }) {
  return (
    <Empty
      title="Not found"
      action={
        <Button component={Link} href="/" variant="default" mt="xs">
          Go to the settings
        </Button>
      }
    >
      {what}
    </Empty>
  )
}
