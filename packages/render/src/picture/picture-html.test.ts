import { describe, expect, it } from 'vitest';
import { figureHtml, pictureHtml, type ShownPicture } from './picture-html.ts';

const file = (name: string, width: number) => ({ url: `/media/${name}`, width, height: width / 2 });
const fallback = { url: '/media/c.jpg', width: 800, height: 400 };
const picture: ShownPicture = {
  sources: [{ type: 'image/avif', files: [file('a.avif', 400), file('b.avif', 800)] }],
  fallback,
};

describe('a picture in HTML', () => {
  it('offers widths, keeps its place, and waits where it may', () => {
    expect(
      pictureHtml(picture, { alt: 'A river', sizes: '100vw', lazy: true }),
    ).toMatchInlineSnapshot(
      `"<picture><source type="image/avif" srcset="/media/a.avif 400w,/media/b.avif 800w" sizes="100vw"><img src="/media/c.jpg" width="800" height="400" alt="A river" loading="lazy"></picture>"`,
    );
  });

  it('says no sizes where there is one width', () => {
    const single = { ...picture, sources: [{ type: 'image/avif', files: [file('a.avif', 400)] }] };
    expect(pictureHtml(single, { alt: '', sizes: '20rem', lazy: false })).toContain(
      '<source type="image/avif" srcset="/media/a.avif"><img',
    );
  });

  it('cannot be broken out of by words', () => {
    const html = pictureHtml(picture, { alt: '"><script>x</script>', sizes: '', lazy: false });
    expect(html).toContain('alt="&quot;&gt;&lt;script&gt;x&lt;/script&gt;"');
    expect(figureHtml('', '<b>', 'Photo: "A" & B')).toBe(
      '<figure><figcaption>&lt;b&gt; Photo: &quot;A&quot; &amp; B</figcaption></figure>',
    );
  });

  it('has no caption where there is nothing to say', () => {
    expect(figureHtml('<picture></picture>', undefined, '')).toBe(
      '<figure><picture></picture></figure>',
    );
  });
});
