// A person at a browser: opens pages, and remembers what the browser asked for, was given and complained of.
//
// A visitor has a fresh browser context, so no cookies and an empty cache, which is what a first view is.

import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'

const OUTPUT = fileURLToPath(new URL('../../../test-output/', import.meta.url))

const ARGUMENTS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Chromium refuses its sandbox to root, which is who runs it in a container.
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])
]

/** Starts the browser that all visitors of a test file share. */
export async function openBrowser() {
  return chromium.launch({ executablePath: process.env.WHERRY_CHROMIUM || '/usr/bin/chromium', headless: true, args: ARGUMENTS })
}

export class Visitor {
  /** Everything the browser asked for: {url, type, size in bytes over the wire once finished}. */
  requests = []
  /** What the browser complained of: console errors, refused by policy, exceptions. */
  complaints = []
  /** The last HTML document the server sent to the page: {url, status, headers, text}. */
  document = null
  /** The texts of scripts and style sheets by address. */
  assets = new Map()

  #reading = []

  /** A visitor to the site at `base`; `javaScript: false` is a browser without it. */
  static async arrive(browser, base, { width = 1280, height = 900, javaScript = true, ...more } = {}) {
    const visitor = new Visitor()
    visitor.base = base
    visitor.javaScript = javaScript
    visitor.context = await browser.newContext({ viewport: { width, height }, javaScriptEnabled: javaScript, locale: 'en-GB', timezoneId: 'Europe/London', ...more })
    visitor.page = await visitor.context.newPage()
    visitor.page.setDefaultTimeout(15_000)
    await visitor.#listen()
    return visitor
  }

  async #listen() {
    const { page } = this
    page.on('console', (message) => {
      // A page that is meant to be missing or refused is reported by its status, not by the console.
      if (message.type() === 'error' && !/status of (4|5)\d\d/.test(message.text())) this.complaints.push(message.text())
    })
    page.on('pageerror', (error) => this.complaints.push(String(error)))
    page.on('request', (request) => this.requests.push({ url: request.url(), type: request.resourceType(), size: 0 }))
    page.on('response', (response) => this.#reading.push(this.#read(response).catch(() => {})))
    const wire = await this.context.newCDPSession(page)
    await wire.send('Network.enable')
    const urls = new Map()
    wire.on('Network.requestWillBeSent', (event) => urls.set(event.requestId, event.request.url))
    wire.on('Network.loadingFinished', (event) => {
      const request = this.requests.findLast((request) => request.url === urls.get(event.requestId))
      if (request) request.size += event.encodedDataLength
    })
  }

  async #read(response) {
    const type = response.headers()['content-type'] ?? ''
    if (response.request().isNavigationRequest() && response.frame() === this.page.mainFrame()) {
      if (response.status() >= 300 && response.status() < 400) return
      const document = { url: response.url(), status: response.status(), headers: response.headers(), text: '' }
      this.document = document
      document.text = await response.text()
    } else if (/css|javascript|json|svg|html/.test(type)) {
      this.assets.set(response.url(), await response.text())
    } else {
      this.assets.set(response.url(), '')
    }
  }

  /** Waits until everything the page asked for has been read. */
  async settle() {
    await this.page.waitForLoadState('load')
    while (this.#reading.length > 0) await this.#reading.shift()
  }

  /** Opens a page by its path and returns the status it was answered with. */
  async open(path) {
    await this.page.goto(new URL(path, this.base).href, { waitUntil: 'load' })
    await this.settle()
    return this.document?.status
  }

  /** Presses the button, or follows the link, that has this name, and waits for the next page. */
  async press(name) {
    const places = [this.page.getByRole('main'), this.page]
    const kinds = places.flatMap((place) => [place.getByRole('button', { name }), place.getByRole('link', { name })])
    // The page's own controls come before those of the header.
    let control = kinds[0]
    for (const kind of kinds) {
      if ((await kind.count()) === 0) continue
      control = kind
      break
    }
    control = control.first()
    await this.through(() => control.click())
  }

  /** Does something that leads to another document. */
  async through(action) {
    const next = this.page.waitForEvent('framenavigated', (frame) => frame === this.page.mainFrame())
    await action()
    await next
    await this.settle()
  }

  /** Presses a key that leads to another document, for who uses no mouse. */
  async pressKey(key) {
    await this.through(() => this.page.keyboard.press(key))
  }

  /** Forgets what happened so far, so that the next page is looked at by itself. */
  async forget() {
    await this.settle()
    this.requests.length = 0
    this.complaints.length = 0
  }

  async heading() {
    return (await this.page.locator('h1').first().innerText()).trim()
  }

  async title() {
    return this.page.title()
  }

  async text() {
    return this.page.locator('body').innerText()
  }

  async resize(width, height = 900) {
    await this.page.setViewportSize({ width, height })
  }

  /** Keeps a picture of the whole page in test-output/screenshots/, or in `folder`. */
  async picture(name, folder = join(OUTPUT, 'screenshots')) {
    await mkdir(folder, { recursive: true })
    await this.page.screenshot({ path: join(folder, `${name}.png`), fullPage: true, animations: 'disabled' })
  }

  async leave() {
    await this.context.close()
  }
}
