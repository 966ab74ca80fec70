// What a test file needs to begin: the county, a browser, and visitors who always leave.

import { after, before } from 'node:test'
import { become } from './become.mjs'
import { demonstration } from './server.mjs'
import { openBrowser, Visitor } from './visitor.mjs'

/**
 * Call once at the top of a test file. `visit(options, act)` opens a fresh browser for `act(visitor)`:
 * `{ as, width, javaScript }`, where `as` names one of the demonstration's people.
 */
export function county() {
  const shared = { browser: null, base: null, data: null }
  let running
  before(async () => {
    running = await demonstration()
    shared.base = running.base
    shared.data = running.data
    shared.browser = await openBrowser()
  })
  after(async () => {
    await shared.browser?.close()
    await running?.stop()
  })
  shared.visit = async ({ as, ...options }, act) => {
    const visitor = await Visitor.arrive(shared.browser, shared.base, options)
    try {
      if (as) await become(visitor, as)
      return await act(visitor)
    } finally {
      await visitor.leave()
    }
  }
  return shared
}
