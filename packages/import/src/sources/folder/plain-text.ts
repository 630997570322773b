import { decode } from '../../article/addresses.ts';
import type { SourceItem } from '../../record.ts';
import { folderOf } from './fields-from-above.ts';
import { HTML, type Read } from './read-page.ts';
import { belowHost, type Site } from './site.ts';
import { takeTemplates } from './take-templates.ts';

/** The text without its templates, links to files of other texts included. */
export function plainTextOf(
  { page }: Read,
  path: string,
  site: Site,
  addresses: ReadonlyMap<string, string>,
  tell: (item: SourceItem) => void,
): string {
  const addressOf = (name: string): string | undefined => {
    const [file = '', place] = name.split('#');
    const plain = file.replace(/^\/+/, '').replace(/\/$/, '');
    const beside = new URL(plain, `https://x.invalid/${folderOf(path)}/`).pathname.slice(1);
    const url =
      addresses.get(decode(beside)) ??
      addresses.get(plain) ??
      addresses.get(plain.replace(/^.*\//, ''));
    return url === undefined || place === undefined ? url : `${url}#${place}`;
  };
  const kind = site.templatesOf(path);
  const bare =
    kind === undefined
      ? page.body
      : takeTemplates(page.body, kind, {
          addressOf,
          below: belowHost(site.origin),
          tellNotRun: (what, line, written) => {
            const where = `${path}:${page.line + line - 1}`;
            tell({ notRun: { what, where, written: written.slice(0, 200) } });
          },
        });
  if (HTML.test(path)) return bare;
  return bare.replaceAll(
    /(\]\()<?([^()\s<>]{1,300}\.mdx?(?:#[^()\s<>]{0,200})?)>?(?=\)|\s")/g,
    (whole, open: string, file: string) => {
      const url = /^[a-z]+:/i.test(file) ? undefined : addressOf(file);
      return url === undefined ? whole : `${open}${url}`;
    },
  );
}
