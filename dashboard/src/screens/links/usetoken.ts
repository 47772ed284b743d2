import { useEffect, useState } from 'react'

// useToken is what stands behind the # of the link that was followed; null when nothing does. It is taken out
// of the address, and with that out of the browser's history, as soon as it was read: then it is in memory alone.
// Another link that is followed on the same page takes its place.
export function useToken(): string | null {
  const [token, setToken] = useState(inAddress)
  useEffect(() => {
    const take = () => {
      const found = inAddress()
      if (!found) return
      history.replaceState(history.state, '', location.pathname + location.search)
      setToken(found)
    }
    take()
    addEventListener('hashchange', take)
    return () => removeEventListener('hashchange', take)
  }, [])
  return token
}

const inAddress = (): string | null => location.hash.slice(1) || null
