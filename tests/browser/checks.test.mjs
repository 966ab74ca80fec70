// The checks themselves: a sound page passes the whole gate, and each planted fault is seen by the check it is meant for.

import assert from 'node:assert/strict'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { axe } from './checks/axe.mjs'
import { brand } from './checks/brand.mjs'
import { errorPage } from './checks/errors.mjs'
import { none, problemsOf } from './checks/gate.mjs'
import { html } from './checks/html.mjs'
import { keyboard, skipLink } from './checks/keyboard.mjs'
import { headers, noComplaints, ownRequestsOnly, weight } from './checks/network.mjs'
import { outline, sharedTitles } from './checks/outline.mjs'
import { gradeOf, reading } from './checks/reading.mjs'
import { reflow, textSpacing } from './checks/reflow.mjs'
import { fixtureSite } from './fixture/site.mjs'
import { openBrowser, Visitor } from './harness/visitor.mjs'

let browser, site
before(async () => {
  site = await fixtureSite()
  browser = await openBrowser()
})
after(async () => {
  await browser?.close()
  await site?.stop()
})

/** Opens a page of the fixture, does something there, and always leaves. */
async function visit(path, act, options) {
  const visitor = await Visitor.arrive(browser, site.base, options)
  try {
    await visitor.open(path)
    return await act(visitor)
  } finally {
    await visitor.leave()
  }
}

async function submit(visitor) {
  await visitor.page.getByLabel('Your name').fill('Ada')
  await visitor.press('Continue')
}

describe('a sound page', () => {
  test('passes the gate', async () => {
    await visit('/', async (visitor) => {
      none(await weight(visitor), 'the first view')
      none(await problemsOf(visitor, { family: true }), 'the sound page')
    })
  })

  test('passes as an error page, with JavaScript and without', async () => {
    for (const javaScript of [true, false]) {
      await visit('/', async (visitor) => {
        await submit(visitor)
        none(await errorPage(visitor, { name: 'Ada' }), `the error page, JavaScript ${javaScript}`)
        none(await problemsOf(visitor), `the error page at every width, JavaScript ${javaScript}`)
      }, { javaScript })
    }
  })

  test('has its picture taken', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'wherry-pictures-'))
    await visit('/', (visitor) => visitor.picture('sound', folder))
    assert.deepEqual(await readdir(folder), ['sound.png'])
    await rm(folder, { recursive: true })
  })
})

/** Fault, the check that is there to see it, what it says, and the width at which it shows. */
const SEEN = [
  ['no language', outline, /language/],
  ['two headings', outline, /2 first headings/],
  ['skipped level', outline, /jumps from level/],
  ['no title', outline, /no title/],
  ['id twice', html, /no-dup-id/],
  ['pale text', axe, /color-contrast/],
  ['no label', axe, /axe label/],
  ['too wide', reflow, /700|wide in a window/, 320],
  ['cut text', textSpacing, /cut off/, 320],
  ['hidden focus', keyboard, /focus does not show on button/],
  ['unreachable', keyboard, /outside the window/],
  ['jumping order', keyboard, /positive tabindex/],
  ['jumping focus', keyboard, /against the order/],
  ['covered focus', keyboard, /covered by div\.bar/],
  ['no skip link', skipLink, /not a link to the main content/],
  ['other site', ownRequestsOnly, /127\.0\.0\.1:9/],
  ['inline script', noComplaints, /Content Security Policy/],
  ['script error', noComplaints, /planted/],
  ['loose policy', headers, /inline code/],
  ['heavy', weight, /KB is the most/],
  ['blue', brand, /blue/],
  ['typeface', brand, /typeface/],
  ['crest', brand, /crest/],
  ['hard words', reading, /grade/]
]

describe('a planted fault is seen', () => {
  for (const [fault, check, says, width = 1280] of SEEN) {
    test(`${fault} (${check.name})`, async () => {
      const problems = await visit(`/${fault}/`, (visitor) => check(visitor), { width })
      assert.match(problems.join('\n'), says)
    })
  }

  for (const [fault, says] of [
    ['silent title', /does not start with/],
    ['lost value', /"name" was "Ada" and now is ""/],
    ['dead error link', /#nowhere, which is not on the page/],
    ['unfocused summary', /summary does not have focus/],
    ['silent field', /does not say/]
  ]) {
    test(`${fault} (errorPage)`, async () => {
      const problems = await visit(`/${fault}/`, async (visitor) => {
        await submit(visitor)
        return errorPage(visitor, { name: 'Ada' })
      })
      assert.match(problems.join('\n'), says)
    })
  }

  test('a title on two pages (sharedTitles)', () => {
    assert.deepEqual(sharedTitles([['one', 'A'], ['two', 'B']]), [])
    assert.match(sharedTitles([['one', 'A'], ['two', 'A']]).join(), /both one and two/)
  })

  test('the grade of a text follows its words and sentences', () => {
    assert.equal(gradeOf(['Too short.']), null)
    const easy = gradeOf(Array(12).fill('We will ring you back and ask about your child.'))
    const hard = gradeOf(Array(12).fill('Authorities determine individualised multidisciplinary educational provision notwithstanding considerable administrative complexity.'))
    assert.ok(easy < 5, `easy is ${easy}`)
    assert.ok(hard > 15, `hard is ${hard}`)
  })
})
