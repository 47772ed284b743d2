import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

// Provider is an OpenID Connect provider that runs: internal/oidc/oidctest, as a process.
export interface Provider {
  name: string
  issuer: string
  settings: string // as `latchkey --oidc` takes them
  process: ChildProcess
}

// buildProvider returns the program.
export function buildProvider(root: string, dir: string): string {
  const program = join(dir, 'oidcprovider')
  execFileSync('go', ['build', '-o', program, './internal/oidc/oidctest/oidcprovider'], { cwd: root, stdio: 'inherit' })
  return program
}

// startProvider starts one that sends browsers back to Latchkey at site. It ends with this process.
export async function startProvider(program: string, site: string, name: string, more: string): Promise<Provider> {
  const running = spawn(program, { stdio: ['pipe', 'pipe', 'inherit'], env: { ...process.env, OIDCTEST_REDIRECT: `${site}/auth/oidc/${name}/callback` } })
  const lines = createInterface({ input: running.stdout })
  const [issuer] = (await Promise.race([once(lines, 'line'), once(running, 'exit').then(() => [''])])) as [string]
  if (!issuer) throw new Error('the OpenID Connect provider did not start')
  return { name, issuer, settings: `name=${name},issuer=${issuer},client-id=latchkey,${more}`, process: running }
}

// User is whom a provider takes a browser's person for.
export interface User {
  subject: string
  email: string
  name: string
}

// become makes everybody whose browser comes to a provider this user, from now on.
export async function become(issuer: string, user: User): Promise<void> {
  const answer = await fetch(`${issuer}/test/user`, { method: 'POST', body: JSON.stringify({ ...user, verified: true }) })
  if (!answer.ok) throw new Error(`the provider answers ${answer.status}`)
}
