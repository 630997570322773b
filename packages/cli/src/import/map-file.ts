import { readFileSync } from 'node:fs';
import { type ImportMap, MapSchema } from '@tamizdat/import';
import { parse, stringify } from 'yaml';
import { UsageError } from '../frame/usage-error.ts';
import { say } from '../language/say.ts';

/** Bytes of a map: a hundred thousand tags. */
const MAP_MAX_BYTES = 20_000_000;

/** The file for a person to edit. */
export const mapText = (map: ImportMap): string =>
  `${say(HEAD)
    .split('\n')
    .map((line) => `# ${line}`.trimEnd())
    .join('\n')}\n${stringify(map, { lineWidth: 0 })}`;

const HEAD = {
  en: [
    'What of the archive becomes what. Edit it, then run “tamizdat import run”.',
    'sections: at most 40 stay “as: section”; “tag” and “nothing” are the other words.',
    'authors: “named: false” where readers must not know the name any more; look at each.',
    'ownHosts: addresses that were yours: pictures and links of these are your own.',
    'Two entries may have the same id: they become one.',
    'formerAddresses, formerFeeds: where lists and feeds stood by default; mend them if yours stood elsewhere.',
    'docs/moving-in.md says more.',
  ].join('\n'),
  ru: [
    'Что из архива во что превратится. Поправьте и запустите «tamizdat import run».',
    'sections: не больше 40 с «as: section»; другие слова — «tag» и «nothing».',
    'authors: «named: false», если имя больше нельзя называть; посмотрите каждого.',
    'ownHosts: адреса, которые были вашими: картинки и ссылки на них — ваши.',
    'У двух записей может быть один id: они станут одной.',
    'formerAddresses, formerFeeds: где списки и ленты стоят по умолчанию; поправьте, если ваши стояли не там.',
    'Подробнее — docs/moving-in.md.',
  ].join('\n'),
};

/** Reads a map that somebody may have edited. @throws UsageError that names all faults */
export function readMap(file: string): ImportMap {
  const parsed = MapSchema.safeParse(parseYaml(file));
  if (!parsed.success) {
    const faults = parsed.error.issues
      .slice(0, 10)
      .map(({ path, message }) => `${path.join('.')}: ${message}`);
    throw new UsageError(
      say({
        en: `${file} is not right. ${faults.join('; ')}`,
        ru: `В ${file} ошибки. ${faults.join('; ')}`,
      }),
    );
  }
  refuseMany(parsed.data, file);
  return parsed.data;
}

function parseYaml(file: string): unknown {
  try {
    const text = readFileSync(file);
    if (text.length > MAP_MAX_BYTES) throw new Error('too long');
    return parse(text.toString('utf8'), { maxAliasCount: 0 });
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split('\n')[0] ?? '') : '';
    throw new UsageError(
      say({
        en: `${file} cannot be read: ${reason}. “tamizdat import plan” writes one.`,
        ru: `${file} не прочесть: ${reason}. Его пишет «tamizdat import plan».`,
      }),
    );
  }
}

/** An outlet has at most forty sections; another one is for what has none. */
function refuseMany({ sections, otherSection }: ImportMap, file: string): void {
  const ids = new Set(
    sections
      .filter(({ as }) => as === 'section')
      .map(({ id }) => id)
      .concat(otherSection.id),
  );
  if (ids.size <= 40) return;
  throw new UsageError(
    say({
      en: `${file} has ${ids.size} sections, “otherSection” included; at most 40 fit. Make the rarer ones “as: tag”, or give several the same id.`,
      ru: `В ${file} разделов: ${ids.size}, вместе с «otherSection»; помещается не больше 40. Редкие сделайте «as: tag» или дайте нескольким один id.`,
    }),
  );
}
