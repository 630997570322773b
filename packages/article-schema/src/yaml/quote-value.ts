/** A value as YAML text in quotes, by the kind of quotes that needs no escapes where there is one. */
export function quoteValue(written: string): string {
  const text = unquoted(written);
  if (!/["\\]/.test(text)) return `"${text}"`;
  if (!text.includes("'")) return `'${text}'`;
  return `"${text.replaceAll(/["\\]/g, String.raw`\$&`)}"`;
}

/** Without the quotes around the whole. */
function unquoted(written: string): string {
  const quote = written.charAt(0);
  const around = (quote === '"' || quote === "'") && written.length > 1 && written.endsWith(quote);
  return around ? written.slice(1, -1) : written;
}
