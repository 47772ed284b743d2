import { useCallback } from 'react'
import { useLocation, useSearch } from 'wouter'
import { fromQuery, type Narrowing, toQuery } from './filter'

// useNarrowing is what the log is narrowed to, as the address says. Each change is a step in the
// browser's history, so that going back widens the log again.
export function useNarrowing() {
  const [location, navigate] = useLocation()
  const query = useSearch()
  const narrowing = fromQuery(new URLSearchParams(query))
  const narrow = useCallback(
    (part: Partial<Narrowing>) => {
      const text = toQuery({ ...fromQuery(new URLSearchParams(query)), ...part })
      navigate(text ? `${location}?${text}` : location)
    },
    [location, query, navigate],
  )
  return { narrowing, narrow }
}
