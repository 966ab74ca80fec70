// A parent asks for an assessment, without an account.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { errorPage } from '../checks/errors.mjs'
import { none, pass, problemsOf } from '../checks/gate.mjs'
import { county } from '../harness/county.mjs'
import { Hand } from '../harness/hand.mjs'
import { Typist } from '../harness/typist.mjs'
import { answerAsParent, PARENT, reference, REQUEST } from './asking.mjs'

const { visit } = county()

test('by keyboard alone, on a small telephone', async () => {
  await visit({ width: 360, height: 740 }, async (visitor) => {
    // Given a parent who has no account and uses no mouse
    await visitor.open('/request')
    const parent = new Typist(visitor)

    // When they answer the questions and send the request
    await answerAsParent(parent)
    assert.match(await visitor.heading(), /Check your answers/)
    for (const answer of [REQUEST.worry, REQUEST.tried, REQUEST.hopes, 'Wilfred Quillfeather', '14 May 2018']) assert.ok((await visitor.text()).includes(answer), answer)
    await parent.press('Send the request')

    // Then they have a reference, and the day by which they must be told: 6 weeks from 22 November 2026
    assert.match(await visitor.heading(), /Request sent/)
    assert.match(await reference(visitor), /^EHC-/)
    assert.match(await visitor.text(), /3 January 2027/)
    await pass(visitor, 'request-sent', { family: true })
  })
})

test('without JavaScript, and each page passes the gate on the way', async () => {
  await visit({ javaScript: false }, async (visitor) => {
    // Given a browser without JavaScript
    const parent = new Hand(visitor)
    await visitor.open('/request')

    // When they answer
    await answerAsParent(parent, { ...REQUEST, child: { ...REQUEST.child, given: 'Winifred' } })
    none(await problemsOf(visitor), 'check your answers')
    await parent.press('Send the request')

    // Then the request is made as it is with JavaScript
    assert.match(await visitor.heading(), /Request sent/)
    assert.match(await reference(visitor), /^EHC-/)
  })
})

test('what was left out is said, and what was typed is kept', async () => {
  for (const javaScript of [true, false]) {
    await visit({ javaScript }, async (visitor) => {
      // Given a parent on the page about the child
      const parent = new Hand(visitor)
      await visitor.open('/request/who')
      await parent.press('Save and continue')
      none(await errorPage(visitor), `nobody chosen, JavaScript ${javaScript}`)
      await parent.choose(PARENT)
      await parent.press('Save and continue')

      // When they leave out the last name, and give a day that is not in the calendar
      await parent.type('First name', 'Wilfred')
      await parent.date(31, 2, 2018)
      await parent.press('Save and continue')

      // Then the page says so, and has kept the rest
      none(await errorPage(visitor, { 'given-name': 'Wilfred' }), `no last name, JavaScript ${javaScript}`)
      if (javaScript) await pass(visitor, 'request-child-error')
      else none(await problemsOf(visitor), 'the error page without JavaScript')
    })
  }
})

test('what was typed is still there for who comes back', async () => {
  await visit({}, async (visitor) => {
    // Given a parent who stops half-way, with something typed that was not sent
    const parent = new Hand(visitor)
    await visitor.open('/request/who')
    await parent.choose(PARENT)
    await parent.press('Save and continue')
    await parent.type('First name', 'Wilhelmina')
    await visitor.page.waitForResponse((response) => response.url().includes('/drafts/') && response.ok())

    // When they open the form again later
    await visitor.open('/request')
    await parent.press('Go on with it')
    await parent.press('Save and continue')

    // Then what they typed is there
    assert.equal(await visitor.page.getByLabel('First name').inputValue(), 'Wilhelmina')
  })
})

test('sending twice makes one request', async () => {
  await visit({}, async (visitor) => {
    // Given a request that was sent
    const parent = new Hand(visitor)
    await visitor.open('/request')
    await answerAsParent(parent, { ...REQUEST, child: { ...REQUEST.child, given: 'Walburga' } })
    const form = await visitor.page.locator('form[action="/request/check"]').evaluate((form) => new URLSearchParams(new FormData(form)).toString())
    await parent.press('Send the request')
    const first = await reference(visitor)

    // When the same form arrives once more, as after a double click
    const again = await visitor.context.request.post(new URL('/request/check', visitor.base).href, { data: form, headers: { 'content-type': 'application/x-www-form-urlencoded', origin: new URL(visitor.base).origin } })

    // Then it is the same request
    assert.ok((await again.text()).includes(first))
  })
})
