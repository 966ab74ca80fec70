// Starts the built program with a small demonstration county of its own, and stops it.
//
// `WHERRY_ADDRESS` names one that is already running (main.mjs starts one for all test files);
// `WHERRY_BINARY` names the program, which otherwise is the one that `cargo build` made.

import { execFile, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

export const ROOT = fileURLToPath(new URL('../../../', import.meta.url))
export const BINARY = process.env.WHERRY_BINARY || join(ROOT, process.env.CARGO_TARGET_DIR || 'target', 'debug/wherry')

/** The county that every browser test sees: small, and the same each time. */
export const COUNTY = { people: 2000, seed: 1, today: '2026-11-22' }

/** A release of the Department's, where the public data stands beside the checkout; without it there is nothing to compare. */
const RELEASE = join(process.env.WHERRY_PUBLIC_DATA || join(ROOT, '../shared/data'), 'dfe/ehcp_2025.zip')
export const releaseIsHere = existsSync(RELEASE)

/** Uses the county that is already running, or starts one; `stop` ends only what this started. */
export async function demonstration() {
  const { WHERRY_ADDRESS: base, WHERRY_DATA: data } = process.env
  return base ? { base, data, stop: async () => {} } : startDemonstration()
}

export async function startDemonstration({ people, seed, today } = COUNTY) {
  if (!existsSync(BINARY)) throw new Error(`${BINARY} is not there: run cargo build, or set WHERRY_BINARY.`)
  const data = await mkdtemp(join(tmpdir(), 'wherry-browser-'))
  const port = await freePort()
  const told = ['demo', '--people', people, '--seed', seed, '--today', today, '--data', data].map(String)
  const run = (words) => promisify(execFile)(BINARY, words, { cwd: ROOT, timeout: 300_000 })
  await run([...told, '--only-make'])
  if (releaseIsHere) await run(['import', 'dfe-ehcp', RELEASE, '--database', `sqlite:${join(data, 'county.db')}`])
  const child = spawn(BINARY, [...told, '--port', String(port)], { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] })
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) {
      const gone = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGTERM')
      const late = setTimeout(() => child.kill('SIGKILL'), 5_000)
      await gone
      clearTimeout(late)
    }
    await rm(data, { recursive: true, force: true })
  }
  try {
    return { base: await address(child), data, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/** Reads the program's output until it says where it is ready. */
function address(child) {
  return new Promise((resolve, reject) => {
    let said = ''
    const late = setTimeout(() => reject(new Error(`The program was not ready within 3 minutes. It said:\n${said}`)), 180_000)
    const listen = (bytes) => {
      said += bytes
      const ready = /Wherry is ready at (http:\/\/[^\s]+)/.exec(said)
      if (ready) {
        clearTimeout(late)
        resolve(ready[1])
      }
    }
    child.stdout.on('data', listen)
    child.stderr.on('data', listen)
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`The program ended with ${code} before it was ready. It said:\n${said}`)))
  })
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })
}
