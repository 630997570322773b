import type { Outlet } from '@tamizdat/article-schema';

const CHECK = `
.room-check{margin:0 auto 1.5rem;max-width:38rem;padding:.75rem 3.5rem .75rem 1rem;border:1px solid var(--rule);border-inline-start:3px solid var(--accent);font:.875rem/1.45 system-ui,sans-serif}
.room-check.right{border-inline-start-color:#2f7d4f}
.room-check summary{font-weight:700;cursor:pointer}
.room-check ul{margin:.5rem 0 0;padding-inline-start:1.1rem}
.room-check li{margin:.4rem 0}
.room-check li.warning{color:var(--mute)}
.room-check p{margin:.5rem 0 0;color:var(--mute)}
.room-check code{white-space:pre-wrap}
body{padding-top:1rem}`;

/** The styles of an article’s page, from the site’s own files, with the outlet’s colour. */
export function previewStyles({ accent }: Outlet): string {
  const { light, dark } = accent ?? { light: '#8a1c1c', dark: '#f0a8a0' };
  return SITE_STYLES.replace('#8a1c1c', light).replace('#f0a8a0', dark) + CHECK;
}
