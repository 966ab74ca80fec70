// The request form, filled in by whoever fills it in: a typist or a hand.

/** A child whom nobody in the county is, and what a parent writes. */
export const REQUEST = {
  child: { given: 'Wilfred', family: 'Quillfeather', born: [14, 5, 2018] },
  worry: 'He cannot follow what the teacher says to the class, and he comes home in tears most days.',
  tried: 'The school gave him a visual timetable. It helped for a few weeks.',
  hopes: 'Somebody who knows about language to see him, and help in class.',
  name: 'Rosalind Quillfeather',
  email: 'rosalind@example.org'
}

/** How a parent says who they are. */
export const PARENT = /I am the child.s parent or carer/

/** From the start page to the first question, with nothing left of an earlier try. */
export async function begin(person) {
  const again = 'Throw it away and start again'
  if ((await person.page.getByRole('button', { name: again }).count()) > 0) await person.press(again)
  await person.press('Start now')
}

/** From the first question to "Check your answers", as a parent without an account. */
export async function answerAsParent(person, { child, worry, tried, hopes, name, email } = REQUEST) {
  await begin(person)
  await person.choose(PARENT)
  await person.press('Save and continue')
  await answerChild(person, child)
  await person.press('Save and continue')
  await person.type('What are you worried about?', worry)
  await person.type('What has helped, or has been tried?', tried)
  await person.type('What would you like to happen?', hopes)
  await person.press('Save and continue')
  await person.type('Your name', name)
  await person.choose('Yes')
  await person.type('E-mail address', email)
  await person.press('Save and continue')
}

export async function answerChild(person, { given, family, born }) {
  await person.type('First name', given)
  await person.type('Last name', family)
  await person.date(...born)
}

/** The reference on the confirmation page. */
export async function reference(visitor) {
  const panel = await visitor.page.locator('.govuk-panel').innerText()
  return /EHC-[A-Z0-9]+/.exec(panel)?.[0]
}
