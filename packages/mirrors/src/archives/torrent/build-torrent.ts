import { createHash } from 'node:crypto';
import { bencode } from './bencode.ts';

/** What a torrent of one file says. */
export interface TorrentParts {
  /** The file's name. */
  name: string;
  /** Bytes of the file. */
  length: number;
  pieceLength: number;
  /** The SHA-1 of each piece, one after the other. */
  pieces: Uint8Array;
  /** Addresses of the file itself. */
  webSeeds: readonly string[];
  trackers: readonly string[];
}

export interface Torrent {
  bytes: Uint8Array;
  /** The magnet link, with everything that stands in the file. */
  magnet: string;
}

/**
 * Builds a torrent, version 1 (BEP 3) with web seeds (BEP 19). It says neither when nor with what it was made, so that
 * the same file gives the same torrent and nothing of the newsroom.
 */
export function buildTorrent(parts: TorrentParts): Torrent {
  const { name, length, pieceLength, pieces, webSeeds, trackers } = parts;
  const info = { length, name, 'piece length': pieceLength, pieces, private: 0 };
  const [first] = trackers;
  const bytes = bencode({
    info,
    ...(first === undefined ? {} : { announce: first }),
    ...(trackers.length < 2 ? {} : { 'announce-list': trackers.map((tracker) => [tracker]) }),
    ...(webSeeds.length === 0 ? {} : { 'url-list': webSeeds }),
  });
  const hash = createHash('sha1').update(bencode(info)).digest('hex');
  return { bytes, magnet: buildMagnet(hash, parts) };
}

/** A magnet link (BEP 9) that names web seeds and trackers too. */
function buildMagnet(hash: string, { name, length, webSeeds, trackers }: TorrentParts): string {
  const fields: [string, string][] = [
    ['dn', name],
    ['xl', String(length)],
    ...webSeeds.map((seed): [string, string] => ['ws', seed]),
    ...trackers.map((tracker): [string, string] => ['tr', tracker]),
  ];
  const encoded = fields.map(([key, value]) => `&${key}=${encodeURIComponent(value)}`).join('');
  return `magnet:?xt=urn:btih:${hash}${encoded}`;
}
