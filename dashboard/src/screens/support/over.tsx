import { Button, Center } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useEffect } from 'react'
import { Link } from 'wouter'
import { keyOf } from '@/api/client'
import { MeDocument, type SupportLineFragment } from '@/api/gen/graphql'
import { paths } from '@/app/paths'
import { Empty } from '@/parts/states'
import { why } from './words'

const clocksDifferMs = 5_000

// Over stands where a session has ended. What was seen in it is forgotten.
export function Over({ session }: { session: SupportLineFragment }) {
  const client = useQueryClient()
  useEffect(() => client.removeQueries({ type: 'inactive', predicate: ({ queryKey }) => queryKey[0] !== keyOf(MeDocument, {})[0] }), [client])
  const ranOut = session.endsAt !== null && Date.parse(session.endsAt) - Date.now() < clocksDifferMs
  return (
    <Back title="Your support session is over">
      {ranOut ? 'Its time has run out.' : 'It was ended before its time, by you or by somebody of the workspace.'} You looked into {session.workspaceName} because of {why(session)}. To look again, start another
      session.
    </Back>
  )
}

// NoSession stands where staff have no session to look through.
export function NoSession({ slug }: { slug: string }) {
  return (
    <Back title="Not found">
      There is no workspace “{slug}” that you belong to, and no support session of yours runs in one of this name. If you asked for one, an owner may not have answered yet.
    </Back>
  )
}

function Back({ title, children }: { title: string; children: ReactNode }) {
  useEffect(() => {
    document.title = `${title} · Latchkey`
  }, [title])
  return (
    <Center mih="100dvh" component="main">
      <Empty
        title={title}
        action={
          <Button component={Link} href={paths.support} mt="xs">
            To the support console
          </Button>
        }
      >
        {children}
      </Empty>
    </Center>
  )
}
