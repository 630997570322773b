import { showButtons } from './buttons.ts';
import type { ScriptData } from './script-data.ts';

/** Adds to the links below an article what its reader’s browser can do with it. */
export function start(data: ScriptData): void {
  const script = document.currentScript as HTMLScriptElement | null;
  const article = script?.closest('article');
  const place = script?.previousElementSibling;
  if (!article || !place) return;
  // The folder of the edition holds the script.
  const page = location.href.replace(/[?#].*/, '').slice(new URL('..', script.src).href.length);
  // Readers may have come to a mirror that was announced nowhere.
  const hosts = [...data.hosts, location.hostname];
  showButtons(article, place, { ...data, hosts, address: data.base + page });
}
