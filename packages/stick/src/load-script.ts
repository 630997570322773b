import { bundleScript } from '@tamizdat/bundle';

/** A script of what is taken along, as one classic script: modules do not run from a file. @param name Its entry here. */
export const loadScript = (name: 'age-main' | 'search-main'): Promise<string> =>
  bundleScript(new URL(`./browser/${name}.ts`, import.meta.url));
