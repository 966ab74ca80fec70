// Nothing has to be scrolled sideways, at any width and with people's own text spacing (WCAG 1.4.10 and 1.4.12).

/** Is the page wider than the window? Names what sticks out. */
export async function reflow(visitor) {
  return visitor.page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    if (scrollWidth <= clientWidth) return []
    const scrolls = (element) => ['auto', 'scroll', 'hidden', 'clip'].includes(getComputedStyle(element).overflowX)
    const inScroller = (element) => {
      for (let parent = element.parentElement; parent && parent !== document.body; parent = parent.parentElement) {
        if (scrolls(parent)) return true
      }
      return false
    }
    const wide = [...document.body.querySelectorAll('*')].filter((element) => element.getBoundingClientRect().right > clientWidth + 1 && !inScroller(element))
    // Text may stick out of a box that does not.
    const words = []
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      const range = document.createRange()
      range.selectNodeContents(text)
      if ([...range.getClientRects()].some((box) => box.right > clientWidth && box.height > 1) && !inScroller(text)) words.push(`"${text.textContent.trim().slice(0, 30)}"`)
    }
    const names = [...wide.slice(-3).map((element) => `${element.tagName.toLowerCase()}.${element.className}`), ...words.slice(0, 3)]
    return [`reflow: the page is ${scrollWidth} px wide in a window of ${clientWidth}: ${names.join(', ')}`]
  })
}

/** Spreads the text as a reader may, and looks for text that is cut off or pushes the page wide. */
export async function textSpacing(visitor) {
  const clipped = await visitor.page.evaluate(() => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }')
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
    const cuts = (element) => {
      const style = getComputedStyle(element)
      const box = element.getBoundingClientRect()
      // Text that is there for screen readers alone is one pixel wide on purpose.
      if (box.width <= 2 || box.height <= 2 || !element.checkVisibility()) return false
      const hides = (overflow) => overflow === 'hidden' || overflow === 'clip'
      return (hides(style.overflowX) && element.scrollWidth > element.clientWidth + 1) || (hides(style.overflowY) && element.scrollHeight > element.clientHeight + 1)
    }
    const found = [...document.body.querySelectorAll('*')].filter((element) => element.textContent.trim() && !element.closest('svg') && cuts(element))
    return found.slice(0, 3).map((element) => `spacing: text is cut off in ${element.tagName.toLowerCase()}.${element.className}`)
  })
  const wide = await reflow(visitor)
  await visitor.page.evaluate(() => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.slice(0, -1)
  })
  return [...clipped, ...wide.map((problem) => `with text spacing, ${problem}`)]
}
