import type { SignedHead } from '@tamizdat/release';
import { openMirrorList } from '../../mirrors/mirror-list.ts';
import { type Finding, half } from '../finding.ts';
import { type Place, shownPath } from '../place.ts';

/**
 * Whether a machine that holds its keys in the environment alone, and is to replace blocked names by itself, has the key
 * that signs the list.
 */
export async function judgeLoop(
  { content, env }: Pick<Place, 'content' | 'env'>,
  head: Pick<SignedHead, 'addresses'> | undefined,
): Promise<Finding[]> {
  const signs = env['TAMIZDAT_KEY_SNAPSHOT'] && env['TAMIZDAT_KEY_TIMESTAMP'];
  if (head?.addresses === undefined || !signs || env['TAMIZDAT_KEY_ADDRESSES']) return [];
  const list = await openMirrorList(content).catch(() => undefined);
  return list?.renewal === undefined
    ? []
    : [
        half(
          'addresses-key-lacking',
          'soon',
          {
            en: `${shownPath(content)}/mirrors.yaml has rules for names that give way by themselves, and TAMIZDAT_KEY_ADDRESSES is not set here. If “watch --renew” runs on this machine, hand it the key for lists of mirrors.`,
            ru: `В ${shownPath(content)}/mirrors.yaml есть правила, по которым имена сменяются сами, а TAMIZDAT_KEY_ADDRESSES здесь не задан. Если «watch --renew» работает на этой машине, передайте ей ключ списка зеркал.`,
          },
          'npx tamizdat keys export <keys> --role addresses --out <file>',
        ),
      ];
}
