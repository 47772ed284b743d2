import { expect, inject, it } from 'vitest'
import { Api, call, sql } from './api'
import { api, look, signedIn, useBrowser } from './browser'
import { history } from './history'

useBrowser()
const dev = inject('dev')

const demandApproval = (workspaceId: string) =>
  api().ask('mutation ($i: UpdateWorkspaceInput!) { updateWorkspace(input: $i) { userErrors { code } } }', { i: { workspaceId, expectedVersion: 1, supportApprovalRequired: true } })

const startSession = async (staff: Api, workspaceId: string, minutes = 30) => {
  const { startSupportSession } = await staff.ask<{ startSupportSession: { supportSession: { id: string } } }>(
    'mutation ($i: StartSupportSessionInput!) { startSupportSession(input: $i) { supportSession { id } userErrors { message } } }',
    { i: { workspaceId, reason: 'Calls of the nightly import are refused since Monday', ticket: 'HELP-1024', minutes } },
  )
  return startSupportSession.supportSession.id
}

it('lets staff find a workspace, look into it for a reason, and end that; and shows it to its people meanwhile', async () => {
  const { id, slug } = await api().newWorkspace('Fabrikam Freight')
  const key = await api().newKey(id, 'Nightly import')
  history(dev, id, 'Nightly import')
  await api().ask('mutation ($i: AddIpAllowlistEntriesInput!) { addIpAllowlistEntries(input: $i) { userErrors { code } } }', { i: { workspaceId: id, entries: [{ range: '203.0.113.0/24', note: 'Office' }] } })
  const refused = await (await call(dev, key.secret, 'me/', { from: '192.0.2.44' })).text()
  const staff = await Api.newPerson(dev, 'Sam Support', { staff: true })

  const customer = await signedIn(`/w/${slug}/settings/security`)
  await customer.page.getByText('Nobody of support has asked to look into this workspace').waitFor()

  const { page, wrong } = await signedIn('/', staff)
  await page.getByRole('heading', { name: 'Support console' }).waitFor()
  await look(page, 'support-console')
  const search = page.getByLabel('Search', { exact: true })
  const find = async (what: string) => {
    await search.fill(what)
    await page.getByRole('button', { name: 'Search' }).click()
  }
  await find('nobody@example.org')
  await page.getByText('No workspace is found').waitFor()
  await find(key.secret)
  await page.locator('[class*="InputWrapper-error"]').waitFor()
  const found = page.getByRole('row').filter({ hasText: slug })
  for (const what of [slug, dev.email, refused.replaceAll('\n', ' ')]) {
    await find('nobody@example.org')
    await page.getByText('No workspace is found').waitFor()
    await find(what)
    if (what === dev.email) await page.getByRole('row').nth(1).waitFor()
    else await found.waitFor()
  }
  await find('fabri')
  await found.getByText('1 active').waitFor()
  await look(page, 'support-found')

  await found.getByRole('button', { name: /^Start a session/ }).click()
  const form = page.getByRole('dialog', { name: 'Look into Fabrikam Freight' })
  await form.getByLabel(/^Reason/).fill('Calls of the nightly import are refused since Monday')
  await form.getByLabel('Ticket').fill('HELP-1024')
  await look(page, 'support-start')
  await form.getByRole('button', { name: 'Start' }).click()
  await page.getByText('Inside Fabrikam Freight, read only').waitFor()
  await page.getByRole('timer').filter({ hasText: /^(29|30):\d\d left$/ }).waitFor()
  await page.getByRole('link', { name: 'Nightly import' }).waitFor()
  expect(await page.getByRole('link', { name: 'New API Key' }).count()).toBe(0)
  await look(page, 'support-keys')

  const notice = customer.page.getByText(/^sam\.support-.* of support is looking into this workspace$/)
  await notice.waitFor()
  await customer.page.getByRole('row').filter({ hasText: 'HELP-1024' }).getByText('Runs').waitFor()
  await look(customer.page, 'support-visitor')

  await page.getByRole('link', { name: 'Nightly import' }).click()
  await page.getByRole('heading', { name: 'Calls and refusals' }).waitFor()
  expect(await page.getByRole('button', { name: /Edit|Rotate|More actions/ }).count()).toBe(0)
  await look(page, 'support-key')
  await page.getByRole('link', { name: 'API keys' }).click()
  await page.getByRole('link', { name: 'Usage' }).click()
  await page.getByRole('group', { name: /^Calls and refusals of the last 30 days/ }).waitFor()
  await page.getByText('By outcome').click()
  await page.getByRole('cell', { name: 'The address is not on the list' }).waitFor()
  await look(page, 'support-usage')
  await page.getByRole('link', { name: 'IP Whitelisting' }).click()
  await page.getByRole('cell', { name: '203.0.113.0/24' }).waitFor()
  expect(await page.getByRole('button', { name: /Remove|Edit/ }).count()).toBe(0)
  await look(page, 'support-allowlist')
  await page.getByRole('link', { name: 'Explain a refusal' }).click()
  await page.getByLabel('Receipt, or the answer that holds it').fill(refused)
  await page.getByRole('button', { name: 'Explain', exact: true }).click()
  await page.getByRole('heading', { name: 'The address is not on the list' }).waitFor()
  await page.getByRole('link', { name: 'Audit log' }).click()
  await page.getByRole('button', { name: /^Show only what sam\.support-/ }).first().waitFor()
  await look(page, 'support-audit')
  await page.getByRole('link', { name: 'Security' }).click()
  await page.getByText('Only owners change it.').waitFor()
  expect(await page.getByText('Authenticator app').count()).toBe(0)
  await look(page, 'support-security')

  await page.getByRole('button', { name: 'End session' }).click()
  await page.getByRole('heading', { name: 'Support console' }).waitFor()
  await notice.waitFor({ state: 'detached' })
  await customer.page.getByRole('row').filter({ hasText: 'HELP-1024' }).getByText('Ended', { exact: true }).waitFor()
  await look(customer.page, 'support-past')
  await page.goto(`/w/${slug}/settings/public-api`)
  await page.getByText('no support session of yours runs').waitFor()
  expect([...wrong, ...customer.wrong]).toEqual([])
})

