import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { UsageError } from '../frame/usage-error.ts';
import type { Options } from './arguments.ts';
import { chooseTargets } from './choose-targets.ts';

const placeOf = async (to: string) =>
  (await chooseTargets({ _: [], to } as unknown as Options)).mirrors.map(({ place }) => place);

describe('a place to publish to', () => {
  test.each(['store:site', 'store:', 'my store-1.eu+x@y:a b/c:d', 'хранилище:сайт', 'store:/abs'])(
    'is a remote of rclone: %s',
    async (to) => {
      expect(await placeOf(to)).toEqual([{ kind: 'rclone', remote: to, compress: false }]);
    },
  );

  test.each(['mirror', './a:b', '../a:b', '/srv/a:b', 'a/b:c', 'C:/mirror', 'a,b', './:s3:bucket'])(
    'is a folder: %s',
    async (to) => {
      expect(await placeOf(to)).toEqual([{ kind: 'folder', folder: path.resolve(to) }]);
    },
  );

  test.each([
    ":webdav,url='https://user:hunter2@store.example/dav':site",
    ':webdav,url="https://store.example/":site',
    ':s3:bucket',
    ':local:/srv/site',
    'store,shared_credentials_file=/hunter2:site',
    'store,bearer_token=hunter2:site',
    '-store:site',
    ' store:site',
    'store:a/../../b',
    'https://store.example/site',
    's3://bucket/site',
    ':',
    '',
    'store:site\u001b[2J',
  ])('is nothing that is published to, least of all as a folder of that name: %j', async (to) => {
    const refused = placeOf(to);
    await expect(refused).rejects.toBeInstanceOf(UsageError);
    await expect(refused).rejects.not.toThrow('hunter2');
  });
});
