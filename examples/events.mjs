// Sends events of a few users, and then reads back what was recorded, page after page.
// It needs nothing but Node 20 or newer:
//
//   LATCHKEY_URL=http://localhost:8081 LATCHKEY_KEY=lk_… node examples/events.mjs
//
// The key needs the scope All: the script writes and reads.

const base = `${(process.env.LATCHKEY_URL ?? '').replace(/\/$/, '')}/api/public/`
const key = process.env.LATCHKEY_KEY
if (!process.env.LATCHKEY_URL || !key) {
  console.error('events.mjs: set LATCHKEY_URL and LATCHKEY_KEY')
  process.exit(1)
}

const attempts = 6

/** Calls the API and returns the decoded answer; an error carries the server's own words. */
async function call(method, url, body, attempt = 1) {
  const response = await fetch(new URL(url, base), {
    method,
    headers: { Authorization: `Token ${key}`, Accept: '*/*; version=2', 'Content-Type': 'application/json' },
    body: body && JSON.stringify(body),
    signal: AbortSignal.timeout(30_000),
  })
  if ((response.status === 429 || response.status === 503) && attempt < attempts) {
    const seconds = Number(response.headers.get('retry-after') ?? 1)
    await new Promise((done) => setTimeout(done, Math.min(seconds, 60) * 1000))
    return call(method, url, body, attempt + 1)
  }
  const text = await response.text()
  if (!response.ok) throw new Error(`${method} ${url} answered ${response.status}: ${text}`)
  return text && JSON.parse(text)
}

/** Yields every record of a list: each page says where the next one is. */
async function* all(url) {
  for (let next = url; next; ) {
    const page = await call('GET', next)
    yield* page.results
    next = page.next
  }
}

const people = ['ada', 'grace', 'edsger'].map((name) => ({ custom_id: `events-${name}`, first_name: name }))
for (const person of people) await call('POST', 'users/update_or_create/', person)

// Many events at once: one request, an answer for each.
const events = Array.from({ length: 120 }, (_, n) => ({
  user_custom_id: people[n % people.length].custom_id,
  name: n % 2 ? 'signed in' : 'read the news',
  timestamp: Math.floor(Date.now() / 1000) - n * 60,
  data: { page: `/news/${n}` },
}))
const { results } = await call('POST', 'events/batch/', { events })
const recorded = results.filter((result) => result.id).length
console.log(`recorded ${recorded} of ${events.length} events`)

for (const person of people) {
  let count = 0
  for await (const event of all(`users-by-id/${encodeURIComponent(person.custom_id)}/events/?page_size=25`)) {
    if (event.data.page.startsWith('/news/')) count++
  }
  console.log(`${person.first_name}: ${count} events`)
}