it('waits for an owner where the workspace demands it', async () => {
  const { id, slug } = await api().newWorkspace('Approving Airlines')
  await demandApproval(id)
  const staff = await Api.newPerson(dev, 'Robin Support', { staff: true })
  const customer = await signedIn(`/w/${slug}/settings/public-api`)
  await customer.page.getByText('No keys yet').waitFor()
  const { page, wrong } = await signedIn('/support', staff)
  const ask = async () => {
    await page.getByLabel('Search', { exact: true }).fill(slug)
    await page.getByRole('button', { name: 'Search' }).click()
    await page.getByRole('button', { name: /^Start a session/ }).click()
    const form = page.getByRole('dialog')
    await form.getByText('This workspace lets nobody in without an owner.').waitFor()
    await form.getByLabel(/^Reason/).fill('No key works')
    await form.getByText('10 min').click()
    return form
  }
  const form = await ask()
  await look(page, 'support-ask')
  await form.getByRole('button', { name: 'Ask' }).click()
  const mine = page.getByRole('region', { name: 'Your sessions' })
  await mine.getByText('Waits for an owner').waitFor()
  await look(page, 'support-waiting')

  await customer.page.getByText(/^robin\.support-.* of support asks to look into this workspace$/).waitFor()
  await look(customer.page, 'support-request')
  await customer.page.getByRole('button', { name: 'Refuse' }).click()
  await customer.page.getByText('Refused. They see nothing.').waitFor()
  await mine.waitFor({ state: 'detached' })

  await (await ask()).getByRole('button', { name: 'Ask' }).click()
  await customer.page.getByRole('button', { name: 'Let them in' }).click()
  await customer.page.getByText(/^robin\.support-.* of support is looking into this workspace$/).waitFor()
  await mine.getByText('Runs').waitFor()
  await mine.getByRole('link', { name: /^Look into/ }).click()
  await page.getByText('No keys yet').waitFor()

  await customer.page.getByRole('button', { name: 'End session' }).click()
  await page.getByRole('heading', { name: 'Your support session is over' }).waitFor()
  await page.getByText('It was ended before its time').waitFor()
  await look(page, 'support-ended')
  await page.getByRole('link', { name: 'To the support console' }).click()
  await page.getByRole('heading', { name: 'Support console' }).waitFor()
  expect([...wrong, ...customer.wrong]).toEqual([])
})

it('says that the time has run out, and leads back', async () => {
  const { id, slug } = await api().newWorkspace('Running Out')
  const staff = await Api.newPerson(dev, 'Kim Support', { staff: true })
  await startSession(staff, id)
  const soon = (seconds: number) =>
    sql(dev, `BEGIN; SET LOCAL latchkey.workspace_id = '${id}'; UPDATE latchkey.support_session SET ends_at = clock_timestamp() + interval '${seconds} seconds'; COMMIT`)
  soon(230)
  const { page, wrong } = await signedIn(`/w/${slug}/settings/audit`, staff)
  await page.getByRole('timer').filter({ hasText: /^0[23]:\d\d left$/ }).waitFor()
  await page.getByText('minutes are left.').waitFor({ state: 'attached' })
  await page.getByRole('button', { name: /^Show only what kim\.support-/ }).first().waitFor()
  soon(10) // the page is told of it long before
  await page.getByRole('heading', { name: 'Your support session is over' }).waitFor()
  await page.getByText('Its time has run out.').waitFor()
  await look(page, 'support-over')
  await page.getByRole('link', { name: 'To the support console' }).click()
  await page.getByRole('heading', { name: 'Support console' }).waitFor()
  expect(wrong).toEqual([])
})

it('is not there for anybody else', async () => {
  const { slug } = await api().newWorkspace('Not Staff')
  const { page, wrong } = await signedIn(`/w/${slug}/settings/public-api`)
  await page.getByRole('button', { name: /^Signed in as:/ }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).waitFor()
  expect(await page.getByRole('menuitem', { name: 'Support console' }).count()).toBe(0)
  await page.goto('/support')
  await page.getByRole('heading', { name: 'Not found' }).waitFor()
  const other = await Api.newPerson(dev, 'Nobody Special')
  const stranger = await signedIn(`/w/${slug}/settings/public-api`, other)
  await stranger.page.getByText('or you do not belong to it.').waitFor()
  expect([...wrong, ...stranger.wrong]).toEqual([])
})
