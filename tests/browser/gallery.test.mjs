// Every common component, as the design system's gallery shows it, passes the gate of every page.

import { after, before, test } from 'node:test'
import { none, pass } from './checks/gate.mjs'
import { sharedTitles } from './checks/outline.mjs'
import { gallery } from './harness/gallery.mjs'
import { openBrowser, Visitor } from './harness/visitor.mjs'

let browser, site
before(async () => {
  site = await gallery()
  browser = await openBrowser()
})
after(async () => {
  await browser?.close()
  await site?.stop()
})

test('every page of the gallery', async (context) => {
  const titles = []
  for (const page of site.pages) {
    for (const javaScript of [true, false]) {
      await context.test(`${page}, JavaScript ${javaScript ? 'on' : 'off'}`, async () => {
        const visitor = await Visitor.arrive(browser, site.base, { javaScript })
        try {
          await visitor.open(`/${page}`)
          if (javaScript) titles.push([page, await visitor.title()])
          await pass(visitor, `gallery-${page.replace('.html', '')}${javaScript ? '' : '-without-javascript'}`, { sample: true })
        } finally {
          await visitor.leave()
        }
      })
    }
  }
  none(sharedTitles(titles), 'titles')
})
