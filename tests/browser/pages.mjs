// Every page that the browser tests look at. Add a line when you add a page.
//
//   name     of its pictures and of its test
//   path     where it is; or `reach(visitor)`, which goes there
//   as       who looks: one of PEOPLE in harness/become.mjs, or nobody
//   family   families read it, so its words are plain
//   status   what it is answered with, when that is not 200
//   states   more states of the same page: { name, reach(visitor) }

import { Hand } from './harness/hand.mjs'

/** Sends the form of the page empty. */
const sentEmpty = (button) => ({ name: 'error', reach: (visitor) => new Hand(visitor).press(button) })

/** Follows the first link of a list whose address starts so. */
const first = (list, start) => async (visitor) => {
  await visitor.open(list)
  const href = await visitor.page.locator(`main a[href^="${start}"]`).first().getAttribute('href')
  await visitor.open(href)
}

/** Follows the first case of a list to the child's record. */
const personOf = (list) => async (visitor) => {
  await first(list, '/cases/')(visitor)
  const href = await visitor.page.locator('main a[href^="/people/"]').first().getAttribute('href')
  await visitor.open(href)
}

export const pages = [
  // For everybody
  { name: 'start', path: '/', family: true },
  { name: 'help', path: '/help', family: true },
  { name: 'accessibility', path: '/accessibility' },
  { name: 'privacy', path: '/privacy' },
  { name: 'cookies', path: '/cookies', family: true },
  { name: 'demonstration', path: '/demonstration' },
  { name: 'not-found', path: '/there-is-no-such-page', status: 404 },
  { name: 'performance', path: '/performance' },

  // Signing in
  { name: 'sign-in', path: '/sign-in', states: [sentEmpty('Sign in')] },
  { name: 'forgot-password', path: '/forgot-password', states: [sentEmpty(/Send|Continue/)] },
  { name: 'signed-out', path: '/signed-out' },
  { name: 'account', path: '/account', as: 'coordinator' },
  { name: 'sign-out', path: '/sign-out', as: 'coordinator' },

  // Asking for an assessment
  { name: 'request', path: '/request', family: true },
  { name: 'request-who', path: '/request/who', family: true, states: [sentEmpty('Save and continue')] },
  { name: 'request-child', path: '/request/child', family: true, states: [sentEmpty('Save and continue')] },
  { name: 'request-needs', path: '/request/needs', family: true, states: [sentEmpty('Save and continue')] },
  { name: 'request-contact', path: '/request/contact', family: true, states: [sentEmpty('Save and continue')] },
  { name: 'request-arrived', path: '/request/arrived', as: 'coordinator', states: [sentEmpty('Save and continue')] },
  { name: 'request-child-of-setting', path: '/request/child', as: 'senco', states: [sentEmpty('Save and continue')] },

  // Families
  { name: 'my-children', path: '/my', as: 'parentOfTwo', family: true },
  { name: 'my-plan', path: '/my', as: 'youngPerson', family: true },

  // Settings
  { name: 'setting', path: '/setting', as: 'senco' },
  { name: 'setting-plans', path: '/setting?list=plans', as: 'senco' },

  // Officers
  { name: 'cases', path: '/cases', as: 'coordinator' },
  { name: 'cases-of-everybody', path: '/cases?whose=all', as: 'manager' },
  { name: 'case', reach: first('/cases?whose=all', '/cases/'), as: 'manager' },
  { name: 'home-of-officer', path: '/', as: 'coordinator' },

  // People's records
  { name: 'people', path: '/people', as: 'manager' },
  { name: 'person', reach: personOf('/cases?whose=all'), as: 'manager' },
  { name: 'emergency-access', path: '/emergency-access', as: 'manager' },
  { name: 'accounts', path: '/accounts', as: 'administrator' },
  { name: 'audit', path: '/audit', as: 'auditor' },

  // Data
  { name: 'imports', path: '/imports', as: 'administrator' }
]
