import { statSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { distFolder, listBuilt, readBuilt } from './site/built-site.ts';

/**
 * What a phone takes of a lead picture (docs/decisions, “Pictures”): page and picture each pass before a connection that
 * freezes at 16 KB does.
 */
const PHONE_BYTES = 11_000;
/** Pixels: twice what a phone of 320 shows. Fewer would mean that a picture lost more than sharpness to fit. */
const PHONE_WIDTH = 640;

interface Candidate {
  page: string;
  file: string;
  width: number;
}

function leadsOf(page: string): Candidate[] {
  const html = readBuilt(page);
  const figures = html.match(/<figure class="?lead\b.*?<\/figure>/gs) ?? [];
  return figures.flatMap((figure) => {
    const [, set = ''] = /<source[^>]* srcset="([^"]*)"/.exec(figure) ?? [];
    const [first = ''] = set.split(',');
    const [file = '', width = ''] = first.split(' ');
    return set === '' ? [] : [{ page, file: path.basename(file), width: parseInt(width, 10) }];
  });
}

test('the lead picture of every article has a file for phones that fits through a freezing connection', () => {
  const leads = listBuilt('*/[0-9]*/**/*.html').flatMap(leadsOf);
  expect(leads.length).toBeGreaterThan(50);
  const heavy = leads
    .map((lead) => ({ ...lead, bytes: statSync(path.join(distFolder, 'media', lead.file)).size }))
    .filter(({ bytes, width }) => bytes > PHONE_BYTES || width < PHONE_WIDTH);
  expect(heavy).toEqual([]);
});
