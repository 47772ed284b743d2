import type { TypedDocumentString } from './gen/graphql'

// The server shows every 15 s that a stream lives; one that is silent for longer has been lost on the way.
const silentMs = 40_000

interface Told<R> {
  data?: R | null
  errors?: { extensions?: { code?: string } }[]
}

interface Listener<R> {
  signal: AbortSignal // ends it
  open: () => void // the stream has begun
  each: (data: R) => void
}

// listen asks with a subscription until its stream ends, for whatever reason. It resolves to the code of the error
// that ended it, or null when there was none: then it may well begin anew.
export async function listen<R, V>(document: TypedDocumentString<R, V>, variables: V, { signal, open, each }: Listener<R>): Promise<string | null> {
  const silence = new AbortController()
  let silent = setTimeout(() => silence.abort(), silentMs)
  try {
    const response = await fetch('/graphql', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Accept: 'text/event-stream' },
      credentials: 'same-origin',
      body: JSON.stringify({ query: document.toString(), variables }),
      signal: AbortSignal.any([signal, silence.signal]),
    })
    if (!response.ok || !response.body) return codeOf((await response.json()) as Told<R>)
    let opened = false
    let rest = ''
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      clearTimeout(silent)
      silent = setTimeout(() => silence.abort(), silentMs)
      const events = (rest + part.value).split('\n\n')
      rest = events.pop() ?? ''
      for (const event of events) {
        const told = nextOf<R>(event)
        const code = told && codeOf(told)
        if (code) return code
        if (!opened) open()
        opened = true
        if (told?.data) each(told.data)
      }
    }
  } catch {
    // The connection has gone, or signal has ended it.
  } finally {
    clearTimeout(silent)
    silence.abort()
  }
  return null
}

const codeOf = (told: Told<unknown>): string | null => told.errors?.[0]?.extensions?.code ?? null

// nextOf is what an event tells. Comments, which show that the stream lives, and the event of its end tell nothing.
export function nextOf<R>(event: string): Told<R> | null {
  const lines = event.split('\n')
  if (!lines.includes('event: next')) return null
  const data = lines.filter((line) => line.startsWith('data:')).map((line) => line.slice('data:'.length).trim())
  return JSON.parse(data.join('\n')) as Told<R>
}
