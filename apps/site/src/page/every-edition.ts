/** The same page in every edition. */
export function inEveryEdition(
  languages: readonly { code: string }[],
  address: (lang: string) => string,
): Map<string, string> {
  return new Map(languages.map(({ code }) => [code, address(code)]));
}
