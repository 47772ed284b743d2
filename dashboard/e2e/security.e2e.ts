import { expect, inject, it } from 'vitest'
import { sql } from './api'
import { api, look, signedIn, useBrowser } from './browser'

useBrowser()
const dev = inject('dev')

it('demands things of keys, and shows first which would be disabled', async () => {
  const { id, slug } = await api().newWorkspace('Demanding')
  await api().newKey(id, 'Forgotten import')
  await api().newKey(id, 'In use')
  sql(dev, `BEGIN; SET LOCAL latchkey.workspace_id = '${id}'; UPDATE latchkey.api_key SET created_at = created_at - interval '200 days' WHERE name = 'Forgotten import'; COMMIT`)
  const { page, wrong } = await signedIn(`/w/${slug}/settings/security`)
  await page.getByRole('switch', { name: 'Every key has a day of expire' }).click()
  await page.getByLabel('At most, from the edit on').fill('4000')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.locator('[class*="InputWrapper-error"]').waitFor()
  await page.getByLabel('At most, from the edit on').fill('365')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('2 keys from before the change go on as before.').waitFor()

  await page.getByRole('switch', { name: 'Disable unused keys' }).click()
  await look(page, 'security')
  await page.getByRole('button', { name: 'Save' }).click()
  const sure = page.getByRole('dialog', { name: 'Disable unused keys?' })
  await sure.getByText('One key would be disabled within the hour').waitFor()
  await sure.getByRole('link', { name: 'Forgotten import' }).waitFor()
  await look(page, 'security-impact')
  await sure.getByRole('button', { name: 'Change it' }).click()
  await sure.waitFor({ state: 'detached' })
  const approval = page.getByRole('switch', { name: 'An owner approves each support session' })
  await approval.click()
  await page.getByText('Support staff have to ask an owner from now on.').waitFor()
  await page.reload()
  await expect.poll(() => approval.isChecked()).toBe(true)
  expect(await page.getByLabel('After so long without use').inputValue()).toBe('90 days')
  expect(wrong).toEqual([])
})
