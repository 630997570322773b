import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { assertBuilt, outlets } from '../outlets/built-outlets.ts';

assertBuilt();

/** Names of the room's files, and words that only they hold. */
const NAMES =
  /(?:^|\/)(?:room\.(?:js|css|json)|by-hand\.js|writing-room\.yaml|[\w.]*decap-cms[\w.]*)$/;
const WORDS = ['CMS_MANUAL_INIT', 'decap-cms', 'writing-room/'];

describe.each(outlets)('$name', ({ tree }) => {
  it('holds nothing of the writing room', () => {
    const files = globSync('**/*.{html,js,css,json,xml,txt,yaml}', { cwd: tree });
    expect(files.length).toBeGreaterThan(10);
    const found = files.filter((file) => {
      const text = readFileSync(path.join(tree, file), 'utf8');
      return NAMES.test(file) || WORDS.some((word) => text.includes(word));
    });
    expect(found).toEqual([]);
  });
});
