import { createHash } from 'node:crypto';

interface PageWords {
  lang: string;
  counts: string;
  sections: string[];
  authors: string[];
  years: string[];
  /** Whether the choice of authors is left to the script. */
  isFilledLater: boolean;
}

const STYLE = 'mark { font-weight: bold }';

/** A search page as small as the contract allows, with the policy that the finished tree gives it. */
export function makeSearchPage(words: PageWords, script: string): string {
  const options = (values: string[]): string =>
    ['', ...values].map((value) => `<option value="${value}">${value || 'any'}</option>`).join('');
  return `<!doctype html>
<html lang="${words.lang}"><head><meta charset="utf-8"><title>Search</title>
<meta http-equiv="Content-Security-Policy" content="${makePolicy(script)}">
<style>${STYLE}</style></head><body>
<search data-search data-index="../search/${words.lang}/pagefind.js">
<form role="search">
<input type="search" name="q" maxlength="200" autocomplete="off">
<select name="section">${options(words.sections)}</select>
<select name="author"${words.isFilledLater ? ' data-fill' : ''}>${options(words.isFilledLater ? [] : words.authors)}</select>
<select name="year">${options(words.years)}</select>
<select name="sort"><option value="relevance">best</option><option value="date">newest</option></select>
<button>Go</button></form>
<p data-when="loading" hidden>LOADING</p>
<div data-when="failed" hidden>FAILED <button type="button" data-retry>again</button></div>
<p data-when="file" hidden>FROM A FILE</p>
<p data-when="empty" hidden>NOTHING YET</p>
<p data-status role="status" aria-live="polite" ${words.counts}></p>
<ol data-results></ol>
<template><li><h2><a data-field="title"></a></h2><p data-field="standfirst"></p>
<p data-field="excerpt"></p><time data-field="date"></time> <span data-field="section"></span></li></template>
<button type="button" data-more data-older="older" hidden>more</button>
</search><script>${script}</script></body></html>`;
}

function makePolicy(script: string): string {
  const hash = (text: string): string =>
    `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  return [
    "default-src 'none'",
    `script-src 'self' 'wasm-unsafe-eval' ${hash(script)}`,
    "connect-src 'self'",
    `style-src ${hash(STYLE)}`,
    "img-src 'self'",
  ].join('; ');
}
