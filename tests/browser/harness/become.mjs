// Signing in, the demonstration's way: its page lists one person per role, each with a button to become them.

/** The people of the demonstration, by the words that its page has for them. */
export const PEOPLE = {
  parent: 'Parent with a request being assessed',
  parentOfTwo: 'Parent of two children with plans or requests',
  youngPerson: 'Young person of 17 with a plan',
  senco: 'SENCO of a primary school',
  coordinator: 'EHC co-ordinator',
  manager: 'Head of SEND',
  board: 'Board member',
  auditor: 'Data protection officer',
  administrator: 'System administrator'
}

/** Becomes one of the people, and stands on the page where they start. */
export async function become(visitor, who) {
  await visitor.open('/demonstration')
  const role = PEOPLE[who]
  const form = visitor.page.locator(`xpath=//h2[normalize-space(.)="${role}"]/following-sibling::form[1]`)
  if ((await form.count()) !== 1) throw new Error(`The demonstration has nobody who is "${role}".`)
  await visitor.through(() => form.getByRole('button').click())
  if (visitor.document.status !== 200) throw new Error(`Becoming "${role}" was answered with ${visitor.document.status}.`)
}
