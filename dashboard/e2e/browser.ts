import axe from 'axe-core'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest'
import { Api } from './api'

const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium'
const screenshots = join(import.meta.dirname, '../screenshots')
const viewer = '192.0.2.10' // where the browser's requests come from, as a proxy would say
const widths = [360, 768, 1440] as const

// Window is a browser window in which nothing may go wrong unnoticed.
export interface Window {
  page: Page
  context: BrowserContext
  wrong: string[] // what the page complained about, and requests to other hosts
}

let browser: Browser
let owner: Api
let contexts: BrowserContext[] = [] // of the test that runs

// api asks the admin API as the owner that signedIn windows belong to, too.
export const api = (): Api => owner

// useBrowser starts a browser for a file of tests, and signs its owner in.
export function useBrowser(): void {
  beforeAll(async () => {
    owner = await Api.signIn(inject('dev'))
    mkdirSync(screenshots, { recursive: true })
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'] })
  })
  afterEach(async () => {
    const ended = contexts
    contexts = []
    await Promise.all(ended.map((context) => context.close()))
  })
  afterAll(() => browser.close())
}

// open opens a window that nobody is signed in to. The viewer is in New York.
export async function open(adminURL = inject('dev').adminURL): Promise<Window> {
  const context = await browser.newContext({ baseURL: adminURL, viewport: { width: 1440, height: 900 }, timezoneId: 'America/New_York', locale: 'en-US', extraHTTPHeaders: { 'X-Forwarded-For': viewer } })
  contexts.push(context)
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: adminURL })
  context.setDefaultTimeout(30_000)
  const page = await context.newPage()
  const wrong: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') wrong.push(`console: ${message.text()}`)
  })
  page.on('pageerror', (error) => wrong.push(`error: ${error.message}`))
  page.on('request', (request) => {
    if (!request.url().startsWith(adminURL) && !request.url().startsWith('data:')) wrong.push(`request: ${request.url()}`)
  })
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => console.error(`CSP: ${event.violatedDirective} ${event.blockedURI}`))
  })
  return { page, context, wrong }
}

// signedIn opens a window at a path, as the demo's owner, or as the person that an Api asks for.
export async function signedIn(path: string, as = owner): Promise<Window> {
  const window = await open()
  const [name = '', value = ''] = as.cookie.split('=', 2)
  await window.context.addCookies([{ name, value, url: inject('dev').adminURL, httpOnly: true, sameSite: 'Lax' }])
  await window.page.goto(path)
  return window
}

// answered waits for the answer to a GraphQL request with these words.
export const answered = (page: Page, words: string) => page.waitForResponse((answer) => answer.request().postData()?.includes(words) ?? false)

// signIn fills in the sign-in screen.
export async function signIn(page: Page, password = inject('dev').password, email = inject('dev').email): Promise<void> {
  await page.getByLabel('E-mail address').fill(email)
  await page.getByLabel(/^Password/).fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}

// look looks at the page as it is: in both schemes axe must find nothing serious, and at three widths nothing
// may scroll sideways. The screenshots are for people to look at.
export async function look(page: Page, name: string): Promise<void> {
  const size = page.viewportSize()
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    for (const width of widths) {
      await page.setViewportSize({ width, height: width === 360 ? 740 : 900 })
      await settled(page)
      const beyond = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
      await expect.poll(beyond, { message: `${name} scrolls sideways at ${width} px` }).toBe(0)
      await page.screenshot({ path: join(screenshots, `${name}-${colorScheme}-${width}.png`) })
      if (width !== 768) expect((await accessibility(page)).join('\n'), `${name}, ${colorScheme}, ${width} px`).toBe('')
    }
  }
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: null })
  if (size) await page.setViewportSize(size)
}

// settled waits until nothing moves any more.
async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next)))
    const finite = document.getAnimations().filter((animation) => animation.effect?.getComputedTiming().endTime !== Infinity)
    await Promise.all(finite.map((animation) => animation.finished.catch(() => undefined)))
  })
}

// accessibility is what axe finds that is serious or worse.
async function accessibility(page: Page): Promise<string[]> {
  await page.evaluate(axe.source)
  return page.evaluate(async () => {
    const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run({ resultTypes: ['violations'] })
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes.map((node) => `${node.html.slice(0, 160)} ${node.any[0]?.message ?? ''}`).join(' | ')}`)
  })
}
