import path from 'node:path';
import { loadOutlet } from '../room/load-outlet.ts';
import { ROOM_LANGUAGES } from '../words/room-words.ts';
import { buildFieldGuide } from './build-field-guide.ts';
import { buildMessageGuide } from './build-message-guide.ts';

const repository = path.resolve(import.meta.dirname, '../../../..');

/** The pages of docs/writing that are made from the schema and the checks, by their path. */
export function buildGuideFiles(): Map<string, string> {
  const loaded = loadOutlet(path.join(repository, 'content'));
  if ('problems' in loaded) throw new Error('The outlet of the sample has faults.');
  const { outlet } = loaded;
  const files = ROOM_LANGUAGES.flatMap((language): [string, string][] => [
    [
      path.join(repository, `docs/writing/fields.${language}.md`),
      buildFieldGuide(outlet, language),
    ],
    [
      path.join(repository, `docs/writing/messages.${language}.md`),
      buildMessageGuide(outlet, language),
    ],
  ]);
  return new Map(files);
}
