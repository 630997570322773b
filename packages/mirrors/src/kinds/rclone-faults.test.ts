import { expect, test } from 'vitest';
import { explainRclone } from './rclone-faults.ts';

/** What rclone 1.60 prints first where it is set up by variables alone. */
const NOTICE =
  '2026/11/22 12:00:00 NOTICE: Config file "/home/a/.config/rclone/rclone.conf" not found - using defaults\n';

const failed = (said: string): string =>
  `2026/11/22 12:00:01 ERROR : index.html: Failed to copy: ${said}\n2026/11/22 12:00:01 Failed to copy: ${said}`;

test.each([
  ['507 Insufficient Storage', 'store-full', false],
  ['403 Forbidden', 'store-denied', false],
  ['429 Too Many Requests', 'store-busy', true],
  ["didn't find section in config file", 'store-missing', false],
])('%s is told as what it is, with and without a configuration file', (said, code, passing) => {
  for (const before of ['', NOTICE])
    expect(explainRclone(before + failed(said))).toMatchObject({ code, passing });
});

const [DATE, REFUSED] = [
  '2026/11/22 12:00:01',
  'dial tcp 127.0.0.1:9: connect: connection refused',
];

test.each([
  ['the file', `${DATE} ERROR : 507-days.html: Failed to copy: unexpected EOF`],
  ['a file in folders', `${DATE} ERROR : en/403/429 quota.html: Failed to copy: unexpected EOF`],
  ['a file of ours', `${DATE} Failed to copy: open /tmp/507/no-quota-403.html: input/output error`],
  ['an address', `${DATE} Failed to copy: Put "https://a.example/429/507.html": unexpected EOF`],
  ['an address as it is', `${DATE} Failed to copy: Put https://a.example/507.html: unexpected EOF`],
  [
    'an answer',
    `${DATE} Failed to copy: broken\n\tstatus code: 500, request id: 507, host id: a/403+b`,
  ],
  ['a remote', `${DATE} Failed to create file system for "quota-507:": broken`],
])('what stands in the name of %s is no fault', (_, said) => {
  expect(explainRclone(said)).toMatchObject({ code: 'store-failed', passing: true });
});

test('what is said beside such a name is told', () => {
  for (const [said, code] of [
    [
      `${DATE} ERROR : 507-days.html: Failed to copy: Put "https://a/403": ${REFUSED}`,
      'unreachable',
    ],
    [`${DATE} ERROR : 429.html: Failed to copy: Forbidden: no\n\tstatus code: 403`, 'denied'],
    [`${DATE} ERROR : 403.html: Failed to copy: failed to copy: object not found`, 'lost'],
    [`${DATE} ERROR : 507/a.html: corrupted on transfer: sizes differ 1 vs 2`, 'altered'],
    [`${DATE} ERROR : : error listing: directory not found`, 'missing'],
    [`${DATE} ERROR : AccessDenied: Access Denied\n${DATE} Failed to lsf: AccessDenied`, 'denied'],
  ])
    expect(explainRclone(said ?? '').code).toBe(`store-${code ?? ''}`);
});
