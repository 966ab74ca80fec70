// The HTML as the server sent it: valid, no id twice, no attribute that means nothing.

import { HtmlValidate } from 'html-validate'

const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:standard', 'html-validate:a11y'],
  rules: {
    // Matters of style, not of correctness; maud and the design system write them their own way.
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'doctype-style': 'off',
    'no-trailing-whitespace': 'off',
    'void-style': 'off',
    // The design system names regions and lists by role on purpose, for browsers that lose them.
    'no-redundant-role': 'off',
    'prefer-native-element': 'off'
  }
})

export async function html(visitor) {
  const { text, url } = visitor.document
  const { results } = await validator.validateString(text, new URL(url).pathname)
  return results.flatMap(({ messages }) =>
    messages.filter(({ severity }) => severity === 2).map(({ ruleId, message, line, column }) => `html ${ruleId}: ${message} (${line}:${column})`)
  )
}
