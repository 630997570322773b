import fc from 'fast-check';
import { countPieces } from '@tamizdat/verify/format';
import { isStrictPath } from '@tamizdat/verify';
import type { FileRecord } from '../src/tree/file-record.ts';
import { HASH_BYTES, sha256 } from '../src/tree/sha256.ts';

const TYPES: Record<string, string> = {
  html: 'text/html; charset=utf-8',
  xml: 'application/xml',
  avif: 'image/avif',
};

/** A file that was never written: its hashes are those of its name and edition. For tests and measurements. */
export function sampleFile(path: string, size = 9_000, edition = 1): FileRecord {
  const pieces = Array.from({ length: countPieces(size) }, (_, at) =>
    Buffer.from(sha256(`${path} ${edition} ${at}`), 'hex'),
  );
  return {
    path,
    size,
    hash: sha256(`${path} ${edition}`),
    type: TYPES[path.split('.').at(-1) ?? ''] ?? 'application/octet-stream',
    rebased: path.endsWith('.xml'),
    pieceHashes: new Uint8Array(Buffer.concat(pieces, pieces.length * HASH_BYTES)),
  };
}

/** A site as large as asked for: dated pages, lists, and a flat folder of pictures. */
export function sampleSite(files: number): FileRecord[] {
  const pictures = Math.floor(files / 3);
  const pages = Array.from({ length: files - pictures }, (_, at) => {
    const date = new Date(Date.UTC(2010, 0, 1) + Math.floor(at / 12) * 86_400_000);
    const day = date.toISOString().slice(0, 10).replaceAll('-', '/');
    return sampleFile(
      `ru/${day}/${sha256(`page ${at}`).slice(0, 6)}-anons-o-vode-i-tarifah.html`,
      34_000,
    );
  });
  const media = Array.from({ length: pictures }, (_, at) =>
    sampleFile(`media/${sha256(`picture ${at}`).slice(0, 20)}.avif`, 11_000 + (at % 9) * 12_000),
  );
  return [...pages, ...media];
}

const name = fc.oneof(
  // Not the devices of SPEC 2.4: `con`, `nul` and the like are in no tree.
  fc.stringMatching(/^[a-z]{1,3}$/).filter(isStrictPath),
  fc.constantFrom('index', 'Ю', 'ёлка', 'b', 'a', 'ab', 'x y'),
);

/** Paths that are strict and never the folder of another one. */
export const anyPath = fc
  .tuple(fc.array(name, { maxLength: 3 }), name, fc.constantFrom('html', 'xml', 'avif'))
  .map(([folders, file, ending]) => [...folders, `${file}.${ending}`].join('/').toLowerCase());

export const anyFile = fc
  .tuple(anyPath, fc.oneof(fc.nat({ max: 30_000 }), fc.constant(2_200_000)), fc.nat({ max: 9 }))
  .map(([path, size, edition]) => sampleFile(path, size, edition));
