import { useCallback, useEffect, useState } from 'react'
import { useLocation, useSearch } from 'wouter'
import { fromQuery, type Narrowing, toQuery } from './filter'

const restMs = 150

// useFilter is the list's narrowing, which the address has too, without a new entry in the browser's history. What
// is typed is written there as soon as the typing rests: browsers are busy with each new address, and refuse many.
export function useFilter() {
  const [location, navigate] = useLocation()
  const query = useSearch()
  const [narrowing, setNarrowing] = useState(() => fromQuery(new URLSearchParams(query)))
  const change = useCallback((part: Partial<Narrowing>) => setNarrowing((before) => ({ ...before, ...part })), [])
  const text = toQuery(narrowing)
  useEffect(() => {
    const written = new URLSearchParams(query)
    if (text === written.toString()) return
    const write = () => navigate(text ? `${location}?${text}` : location, { replace: true })
    if (fromQuery(written).search === narrowing.search) return write()
    const rested = setTimeout(write, restMs)
    return () => clearTimeout(rested)
  }, [text, narrowing.search, query, location, navigate])
  return { narrowing, change }
}
