import { useCallback, useEffect, useState } from 'react'
import { useLocation, useSearch } from 'wouter'

const restMs = 150

// useInAddress is what a list is narrowed to, which the address has too, without a new entry in the browser's history.
// What is typed is written there as soon as the typing rests: browsers are busy with each new address, and refuse many.
// What is chosen is written at once, with what was typed before it.
export function useInAddress<N extends { search: string }>(fromQuery: (query: URLSearchParams) => N, toQuery: (narrowing: N) => string) {
  const [location, navigate] = useLocation()
  const query = useSearch()
  const [narrowing, setNarrowing] = useState(() => fromQuery(new URLSearchParams(query)))
  const change = useCallback((part: Partial<N>) => setNarrowing((before) => ({ ...before, ...part })), [])
  const text = toQuery(narrowing)
  useEffect(() => {
    const written = new URLSearchParams(query)
    if (text === written.toString()) return
    const write = () => navigate(text ? `${location}?${text}` : location, { replace: true })
    const typedAlone = toQuery({ ...narrowing, search: fromQuery(written).search }) === written.toString()
    if (!typedAlone) return write()
    const rested = setTimeout(write, restMs)
    return () => clearTimeout(rested)
  }, [text, narrowing, query, location, navigate, fromQuery, toQuery])
  return { narrowing, change }
}
