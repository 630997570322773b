import type { Words } from '@tamizdat/article-schema';

/** A command with what it is for. */
export interface ExplainedCommand {
  label: string;
  command: string;
}

type VerifyWords = Words['verify'];

/** The packed file, as it is made. */
const FILE = 'tamizdat-mirror.mjs';

/** The hash that the packed file is to have, and how to find out which it has. */
export const hashCommands = (sha256: string, words: VerifyWords): ExplainedCommand[] => [
  { label: words.programHash, command: sha256 },
  {
    label: words.programOwn,
    command: `sha256sum ${FILE}\nshasum -a 256 ${FILE}\ncertutil -hashfile ${FILE} SHA256`,
  },
];

/**
 * The ways to check a copy with the program.
 * @param isPacked Whether readers have the packed file, not the kit.
 */
export function programCommands(
  fingerprint: string,
  words: VerifyWords,
  isPacked: boolean,
): ExplainedCommand[] {
  const program = isPacked ? `node ${FILE}` : 'tamizdat';
  const verify = (place: string, more = ''): string =>
    `${program} verify ${place} --root ${fingerprint}${more}`;
  return [
    { label: words.atAddress, command: verify(`https://${words.address}/`) },
    { label: words.inFolder, command: verify(words.folder) },
    { label: words.onePage, command: verify(`https://${words.address}/`, ` --page ${words.page}`) },
  ];
}

/**
 * What can be done without the program (packages/release/SPEC.md): a file's hash stands as bytes in a leaf of the tree
 * (5.7), a node's name is its hash (5.2), and the fingerprint is the hash of the signed part of the first root (6.7),
 * which stands last in a file in canonical form (3.4).
 */
export function handCommands(words: VerifyWords): ExplainedCommand[] {
  return [
    {
      label: words.handHash,
      command: `h=$(sha256sum ${words.file} | cut -c1-64); for n in release/nodes/*/*; do od -An -v -tx1 "$n" | tr -d ' \\n' | grep -q "$h" && echo "$n"; done`,
    },
    { label: words.handNode, command: `sha256sum release/nodes/…/…` },
    {
      label: words.handRoot,
      command: `sed 's/.*"signed"://; s/}$//' release/1.root.json | tr -d '\\n' | sha256sum`,
    },
  ];
}
