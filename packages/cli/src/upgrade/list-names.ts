import { NAMED_FILES } from './limits.ts';

/** Names of files, one on a line, as many as are read, and how many more there are. */
export function listNames(names: readonly string[]): string {
  const shown = names.slice(0, NAMED_FILES).map((name) => `    ${name}`);
  const more = names.length - shown.length;
  return [...shown, ...(more > 0 ? [`    … +${more}`] : [])].join('\n');
}
