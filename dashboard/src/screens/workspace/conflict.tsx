import { Button } from '@mantine/core'
import { Notice } from '@/parts/notice'

interface Props {
  load?: () => void // once the newer version is there
}

// Conflict says that somebody else has saved first, and offers their version.
export function Conflict({ load }: Props) {
  return (
    <Notice
      tone="warn"
      title="Somebody has changed this workspace meanwhile"
      action={
        <Button size="xs" variant="default" onClick={load} disabled={!load}>
          Load the newer version
        </Button>
      }
    >
      Nothing was saved. Look at the newer version, and make your change there.
    </Notice>
  )
}
