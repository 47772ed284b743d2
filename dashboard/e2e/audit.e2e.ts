import { readFileSync } from 'node:fs'
import { expect, inject, it } from 'vitest'
import { sql } from './api'
import { api, look, signedIn, useBrowser } from './browser'

useBrowser()
const dev = inject('dev')

const change = (query: string, input: Record<string, unknown>) => api().ask(query, { i: input })

it('tells what was done, by whom and from where, with what changed, and narrows it', async () => {
  const { id, slug } = await api().newWorkspace('Auditing')
  const key = await api().newKey(id, 'Nightly CRM import', { expiresOn: '2099-12-31' })
  await change('mutation ($i: UpdateApiKeyInput!) { updateApiKey(input: $i) { userErrors { code } } }', { id: key.id, expectedVersion: 1, name: 'Nightly import of the CRM', expiresOn: null })
  await change('mutation ($i: AddIpAllowlistEntriesInput!) { addIpAllowlistEntries(input: $i) { userErrors { code } } }', {
    workspaceId: id,
    entries: Array.from({ length: 9 }, (_, i) => ({ range: `203.0.113.${i}`, note: `Office ${i}` })),
  })
  await change('mutation ($i: RevokeApiKeyInput!) { revokeApiKey(input: $i) { userErrors { code } } }', { id: key.id, reason: 'LEAKED', note: 'It was in a log.' })

  const { page, wrong } = await signedIn(`/w/${slug}/settings/audit`)
  const events = page.getByRole('list', { name: 'Events' })
  const last = events.getByRole('listitem').filter({ hasText: 'Revoked an API key for good.' })
  await last.getByText('Its secret has leaked, or may have').waitFor()
  await last.getByText('It was in a log.').waitFor()
  const edit = events.getByRole('listitem').filter({ hasText: 'Changed an API key' })
  await edit.getByText('31 Dec 2099').waitFor()
  await edit.getByText('never').waitFor()
  await look(page, 'audit')

  await edit.locator('time').first().hover()
  await page.getByText('where you are (America/New_York)').waitFor()
  await events.getByText('3 more').click()
  await events.getByText('Office 8').waitFor()

  await page.getByPlaceholder('Any action').click()
  await page.getByRole('option', { name: 'Revoked an API key for good' }).click()
  await page.getByText('1 event', { exact: true }).waitFor()
  await page.reload()
  await page.getByText('1 event', { exact: true }).waitFor()
  await page.getByRole('button', { name: 'Its events: show only what was done to Nightly import of the CRM' }).click()
  await page.getByLabel('Any action').click()
  await page.getByText('3 events', { exact: true }).waitFor()
  await look(page, 'audit-narrowed')
  await page.getByPlaceholder('By anyone').click()
  await page.getByRole('option', { name: 'Support staff' }).click()
  await page.getByText('No event matches').waitFor()
  await page.getByRole('button', { name: 'Show everything' }).last().click()
  await page.getByText('5 events', { exact: true }).waitFor()
  await page.goBack()
  await page.getByText('No event matches').waitFor()
  await page.goto(`/w/${slug}/settings/audit?to=2026-01-01`)
  await page.getByText('No event matches').waitFor()
  await page.goto(`/w/${slug}/settings/audit`)
  await events.getByRole('link', { name: 'Nightly import of the CRM' }).first().click()
  await page.getByRole('heading', { name: 'Nightly import of the CRM' }).waitFor()
  expect(wrong).toEqual([])
})

it('exports what is shown as a file', async () => {
  const { id, slug } = await api().newWorkspace('Exporting')
  await api().newKey(id, 'Warehouse')
  const { page, wrong } = await signedIn(`/w/${slug}/settings/audit`)
  const file = async (item: RegExp) => {
    const download = page.waitForEvent('download')
    await page.getByRole('menuitem', { name: item }).click()
    return readFileSync(await (await download).path(), 'utf8')
  }
  await page.getByRole('button', { name: 'Export', exact: true }).click()
  await page.getByRole('menuitem', { name: /^As CSV/ }).waitFor()
  await look(page, 'audit-export')
  const lines = (await file(/^As NDJSON/)).trimEnd().split('\n')
  expect(lines.at(-1)).toContain('{"checkpoint":')
  await page.goto(`/w/${slug}/settings/audit?action=api_key.created`)
  await page.getByText('1 event', { exact: true }).waitFor()
  await page.getByRole('button', { name: 'Export these' }).click()
  const csv = await file(/^As CSV/)
  expect(csv).toContain('Warehouse')
  expect(csv).not.toContain('workspace.created')
  expect(wrong).toEqual([])
})

it('turns pages, and shows nothing to who may not see it', async () => {
  const { id, slug } = await api().newWorkspace('Paging')
  for (let i = 0; i < 27; i++) await api().newKey(id, `Worker ${i}`)
  const { page, wrong } = await signedIn(`/w/${slug}/settings/audit`)
  await page.getByText('1–25 of 28 events').waitFor()
  await page.getByRole('button', { name: 'Next' }).click()
  await page.getByText('26–28 of 28 events').waitFor()
  await page.getByText('Created the workspace.').waitFor()
  sql(dev, `BEGIN; SET LOCAL latchkey.workspace_id = '${id}'; UPDATE latchkey.member SET role = 'DEVELOPER'; COMMIT`)
  await page.reload()
  await page.getByText('For admins and owners').waitFor()
  expect(await page.getByRole('link', { name: 'Audit log' }).count()).toBe(0)
  expect(await page.getByRole('button', { name: /^Export/ }).count()).toBe(0)
  expect(wrong).toEqual([])
})

it('says what failed when the log cannot be read', async () => {
  const { slug } = await api().newWorkspace('Unreadable')
  const { page } = await signedIn(`/w/${slug}/settings/security`)
  await page.getByRole('heading', { name: 'Security' }).waitFor()
  await page.route('**/graphql', (route) =>
    route.fulfill({ status: 200, headers: { 'X-Request-Id': 'req-0456', 'Content-Type': 'application/json' }, body: '{"errors":[{"message":"Something failed.","extensions":{"code":"INTERNAL"}}]}' }),
  )
  await page.getByRole('link', { name: 'Audit log' }).click()
  await page.getByText('req-0456').waitFor()
  await page.unroute('**/graphql')
  await page.getByRole('button', { name: 'Try again' }).click()
  await page.getByText('Created the workspace.').waitFor()
})
