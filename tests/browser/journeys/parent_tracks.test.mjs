// A parent follows a request: where is it, who has it, what happens next and by when, what can I do.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pass } from '../checks/gate.mjs'
import { county } from '../harness/county.mjs'

const { visit } = county()

for (const javaScript of [true, false]) {
  test(`the tracker answers the five questions, JavaScript ${javaScript ? 'on' : 'off'}`, async () => {
    await visit({ as: 'parent', javaScript, width: 360 }, async (visitor) => {
      // Given a parent with a request that is being assessed
      await visitor.open('/my')
      await pass(visitor, `my${javaScript ? '' : '-without-javascript'}`, { family: true })

      // When they open it
      await visitor.press(/See where it is/)

      // Then it says where, who, what next, by when, and what they can do
      const text = await visitor.text()
      for (const question of ['Where is it?', 'Who has it?', 'What happens next?', 'By when?', 'What you can do']) assert.ok(text.includes(question), question)
      await pass(visitor, `tracker${javaScript ? '' : '-without-javascript'}`, { family: true })
    })
  })
}

test('a parent sees their own child and no other', async () => {
  // Given the address of somebody else's tracker
  const others = await visit({ as: 'parentOfTwo' }, async (visitor) => {
    await visitor.open('/my')
    return visitor.page.locator('a[href^="/my/"]').evaluateAll((links) => links.map((link) => link.getAttribute('href')))
  })
  assert.ok(others.length >= 1, 'the other parent has a child with a case')
  await visit({ as: 'parent' }, async (visitor) => {
    for (const address of others) {
      // When this parent opens it
      const status = await visitor.open(address)

      // Then it is as if it were not there
      assert.equal(status, 404)
      assert.ok(!(await visitor.text()).includes('Where is it?'))
    }
  })
})
