import { dropUnread, pruneStyles, shortenProperties, type UsedNames } from './prune-styles.ts';
import { LOADER_TAG } from '../reader/bring-loader.ts';
import { REMIND_SCRIPT } from '../support/remind-script.ts';
import { slimMarkup } from './slim-markup.ts';

/** Scripts that make nothing which a rule could match. */
const QUIET_SCRIPTS = [REMIND_SCRIPT];

/** The script below articles brings its own look, and classes that pages have anyhow. */
const QUIET_FILE = /<script defer src="[^"]*\/take-along\.js"><\/script>/;

const STYLE = /<style>([^<]*)<\/style>/;

/**
 * A rendered page with nothing in it that changes nothing: rules that match nothing, quotes, implied end tags. A page with
 * a script that runs keeps all its rules, as the script may make what they match.
 */
export function slimPage(html: string): string {
  const heard = QUIET_SCRIPTS.reduce(
    (rest, script) => rest.replace(`<script>${script}</script>`, ''),
    html.replace(QUIET_FILE, '').replace(LOADER_TAG, ''),
  );
  const runs = /<script(?! type=application\/ld\+json)\b/.test(heard);
  return slimMarkup(runs ? html : pruneStyle(html));
}

function pruneStyle(html: string): string {
  const used = usedNames(html);
  return html.replace(
    STYLE,
    (_, css: string) => `<style>${shortenProperties(dropUnread(pruneStyles(css, used)))}</style>`,
  );
}

function usedNames(html: string): UsedNames {
  const types = new Set<string>();
  const classes = new Set<string>();
  const attributes = new Set<string>();
  for (const [, type = '', written = ''] of html.matchAll(
    /<([a-z][\w-]*)(?![\w-])((?:[^<>"]|"[^"]*")*)>/g,
  )) {
    types.add(type);
    for (const [, name = '', value = ''] of written.matchAll(/([\w:-]+)(?:="([^"]*)")?/g)) {
      attributes.add(name);
      if (name === 'class') for (const each of value.split(/\s+/)) classes.add(each);
    }
  }
  return { types, classes, attributes };
}
