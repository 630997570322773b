/** Exports after the documented formats, with invented texts. */

const item = (fields: string) => `<item>\n${fields}\n</item>\n`;
const cdata = (text: string) => `<![CDATA[${text}]]>`;

/** Fields of one item of a WordPress export. */
export interface WordpressItem {
  id: number;
  title: string;
  content: string;
  date?: string;
  type?: string;
  status?: string;
  slug?: string;
  password?: string;
  excerpt?: string;
  more?: string;
}

export function wordpressItem(given: WordpressItem): string {
  const {
    id,
    title,
    content,
    date = '2014-05-03 10:00:00',
    type = 'post',
    status = 'publish',
  } = given;
  const { slug = `post-${id}`, password = '', excerpt = '', more = '' } = given;
  const utc = date.startsWith('0000') ? date : date.replace(' 10:', ' 07:');
  return item(`<title>${cdata(title)}</title>
<link>https://old.example/2014/05/${slug}/</link>
<dc:creator>${cdata('anna')}</dc:creator>
<guid isPermaLink="false">https://old.example/?p=${id}</guid>
<content:encoded>${cdata(content)}</content:encoded>
<excerpt:encoded>${cdata(excerpt)}</excerpt:encoded>
<wp:post_id>${id}</wp:post_id>
<wp:post_date>${cdata(date)}</wp:post_date>
<wp:post_date_gmt>${cdata(utc)}</wp:post_date_gmt>
<wp:post_name>${cdata(slug)}</wp:post_name>
<wp:status>${cdata(status)}</wp:status>
<wp:post_type>${cdata(type)}</wp:post_type>
<wp:post_password>${cdata(password)}</wp:post_password>
<category domain="category" nicename="city">${cdata('City')}</category>
<category domain="post_tag" nicename="water">${cdata('Water')}</category>
${more}`);
}

export const wordpress = (
  items: readonly string[],
): string => `<?xml version="1.0" encoding="UTF-8" ?>
<!-- generator="WordPress" -->
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wfw="http://wellformedweb.org/CommentAPI/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel>
<title>The Old Page</title>
<link>https://old.example</link>
<language>en-GB</language>
<wp:wxr_version>1.2</wp:wxr_version>
<wp:author><wp:author_login>${cdata('anna')}</wp:author_login><wp:author_email>${cdata('anna@home.example')}</wp:author_email><wp:author_display_name>${cdata('Anna Petrova')}</wp:author_display_name></wp:author>
${items.join('')}</channel>
</rss>
`;

export const wordpressMeta = (key: string, value: string): string =>
  `<wp:postmeta><wp:meta_key>${cdata(key)}</wp:meta_key><wp:meta_value>${cdata(value)}</wp:meta_value></wp:postmeta>\n`;

/** An attachment with a file of the uploads. */
export const wordpressPicture = (id: number, path: string, caption = ''): string =>
  wordpressItem({
    id,
    title: path,
    content: '',
    type: 'attachment',
    status: 'inherit',
    excerpt: caption,
    more: `<wp:attachment_url>https://old.example/wp-content/uploads/${path}</wp:attachment_url>\n${wordpressMeta('_wp_attachment_image_alt', 'A crane at night')}`,
  });

/** A WordPress export of everything that must come along, and everything that must not. */
export const WORDPRESS_SAMPLE = wordpress([
  wordpressPicture(90, '2014/05/crane.jpg', 'The crane on the third night'),
  wordpressItem({
    id: 1,
    title: 'The harbour &#8220;keeps&#8221; its lights',
    slug: 'harbour-lights',
    content:
      'The first line\nand the second.\n\n[caption id="attachment_90" align="left"]<a href="https://old.example/wp-content/uploads/2014/05/crane.jpg"><img src="https://old.example/wp-content/uploads/2014/05/crane-300x200.jpg" alt="A crane" /></a> Words under it[/caption]\n\nSee <a href="https://old.example/2014/05/second/">the second part</a>, <a href="/?p=2">again</a> and <a href="https://old.example/gone/">what is gone</a>.\n\n[gallery ids="1,2"]\n\n<blockquote>A quotation.</blockquote>\n\nhttps://www.youtube.com/watch?v=abc',
    excerpt: 'The first line and the second.',
    more:
      wordpressMeta('_thumbnail_id', '90') +
      wordpressMeta('_edit_last', '1') +
      '<wp:comment><wp:comment_author_email>reader@home.example</wp:comment_author_email><wp:comment_author_IP>192.0.2.7</wp:comment_author_IP><wp:comment_content>A comment nobody copies</wp:comment_content></wp:comment>\n',
  }),
  wordpressItem({
    id: 2,
    title: 'Second',
    slug: 'second',
    content:
      '<!-- wp:paragraph --><p>Another text.</p><!-- /wp:paragraph -->\n<script>alert(1)</script>',
    excerpt: 'A summary of its own.',
    more: wordpressMeta('_thumbnail_id', '90'),
  }),
  wordpressItem({ id: 3, title: 'Second too', slug: 'second', content: 'The same slug.' }),
  wordpressItem({ id: 4, title: 'A draft', content: 'SECRET-DRAFT', status: 'draft' }),
  wordpressItem({ id: 5, title: 'Private', content: 'SECRET-PRIVATE', status: 'private' }),
  wordpressItem({ id: 6, title: 'Behind a password', content: 'SECRET-PASSWORD', password: 'x' }),
  wordpressItem({ id: 7, title: 'Binned', content: 'SECRET-TRASH', status: 'trash' }),
  wordpressItem({
    id: 8,
    title: 'Later',
    content: 'SECRET-FUTURE',
    status: 'future',
    date: '2030-01-01 10:00:00',
  }),
  wordpressItem({ id: 9, title: 'No date', content: 'Text.', date: '0000-00-00 00:00:00' }),
  wordpressItem({ id: 10, title: 'A page', content: 'SECRET-PAGE', type: 'page' }),
  wordpressItem({ id: 11, title: '', content: 'No headline.' }),
]);

