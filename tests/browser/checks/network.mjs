// What crosses the wire: nothing from anybody else, nothing refused or broken, a light first view, safe headers.

/** The most that the first view of a page may weigh, in bytes over the wire, and the most requests it may take. */
const HEAVIEST = 100_000
const MOST_REQUESTS = 6

/** Nothing is asked of any other site: who a family is and what they read is nobody else's business. */
export async function ownRequestsOnly(visitor) {
  const { origin } = new URL(visitor.base)
  const others = visitor.requests.filter(({ url }) => !url.startsWith('data:') && new URL(url).origin !== origin)
  return others.map(({ url }) => `network: asks ${new URL(url).origin}`)
}

/** The browser has nothing to complain of: no error, nothing that the content policy refused. */
export async function noComplaints(visitor) {
  return visitor.complaints.map((complaint) => `console: ${complaint}`)
}

/** For a visitor whose only page this is. */
export async function weight(visitor) {
  const total = visitor.requests.reduce((sum, { size }) => sum + size, 0)
  const problems = []
  if (total > HEAVIEST) problems.push(`weight: the first view is ${Math.round(total / 1000)} KB, and ${HEAVIEST / 1000} KB is the most`)
  if (visitor.requests.length > MOST_REQUESTS) problems.push(`weight: the first view takes ${visitor.requests.length} requests, and ${MOST_REQUESTS} is the most`)
  return problems
}

/** The headers that keep a page to itself. */
export async function headers(visitor) {
  const { headers } = visitor.document
  const policy = headers['content-security-policy'] ?? ''
  const problems = []
  if (!policy) problems.push('headers: no content-security-policy')
  if (/unsafe-inline|unsafe-eval/.test(policy)) problems.push(`headers: the content policy lets inline code run: ${policy}`)
  for (const part of ["frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'"]) {
    if (policy && !policy.includes(part) && !policy.includes(part.replace("'none'", "'self'"))) problems.push(`headers: the content policy lacks ${part}`)
  }
  if (headers['x-content-type-options'] !== 'nosniff') problems.push('headers: no x-content-type-options: nosniff')
  if (!headers['referrer-policy']) problems.push('headers: no referrer-policy')
  return problems
}
