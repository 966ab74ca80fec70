// The gate that every page passes, in every state and at every width.

import { axe } from './axe.mjs'
import { brand } from './brand.mjs'
import { html } from './html.mjs'
import { keyboard, skipLink } from './keyboard.mjs'
import { headers, noComplaints, ownRequestsOnly } from './network.mjs'
import { outline } from './outline.mjs'
import { reading } from './reading.mjs'
import { reflow, textSpacing } from './reflow.mjs'

/** A small telephone, or a wide window at 400 per cent; a tablet; a desktop. */
export const WIDTHS = [320, 768, 1280]

/** Widths of the pictures that people look at. */
export const PICTURES = [360, 1280]

/**
 * Every problem of the page the visitor is on. `family`: it is read by families, so its words are plain.
 * `sample`: it shows components one after the other, so its headings make no outline.
 */
export async function problemsOf(visitor, { family = false, sample = false } = {}) {
  await visitor.settle()
  const problems = []
  for (const check of [html, skipLink, headers, brand, ...(sample ? [] : [outline])]) problems.push(...(await check(visitor)))
  if (family) problems.push(...(await reading(visitor)))
  for (const width of WIDTHS) {
    await visitor.resize(width)
    const found = [...(await axe(visitor)), ...(await reflow(visitor)), ...(await textSpacing(visitor))]
    problems.push(...found.map((problem) => `${problem} [${width} px]`))
  }
  problems.push(...(await keyboard(visitor)), ...(await ownRequestsOnly(visitor)), ...(await noComplaints(visitor)))
  return problems
}

/** Fails with every problem at once, and with nothing else: where the check stands in the code says nothing of the page. */
export function none(problems, what) {
  if (problems.length === 0) return
  const failure = new Error(`${what}:\n  ${problems.join('\n  ')}`)
  failure.stack = failure.message
  throw failure
}

/** Passes the page through the gate and keeps its pictures. */
export async function pass(visitor, name, options = {}) {
  const problems = await problemsOf(visitor, options)
  for (const width of PICTURES) {
    await visitor.resize(width)
    await visitor.picture(`${name}-${width}`)
  }
  none(problems, name)
}
