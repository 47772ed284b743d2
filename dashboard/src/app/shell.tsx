import { lazy, type ReactNode, Suspense, useEffect, useMemo } from 'react'
import { Live } from '@/api/live'
import { Missing } from '@/parts/missing'
import { Loading } from '@/parts/states'
import { Frame } from './frame'
import { rememberSlug } from './last'
import { usePerson } from './person'
import { Sections } from './sections'
import { Switcher } from './switcher'
import { type Place, PlaceContext } from './workspace'

const Inside = lazy(() => import('@/screens/support/inside'))
const Visitors = lazy(() => import('@/screens/support/visitors'))

interface Props {
  slug: string
  children: ReactNode
}

// Shell is the frame of a workspace's screens, for its members; support staff see them from inside a session.
export function Shell({ slug, children }: Props) {
  const { memberships, isStaff } = usePerson()
  const membership = memberships.find((m) => m.workspace.slug === slug)
  useEffect(() => {
    if (membership) rememberSlug(slug)
  }, [slug, membership])
  const place = useMemo(() => membership && { ...membership.workspace, role: membership.role }, [membership])
  if (place) {
    return (
      <Around place={place} above={<Visitors />}>
        {children}
      </Around>
    )
  }
  if (!isStaff) return <Missing what={`There is no workspace “${slug}”, or you do not belong to it.`} />
  return (
    <Suspense fallback={<Loading full />}>
      <Inside key={slug} slug={slug}>
        {children}
      </Inside>
    </Suspense>
  )
}

interface AroundProps {
  place: Place
  above: ReactNode // what is to be seen on all of its screens
  children: ReactNode
}

// Around is what the screens of a workspace have around them. They follow its changes.
export function Around({ place, above, children }: AroundProps) {
  return (
    <PlaceContext value={place}>
      <Live workspaceId={place.id}>
        <Frame label="Settings" where={<Switcher />} sections={<Sections />} live>
          <Suspense>{above}</Suspense>
          {children}
        </Frame>
      </Live>
    </PlaceContext>
  )
}
