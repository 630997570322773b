import { buildWords } from '@tamizdat/article-schema';
import { setText } from '@tamizdat/render';
import { proseHtml, type PreviewContext, type PreviewProps } from './article-preview.ts';

/** A fixed page as the site shows it. */
export function pagePreview(lang: string, { data, words }: PreviewContext): unknown {
  return createClass<PreviewProps>({
    render() {
      const fields = (this.props.entry.get('data') as DecapMap).toJS() as Record<
        string,
        string | undefined
      >;
      const text = (field: string) => setText(fields[field] ?? '', lang);
      const options = { lang, words: buildWords(lang, data.ownWords[lang]), sources: [] };
      const html = proseHtml(fields['body'] ?? '', options, () => '');
      return h(
        'main',
        { lang },
        h('h1', null, text('title') || words.room.unnamed),
        fields['standfirst'] ? h('p', { className: 'standfirst' }, text('standfirst')) : null,
        h('div', { className: 'prose', dangerouslySetInnerHTML: { __html: html } }),
      );
    },
  });
}

/** An author’s record: names and what they say of themselves, in each language. */
export function authorPreview({ data }: PreviewContext): unknown {
  return createClass<PreviewProps>({
    render() {
      const fields = (this.props.entry.get('data') as DecapMap).toJS() as Record<string, unknown>;
      const said = (field: string, lang: string) =>
        (fields[field] as Record<string, string> | undefined)?.[lang] ?? '';
      const set = (field: string, lang: string) => setText(said(field, lang), lang);
      const photo =
        typeof fields['photo'] === 'string' && fields['photo'] !== '' ? fields['photo'] : undefined;
      return h(
        'main',
        null,
        photo === undefined
          ? null
          : h('img', { src: this.props.getAsset(photo)?.toString(), alt: '' }),
        ...data.outlet.languages.map(({ code }) =>
          h(
            'section',
            { key: code, lang: code },
            h('h1', null, said('name', code)),
            h('p', { className: 'meta' }, set('role', code)),
            h('p', null, set('bio', code)),
          ),
        ),
      );
    },
  });
}
