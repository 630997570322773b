import { ReleaseError, type Role } from '@tamizdat/verify';
import { judgeKeys } from '../../keys/judge-keys.ts';
import { type Finding, good, missing, unseen } from '../finding.ts';
import { type Place, shownPath } from '../place.ts';
import type { Question } from '../question.ts';
import { judgeWhere } from './key-places.ts';
import { judgeRoles } from './key-roles.ts';
import { judgeSecrets } from './key-secrets.ts';
import { judgePassphrase } from './passphrase.ts';

const ONLINE = ['targets', 'snapshot', 'timestamp'] as const;

/** Whether the keys are there, sealed, for this machine’s user alone, and where they belong. */
export const keys: Question = {
  id: 'keys',
  name: { en: 'Keys', ru: 'Ключи' },
  look: async ({ place, keyFolder, roots }) => {
    const folder = keyFolder();
    if (folder === undefined) return [judgeAbsent(place)];
    const files = folder.files.flatMap(({ file }) => file ?? []);
    const known = await roots().catch(() => undefined);
    const shown = known && (await judgeKeys(known, files).catch(passRoot));
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

const fromSecrets = ({ env }: Place): Role[] =>
  ONLINE.filter((role) => env[`TAMIZDAT_KEY_${role.toUpperCase()}`]);

function judgeAbsent(place: Place): Finding {
  const roles = fromSecrets(place);
  return roles.length > 0
    ? good('keys-in-environment', {
        en: `in the environment: ${roles.join(', ')}`,
        ru: `в окружении: ${roles.join(', ')}`,
      })
    : unseen('keys-unnamed', {
        en: 'the keys: name their folder with --keys or TAMIZDAT_KEYS. If there are none yet: npx tamizdat keys init --out <folder> --sheets <folder>',
        ru: 'ключи: назовите их папку через --keys или TAMIZDAT_KEYS. Если их ещё нет: npx tamizdat keys init --out <папка> --sheets <папка>',
      });
}

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
