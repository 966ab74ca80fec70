// Anybody sees how an authority does beside England and its statistical neighbours.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pass } from '../checks/gate.mjs'
import { county } from '../harness/county.mjs'
import { Hand } from '../harness/hand.mjs'
import { releaseIsHere } from '../harness/server.mjs'

const { visit } = county()

const skip = releaseIsHere ? false : 'left out: the public data is not beside the checkout (WHERRY_PUBLIC_DATA)'

for (const javaScript of [true, false]) {
  test(`the charts have their tables and their numbers to take away, JavaScript ${javaScript ? 'on' : 'off'}`, { skip }, async () => {
    await visit({ javaScript }, async (visitor) => {
      // Given somebody who is not signed in, on a site that holds the Department's release
      assert.equal(await visitor.open('/performance'), 200)

      // When they choose an authority
      const anybody = new Hand(visitor)
      await visitor.page.locator('select[name="authority"]').selectOption({ label: 'Norfolk' })
      await anybody.page.locator('main form button').first().click()
      await visitor.page.waitForURL(/authority=/)
      await visitor.settle()

      // Then each chart has its table beneath, and the numbers can be taken away
      const charts = await visitor.page.locator('main figure svg').count()
      assert.ok(charts > 0, 'there is a chart')
      assert.ok((await visitor.page.locator('main table').count()) >= charts, 'each chart has a table')
      assert.match(await visitor.text(), /England/)
      await pass(visitor, `performance-norfolk${javaScript ? '' : '-without-javascript'}`)
      const csv = await visitor.page.locator('main a[href*=".csv"]').first().getAttribute('href')
      const answer = await visitor.context.request.get(new URL(csv, visitor.document.url).href)
      assert.equal(answer.status(), 200)
      assert.match(answer.headers()['content-type'], /text\/csv/)
      assert.ok((await answer.text()).trim().split('\n').length > 2, 'the download has rows')
    })
  })
}
