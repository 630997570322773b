import { bundleScript } from '@tamizdat/bundle';

/**
 * The script beside an article’s text as one classic script, minified: it makes a function of {@link ScriptData} global by
 * the name `takeAlong`.
 */
export async function loadTakeAlongScript(): Promise<string> {
  const entry = new URL('./browser/main.ts', import.meta.url);
  return (await bundleScript(entry, { globalName: 'takeAlong' })).trim();
}
