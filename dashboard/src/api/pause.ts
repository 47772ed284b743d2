const [shortestMs, longestMs] = [1_000, 16_000]

// waitMs is how long to wait before the next attempt after so many that failed in a row: a second at first, and up to
// twice as long as that by chance, so that not all screens come back at once.
export function waitMs(failed: number, chance = Math.random()): number {
  return Math.min(shortestMs * 2 ** failed, longestMs) * (1 + chance)
}

// pause waits. It ends sooner when signal does, and when the browser has found its network again.
export function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((done) => {
    const go = () => {
      clearTimeout(waited)
      removeEventListener('online', go)
      signal.removeEventListener('abort', go)
      done()
    }
    const waited = setTimeout(go, ms)
    addEventListener('online', go)
    signal.addEventListener('abort', go)
  })
}
