import type { LoadPiece } from '../search/ask-index.ts';

/** What pieces call when they run: neither modules nor fetch work from a file, and a plain script does. */
interface Catcher {
  put: (name: string, value: unknown) => void;
}

declare global {
  interface Window {
    tamizdatPiece?: Catcher;
  }
}

/** Loads pieces of the index that lie in a folder, each once. A piece that is missing rejects, and is asked for again. */
export function openPieces(folder: string): LoadPiece {
  const waiting = new Map<string, (value: unknown) => void>();
  const loaded = new Map<string, Promise<unknown>>();
  window.tamizdatPiece = {
    put: (name, value) => waiting.get(name)?.(value),
  };
  return (name) => {
    const known = loaded.get(name);
    if (known !== undefined) return known;
    const piece = new Promise((resolve, reject) => {
      waiting.set(name, resolve);
      const script = document.createElement('script');
      script.src = `${folder}${name}.js`;
      script.onerror = () => {
        loaded.delete(name);
        reject(new Error(name));
      };
      // One that ran and brought nothing is broken.
      script.onload = () => {
        script.remove();
        reject(new Error(name));
      };
      document.head.append(script);
    });
    loaded.set(name, piece);
    return piece;
  };
}
