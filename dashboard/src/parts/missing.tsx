import { Button } from '@mantine/core'
import { use } from 'react'
import { Link } from 'wouter'
import { PlaceContext } from '@/app/workspace'
import { Door } from './door'
import { Empty } from './states'

// Missing stands where an address leads nowhere: within a workspace's screens, or alone.
export function Missing({ what = 'This address leads to no page. It may be mistyped, or what was here is gone.' }: { what?: string }) {
  const within = use(PlaceContext) !== null
  const words = (
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
  return within ? words : <Door>{words}</Door>
}
