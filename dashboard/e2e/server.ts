import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { TestProject } from 'vitest/node'

// Dev is what `latchkey dev` writes down for programs.
export interface Dev {
  adminURL: string
  dataURL: string
  email: string
  password: string
  workspaceId: string
  ownerDatabaseURL: string
  databaseURL: string
}

declare module 'vitest' {
  interface ProvidedContext {
    dev: Dev
  }
}

const root = resolve(import.meta.dirname, '../..')

// setup builds Latchkey (LATCHKEY_BINARY is one that is built already) and starts it with a database of its own, once for all files.
export default async function setup(project: TestProject) {
  if (!process.env.LATCHKEY_BINARY) execFileSync('make', ['build'], { cwd: root, stdio: 'inherit' })
  const dir = newDir()
  const server = await start(dir)
  project.provide('dev', server.dev)
  return async () => {
    await server.stop()
    rmSync(dir, { recursive: true, force: true })
  }
}

// newDir is where a server may keep what is its own.
export function newDir(): string {
  const dir = mkdtempSync(join(tmpdir(), 'latchkey-e2e-'))
  chmodSync(dir, 0o755) // PostgreSQL's own user reads in it
  return dir
}

// start starts a server on what a directory holds. It trusts this machine as a proxy, so that tests can call the REST API from
// addresses of their choice; it is one that speaks no TLS.
export async function start(dir: string, adminAddr = '127.0.0.1:0'): Promise<{ dev: Dev; stop: () => Promise<void> }> {
  const binary = process.env.LATCHKEY_BINARY ?? join(root, 'bin/latchkey')
  const file = join(dir, 'dev.json')
  rmSync(file, { force: true })
  const args = ['dev', '--data-dir', dir, '--admin-addr', adminAddr, '--data-addr', '127.0.0.1:0', '--trusted-proxies', '127.0.0.1', '--insecure-http']
  const server = spawn(binary, args, { stdio: ['ignore', 'ignore', 'pipe'] })
  const said: string[] = []
  server.stderr?.on('data', (chunk: Buffer) => said.push(chunk.toString()))
  return { dev: await ready(server, file, said), stop: () => ended(server) }
}

async function ready(server: ChildProcess, file: string, said: string[]): Promise<Dev> {
  for (const until = Date.now() + 90_000; Date.now() < until; ) {
    if (server.exitCode !== null) break
    try {
      return JSON.parse(readFileSync(file, 'utf8')) as Dev
    } catch {
      await new Promise((next) => setTimeout(next, 100))
    }
  }
  server.kill('SIGINT')
  throw new Error(`latchkey dev did not become ready:\n${said.join('')}`)
}

function ended(server: ChildProcess): Promise<void> {
  return new Promise((done) => {
    if (server.exitCode !== null) return done()
    server.once('exit', () => done())
    server.kill('SIGINT')
  })
}
