import { expect, inject, it } from 'vitest'
import { sql } from './api'
import { api, look, open, signedIn, signIn, useBrowser } from './browser'

useBrowser()
const dev = inject('dev')

it('asks who is there, says when that is wrong, and then shows what the link was for', async () => {
  const { page, wrong } = await open()
  await page.goto('/w/acme/settings/public-api/ip-whitelisting')
  await page.getByRole('heading', { name: 'Sign in' }).waitFor()
  await look(page, 'sign-in')
  await signIn(page, 'not the password')
  await page.getByRole('alert').waitFor()
  expect(new URL(page.url()).pathname).toBe('/w/acme/settings/public-api/ip-whitelisting')
  await signIn(page)
  await page.getByText('IP Whitelisting is off').waitFor()
  expect(new URL(page.url()).pathname).toBe('/w/acme/settings/public-api/ip-whitelisting')
  expect(wrong).toEqual([])
})

it('opens the workspace that was looked at last, and switches to another', async () => {
  const other = await api().newWorkspace('Borealis Logistics')
  const { page, wrong } = await signedIn('/')
  await page.getByRole('heading', { name: 'Public API' }).waitFor()
  await page.getByRole('button', { name: /^Workspace:/ }).click()
  await page.getByRole('menuitem', { name: /Borealis/ }).click()
  await page.waitForURL(`**/w/${other.slug}/settings/public-api`)
  await page.goto('/')
  await page.waitForURL(`**/w/${other.slug}/settings/public-api`)
  expect(wrong).toEqual([])
})

it('says that an address leads nowhere, in words that do not tell whether a workspace exists', async () => {
  const { page, wrong } = await signedIn('/w/nobody-s/settings/public-api')
  await page.getByText('There is no workspace “nobody-s”, or you do not belong to it.').waitFor()
  await page.goto('/w/acme/settings/nothing')
  await page.getByRole('heading', { name: 'Not found' }).waitFor()
  await look(page, 'not-found')
  expect(wrong).toEqual([])
})

it('keeps a choice of dark or light, and signs out', async () => {
  const { page, wrong } = await open()
  await page.goto('/w/acme/settings/public-api')
  await signIn(page)
  const person = page.getByRole('button', { name: /^Signed in as:/ })
  await person.click()
  await page.getByRole('menuitem', { name: 'Dark' }).click()
  await page.reload()
  await page.locator('html[data-mantine-color-scheme="dark"]').waitFor()
  await person.click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await page.getByRole('heading', { name: 'Sign in' }).waitFor()
  await page.reload()
  await page.getByRole('heading', { name: 'Sign in' }).waitFor()
  expect(wrong).toEqual([])
})

it('asks to confirm who it is when the sign-in was a while ago, and goes on', async () => {
  const { slug } = await api().newWorkspace('Confirm')
  const { page, wrong } = await open()
  await page.goto(`/w/${slug}/settings/public-api/new`)
  await signIn(page)
  await page.getByLabel(/^Name/).fill('After a while')
  sql(dev, `UPDATE latchkey.session SET authenticated_at = authenticated_at - interval '1 hour' WHERE created_at = (SELECT max(created_at) FROM latchkey.session)`)
  await page.getByRole('button', { name: 'Save' }).click()
  const dialog = page.getByRole('dialog', { name: 'Confirm that it is you' })
  await dialog.waitFor()
  await look(page, 'confirm')
  await dialog.getByLabel(/^Password/).fill('not the password')
  await dialog.getByRole('button', { name: 'Confirm' }).click()
  await dialog.locator('[class*="InputWrapper-error"]').waitFor()
  await dialog.getByLabel(/^Password/).fill(dev.password)
  await dialog.getByRole('button', { name: 'Confirm' }).click()
  await page.getByRole('dialog', { name: 'Your new API key' }).waitFor()
  expect(wrong).toEqual([])
})

it('says what failed, with the request id that support can find it by', async () => {
  const { id, slug } = await api().newWorkspace('Failing')
  const key = await api().newKey(id, 'Doomed')
  const { page } = await signedIn(`/w/${slug}/settings/public-api/keys/${key.id}`)
  await page.getByRole('button', { name: 'More actions' }).click()
  await page.route('**/graphql', (route) =>
    route.fulfill({ status: 200, headers: { 'X-Request-Id': 'req-0123', 'Content-Type': 'application/json' }, body: '{"errors":[{"message":"The database does not answer.","extensions":{"code":"UNAVAILABLE"}}]}' }),
  )
  await page.getByRole('menuitem', { name: 'Disable' }).click()
  await page.getByRole('button', { name: 'Disable' }).click()
  const toast = page.getByRole('alert').filter({ hasText: 'That did not work' })
  await toast.getByText('req-0123').waitFor()
  expect(await toast.textContent()).toContain('The database does not answer.')
})

it('shows that the API does not answer, and goes on when it does', async () => {
  const { page } = await open()
  await page.route('**/graphql', (route) => route.abort())
  await page.goto('/')
  await page.getByText('The server could not be reached.').waitFor()
  await look(page, 'unreachable')
  await page.unroute('**/graphql')
  await page.getByRole('button', { name: 'Try again' }).click()
  await page.getByRole('heading', { name: 'Sign in' }).waitFor()
})
