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
