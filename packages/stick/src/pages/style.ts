/** How pages look: one column, system fonts, light and dark. */
export const styleOf = ({ light, dark }: { light: string; dark: string }): string =>
  `:root{color-scheme:light dark;--accent:${light}}@media(prefers-color-scheme:dark){:root{--accent:${dark}}}` +
  'body{max-width:38rem;margin:0 auto;padding:0 1rem 2rem;font:1.125rem/1.6 ui-serif,Georgia,"Noto Serif",serif;overflow-wrap:break-word}' +
  'h1,h2,h3{line-height:1.2;text-wrap:balance}h1{font-size:1.8rem;margin:.5rem 0}h2{font-size:1.3rem;margin:2rem 0 .5rem}a{color:var(--accent);overflow-wrap:anywhere}' +
  '.top,.meta,.age,.about,figcaption,li p,nav,form,button,input,select{font-family:system-ui,sans-serif;font-size:1rem;line-height:1.4}' +
  '.top{display:flex;flex-wrap:wrap;gap:.25rem 1rem;align-items:baseline;padding:.75rem 0;border-bottom:3px solid var(--accent)}.top a{padding:.25rem 0}.top .name{font-weight:700;margin-inline-end:auto}' +
  '.over{font:600 .95rem/1.4 system-ui,sans-serif;color:var(--accent);margin:1.5rem 0 0}.meta,figcaption,li p,.about{opacity:.85}.age{margin:1rem 0}' +
  'figure{margin:1.5rem 0}img,video{max-width:100%;height:auto}audio{width:100%}blockquote{margin-inline:0;padding-inline-start:1rem;border-inline-start:3px solid}table{border-collapse:collapse}[tabindex]{overflow-x:auto;overflow-wrap:normal}td,th{border:1px solid;padding:.25rem .5rem}' +
  '.list{list-style:none;padding:0}.list>li{padding:.6rem 0;border-bottom:1px solid #8886}.list>li p{margin:.2rem 0 0}.months{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:.25rem 1rem}.months a{display:inline-block;padding:.25rem 0}' +
  'form{display:flex;flex-wrap:wrap;gap:.5rem;margin:1.5rem 0}input{flex:1;min-width:0;padding:.5rem;font-size:1rem;border:1px solid #888;border-radius:.25rem}.filters{flex-basis:100%;display:flex;flex-wrap:wrap;gap:.5rem 1rem}.filters label{display:flex;flex-wrap:wrap;gap:.25rem .5rem;align-items:center;max-width:100%}select{font:inherit;max-width:100%;padding:.25rem;border:1px solid #888;border-radius:.25rem}button{padding:.5rem 1rem;border:1px solid var(--accent);border-radius:.25rem;background:none;color:inherit;cursor:pointer}' +
  '.away::after{content:"\\2009\\2197";content:"\\2009\\2197"/"";font-size:.8em}.about{margin-top:3rem;border-top:1px solid #8886;font-size:.95rem}code{overflow-wrap:anywhere}pre code{overflow-wrap:normal}';
