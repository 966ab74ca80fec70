// Every page of the table, in every state: the gate at every width, a light first view, a title of its own.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { errorPage } from './checks/errors.mjs'
import { none, pass } from './checks/gate.mjs'
import { weight } from './checks/network.mjs'
import { sharedTitles } from './checks/outline.mjs'
import { county } from './harness/county.mjs'
import { pages } from './pages.mjs'

const { visit } = county()
const titles = []

for (const { name, path, reach, as, family, status = 200, states = [] } of pages) {
  const open = reach ?? ((visitor) => visitor.open(path))

  test(name, async () => {
    await visit({ as }, async (visitor) => {
      if (as) await visitor.forget()
      await open(visitor)
      assert.equal(visitor.document.status, status, `${name} was answered with ${visitor.document.status}`)
      if (path && !as) none(await weight(visitor), `the first view of ${name}`)
      const title = await visitor.title()
      // The same address seen by somebody else, or narrowed in another way, is the same page.
      const address = path?.split('?')[0] ?? name
      if (!titles.some(([known]) => known === address)) titles.push([address, title])
      await pass(visitor, name, { family })
    })
  })

  for (const state of states) {
    test(`${name}, ${state.name}`, async () => {
      await visit({ as }, async (visitor) => {
        await open(visitor)
        const before = await visitor.title()
        await state.reach(visitor)
        if (state.name === 'error') none(await errorPage(visitor), `${name}, ${state.name}`)
        assert.notEqual(await visitor.title(), before, 'the state has a title of its own')
        await pass(visitor, `${name}-${state.name}`)
      })
    })
  }
}

test('no two pages share a title', () => {
  none(sharedTitles(titles), 'titles')
})
