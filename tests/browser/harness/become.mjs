// Signing in, the demonstration's way: its page lists one person per role, each with a button to become them.

/** Roles as the demonstration page names them. */
export async function become(visitor, role) {
  await visitor.open('/demonstration')
  const form = visitor.page.locator('form[action="/demonstration/become"]').filter({ has: visitor.page.getByRole('button', { name: role }) })
  const button = form.getByRole('button', { name: role }).first()
  const next = visitor.page.waitForEvent('framenavigated', (frame) => frame === visitor.page.mainFrame())
  await button.click()
  await next
  await visitor.settle()
  if (visitor.document.status !== 200) throw new Error(`Becoming ${role} was answered with ${visitor.document.status}.`)
}
