import { expect, inject, it } from 'vitest'
import { call } from './api'
import { api, look, signedIn, useBrowser } from './browser'

useBrowser()
const dev = inject('dev')

it('explains a refusal, and leads to the setting that would change it', async () => {
  const { id, slug } = await api().newWorkspace('Explaining')
  const key = await api().newKey(id, 'Reporting')
  const writing = await call(dev, key.secret, 'users/', { method: 'POST', body: { user_id: 'u1' } })
  expect(writing.status).toBe(403)
  const answer = await writing.text()

  const { page, wrong } = await signedIn(`/w/${slug}/settings/public-api/explain`)
  await page.getByLabel('Receipt, or the answer that holds it').fill('nonsense')
  await page.getByRole('button', { name: 'Explain', exact: true }).click()
  await page.locator('[class*="InputWrapper-error"]').waitFor()
  await page.getByLabel('Receipt, or the answer that holds it').fill(answer)
  await page.getByRole('button', { name: 'Explain', exact: true }).click()
  await page.getByRole('heading', { name: 'The scope does not allow it' }).waitFor()
  await page.getByText('users.create').waitFor()
  await look(page, 'explain')
  await page.getByRole('link', { name: 'Change the scope' }).click()
  await page.getByRole('dialog', { name: 'Edit the key' }).waitFor()
  expect(wrong).toEqual([])
})

it('leads from a wrong address to the list, with the address filled in', async () => {
  const { id, slug } = await api().newWorkspace('Addressing')
  const key = await api().newKey(id, 'Reporting')
  await api().ask('mutation ($i: AddIpAllowlistEntriesInput!) { addIpAllowlistEntries(input: $i) { userErrors { code } } }', { i: { workspaceId: id, entries: [{ range: '203.0.113.0/24' }] } })
  const answer = await (await call(dev, key.secret, 'me/', { from: '192.0.2.44' })).text()
  const { page, wrong } = await signedIn(`/w/${slug}/settings/public-api/explain`)
  await page.getByLabel('Receipt, or the answer that holds it').fill(answer)
  await page.getByRole('button', { name: 'Explain', exact: true }).click()
  await page.getByRole('link', { name: 'Add this address' }).click()
  expect(await page.getByLabel('Addresses or ranges').inputValue()).toBe('192.0.2.44')
  expect(wrong).toEqual([])
})
