// The design system's gallery: pages of `platform/govuk` with every common component, written by its example program
// and served here with the headers that the real program sends.

import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { dirname, extname, join } from 'node:path'
import { promisify } from 'node:util'
import { BINARY, ROOT } from './server.mjs'

const PROGRAM = join(dirname(BINARY), 'examples/gallery')

const TYPES = { '.html': 'text/html; charset=utf-8', '.css': 'text/css; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.svg': 'image/svg+xml', '.txt': 'text/plain; charset=utf-8' }

/** The content policy as the source of `platform/web` has it, so that the two cannot differ. */
async function policy() {
  const source = await readFile(join(ROOT, 'platform/web/src/headers.rs'), 'utf8')
  const [, text] = /CONTENT_SECURITY_POLICY: &str = "([^"]+)"/.exec(source)
  return text.replace(/\\\s+/g, '')
}

export async function gallery() {
  if (!existsSync(PROGRAM)) throw new Error(`${PROGRAM} is not there: cargo build -p govuk --example gallery.`)
  const folder = await mkdtemp(join(tmpdir(), 'wherry-gallery-'))
  await promisify(execFile)(PROGRAM, [folder], { cwd: ROOT })
  const pages = (await readdir(folder)).filter((file) => file.endsWith('.html')).sort()
  const headers = { 'content-security-policy': await policy(), 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' }
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost')
    const bytes = await readFile(join(folder, pathname)).catch(() => null)
    response.writeHead(bytes ? 200 : 404, { ...headers, 'content-type': TYPES[extname(pathname)] ?? 'application/octet-stream' })
    response.end(bytes ?? '')
  })
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  const stop = async () => {
    await new Promise((resolve) => server.close(resolve))
    await rm(folder, { recursive: true })
  }
  return { base: `http://127.0.0.1:${server.address().port}`, pages, stop }
}
