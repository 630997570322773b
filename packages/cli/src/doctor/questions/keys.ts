import { existsSync } from 'node:fs';
import path from 'node:path';
import { type FileRole, ReleaseError } from '@tamizdat/verify';
import { judgeKeys } from '../../keys/judge-keys.ts';
import { standing } from '../facts/standing.ts';
import { type Finding, good, missing, unseen } from '../finding.ts';
import { type Place, shownPath } from '../place.ts';
import type { Question } from '../question.ts';
import { judgeWhere } from './key-places.ts';
import { judgeRoles } from './key-roles.ts';
import { judgeLoop } from './key-of-lists.ts';
import { judgeSecrets } from './key-secrets.ts';
import { judgePassphrase } from './passphrase.ts';

const ONLINE = ['targets', 'snapshot', 'timestamp', 'addresses'] as const;

/** Whether the keys are there, sealed, for this machine’s user alone, and where they belong. */
export const keys: Question = {
  id: 'keys',
  name: { en: 'Keys', ru: 'Ключи' },
  look: async ({ place, keyFolder, roots, release }) => {
    const isThere = place.keys !== undefined && existsSync(place.keys);
    const folder = isThere ? keyFolder() : undefined;
    const head = await release().then(
      (own) => own?.signed,
      () => undefined,
    );
    if (folder === undefined)
      return [judgeAbsent(place), ...(await judgeLoop(place, head)), ...judgePassphrase(place)];
    const files = folder.files.flatMap(({ file }) => file ?? []);
    const known = await roots().catch(() => undefined);
    const shown = known && (await judgeKeys(known, files, head).catch(passRoot));
    return [
      ...judgeSecrets(folder),
      ...judgeWhere(folder.folder, place),
      ...(shown === undefined
        ? [noRoot(folder.folder)]
        : judgeRoles(shown, folder, fromSecrets(place))),
      ...judgePassphrase(place),
    ];
  },
};

function passRoot(error: unknown): undefined {
  if (!(error instanceof ReleaseError)) throw error;
}

const fromSecrets = ({ env }: Place): FileRole[] =>
  ONLINE.filter((role) => env[`TAMIZDAT_KEY_${role.toUpperCase()}`]);

/** Where there are no keys to look at: in the environment, gone, not made yet, or somewhere else. */
export function judgeAbsent(place: Place): Finding {
  const roles = fromSecrets(place);
  if (roles.length > 0)
    return good('keys-in-environment', {
      en: `in the environment: ${roles.join(', ')}`,
      ru: `в окружении: ${roles.join(', ')}`,
    });
  // Who released from here had them here.
  if (place.keys !== undefined || existsSync(place.state)) return keysGone(place.keysAt);
  return existsSync(path.join(place.publicKeys, 'root.json'))
    ? unseen('keys-unnamed', UNNAMED)
    : missing('keys-unnamed', 'soon', UNNAMED, MAKE);
}

const MAKE = 'npx tamizdat keys init --out <folder> --sheets <folder>';
const UNNAMED = {
  en: 'The keys: name their folder with --keys or TAMIZDAT_KEYS; if there are none yet, make them.',
  ru: 'Ключи: назовите их папку через --keys или TAMIZDAT_KEYS; если их ещё нет, создайте.',
};

const keysGone = (folder: string): Finding =>
  missing(
    'keys-gone',
    'now',
    {
      en: `There are no keys in ${shownPath(folder)}, where they were looked for: nothing can be signed. If they lie elsewhere, name that folder with --keys or TAMIZDAT_KEYS; take them from a copy if they are lost, and root keys from their sheets (npx tamizdat keys recover --help).`,
      ru: `В ${shownPath(folder)}, где искали ключи, их нет: подписать ничего нельзя. Если они в другом месте, назовите папку через --keys или TAMIZDAT_KEYS; если потеряны, возьмите из копии, а корневые — с листов (npx tamizdat keys recover --help).`,
    },
    `ls -l ${shownPath(standing(path.dirname(folder)))}`,
    'npx tamizdat doctor --keys <folder>',
  );

const noRoot = (folder: string): Finding =>
  missing(
    'no-root',
    'now',
    {
      en: `There is no usable root.json with the keys in ${shownPath(folder)}. It is public: take it from content/keys, or from release/1.root.json of any mirror.`,
      ru: `Рядом с ключами в ${shownPath(folder)} нет годного root.json. Он открыт для всех: возьмите его из content/keys или release/1.root.json любого зеркала.`,
    },
    `npx tamizdat keys show ${shownPath(folder)}`,
  );
