import { expect, inject, it } from 'vitest'
import { sql } from './api'
import { api, look, signedIn, useBrowser } from './browser'

useBrowser()
const dev = inject('dev')

const update = (input: Record<string, unknown>) =>
  api().ask<{ updateWorkspace: { userErrors: { code: string }[] } }>('mutation ($i: UpdateWorkspaceInput!) { updateWorkspace(input: $i) { userErrors { code } } }', { i: input })

const todayIn = (timeZone: string) => new Intl.DateTimeFormat('en-CA', { timeZone }).format(new Date())

it('names the workspace, and moves it to another time zone once it is clear what that stops', async () => {
  const { id, slug } = await api().newWorkspace('Naming')
  await update({ workspaceId: id, expectedVersion: 1, timeZone: 'Pacific/Pago_Pago' })
  await api().newKey(id, 'Ends today', { expiresOn: todayIn('Pacific/Pago_Pago') })
  await api().newKey(id, 'Ends never')

  const { page, wrong } = await signedIn(`/w/${slug}/settings/workspace`)
  const name = page.getByRole('textbox', { name: 'Name' })
  await name.fill('')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.locator('[class*="InputWrapper-error"]').waitFor()
  await name.fill('Named anew')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('button', { name: /Named anew/ }).waitFor()
  await page.getByText('Nothing to save.').waitFor()
  await look(page, 'workspace')

  const zone = page.getByPlaceholder('Search for a city or region')
  await zone.click()
  await zone.fill('kirit')
  await page.getByRole('option', { name: /Pacific\/Kiritimati/ }).click()
  await page.getByText('The days of expire of all keys then end at midnight in Pacific/Kiritimati.').waitFor()
  await page.getByRole('button', { name: 'Save' }).click()
  const sure = page.getByRole('dialog', { name: 'Change the time zone to Pacific/Kiritimati?' })
  await sure.getByText('One key would stop working at once').waitFor()
  await sure.getByRole('link', { name: 'Ends today' }).waitFor()
  expect(await sure.getByText('Ends never').count()).toBe(0)
  await look(page, 'workspace-impact')
  await sure.getByRole('button', { name: 'Cancel' }).click()
  await page.getByRole('button', { name: 'Save' }).click()
  await sure.getByRole('button', { name: 'Change it' }).click()
  await page.getByText(/The time zone holds everywhere/).waitFor()
  await page.reload()
  await expect.poll(() => zone.inputValue()).toBe('Pacific/Kiritimati')
  expect(wrong).toEqual([])
})

it('lets nobody overwrite what somebody else has changed meanwhile', async () => {
  const { id, slug } = await api().newWorkspace('Both')
  const { page, wrong } = await signedIn(`/w/${slug}/settings/workspace`)
  const name = page.getByRole('textbox', { name: 'Name' })
  await name.fill('Mine')
  await update({ workspaceId: id, expectedVersion: 1, name: 'Theirs' })
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('Somebody has changed this workspace meanwhile').waitFor()
  await look(page, 'workspace-conflict')
  await page.getByRole('button', { name: 'Load the newer version' }).click()
  await expect.poll(() => name.inputValue()).toBe('Theirs')
  await name.fill('Mine after all')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('Saved.', { exact: true }).waitFor()
  expect(wrong).toEqual([])
})

it('shows who may only look what is set, and changes nothing', async () => {
  const { id, slug } = await api().newWorkspace('Looking')
  sql(dev, `BEGIN; SET LOCAL latchkey.workspace_id = '${id}'; UPDATE latchkey.member SET role = 'VIEWER'; COMMIT`)
  const { page, wrong } = await signedIn(`/w/${slug}/settings/workspace`)
  await page.getByText('Only admins and owners of this workspace change these.').waitFor()
  expect(await page.getByRole('textbox', { name: 'Name' }).isDisabled()).toBe(true)
  expect(await page.getByRole('button', { name: 'Save' }).count()).toBe(0)
  await page.getByRole('link', { name: 'Security' }).click()
  await page.getByText('Only owners change it.').waitFor()
  expect(await page.getByRole('switch', { name: 'Disable unused keys' }).isDisabled()).toBe(true)
  await look(page, 'security-viewer')
  expect(wrong).toEqual([])
})
