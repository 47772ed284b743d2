import { rmSync } from 'node:fs'
import { createServer } from 'node:net'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { Api } from './api'
import { answered, api, look, open, signedIn, useBrowser } from './browser'
import { newDir, start } from './server'

useBrowser()

// What these tests wait for comes by the stream: the screens that they look at do not ask by themselves, or not so soon.

it('shows in one browser what another has changed', async () => {
  const { slug } = await api().newWorkspace('Both Looking')
  const one = await signedIn(`/w/${slug}/settings/public-api`)
  const other = await signedIn(`/w/${slug}/settings/workspace`)
  await one.page.getByText('No keys yet').waitFor()
  await other.page.getByRole('textbox', { name: 'Name' }).fill('Renamed Elsewhere')
  await other.page.getByRole('button', { name: 'Save' }).click()
  await one.page.getByRole('button', { name: /^Workspace: Renamed Elsewhere/ }).waitFor()

  await other.page.goto(`/w/${slug}/settings/public-api/new`)
  await other.page.getByLabel(/^Name/).fill('Made elsewhere')
  await other.page.getByRole('button', { name: 'Save' }).click()
  await one.page.getByRole('link', { name: 'Made elsewhere' }).click()
  await one.page.getByRole('heading', { name: 'Made elsewhere', level: 1 }).waitFor()
  await other.page.getByRole('button', { name: 'Done' }).click()
  await other.page.getByRole('button', { name: 'I have stored it' }).click()
  await other.page.getByRole('link', { name: 'Made elsewhere' }).click()
  await other.page.getByRole('button', { name: 'More actions' }).click()
  await other.page.getByRole('menuitem', { name: 'Disable' }).click()
  await other.page.getByRole('dialog').getByRole('button', { name: 'Disable' }).click()
  await one.page.getByText('Disabled', { exact: true }).first().waitFor()
  expect([...one.wrong, ...other.wrong]).toEqual([])
})

it('listens to the workspace that is shown, and to no other', async () => {
  const first = await api().newWorkspace('Listened')
  const second = await api().newWorkspace('Switched To')
  const { page, wrong } = await signedIn(`/w/${first.slug}/settings/public-api`)
  const streams = streamsOf(page)
  await page.reload()
  await expect.poll(() => streams.open()).toEqual([first.id])
  await page.getByRole('button', { name: /^Workspace:/ }).click()
  await page.getByRole('menuitem', { name: 'Switched To' }).click()
  await expect.poll(() => streams.open()).toEqual([second.id])

  await page.clock.install()
  await page.clock.pauseAt(Date.now() + 10_000)
  await hide(page, true)
  await page.clock.fastForward(5_000)
  expect(streams.open()).toEqual([second.id])
  await page.clock.fastForward(6_000)
  await expect.poll(() => streams.open()).toEqual([])
  await page.clock.resume()
  await hide(page, false)
  await expect.poll(() => streams.open()).toEqual([second.id])
  expect(wrong).toEqual([])
})

it('says when it is not told of changes, and is told again when the server is back', async () => {
  const dir = newDir()
  const addr = `127.0.0.1:${await freePort()}`
  let server = await start(dir, addr)
  try {
    const owner = await Api.signIn(server.dev)
    const { page, context } = await open(server.dev.adminURL)
    const [name = '', value = ''] = owner.cookie.split('=', 2)
    await context.addCookies([{ name, value, url: server.dev.adminURL }])
    await page.goto('/w/acme/settings/workspace')
    await page.getByRole('textbox', { name: 'Name' }).waitFor()
    await server.stop()
    const reconnecting = page.getByRole('navigation').getByText('Reconnecting')
    await reconnecting.waitFor()
    await look(page, 'live-reconnecting')
    server = await start(dir, addr)
    await reconnecting.waitFor({ state: 'detached', timeout: 60_000 })
    await owner.ask('mutation ($i: UpdateWorkspaceInput!) { updateWorkspace(input: $i) { userErrors { code } } }', {
      i: { workspaceId: server.dev.workspaceId, expectedVersion: 1, name: 'Back Again' },
    })
    await page.getByRole('button', { name: /^Workspace: Back Again/ }).waitFor()
  } finally {
    await server.stop()
    rmSync(dir, { recursive: true, force: true })
  }
})

