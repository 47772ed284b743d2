import { randomUUID } from 'node:crypto'
import { expect, inject, it } from 'vitest'
import { sql } from './api'
import { api, look, open, signedIn, useBrowser } from './browser'
import { totp } from './totp'

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

it('adds an authenticator app, makes new recovery codes, and takes the app away again', async () => {
  const { id, slug } = await api().newWorkspace('Factor')
  const email = `factor-${randomUUID().slice(0, 8)}@example.com`
  sql(
    dev,
    `BEGIN; SET LOCAL latchkey.workspace_id = '${id}';
INSERT INTO latchkey.person (id, email, email_key, name, password_hash) SELECT gen_random_uuid(), '${email}', '${email}', 'Grace', password_hash FROM latchkey.person WHERE email = '${dev.email}';
INSERT INTO latchkey.member (workspace_id, id, person_id, role) SELECT '${id}', gen_random_uuid(), id, 'OWNER' FROM latchkey.person WHERE email = '${email}'; COMMIT`,
  )
  const { page, wrong } = await open()
  await page.goto(`/w/${slug}/settings/security`)
  await page.getByLabel('E-mail address').fill(email)
  await page.getByLabel(/^Password/).fill(dev.password)
  await page.getByRole('button', { name: 'Sign in' }).click()

  await page.getByRole('button', { name: 'Add an authenticator app' }).click()
  const form = page.getByRole('dialog', { name: 'Add an authenticator app' })
  await form.getByRole('img', { name: /^QR code/ }).waitFor()
  const secret = (await form.locator('code').textContent()) ?? ''
  await look(page, 'totp')
  await form.getByLabel(/^Code/).fill('000000')
  await form.getByRole('button', { name: 'Turn it on' }).click()
  await form.locator('[class*="InputWrapper-error"]').waitFor()
  await form.getByLabel(/^Code/).fill(totp(secret))
  await form.getByRole('button', { name: 'Turn it on' }).click()
  const shown = page.getByRole('dialog', { name: 'Your recovery codes' })
  await shown.getByRole('listitem').first().waitFor()
  const codes = await shown.getByRole('list', { name: 'Recovery codes' }).getByRole('listitem').allTextContents()
  expect(codes).toHaveLength(10)
  await look(page, 'recovery-codes')
  await shown.getByRole('button', { name: 'Done' }).click()
  await shown.getByRole('button', { name: 'I have stored them' }).click()
  await page.getByText('10 recovery codes are left.').waitFor()
  const left = await page.evaluate(() => document.documentElement.outerHTML + JSON.stringify([{ ...localStorage }, { ...sessionStorage }, history.state]))
  expect(left).not.toContain(codes[0])
  expect(left).not.toContain(secret)

  await page.getByRole('button', { name: 'New recovery codes' }).click()
  await page.getByRole('dialog').getByLabel(/^Code/).fill(codes[0] ?? '')
  await page.getByRole('button', { name: 'Make new codes' }).click()
  await shown.getByRole('listitem').first().waitFor()
  const fresh = await shown.getByRole('list', { name: 'Recovery codes' }).getByRole('listitem').allTextContents()
  expect(fresh).not.toContain(codes[1])
  await shown.getByRole('button', { name: 'Done' }).click()
  await shown.getByRole('button', { name: 'I have stored them' }).click()
  await page.getByRole('button', { name: 'Turn off' }).click()
  await page.getByRole('dialog').getByLabel(/^Code/).fill(codes[1] ?? '')
  await page.getByRole('button', { name: 'Turn it off' }).click()
  await page.locator('[class*="InputWrapper-error"]').waitFor()
  await page.getByRole('dialog').getByLabel(/^Code/).fill(fresh[0] ?? '')
  await page.getByRole('button', { name: 'Turn it off' }).click()
  await page.getByText('Only your password is asked for.').waitFor()
  expect(wrong).toEqual([])
})
