/** Texts of several lines that wait behind a sign, so that lines may still be counted. */
export class HeldTexts {
  readonly #texts: string[] = [];

  /** The sign of a text; one of a line stands for itself. */
  hold(text: string): string {
    return text.includes('\n') ? `\u0003${this.#texts.push(text) - 1}\u0004` : text;
  }

  /** Puts all texts in the places of their signs. */
  release(text: string): string {
    return text.replaceAll(
      /\u0003(\d{1,9})\u0004/g,
      (_, at: string) => this.#texts[Number(at)] ?? '',
    );
  }
}
