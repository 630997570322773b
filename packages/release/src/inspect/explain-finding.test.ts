import { expect, test } from 'vitest';
import { tellIn } from '@tamizdat/problem';
import { explainFinding } from './explain-finding.ts';

test('a finding is said with what was expected and found, and what to do', () => {
  const finding = {
    code: 'file-mismatch',
    at: 'ru/a.html',
    expected: '9 bytes',
    found: '8 bytes',
  } as const;
  expect(tellIn('en', explainFinding(finding))).toMatchInlineSnapshot(`
    {
      "message": "ru/a.html is not what the outlet signed: expected 9 bytes, found 8 bytes.",
      "remedy": "Do not trust this file. Compare it with another mirror, and tell the outlet which mirror it was. If a page of the host’s own stands there, the file is missing and the host answers 200 for it: the outlet publishes with --repair, and has the host answer 404 (docs/mirrors.md).",
    }
  `);
  const older = { code: 'rollback', at: 'timestamp', expected: 9, found: 8 } as const;
  expect(tellIn('en', explainFinding(older))).toMatchInlineSnapshot(`
    {
      "message": "This release is older than one that was seen before: timestamp has number 8, 9 was seen.",
      "remedy": "The mirror is stale, or holds readers back on purpose. Take another one.",
    }
  `);
});

test('it is said in Russian too, and with the same values', () => {
  const older = { code: 'rollback', at: 'timestamp', expected: 9, found: 8 } as const;
  expect(tellIn('ru', explainFinding(older)).message).toBe(
    'Этот выпуск старше того, что видели раньше: у timestamp номер 8, а видели 9.',
  );
});

test('a file that holds the mirror’s address may have been asked for at another one', () => {
  const remedyOf = (at: string): string =>
    explainFinding({ code: 'file-mismatch', at, expected: '9 bytes', found: '8 bytes' }).remedy;
  expect(remedyOf('ru/feed.xml')).toMatch(/^Do not trust this file\. .* ask at that one\.$/);
  expect(remedyOf('ru/a.html')).not.toContain('ask at that one');
});

test('what a mirror served cannot change a terminal, nor fill it', () => {
  const { message } = explainFinding({
    code: 'not-in-tree',
    at: `a\u001b[2J\u202eb${'x'.repeat(900)}`,
  });
  expect(message).toMatch(/^a\\u001b\[2J\\u202ebx+… is not part of this release\.$/);
  expect(message.length).toBeLessThan(260);
});

test('a value is never read as a place for another one', () => {
  expect(explainFinding({ code: 'missing', at: '{found}$&' }).message).toContain(
    '{found}$& is part',
  );
});
