import * as CarBufferWriter from '@ipld/car/buffer-writer';
import { varint } from 'multiformats';
import { CID } from 'multiformats/cid';
import type { Outgoing } from '../../kinds/store.ts';
import type { PartFile } from '../part-file.ts';
import { type Block, encodeFolder } from './encode-folder.ts';

/** A CID as long as every root will be: version 1, a directory, SHA-256. */
const ANY_ROOT = CID.parse('bafybeigdyrzt5sfp7udm7hu76uh7y26nf3efuylqabf3oclgtqy55fbzdi');

/**
 * Writes a CAR (version 1, <https://ipld.io/specs/transport/car/carv1/>) of a folder, with the blocks of the stock
 * `ipfs-car pack` in their order.
 * @param files In the order of the code units of their paths.
 * @returns the CID of the folder, which is the archive's only root
 */
export async function writeCar(files: readonly Outgoing[], part: PartFile): Promise<string> {
  part.reserve(CarBufferWriter.headerLength({ roots: [ANY_ROOT] }));
  const link = await encodeFolder(files, (block) => {
    part.write(encodeFrame(block));
  });
  const root = CID.decode(link.bytes);
  part.writeAt(encodeHeader(root), 0);
  return root.toString();
}

/** A block as it stands in a CAR: the length of what follows, its CID, its bytes. */
function encodeFrame({ cid, bytes }: Block): Uint8Array {
  const length = cid.bytes.length + bytes.length;
  const prefix = varint.encodingLength(length);
  const frame = new Uint8Array(prefix + length);
  varint.encodeTo(length, frame);
  frame.set(cid.bytes, prefix);
  frame.set(bytes, prefix + cid.bytes.length);
  return frame;
}

function encodeHeader(root: CID): Uint8Array {
  const buffer = new ArrayBuffer(CarBufferWriter.headerLength({ roots: [root] }));
  return CarBufferWriter.createWriter(buffer, { roots: [root] }).close();
}