/** A Ghost export, in the form that its settings page writes. */
export const GHOST_SAMPLE = JSON.stringify({
  db: [
    {
      meta: { exported_on: 1753891082041, version: '6.0.0' },
      data: {
        posts: [
          {
            id: 'a1',
            title: 'A ferry at dawn',
            slug: 'ferry-at-dawn',
            type: 'post',
            status: 'published',
            visibility: 'public',
            published_at: '2020-02-03T08:00:00.000Z',
            custom_excerpt: 'Who rows when nobody sails.',
            feature_image: '__GHOST_URL__/content/images/2020/02/crane.jpg',
            html: '<p>It left at <strong>six</strong>. See <a href="__GHOST_URL__/the-bridge/">the bridge</a>.</p><!--kg-card-begin: html--><iframe src="https://player.example/7"></iframe><!--kg-card-end: html-->',
          },
          {
            id: 'a2',
            title: 'The bridge',
            slug: 'the-bridge',
            type: 'post',
            status: 'published',
            visibility: 'public',
            published_at: '2020-01-03T08:00:00.000Z',
            html: '<p>Stone.</p>',
          },
          {
            id: 'a3',
            title: 'For members',
            slug: 'members',
            type: 'post',
            status: 'published',
            visibility: 'members',
            published_at: '2020-01-03T08:00:00.000Z',
            html: '<p>SECRET-MEMBERS</p>',
          },
          {
            id: 'a4',
            title: 'A page',
            slug: 'page',
            type: 'page',
            status: 'published',
            visibility: 'public',
            published_at: '2020-01-03T08:00:00.000Z',
            html: '<p>SECRET-PAGE</p>',
          },
          {
            id: 'a5',
            title: 'A draft',
            slug: 'draft',
            type: 'post',
            status: 'draft',
            visibility: 'public',
            published_at: null,
            html: '<p>SECRET-DRAFT</p>',
          },
          {
            id: 'a6',
            title: 'A letter',
            slug: 'letter',
            type: 'post',
            status: 'sent',
            visibility: 'public',
            published_at: '2020-01-03T08:00:00.000Z',
            html: '<p>SECRET-LETTER</p>',
          },
        ],
        posts_meta: [
          {
            post_id: 'a1',
            feature_image_alt: 'A crane',
            feature_image_caption: 'The <b>crane</b>',
          },
        ],
        tags: [
          { id: 't1', name: 'City' },
          { id: 't2', name: 'Water' },
          { id: 't3', name: '#internal' },
        ],
        posts_tags: [
          { post_id: 'a1', tag_id: 't2', sort_order: 1 },
          { post_id: 'a1', tag_id: 't1', sort_order: 0 },
          { post_id: 'a1', tag_id: 't3', sort_order: 2 },
        ],
        users: [{ id: 'u1', name: 'Anna Petrova', email: 'anna@home.example' }],
        posts_authors: [{ post_id: 'a1', author_id: 'u1', sort_order: 0 }],
      },
    },
  ],
});

/** Lines of the door for everything. */
export const LINES_SAMPLE = `${[
  {
    url: 'https://old.example/news/1.php',
    date: '2001-02-03T10:00:00+03:00',
    title: 'Старая новость',
    html: '<p>Текст &8220;новости&8221; и <a href="https://old.example/news/2.php">вторая</a>.</p>',
    authors: ['Анна Петрова'],
    section: 'Город',
    tags: ['Вода'],
    lead: 'Коротко.',
    lang: 'ru',
    ip: '192.0.2.1',
  },
  {
    url: 'https://old.example/news/2.php',
    date: '2001-02-04',
    title: 'Вторая',
    html: '<p>Ещё текст.</p>',
    authors: [],
    section: 'Город',
    tags: [],
    lang: 'ru',
  },
  {
    url: 'https://old.example/news/3',
    date: 'soon',
    title: 'Без даты',
    html: '<p>x</p>',
    lang: 'ru',
  },
  {
    url: 'https://old.example/news/4',
    date: '2001-02-04',
    title: 'Черновик',
    html: '<p>SECRET-DRAFT</p>',
    lang: 'ru',
    status: 'draft',
  },
]
  .map((line) => JSON.stringify(line))
  .join('\n')}\nno json\n`;
