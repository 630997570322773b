/**
 * The same text in memory of its own. A piece of a longer text keeps all of that alive: addresses of articles that were
 * remembered as they were read kept the whole export, 2 GB of it.
 */
export const detachText = (text: string): string =>
  Buffer.from(text, 'utf16le').toString('utf16le');
