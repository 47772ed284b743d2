import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { chmodSync, closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { TestProject } from 'vitest/node'
import { buildProvider, startProvider } from './provider'

// Dev is what `latchkey dev` writes down for programs.
export interface Dev {
  adminURL: string
  dataURL: string
  email: string
  password: string
  workspaceId: string
  ownerDatabaseURL: string
  databaseURL: string
  output: string // the file of what it says, with the mails that it would send
}

// Issuers are the providers of accounts elsewhere: people link accounts at corp, and club signs people up.
export interface Issuers {
  corp: string
  club: string
}

declare module 'vitest' {
  interface ProvidedContext {
    dev: Dev
    issuers: Issuers
  }
}

const root = resolve(import.meta.dirname, '../..')

// setup builds Latchkey (LATCHKEY_BINARY is one that is built already) and starts it with a database of its own, once for all files.
export default async function setup(project: TestProject) {
  if (!process.env.LATCHKEY_BINARY) execFileSync('make', ['build'], { cwd: root, stdio: 'inherit' })
  const dir = newDir()
  const address = `127.0.0.1:${await freePort()}` // providers are told beforehand where it is
  const site = `http://${address}`
  const program = buildProvider(root, dir)
  const key = join(dir, 'client-key')
  writeFileSync(key, "the key of the tests' client", { mode: 0o600 })
  const corp = await startProvider(program, site, 'corp', `label=Example Corp,client-secret-file=${key}`)
  const club = await startProvider(program, site, 'club', `label=The Club,client-secret-file=${key},sign-up=true`)
  const server = await start(dir, address, ['--public-url', site, '--sign-up', '--oidc', corp.settings, '--oidc', club.settings])
  project.provide('dev', server.dev)
  project.provide('issuers', { corp: corp.issuer, club: club.issuer })
  return async () => {
    await server.stop()
    for (const provider of [corp, club]) provider.process.stdin?.end()
    rmSync(dir, { recursive: true, force: true })
  }
}

function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const server = createServer()
    server.once('error', failed)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => found(port))
    })
  })
}

// newDir is where a server may keep what is its own.
export function newDir(): string {
  const dir = mkdtempSync(join(tmpdir(), 'latchkey-e2e-'))
  chmodSync(dir, 0o755) // PostgreSQL's own user reads in it
  return dir
}

// start starts a server on what a directory holds. It trusts this machine as a proxy, so that tests can call the REST API from
// addresses of their choice; it is one that speaks no TLS.
export async function start(dir: string, adminAddr = '127.0.0.1:0', more: string[] = []): Promise<{ dev: Dev; stop: () => Promise<void> }> {
  const binary = process.env.LATCHKEY_BINARY ?? join(root, 'bin/latchkey')
  const file = join(dir, 'dev.json')
  rmSync(file, { force: true })
  const args = ['dev', '--data-dir', dir, '--admin-addr', adminAddr, '--data-addr', '127.0.0.1:0', '--trusted-proxies', '127.0.0.1', '--insecure-http']
  const output = join(dir, 'output')
  const said = openSync(output, 'a')
  const server = spawn(binary, [...args, ...more], { stdio: ['ignore', 'ignore', said] })
  closeSync(said)
  return { dev: { ...(await ready(server, file, output)), output }, stop: () => ended(server) }
}

async function ready(server: ChildProcess, file: string, output: string): Promise<Omit<Dev, 'output'>> {
  for (const until = Date.now() + 180_000; Date.now() < until; ) {
    if (server.exitCode !== null) break
    try {
      return JSON.parse(readFileSync(file, 'utf8')) as Dev
    } catch {
      await new Promise((next) => setTimeout(next, 100))
    }
  }
  server.kill('SIGINT')
  throw new Error(`latchkey dev did not become ready:\n${readFileSync(output, 'utf8')}`)
}

function ended(server: ChildProcess): Promise<void> {
  return new Promise((done) => {
    if (server.exitCode !== null) return done()
    server.once('exit', () => done())
    server.kill('SIGINT')
  })
}
