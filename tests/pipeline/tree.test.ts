import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { weightOf } from '@tamizdat/archive';
import { checkTree, formatProblem, weighTree } from '@tamizdat/tree';
import { HtmlValidate } from 'html-validate';
import { describe, expect, it } from 'vitest';
import { assertBuilt, outlets } from '../outlets/built-outlets.ts';

assertBuilt();

describe.each(outlets)('$name', ({ tree, least }) => {
  it('is a tree the checker finds nothing in', async () => {
    expect((await checkTree(tree)).map((problem) => formatProblem(problem))).toEqual([]);
  });

  it('keeps every page within its budget', async () => {
    const { kinds } = await weighTree(tree, weightOf);
    expect(kinds.length).toBeGreaterThan(10);
    expect(
      kinds.filter(({ over }) => over > 0).map(({ kind, heaviest }) => `${kind}: ${heaviest.path}`),
    ).toEqual([]);
  });

  it('is valid HTML', async () => {
    const validate = new HtmlValidate({
      extends: ['html-validate:standard'],
      rules: { 'no-raw-characters': 'off' },
    });
    const pages = globSync('**/*.html', { cwd: tree }).sort();
    expect(pages.length).toBeGreaterThanOrEqual(least.files / 2);
    const findings: string[] = [];
    for (const page of pages) {
      const report = await validate.validateString(
        readFileSync(path.join(tree, page), 'utf8'),
        page,
      );
      for (const { messages } of report.results) {
        findings.push(
          ...messages.map(
            ({ line, column, ruleId, message }) =>
              `${page}:${line}:${column} ${ruleId}: ${message}`,
          ),
        );
      }
    }
    expect(findings).toEqual([]);
  });
});
