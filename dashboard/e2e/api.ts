import { execFileSync } from 'node:child_process'
import type { Dev } from './server'

// Api asks the admin API as a person, the demo's owner unless another one is named, to prepare what a test looks at.
export class Api {
  cookie = '' // name=value

  private constructor(private readonly dev: Dev) {}

  static async signIn(dev: Dev, email = dev.email): Promise<Api> {
    const api = new Api(dev)
    await api.ask('mutation ($i: SignInInput!) { signIn(input: $i) { userErrors { code } } }', { i: { email, password: dev.password } })
    return api
  }

  // newPerson makes somebody with the password of the demo's owner, and signs them in; of support staff, if it says so.
  static async newPerson(dev: Dev, name: string, { staff = false } = {}): Promise<Api> {
    const email = `${name.toLowerCase().replace(/[^a-z]+/g, '.')}-${Math.random().toString(36).slice(2, 7)}@example.com`
    sql(
      dev,
      `INSERT INTO latchkey.person (id, email, email_key, name, password_hash, is_staff)
SELECT gen_random_uuid(), '${email}', '${email}', '${name}', password_hash, ${staff} FROM latchkey.person WHERE email = '${dev.email}'`,
    )
    return Api.signIn({ ...dev, email })
  }

  // ask returns the data of an operation, and throws what went wrong.
  async ask<T = Record<string, never>>(query: string, variables: Record<string, unknown>): Promise<T> {
    const response = await fetch(`${this.dev.adminURL}/graphql`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Cookie: this.cookie },
      body: JSON.stringify({ query, variables }),
    })
    const given = response.headers.getSetCookie().map((line) => line.split(';')[0] ?? '')
    this.cookie = given.find((cookie) => !cookie.endsWith('=')) ?? this.cookie // those without a value are taken away
    const answer = (await response.json()) as { data: T; errors?: unknown }
    if (answer.errors) throw new Error(JSON.stringify(answer.errors))
    return answer.data
  }

  // newWorkspace makes a workspace of the test's own.
  async newWorkspace(name: string): Promise<{ id: string; slug: string }> {
    const slug = `${name.toLowerCase().replace(/[^a-z]+/g, '-')}-${Math.random().toString(36).slice(2, 7)}`
    const { createWorkspace } = await this.ask<{ createWorkspace: { workspace: { id: string; slug: string } } }>(
      'mutation ($i: CreateWorkspaceInput!) { createWorkspace(input: $i) { workspace { id slug } userErrors { message } } }',
      { i: { slug, name, timeZone: 'Europe/Warsaw' } },
    )
    return createWorkspace.workspace
  }

  async newKey(workspaceId: string, name: string, more: Record<string, unknown> = {}): Promise<{ id: string; secret: string }> {
    const { createApiKey } = await this.ask<{ createApiKey: { apiKey: { id: string }; secret: string; userErrors: unknown[] } }>(
      'mutation ($i: CreateApiKeyInput!) { createApiKey(input: $i) { apiKey { id } secret userErrors { message } } }',
      { i: { workspaceId, name, scope: 'READ_ONLY', ...more } },
    )
    if (createApiKey.userErrors.length > 0) throw new Error(JSON.stringify(createApiKey.userErrors))
    return { id: createApiKey.apiKey.id, secret: createApiKey.secret }
  }
}

interface Call {
  from?: string // the client's address
  agent?: string
  method?: string
  body?: unknown
  origin?: string // of a web page
}

// call uses the REST API with a secret.
export function call(dev: Dev, secret: string, path: string, { from = '203.0.113.7', agent = 'crm-import/2.1', method = 'GET', body, origin }: Call = {}): Promise<Response> {
  return fetch(`${dev.dataURL}/api/public/${path}`, {
    method,
    headers: {
      Authorization: `Token ${secret}`,
      'X-Forwarded-For': from,
      'User-Agent': agent,
      ...(origin ? { Origin: origin } : {}),
      ...(body ? { 'Content-Type': 'application/json' } : {}),
    },
    body: body ? JSON.stringify(body) : undefined,
  })
}

// sql runs a statement as the database's owner: for time that passes, which no API can make.
export function sql(dev: Dev, statement: string): void {
  execFileSync('psql', ['-q', '-v', 'ON_ERROR_STOP=1', '-c', statement, dev.ownerDatabaseURL], { stdio: ['ignore', 'ignore', 'inherit'] })
}
