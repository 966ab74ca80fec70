// axe-core with every rule it has, best practice included. It sees less than half of the criteria; the other checks
// in this folder look for some of what it cannot.

import { AxeBuilder } from '@axe-core/playwright'

export async function axe(visitor) {
  const { violations } = visitor.javaScript ? await analyse(visitor.page) : await analyseTwin(visitor)
  return violations.map(({ id, help, nodes }) => {
    const where = nodes.slice(0, 3).map((node) => node.target.join(' ')).join('; ')
    return `axe ${id}: ${help}: ${where}${nodes.length > 3 ? ` and ${nodes.length - 3} more` : ''}`
  })
}

function analyse(page) {
  return new AxeBuilder({ page }).setLegacyMode(true).analyze()
}

/** axe needs timers, which a browser without JavaScript has not: so it sees the same page in a twin that runs no script of the page's. */
async function analyseTwin(visitor) {
  const body = await visitor.page.content()
  const context = await visitor.context.browser().newContext({ viewport: visitor.page.viewportSize() })
  try {
    const page = await context.newPage()
    await page.route('**/*', (route) => {
      const request = route.request()
      if (request.isNavigationRequest()) return route.fulfill({ contentType: 'text/html; charset=utf-8', body })
      return request.resourceType() === 'script' ? route.abort() : route.continue()
    })
    await page.goto(visitor.document.url)
    return await analyse(page)
  } finally {
    await context.close()
  }
}
