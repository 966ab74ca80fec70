// The page by keyboard alone: the skip link comes first, every control is reached in the order of the page, focus can
// be seen and is not covered, and nothing traps it (WCAG 2.1.1, 2.1.2, 2.4.1, 2.4.3, 2.4.7, 2.4.11).

const MOST_CONTROLS = 400

/** Numbers the controls in the order of the document and notes how each looks without focus. */
function number() {
  const FOCUSABLE = 'a[href], button, input, select, textarea, summary, [tabindex], audio[controls], video[controls]'
  const look = (element) => {
    const parts = []
    for (const near of [element, element.nextElementSibling, element.parentElement, ...[...element.querySelectorAll('*')].slice(0, 6)]) {
      if (!near) continue
      for (const pseudo of [null, '::before', '::after']) {
        const style = getComputedStyle(near, pseudo)
        const outline = style.outlineStyle === 'none' || style.outlineWidth === '0px' ? '' : `${style.outlineWidth}${style.outlineColor}`
        parts.push(outline, style.boxShadow, style.borderTopColor, style.borderTopWidth, style.borderBottomWidth, style.backgroundColor)
      }
    }
    return parts.join('|')
  }
  // A browser goes on from where focus was last, so it is first taken to the very start of the page.
  document.body.tabIndex = -1
  document.body.focus()
  document.body.removeAttribute('tabindex')
  window.getSelection()?.removeAllRanges()
  window.scrollTo(0, 0)
  const state = { look, looks: [], list: [] }
  const groups = new Set()
  for (const element of document.querySelectorAll(FOCUSABLE)) {
    if (element.disabled || element.type === 'hidden' || element.tabIndex < 0 || element.closest('[inert]')) continue
    if (!element.checkVisibility({ visibilityProperty: true })) continue
    // Only the first of a group of radio buttons, or the chosen one, is a stop of the Tab key.
    if (element.type === 'radio') {
      const group = `${element.form?.id ?? ''}/${element.name}`
      const peers = [...document.querySelectorAll(`input[type=radio][name="${CSS.escape(element.name)}"]`)]
      const chosen = peers.find((peer) => peer.checked)
      if (groups.has(group) || (chosen && chosen !== element)) continue
      groups.add(group)
    }
    state.looks.push(look(element))
    state.list.push(element)
  }
  window.wherryWalk = state
  return state.list.map((element) => ({
    name: `${element.tagName.toLowerCase()} "${(element.innerText || element.name || element.id || '').replace(/\s+/g, ' ').trim().slice(0, 40)}"`,
    positive: element.tabIndex > 0
  }))
}

/** Where focus is now, whether it shows, and whether anything lies over it. */
function stop() {
  const { list, looks, look } = window.wherryWalk
  const element = document.activeElement
  if (!element || element === document.body || element === document.documentElement) return { at: 'out' }
  const at = list.indexOf(element)
  const scrolls = element.scrollWidth > element.clientWidth || element.scrollHeight > element.clientHeight
  if (at < 0) return { at: 'other', scrolls, name: `${element.tagName.toLowerCase()}.${element.className}` }
  // What can be seen of it: a tall field may reach beyond the window.
  const box = element.getClientRects()[0] ?? element.getBoundingClientRect()
  const [left, right] = [Math.max(box.left, 0), Math.min(box.right, window.innerWidth)]
  const [top, bottom] = [Math.max(box.top, 0), Math.min(box.bottom, window.innerHeight)]
  const inside = right > left && bottom > top
  const [x, y] = [(left + right) / 2, (top + bottom) / 2]
  const over = inside ? document.elementFromPoint(x, y) : null
  const related = over && (element.contains(over) || over.contains(element) || over.closest('label')?.control === element)
  return { at, shows: look(element) !== looks[at], inside, covered: inside && !related ? `${over?.tagName.toLowerCase()}.${over?.className}` : '' }
}

export async function keyboard(visitor) {
  const { page } = visitor
  const controls = await page.evaluate(number)
  const problems = controls.filter(({ positive }) => positive).map(({ name }) => `keyboard: ${name} has a positive tabindex`)
  if (controls.length > MOST_CONTROLS) return [...problems, `keyboard: ${controls.length} controls on one page are too many to walk`]
  const reached = []
  for (let presses = 0; presses <= controls.length + 20; presses += 1) {
    await page.keyboard.press('Tab')
    const here = await page.evaluate(stop)
    if (here.at === 'out' || here.at === reached[0]) break
    if (here.at === 'other') {
      // A browser lets people scroll a box that has no control in it; anything else has no business being a stop.
      if (!here.scrolls) problems.push(`keyboard: focus stops at ${here.name}, which is no control`)
      continue
    }
    const { name } = controls[here.at]
    if (here.at === reached.at(-1)) {
      problems.push(`keyboard: ${name} traps focus`)
      break
    }
    if (!here.shows) problems.push(`keyboard: focus does not show on ${name}`)
    if (!here.inside) problems.push(`keyboard: ${name} is outside the window when it has focus`)
    if (here.covered) problems.push(`keyboard: ${name} is covered by ${here.covered} when it has focus`)
    reached.push(here.at)
  }
  const missed = controls.filter((_, at) => !reached.includes(at))
  if (missed.length > 0) problems.push(`keyboard: not reached: ${missed.slice(0, 3).map(({ name }) => name).join(', ')}${missed.length > 3 ? ` and ${missed.length - 3} more` : ''}`)
  const backwards = reached.findIndex((at, index) => index > 0 && at < reached[index - 1])
  if (backwards > 0) problems.push(`keyboard: ${controls[reached[backwards]].name} comes after ${controls[reached[backwards - 1]].name}, against the order of the page`)
  return problems
}

/** The first stop is a link to the main content, and using it goes there. */
export async function skipLink(visitor) {
  return visitor.page.evaluate(() => {
    const first = document.querySelector('a[href], button, input, select, textarea')
    const target = first?.getAttribute('href')?.startsWith('#') ? document.getElementById(first.getAttribute('href').slice(1)) : null
    if (!target) return ['skip link: the first control is not a link to the main content']
    return target.closest('main') || target.matches('main') || target.querySelector('main') ? [] : ['skip link: it does not lead to the main content']
  })
}
