// A form that was filled in wrongly says so the way the design system does: the title, the summary with focus on it,
// links that lead to the fields, messages tied to them, and nothing that was typed is lost.

/** `kept` is what was typed, by the name of the field: it must still be there. */
export async function errorPage(visitor, kept = {}) {
  const { page } = visitor
  const problems = []
  const title = await page.title()
  if (!title.startsWith('Error: ')) problems.push(`errors: the title "${title}" does not start with "Error: "`)
  const summary = page.locator('.govuk-error-summary')
  if ((await summary.count()) !== 1) return [...problems, 'errors: there is no error summary']
  if (visitor.javaScript && !(await summary.evaluate((element) => element === document.activeElement || element.contains(document.activeElement)))) {
    problems.push('errors: the summary does not have focus')
  }
  const links = summary.locator('ul a')
  const count = await links.count()
  if (count === 0) problems.push('errors: the summary links to no field')
  for (let index = 0; index < count; index += 1) problems.push(...(await follow(visitor, links.nth(index))))
  for (const [name, value] of Object.entries(kept)) {
    const field = page.locator(`[name="${name}"]`)
    const now = (await field.count()) === 0 ? null : await field.first().evaluate((element, wanted) => {
      if (element.type !== 'radio' && element.type !== 'checkbox') return element.value
      const chosen = [...document.getElementsByName(element.name)].filter((peer) => peer.checked).map((peer) => peer.value)
      return chosen.includes(wanted) ? wanted : chosen.join(', ')
    }, value)
    if (now !== value) problems.push(`errors: "${name}" was "${value}" and now is "${now}"`)
  }
  return problems
}

async function follow(visitor, link) {
  const { page } = visitor
  const text = (await link.innerText()).trim()
  const href = (await link.getAttribute('href')) ?? ''
  if (!href.startsWith('#')) return [`errors: "${text}" links to ${href}, not to a field`]
  const told = await page.evaluate(([id, message]) => {
    const field = document.getElementById(id)
    if (!field) return 'missing'
    if (!field.matches('input, select, textarea, button')) return 'no field'
    const group = field.closest('fieldset')
    const described = [field, group].flatMap((element) => (element?.getAttribute('aria-describedby') ?? '').split(/\s+/)).filter(Boolean)
    const near = described.map((description) => document.getElementById(description)?.textContent ?? '').join(' ')
    return near.replace(/\s+/g, ' ').includes(message) ? 'fine' : 'silent'
  }, [href.slice(1), text])
  if (told === 'missing') return [`errors: "${text}" links to ${href}, which is not on the page`]
  if (told === 'no field') return [`errors: "${text}" links to ${href}, which nobody can type into`]
  const problems = told === 'silent' ? [`errors: the field ${href} does not say "${text}" itself`] : []
  if (visitor.javaScript) {
    await link.click()
    const focused = await page.evaluate(() => document.activeElement?.id)
    if (focused !== href.slice(1)) problems.push(`errors: following "${text}" puts focus on "${focused}", not on ${href}`)
  }
  return problems
}
