// A person with a mouse or a finger: the same words as the typist's, done by pointing.

export class Hand {
  constructor(visitor) {
    this.visitor = visitor
    this.page = visitor.page
  }

  async type(label, text) {
    await this.page.getByLabel(label).first().fill(text)
  }

  async choose(words) {
    await this.page.getByRole('radio', { name: words }).check()
  }

  async date(day, month, year) {
    for (const [label, part] of [['Day', day], ['Month', month], ['Year', year]]) await this.page.getByLabel(label, { exact: true }).fill(String(part))
  }

  async press(name) {
    await this.visitor.press(name)
  }
}
