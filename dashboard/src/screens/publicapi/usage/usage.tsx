import { Stack } from '@mantine/core'
import { Frame } from '../frame'
import { UsagePanels } from './panels'

// Usage is what all keys of the workspace did, and what was refused.
export default function Usage() {
  return (
    <Frame>
      <Stack gap="md">
        <UsagePanels id={null} />
      </Stack>
    </Frame>
  )
}
