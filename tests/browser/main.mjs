// Runs every browser test against one demonstration county: `node tests/browser/main.mjs`.
// One file alone, with a county of its own: `node --test tests/browser/journeys/….test.mjs`.

import { spawn } from 'node:child_process'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { startDemonstration } from './harness/server.mjs'

const here = fileURLToPath(new URL('.', import.meta.url))
const files = (await readdir(here, { recursive: true })).filter((file) => file.endsWith('.test.mjs')).sort().map((file) => join(here, file))

const county = await startDemonstration()
const child = spawn(process.execPath, ['--test', '--test-reporter=spec', '--test-concurrency=1', '--test-timeout=900000', ...files], {
  stdio: ['ignore', 'inherit', 'inherit'],
  env: { ...process.env, WHERRY_ADDRESS: county.base, WHERRY_DATA: county.data }
})
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => child.kill(signal))
const code = await new Promise((resolve) => child.once('exit', (code) => resolve(code ?? 1)))
await county.stop()
process.exit(code)
