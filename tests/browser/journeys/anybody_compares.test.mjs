// Anybody sees how an authority does beside England and its statistical neighbours.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { county } from '../harness/county.mjs'

const { visit } = county()

for (const javaScript of [true, false]) {
  test(`the chart has its table and its numbers to take away, JavaScript ${javaScript ? 'on' : 'off'}`, async () => {
    await visit({ javaScript }, async (visitor) => {
      // Given somebody who is not signed in
      assert.equal(await visitor.open('/performance'), 200)

      // When they look at a chart
      const charts = visitor.page.locator('figure svg')
      const tables = visitor.page.locator('table')
      assert.ok((await charts.count()) > 0, 'there is a chart')
      assert.ok((await tables.count()) > 0, 'there is a table beneath')
      const csv = await visitor.page.locator('a[href*=".csv"], a[href*="csv"]').first().getAttribute('href')

      // Then the numbers can be taken away
      const answer = await visitor.context.request.get(new URL(csv, visitor.document.url).href)
      assert.equal(answer.status(), 200)
      assert.match(answer.headers()['content-type'], /text\/csv/)
      assert.ok((await answer.text()).split('\n').length > 2, 'the download has rows')
    })
  })
}
