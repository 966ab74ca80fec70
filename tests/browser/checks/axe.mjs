// axe-core with every rule it has, best practice included. It sees less than half of the criteria; the other checks
// in this folder look for some of what it cannot.

import { AxeBuilder } from '@axe-core/playwright'

export async function axe(visitor) {
  const { violations } = await new AxeBuilder({ page: visitor.page }).setLegacyMode(true).analyze()
  return violations.map(({ id, help, nodes }) => {
    const where = nodes.slice(0, 3).map((node) => node.target.join(' ')).join('; ')
    return `axe ${id}: ${help}: ${where}${nodes.length > 3 ? ` and ${nodes.length - 3} more` : ''}`
  })
}
