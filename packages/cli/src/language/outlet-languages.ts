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
  const text = readSmall(path.join(content ?? defaultContent, 'outlet.yaml'));
  return text === undefined ? [] : languagesOf(text);
}

/** Undefined where it is not there, cannot be read, or is too much. */
function readSmall(file: string): string | undefined {
  try {
    const facts = statSync(file);
    const isSmall = facts.isFile() && facts.size <= OUTLET_FILE_READ_BYTES;
    return isSmall ? readFileSync(file, 'utf8') : undefined;
  } catch {
    return undefined;
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
