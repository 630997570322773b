/// <reference path="../.astro/types.d.ts" />

declare namespace App {
  interface Locals {
    /** Tree path of the page being rendered; set by the page from its params. */
    address?: string;
    /** The page runs WebAssembly (search). */
    wasm?: boolean;
    /** Addresses outside the tree that forms of the page are sent to. */
    formAction?: string[];
    /** Pieces of the page, as they stand in it, that it goes without where it would leave too little room in its budget. */
    spare?: string[];
    /** Where given, takes what a template throws: the renderer tells it to who asked. */
    caught?: { error?: unknown };
  }
}

declare module 'virtual:search-script' {
  /** The search page's script, one classic script without `</script`. */
  const script: string;
  export default script;
}

declare module 'virtual:reader-scripts' {
  /** The scripts of the reader's side. */
  const scripts: {
    loader: string;
    settingsPage: string;
    starter: string;
    cores: [string, string];
  };
  export default scripts;
}

declare module 'virtual:take-along-script' {
  /** What `takeAlong.start` is made of: one classic script without `</script`. */
  const script: string;
  export default script;
}
