import { expect, test } from 'vitest';
import { hashBytes } from '../../kinds/check-outgoing.ts';
import type { Outgoing } from '../../kinds/store.ts';
import { encodeFolder } from './encode-folder.ts';

const fileOf = (path: string): Outgoing => {
  const bytes = new TextEncoder().encode(path);
  return {
    path,
    type: '',
    cache: '',
    compressible: false,
    hash: hashBytes(bytes),
    content: { bytes },
  };
};

test('a disk that is full ends the archive, and is nobody else’s fault', async () => {
  const files = ['a.html', 'b/c.html', 'b/d.html'].map(fileOf);
  const full = new Error('ENOSPC');
  for (const room of [0, 1, 3, 4]) {
    let blocks = 0;
    const put = (): void => {
      if (blocks++ >= room) throw full;
    };
    await expect(encodeFolder(files, put)).rejects.toBe(full);
    expect(blocks).toBe(room + 1);
  }
});
