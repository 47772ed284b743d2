import { Failure } from './failure'
import type { TypedDocumentString } from './gen/graphql'

// deadlineMs is above the server's own of 10 s, so that it is the server that says what happened.
const deadlineMs = 15_000

interface Answer<R> {
  data?: R | null
  errors?: { message: string; extensions?: { code?: string; requestId?: string; field?: string[] } }[]
}

// ask sends one operation and returns its data. It throws a Failure, or an AbortError when
// signal ended it. Partial data with an error is a Failure, too.
export async function ask<R, V>(document: TypedDocumentString<R, V>, variables: V, signal?: AbortSignal): Promise<R> {
  const response = await send(document.toString(), variables, signal)
  const requestId = response.headers.get('X-Request-Id')
  const answer = await read<R>(response, requestId)
  const error = answer.errors?.[0]
  if (error) {
    throw new Failure(error.extensions?.code ?? 'INTERNAL', error.message, error.extensions?.requestId ?? requestId, error.extensions?.field)
  }
  if (!answer.data) throw new Failure('INTERNAL', 'The server answered without data.', requestId)
  return answer.data
}

async function send(query: string, variables: unknown, signal?: AbortSignal): Promise<Response> {
  const ends = [AbortSignal.timeout(deadlineMs), ...(signal ? [signal] : [])]
  try {
    return await fetch('/graphql', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Accept: 'application/graphql-response+json' },
      credentials: 'same-origin',
      body: JSON.stringify({ query, variables }),
      signal: AbortSignal.any(ends),
    })
  } catch (thrown) {
    if (signal?.aborted) throw thrown
    throw new Failure('NETWORK', 'The server could not be reached. Check your connection, then try again.', null)
  }
}

async function read<R>(response: Response, requestId: string | null): Promise<Answer<R>> {
  try {
    return (await response.json()) as Answer<R>
  } catch {
    throw new Failure('UNAVAILABLE', 'The server gave no usable answer. Try again in a moment.', requestId)
  }
}
