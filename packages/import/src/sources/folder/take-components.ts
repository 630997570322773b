import { HeldTexts } from './held-texts.ts';
import { lineEnds } from '../../convert/replace-tags.ts';
import { shownInstead } from './shown-instead.ts';
import { tagWords } from './tag-words.ts';
import type { TellNotRun } from './take-templates.ts';

const FENCE = /^ {0,3}(?:```|~~~)/;
/** A component’s name begins with a capital. */
const COMPONENT = /<(\/?)([A-Z][\w.]{0,60})(\s[^<>]{0,3000})?\/?>/g;

/** Takes components and expressions out of MDX; what stands in a component stays, and what stands in a block of code. */
export function takeComponents(text: string, tellNotRun: TellNotRun): string {
  const held = new HeldTexts();
  const tagged = withoutScripts(text, tellNotRun).replaceAll(
    COMPONENT,
    (
      whole: string,
      close: string,
      name: string,
      rest: string | undefined,
      at: number,
      all: string,
    ) => {
      if (close !== '') return '';
      tellNotRun(`component ${name}`, all.slice(0, at).split('\n').length, whole);
      return held.hold(shownInstead(tagWords(`${name} ${rest ?? ''}`)) ?? '') + lineEnds(whole);
    },
  );
  return held.release(withoutExpressions(tagged, tellNotRun));
}

/** Imports and exports reach to the next empty line. */
function withoutScripts(text: string, tellNotRun: TellNotRun): string {
  let isScript = false;
  return outsideCode(text, (line, number) => {
    if (line.trim() === '') isScript = false;
    else if (!isScript && /^(?:import|export)\s[^.]*(?:from|=|['"{(])/.test(line)) {
      isScript = true;
      tellNotRun('import or export', number, line);
    }
    return isScript ? '' : line;
  });
}

const withoutExpressions = (text: string, tellNotRun: TellNotRun): string =>
  outsideCode(text, (line, number) =>
    line.replaceAll(/`[^`]{0,1000}`|\{[^{}]{0,1000}\}/g, (whole) => {
      if (whole.startsWith('`')) return whole;
      if (!/^\{\s*\/\*/.test(whole)) tellNotRun('expression', number, whole);
      return '';
    }),
  );

/** Changes the lines of a text that stand in no block of code. */
function outsideCode(text: string, change: (line: string, number: number) => string): string {
  let isCode = false;
  const lines = text.split('\n').map((line, index) => {
    const isFence = FENCE.test(line);
    if (isFence) isCode = !isCode;
    return isCode || isFence ? line : change(line, index + 1);
  });
  return lines.join('\n');
}