it('shows a new name before the server has it, and the old one again when it was not taken', async () => {
  const { id, slug } = await api().newWorkspace('Guessing')
  const key = await api().newKey(id, 'Old name')
  const { page } = await signedIn(`/w/${slug}/settings/public-api/keys/${key.id}`)
  await listening(page)
  const rename = async (to: string) => {
    await page.getByRole('button', { name: 'Edit' }).click()
    await page.getByRole('dialog', { name: 'Edit the key' }).getByLabel(/^Name/).fill(to)
    await page.getByRole('dialog', { name: 'Edit the key' }).getByRole('button', { name: 'Save' }).click()
  }
  let go = () => {}
  const held = new Promise<void>((done) => (go = done))
  await page.route('**/graphql', async (route) => {
    if (!route.request().postData()?.includes('mutation UpdateApiKey')) return route.continue()
    await held
    await route.fulfill({ status: 200, headers: { 'X-Request-Id': 'req-0456', 'Content-Type': 'application/json' }, body: '{"errors":[{"message":"The database does not answer.","extensions":{"code":"UNAVAILABLE"}}]}' })
  })
  await rename('New name')
  await page.getByRole('heading', { name: 'New name', level: 1 }).waitFor()
  go()
  const toast = page.getByRole('alert').filter({ hasText: 'That did not work' })
  await toast.getByText('req-0456').waitFor()
  await expect.poll(() => page.getByRole('dialog', { name: 'Edit the key' }).getByLabel(/^Name/).inputValue()).toBe('New name')
  await page.keyboard.press('Escape')
  await page.getByRole('heading', { name: 'Old name', level: 1 }).waitFor()
  await page.unroute('**/graphql')
  await rename('Newer name')
  await page.getByText(/^Saved\./).waitFor()
  await page.getByRole('heading', { name: 'Newer name', level: 1 }).waitFor()
  await page.getByRole('link', { name: 'Its audit events' }).click()
  await page.getByText('2 events', { exact: true }).waitFor()
})

it('shows a new note at once, and the old one again when it was not taken', async () => {
  const { id, slug } = await api().newWorkspace('Noting')
  await api().ask('mutation ($i: AddIpAllowlistEntriesInput!) { addIpAllowlistEntries(input: $i) { userErrors { code } } }', {
    i: { workspaceId: id, entries: [{ range: '203.0.113.0/24', note: 'Office' }] },
  })
  const { page } = await signedIn(`/w/${slug}/settings/public-api/ip-whitelisting`)
  await listening(page)
  let go = () => {}
  const held = new Promise<void>((done) => (go = done))
  await page.route('**/graphql', async (route) => {
    if (!route.request().postData()?.includes('mutation UpdateIpAllowlistEntry')) return route.continue()
    await held
    await route.abort()
  })
  await page.getByRole('button', { name: 'Edit 203.0.113.0/24' }).click()
  const dialog = page.getByRole('dialog', { name: 'Edit the entry' })
  await dialog.getByLabel('Note').fill('Warehouse')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('cell', { name: 'Warehouse' }).waitFor()
  go()
  await page.getByRole('alert').filter({ hasText: 'The server could not be reached.' }).waitFor()
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await page.getByRole('cell', { name: 'Office' }).waitFor()
})

// listening loads a page anew and waits until it listens: then it asks for everything once more, and not later.
async function listening(page: Page): Promise<void> {
  const stream = answered(page, 'workspaceChanges')
  await page.reload()
  await stream
}

// streamsOf keeps the workspaces that a page listens to.
function streamsOf(page: Page) {
  const open = new Map<object, string>()
  page.on('request', (request) => {
    const asked = request.postData()?.includes('workspaceChanges') && (request.postDataJSON() as { variables: { workspace: string } })
    if (asked) open.set(request, asked.variables.workspace)
  })
  page.on('requestfailed', (request) => open.delete(request))
  page.on('requestfinished', (request) => open.delete(request))
  return { open: () => [...open.values()] }
}

// hide has the page believe that its window is hidden, or seen again.
const hide = (page: Page, hidden: boolean) =>
  page.evaluate((state) => {
    Object.defineProperty(document, 'visibilityState', { value: state, configurable: true })
    document.dispatchEvent(new Event('visibilitychange'))
  }, hidden ? 'hidden' : 'visible')

function freePort(): Promise<number> {
  return new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const at = server.address()
      server.close(() => done(typeof at === 'object' && at ? at.port : 0))
    })
  })
}
