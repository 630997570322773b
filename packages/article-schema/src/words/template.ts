const PLACEHOLDER = /\{([a-zA-Z]*)\}/g;

/** Names of the places a word leaves open: `Withdrawn on {date}` has `date`. */
export function placeholdersOf(text: string): string[] {
  return [...new Set([...text.matchAll(PLACEHOLDER)].map(([, name = '']) => name))];
}

/** Fills the open places of a word; one without a value stays as it is. What is filled in is not looked through again. */
export function fillWord(text: string, values: Readonly<Record<string, string>>): string {
  return text.replaceAll(PLACEHOLDER, (open, name: string) =>
    Object.hasOwn(values, name) ? (values[name] ?? open) : open,
  );
}
