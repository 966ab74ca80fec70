// A person who uses no mouse: goes from control to control with the Tab key, chooses with arrows and the space bar,
// and sends with Enter.

/** The name under which a screen reader would announce the control with focus. */
function focused() {
  const element = document.activeElement
  if (!element || element === document.body) return { kind: 'page', name: '' }
  const words = (node) => node?.textContent.replace(/\s+/g, ' ').trim() ?? ''
  const labels = [...(element.labels ?? [])].map(words).join(' ')
  return { kind: element.type || element.tagName.toLowerCase(), name: labels || element.getAttribute('aria-label') || words(element) || element.name || '', group: element.name ?? '' }
}

const MOST_PRESSES = 150

export class Typist {
  constructor(visitor) {
    this.visitor = visitor
    this.page = visitor.page
  }

  /** Goes on, by Tab, to the control whose name matches. */
  async reach(name) {
    for (let presses = 0; presses < MOST_PRESSES; presses += 1) {
      if (matches((await this.page.evaluate(focused)).name, name)) return
      await this.page.keyboard.press('Tab')
    }
    throw new Error(`${name} cannot be reached with the Tab key.`)
  }

  /** Types into the field with this label, in place of what was there. */
  async type(label, text) {
    await this.reach(label)
    await this.page.keyboard.press('Control+A')
    await this.page.keyboard.type(text)
  }

  /** Chooses one of a group of radio buttons by its words: Tab to the group, then arrows. */
  async choose(words) {
    const groups = new Set()
    for (let presses = 0; presses < MOST_PRESSES; presses += 1) {
      const here = await this.page.evaluate(focused)
      if (matches(here.name, words)) return this.page.keyboard.press('Space')
      if (here.kind === 'radio' && !groups.has(here.group)) {
        groups.add(here.group)
        if (await this.#arrowTo(words, here.name)) return
      }
      await this.page.keyboard.press('Tab')
    }
    throw new Error(`"${words}" cannot be chosen by keyboard.`)
  }

  async #arrowTo(words, first) {
    for (;;) {
      await this.page.keyboard.press('ArrowDown')
      const { name } = await this.page.evaluate(focused)
      if (matches(name, words)) return true
      if (name === first) return false
    }
  }

  /** Fills in the three parts of a date. */
  async date(day, month, year) {
    for (const [label, part] of [['Day', day], ['Month', month], ['Year', year]]) await this.type(label, String(part))
  }

  /** Reaches a button or link and presses Enter on it. */
  async press(name) {
    await this.reach(name)
    await this.visitor.pressKey('Enter')
  }
}

function matches(name, wanted) {
  return wanted instanceof RegExp ? wanted.test(name) : name === wanted || name.startsWith(`${wanted} (`)
}
