import { readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type * as Yaml from 'yaml';
import { defaultContent } from '../repository/folders.ts';
import { OUTLET_FILE_READ_BYTES } from './limits.ts';

/**
 * Codes of the languages that `outlet.yaml` of a content folder names, in its order; none where it cannot be read: what
 * is wrong there is for the check to say. Synchronous, because every text of a command is chosen before it begins.
 */
export function outletLanguages(content: string | undefined): string[] {
  const file = path.join(content ?? defaultContent, 'outlet.yaml');
  const facts = statSync(file, { throwIfNoEntry: false });
  if (facts?.isFile() !== true || facts.size > OUTLET_FILE_READ_BYTES) return [];
  try {
    return languagesOf(readFileSync(file, 'utf8'));
  } catch {
    // Not to be read at all: rights, or lists in lists until the parser gives up.
    return [];
  }
}

function languagesOf(text: string): string[] {
  // Loaded here alone: no command that does not ask has to wait for it.
  const { parseDocument, isSeq, isMap } = createRequire(import.meta.url)('yaml') as typeof Yaml;
  const languages = parseDocument(text, { logLevel: 'silent' }).get('languages');
  if (!isSeq(languages)) return [];
  const codes = languages.items.map((item) => (isMap(item) ? item.get('code') : undefined));
  return codes.filter((code) => typeof code === 'string');
}
