// What a page is called and how it is built: a title of its own, one first heading, no level skipped, a language.

export async function outline(visitor) {
  const { title, language, headings } = await visitor.page.evaluate(() => ({
    title: document.title.trim(),
    language: document.documentElement.lang,
    headings: [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].filter((heading) => heading.checkVisibility()).map((heading) => ({ level: Number(heading.tagName[1]), text: heading.textContent.trim() }))
  }))
  const problems = []
  if (!title) problems.push('outline: the page has no title')
  if (!language.startsWith('en')) problems.push(`outline: the language is "${language}"`)
  const firsts = headings.filter(({ level }) => level === 1)
  if (firsts.length !== 1) problems.push(`outline: ${firsts.length} first headings, and one is right`)
  for (const [index, { level, text }] of headings.entries()) {
    if (!text) problems.push(`outline: an empty heading of level ${level}`)
    if (index > 0 && level > headings[index - 1].level + 1) problems.push(`outline: "${text}" jumps from level ${headings[index - 1].level} to ${level}`)
  }
  return problems
}

/** Titles that two different pages share: [name, title] pairs in, problems out. */
export function sharedTitles(titles) {
  const first = new Map()
  const problems = []
  for (const [name, title] of titles) {
    if (first.has(title)) problems.push(`title: "${title}" is the title of both ${first.get(title)} and ${name}`)
    else first.set(title, name)
  }
  return problems
}
