import { useCallback, useState } from 'react'
import { useLocation, useSearch } from 'wouter'
import { fromQuery, type Narrowing, toQuery } from './filter'

// useFilter is the list's narrowing. What is typed is shown at once, and written into the address
// without a new entry in the browser's history.
export function useFilter() {
  const [location, navigate] = useLocation()
  const query = useSearch()
  const [narrowing, setNarrowing] = useState(() => fromQuery(new URLSearchParams(query)))
  const change = useCallback(
    (part: Partial<Narrowing>) => {
      const next = { ...narrowing, ...part }
      setNarrowing(next)
      const text = toQuery(next)
      navigate(text ? `${location}?${text}` : location, { replace: true })
    },
    [location, narrowing, navigate],
  )
  return { narrowing, change }
}
