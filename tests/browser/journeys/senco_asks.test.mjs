// A SENCO asks for an assessment for a pupil.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { none, problemsOf } from '../checks/gate.mjs'
import { county } from '../harness/county.mjs'
import { Hand } from '../harness/hand.mjs'
import { answerChild, begin, reference } from './asking.mjs'

const { visit } = county()

for (const javaScript of [true, false]) {
  test(`for a child who is new to the school, JavaScript ${javaScript ? 'on' : 'off'}`, async () => {
    await visit({ as: 'senco', javaScript }, async (visitor) => {
      // Given a SENCO on the list of their own setting
      const senco = new Hand(visitor)
      await visitor.open('/setting')
      await visitor.press('Ask for an assessment')

      // When they name a child who is not on the roll, and say what has been done
      await begin(senco)
      const list = visitor.page.getByLabel('Which child?')
      if ((await list.count()) > 0) await list.selectOption({ label: 'Another child' })
      else if ((await visitor.page.getByRole('radio', { name: 'Another child' }).count()) > 0) await senco.choose('Another child')
      await answerChild(senco, { given: javaScript ? 'Barnaby' : 'Berenice', family: 'Osgodby', born: [2, 11, 2019] })
      none(await problemsOf(visitor), 'which child')
      await senco.press('Save and continue')
      await senco.type('What special educational needs does the child have', 'Speech that people outside the family cannot follow.')
      await senco.type('What have you done so far', 'Two terms of small-group work, reviewed twice. Little change.')
      await senco.press('Save and continue')
      await senco.type('Your name', 'Jasleen Sandhu')
      await senco.type('E-mail address', 'senco@school.example')
      await senco.press('Save and continue')
      assert.match(await visitor.heading(), /Check your answers/)
      await senco.press('Send the request')

      // Then the request has a reference, and the council has it
      const sent = await reference(visitor)
      assert.match(sent, /^EHC-/)
      await visit({ as: 'manager' }, async (council) => {
        await council.open(`/cases?reference=${sent}`)
        assert.equal(council.document.status, 200)
        assert.match(await council.text(), /Two terms of small-group work/)
      })
    })
  })
}
