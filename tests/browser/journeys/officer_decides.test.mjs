// An officer decides whether to assess, and the family is told.

import assert from 'node:assert/strict'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { errorPage } from '../checks/errors.mjs'
import { none, pass } from '../checks/gate.mjs'
import { county } from '../harness/county.mjs'
import { Hand } from '../harness/hand.mjs'
import { answerAsParent, reference, REQUEST } from './asking.mjs'

const shared = county()
const { visit } = shared

async function aRequest(given, email) {
  return visit({}, async (visitor) => {
    await visitor.open('/request')
    const parent = new Hand(visitor)
    await answerAsParent(parent, { ...REQUEST, email, child: { ...REQUEST.child, given } })
    await parent.press('Send the request')
    return reference(visitor)
  })
}

async function open(visitor, sent) {
  await visitor.open('/cases')
  const officer = new Hand(visitor)
  await officer.type('Reference', sent)
  await officer.press('Open')
  assert.equal(await visitor.page.locator('h1').count() && visitor.document.status, 200, `the case ${sent} is open to the officer: ${await visitor.heading()}`)
  assert.ok((await visitor.text()).includes(sent), `the page is about ${sent}`)
  return officer
}

/** The Head of SEND gives the case to the co-ordinator, who then may open it. */
async function given(sent) {
  const name = await visit({ as: 'coordinator' }, (visitor) => visitor.page.locator('.wh-account__name').innerText())
  await visit({ as: 'manager' }, async (visitor) => {
    const manager = await open(visitor, sent)
    await manager.press('Give the case to somebody')
    const officers = visitor.page.getByLabel('Who is to have it?')
    const choice = await officers.locator('option').filter({ hasText: name }).first().getAttribute('value')
    await officers.selectOption(choice)
    await manager.press('Give it to them')
    assert.equal(visitor.document.status, 200)
    assert.ok((await visitor.text()).includes(name), `${name} has the case`)
  })
}

test('to assess, with reasons, and sends the letter', async () => {
  // Given a request of today that was given to an officer, and stands in their list
  const sent = await aRequest('Leopold', 'leopold.parent@example.org')
  await given(sent)
  await visit({ as: 'coordinator' }, async (visitor) => {
    await visitor.open('/cases?whose=mine')
    const list = await visitor.text()
    assert.ok(list.includes(sent), `the request ${sent} is in the list of the officer who has it:\n${list}`)
    await pass(visitor, 'cases-with-a-new-request')
  })
  await visit({ as: 'coordinator' }, async (visitor) => {
    const officer = await open(visitor, sent)
    await pass(visitor, 'case')
    await officer.press('Decide whether to assess')

    // When the officer answers one question and forgets the reasons, they are told; then they give them
    await officer.page.getByRole('radio', { name: 'Yes' }).first().check()
    await officer.press('Continue')
    none(await errorPage(visitor, { needs: 'yes' }), 'reasons forgotten')
    await pass(visitor, 'decide-error')
    for (const [name, why] of [['needs', 'He was seen by a speech therapist, who found a severe delay.'], ['plan', 'Two terms of support from the school have brought little change.']]) {
      await visitor.page.locator(`[name="${name}"][value="yes"]`).check()
      await visitor.page.locator(`[name="${name}-why"]`).fill(why)
    }
    await officer.press('Continue')
    assert.match(await visitor.heading(), /You are about to decide to assess/)
    await pass(visitor, 'decide-check')
    await officer.press('Make this decision')

    // Then the letter is ready, and sending it is what meets the six weeks
    assert.match(await visitor.heading(), /Letter to the family/)
    await pass(visitor, 'letter')
    await officer.press(/Send it now|I have posted it today/)
    assert.match(await visitor.text(), /The family was told on 22 November 2026/)
  })

  // And the e-mails that went to the family name nobody and say nothing of the worry
  if (shared.data) {
    const letter = await eventually(() => mailTo('leopold.parent@example.org'))
    assert.ok(letter, 'an e-mail was written')
    assert.ok(!letter.includes('Leopold') && !letter.includes('Quillfeather') && !letter.includes('therapist'), 'the e-mail names nobody and says nothing of the worry')
  }
})

test('two officers at once: the second sees both versions', async () => {
  // Given two officers with the same form open
  const sent = await aRequest('Theodora', 'theodora.parent@example.org')
  await given(sent)
  await visit({ as: 'coordinator' }, async (first) => {
    await visit({ as: 'manager' }, async (second) => {
      const one = await open(first, sent)
      const two = await open(second, sent)
      await one.press('Decide whether to assess')
      await two.press('Decide whether to assess')

      // When the first decides, and then the second
      for (const visitor of [first, second]) {
        const why = visitor === first ? 'The first officer has read the report of the school.' : 'The second officer has read the report of the doctor.'
        for (const name of ['needs', 'plan']) {
          await visitor.page.locator(`[name="${name}"][value="yes"]`).check()
          await visitor.page.locator(`[name="${name}-why"]`).fill(why)
        }
      }
      await one.press('Continue')
      await one.press('Make this decision')
      await two.press('Continue')

      // Then the second sees what happened meanwhile beside what they typed
      assert.match(await second.heading(), /Somebody else changed this case first/)
      assert.match(await second.text(), /The second officer has read the report of the doctor/)
      await pass(second, 'decide-conflict')
    })
  })
})

async function eventually(look) {
  for (let tries = 0; tries < 40; tries += 1) {
    const found = await look()
    if (found) return found
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
  return null
}

/** The messages to somebody in the demonstration's folder of messages. */
async function mailTo(address) {
  const folder = join(shared.data, 'mail')
  const files = await readdir(folder, { recursive: true }).catch(() => [])
  const found = []
  for (const file of files) {
    const text = await readFile(join(folder, file), 'utf8').catch(() => '')
    if (text.includes(address)) found.push(text)
  }
  return found.join('\n') || null
}
