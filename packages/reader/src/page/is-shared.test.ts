import { expect, test } from 'vitest';
import { isShared } from './is-shared.ts';

test.each([
  'https://dweb.link/ipfs/bafybeigdyrzt5sfp7udm7hu76uh7y26nf3efuylqabf3oclgtqy55fbzdi/',
  'https://ipfs.example/ipns/outlet.example/',
  'https://s3.amazonaws.com/bucket/',
  'https://s3.eu-central-1.amazonaws.com/bucket/',
  'https://s3-us-west-2.amazonaws.com/bucket/site/',
  'https://s3.cn-north-1.amazonaws.com.cn/bucket/',
  'https://s3.eu-central-003.backblazeb2.com/bucket/',
  'https://f003.backblazeb2.com/file/bucket/',
  'https://storage.googleapis.com/bucket/',
  'https://storage.yandexcloud.net/bucket/',
  'https://hb.ru-msk.vkcloud-storage.ru/bucket/',
  'https://nyc3.digitaloceanspaces.com/bucket/',
  'https://eu-central-1.linodeobjects.com/bucket/',
  'https://fsn1.your-objectstorage.com/bucket/',
  'https://objectstorage.eu-frankfurt-1.oraclecloud.com/n/space/b/bucket/o/',
  'https://0123456789abcdef.r2.cloudflarestorage.com/bucket/',
  'https://web.archive.org/web/20261130000000/https://outlet.example/',
  'http://127.0.0.1:9000/ipfs/bafybeigdyrzt5sfp7udm7hu76uh7y26nf3efuylqabf3oclgtqy55fbzdi/',
])('%s is shared by many sites', (base) => {
  expect(isShared(base)).toBe(true);
});

test.each([
  'https://outlet.example/',
  'https://mirror.example/news/',
  'https://bucket.s3.eu-central-1.amazonaws.com/',
  'https://bucket.s3-website-us-east-1.amazonaws.com/site/',
  'https://bucket.storage.googleapis.com/',
  'https://bucket.nyc3.digitaloceanspaces.com/',
  'https://bucket.fsn1.your-objectstorage.com/',
  'https://outlet.codeberg.page/site/',
  'https://s3-news.example/site/',
  'https://bafybeigdyrzt5sfp7udm7hu76uh7y26nf3efuylqabf3oclgtqy55fbzdi.ipfs.dweb.link/',
  'http://exampleexampleexampleexampleexampleexampleexampleexample.onion/',
])('%s has a host of its own', (base) => {
  expect(isShared(base)).toBe(false);
});
