/** Which release a script is: `1.1.5`, `1.2.0`, and of `v1` `1.5.0`, `1.19.0`, `1.28.12`. Compared number by number. */
export class Release {
  constructor(text) {
    this.text = text
  }

  isAtLeast(other) {
    const ours = this.text.split('.')
    for (const [index, theirs] of other.split('.').entries()) {
      const difference = Number(ours[index] ?? 0) - Number(theirs)
      if (difference) return difference > 0
    }
    return true
  }

  /** Before these two releases scripts had fewer popups, and reloaded their frames in place. */
  get isEarly() {
    return !this.isAtLeast('1.1.8')
  }

  /** The script that PortOne calls `v1`. */
  get isV1() {
    return this.isAtLeast('1.3')
  }
}
