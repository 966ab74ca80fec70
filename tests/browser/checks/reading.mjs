// Pages for families are in plain words: Flesch–Kincaid grade 8 at most over the page's sentences.

const HARDEST = 8
const FEWEST_WORDS = 60

export async function reading(visitor) {
  const blocks = await visitor.page.evaluate(() =>
    [...document.querySelectorAll('main p, main li, main legend, main .govuk-hint')]
      .filter((element) => element.checkVisibility() && !element.querySelector('p, li') && !element.closest('nav, footer, table'))
      .map((element) => element.textContent)
  )
  const grade = gradeOf(blocks)
  return grade !== null && grade > HARDEST ? [`reading: grade ${grade.toFixed(1)}, and ${HARDEST} is the hardest a family page may be`] : []
}

/** The grade of some blocks of text, or null when there is too little to tell. */
export function gradeOf(blocks) {
  const sentences = blocks.flatMap((block) => block.trim().split(/(?<=[.?!:])\s+/)).filter((sentence) => (sentence.match(/[A-Za-z]+/g) ?? []).length >= 3)
  const words = sentences.flatMap((sentence) => sentence.match(/[A-Za-z][A-Za-z'’-]*/g) ?? [])
  if (words.length < FEWEST_WORDS) return null
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word), 0)
  return 0.39 * (words.length / sentences.length) + 11.8 * (syllables / words.length) - 15.59
}

function syllablesOf(word) {
  const plain = word.toLowerCase().replace(/[^a-z]/g, '').replace(/(?:[^laeiouy]es|ed|[^laeiouy]e)$/, (ending) => ending[0].replace(/[aeiouy]/, ''))
  return Math.max(1, (plain.match(/[aeiouy]{1,2}/g) ?? []).length)
}
