// An area's service is not GOV.UK and must not look like it: no GDS Transport, crown, crest or blue of GOV.UK in
// anything that is served (design-system.service.gov.uk, typeface and generic header).

const NOT_OURS_TO_USE = [
  [/GDS[ -]?Transport/i, 'names the GDS Transport typeface'],
  [/@font-face/i, 'loads a typeface'],
  [/govuk-crest|govuk-icon|govuk-opengraph|govuk-logotype/i, 'uses the crown, the crest or the logotype'],
  [/#?1d70b8/i, 'uses the blue of GOV.UK']
]

const NOT_OURS_TO_SERVE = /\.(woff2?|ttf|otf)([?#]|$)|crest|govuk-icon|govuk-opengraph|favicon-govuk/i

export async function brand(visitor) {
  const problems = []
  const served = [[visitor.document.url, visitor.document.text], ...visitor.assets]
  for (const [url, text] of served) {
    const { pathname } = new URL(url)
    if (NOT_OURS_TO_SERVE.test(pathname)) problems.push(`brand: ${pathname} is served`)
    for (const [pattern, what] of NOT_OURS_TO_USE) {
      if (pattern.test(text)) problems.push(`brand: ${pathname} ${what}`)
    }
  }
  return problems
}
