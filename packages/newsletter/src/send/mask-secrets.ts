/** Stands where a secret stood. */
const MASK = '***';
/** Secrets shorter than this stand in ordinary words: only their encoded forms are looked for. */
const SHORTEST = 3;

/**
 * Takes secrets out of what a server said, so that it can be printed: as they are, in an address, in JSON, and in base64
 * (RFC 4648, both alphabets, with and without padding). Control characters, which could steer a terminal, become spaces.
 *
 * @param secrets Passwords and tokens, and the lines that are sent with them (such as those of `PLAIN`, RFC 4616).
 */
export function maskSecrets(text: string, secrets: readonly string[]): string {
  const forms = [...new Set(secrets.flatMap(formsOf))].filter((form) => form.length >= SHORTEST);
  // The longest first: one form may be the beginning of another.
  const masked = forms
    .sort((a, b) => b.length - a.length)
    .reduce((rest, form) => rest.replaceAll(form, MASK), text);
  return masked.replace(/\p{Cc}+/gu, ' ').trim();
}

function formsOf(secret: string): string[] {
  const bytes = Buffer.from(secret, 'utf8');
  const base64 = bytes.toString('base64');
  return [
    secret,
    encodeURIComponent(secret),
    JSON.stringify(secret).slice(1, -1),
    base64,
    base64.replace(/={1,2}$/, ''),
    bytes.toString('base64url'),
  ];
}
