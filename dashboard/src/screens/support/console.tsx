import { Stack } from '@mantine/core'
import { MySupportSessionsDocument } from '@/api/gen/graphql'
import { useAsk } from '@/api/use'
import { Frame } from '@/app/frame'
import { usePerson } from '@/app/person'
import { Missing } from '@/parts/missing'
import { Page } from '@/parts/page'
import { Broken, Loading } from '@/parts/states'
import { Find } from './find'
import { Mine } from './mine'
import { Places } from './places'

// Console is where support staff find the workspaces that need them, and begin to look into one. Nobody else is
// told that it is there.
export default function Console() {
  const { isStaff } = usePerson()
  return isStaff ? <Desk /> : <Missing />
}

function Desk() {
  const asked = useAsk(MySupportSessionsDocument, {}, { everyMs: 5_000 })
  const sessions = asked.data?.support?.sessions
  return (
    <Frame label="Support" sections={<Places sessions={sessions ?? []} />}>
      <Page
        title="Support console"
        above="Support"
        about="Find the workspace that needs you. From outside you see names and counts; to look into it, start a session for a reason that its people read."
      >
        {sessions ? (
          <Stack gap="md">
            {sessions.length > 0 && <Mine sessions={sessions} />}
            <Find sessions={sessions} />
          </Stack>
        ) : asked.isError ? (
          <Broken failure={asked.error} again={() => void asked.refetch()} />
        ) : (
          <Loading />
        )}
      </Page>
    </Frame>
  )
}
