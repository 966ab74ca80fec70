// Somebody rings: an officer fills in the staff twin of the form while they talk.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { errorPage } from '../checks/errors.mjs'
import { none, pass } from '../checks/gate.mjs'
import { county } from '../harness/county.mjs'
import { Hand } from '../harness/hand.mjs'
import { answerChild, begin, reference } from './asking.mjs'

const { visit } = county()

test('the six weeks run from the day of the call', async () => {
  await visit({ as: 'coordinator' }, async (visitor) => {
    // Given an officer with a parent on the telephone, who first rang on 12 November
    const officer = new Hand(visitor)
    await visitor.open('/request')
    await begin(officer)
    await officer.press('Save and continue')
    none(await errorPage(visitor), 'nothing said of how it arrived')

    // When the officer writes down what they say
    await officer.choose('By telephone')
    await officer.date(12, 11, 2026)
    await pass(visitor, 'request-arrived')
    await officer.press('Save and continue')
    await officer.choose('A parent or carer')
    await officer.press('Save and continue')
    if ((await visitor.page.getByRole('radio', { name: 'Another child' }).count()) > 0) await officer.choose('Another child')
    await answerChild(officer, { given: 'Clementine', family: 'Fakenham', born: [9, 1, 2016] })
    await officer.press('Save and continue')
    await officer.type('What is the worry, in their own words?', 'She has stopped going to school since the move to the new class.')
    await officer.press('Save and continue')
    await officer.type('Their name', 'Dorothea Fakenham')
    await officer.type('Telephone number', '01632 960123')
    await officer.press('Save and continue')
    await officer.press('Send the request')

    // Then the family must be told by 24 December, 6 weeks from the call, and the case says how it came
    const sent = await reference(visitor)
    assert.match(sent, /^EHC-/)
    assert.match(await visitor.text(), /24 December 2026/)
    await visit({ as: 'manager' }, async (council) => {
      await council.open(`/cases?reference=${sent}`)
      assert.match(await council.text(), /12 November 2026, by telephone/)
    })
  })
})

test('a day that has not come yet is refused', async () => {
  await visit({ as: 'coordinator' }, async (visitor) => {
    // Given an officer who mistypes the day
    const officer = new Hand(visitor)
    await visitor.open('/request/arrived')
    await officer.choose('By letter or on paper')
    await officer.date(12, 12, 2026)

    // When they go on
    await officer.press('Save and continue')

    // Then the page says why not, beside the date
    none(await errorPage(visitor, { channel: 'letter' }), 'a day to come')
    assert.match(await visitor.text(), /cannot be in the future/)
  })
})
