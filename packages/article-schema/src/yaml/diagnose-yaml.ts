import { shorten } from '../characters/count.ts';
import {
  YAML_EXAMPLE_MAX,
  YAML_FIELD_LONG,
  YAML_REPAIR_LINES,
  YAML_REPAIR_MAX_LENGTH,
} from '../limits.ts';
import { SAME_PROBLEMS_MAX } from '@tamizdat/problem';
import type { Finding } from '@tamizdat/problem';
import { indentLike, LINE_RULES, type LineRepair } from './line-repairs.ts';
import { dashMissing, dashSpace, groupOnLine, wrongColon } from './list-repairs.ts';
import { findFaults, ODD_SPACE, parseYaml, type Fault } from './parse-yaml.ts';
import { SYNTAX_MESSAGES } from './syntax-messages.ts';

/** A finding with its place, in offsets of the text (UTF-16 code units). */
export interface Diagnosis {
  finding: Finding;
  start: number;
  end: number;
}

/**
 * Says what is wrong with a text that cannot be read as fields. Every field is looked at by itself,
 * so that one mistake hides no other; a mistake is found by mending a line and reading again.
 * Nothing where every field by itself is right.
 */
export function diagnoseYaml(text: string): Diagnosis[] {
  if (/^(?:---|\.\.\.)/m.test(text)) return [];
  const budget = { length: YAML_REPAIR_MAX_LENGTH };
  const diagnoses: Diagnosis[] = [];
  for (const { start, text: field } of splitFields(text)) {
    for (const { finding, ...at } of diagnoseField(field, budget))
      diagnoses.push({ finding, start: at.start + start, end: at.end + start });
    if (diagnoses.length >= SAME_PROBLEMS_MAX) break;
  }
  return diagnoses;
}

const CONTINUES = new RegExp(`^(?:$|[ \\t#\\]}]|${ODD_SPACE}|-(?: |$))`);

/** The fields of the outermost group, each with the lines below it that belong to it. */
function splitFields(text: string): { start: number; text: string }[] {
  const fields: { start: number; text: string }[] = [];
  let offset = 0;
  for (const line of text.split('\n')) {
    const last = fields.at(-1);
    if (last !== undefined && CONTINUES.test(line)) last.text += `\n${line}`;
    else fields.push({ start: offset, text: line });
    offset += line.length + 1;
  }
  return fields;
}

/** Characters that may still be parsed. */
interface Budget {
  length: number;
}

function firstFault(text: string, budget: Budget): Fault | undefined {
  budget.length -= text.length;
  return findFaults(parseYaml(text), text).toSorted((a, b) => a.start - b.start)[0];
}

function diagnoseField(field: string, budget: Budget): Diagnosis[] {
  return field.length > YAML_FIELD_LONG
    ? diagnoseLong(field, budget)
    : diagnoseLines(field.split('\n'), budget);
}

/** Of a long list only the entries around the first fault are looked at: reading all of it takes long. */
function diagnoseLong(field: string, budget: Budget): Diagnosis[] {
  const fault = firstFault(field, budget);
  if (fault === undefined) return [];
  const lines = field.split('\n');
  const at = lineOf(lines, fault.start);
  const indent = /^ */.exec(lines[1] ?? '')?.[0] ?? '';
  const begins = (line: string): boolean =>
    line.startsWith(indent) && /^\S/.test(line.slice(indent.length));
  const from = Math.max(1, lines.slice(0, at).findLastIndex(begins));
  const after = lines.findIndex((line, index) => index > at + YAML_REPAIR_LINES && begins(line));
  const [head = ''] = lines;
  const excerpt = [head, ...lines.slice(from, after === -1 ? undefined : after)];
  const shift = offsetOf(lines, from) - head.length - 1;
  const found = diagnoseLines(excerpt, budget).map(({ finding, start, end }) => ({
    finding,
    start: start + shift,
    end: end + shift,
  }));
  return found.length > 0 ? found : [unexplained(lines, fault)];
}

function diagnoseLines(written: readonly string[], budget: Budget): Diagnosis[] {
  const lines = [...written];
  const found: Diagnosis[] = [];
  for (;;) {
    const fault = firstFault(lines.join('\n'), budget);
    if (fault === undefined) return found;
    const mended = mendLine(lines, fault, budget);
    if (mended === undefined) return found.length > 0 ? found : [unexplained(written, fault)];
    lines[mended.index] = mended.repair.line;
    found.push(toldOf(mended, written));
  }
}

interface Mended {
  index: number;
  repair: LineRepair;
}

/** The first repair near a fault after which reading gets further. */
function mendLine(lines: readonly string[], fault: Fault, budget: Budget): Mended | undefined {
  const at = lineOf(lines, fault.start);
  const first = Math.max(0, at - YAML_REPAIR_LINES);
  const near = lines.slice(first, at + YAML_REPAIR_LINES + 1);
  const above = (index: number): string[] => lines.slice(0, index);
  const helps = (index: number, { line }: LineRepair): boolean => {
    const after = lines.with(index, line);
    const next = budget.length < 0 ? fault : firstFault(after.join('\n'), budget);
    return next === undefined || lineOf(after, next.start) > Math.max(index, at);
  };
  for (const repairsOf of [plainHabits, otherHabits]) {
    for (const [place, line] of near.entries()) {
      const index = first + place;
      const repair = repairsOf(line, above(index)).find((tried) => helps(index, tried));
      if (repair !== undefined) return { index, repair };
    }
  }
  return undefined;
}

/** Habits that a line shows plainly: they go before the guesses at the lines around it. */
const plainHabits = (line: string, above: readonly string[]): LineRepair[] => [
  ...[dashSpace, wrongColon, groupOnLine].flatMap((rule) => rule(line) ?? []),
  ...[dashMissing(line, above) ?? []].flat(),
];

function otherHabits(line: string, before: readonly string[]): LineRepair[] {
  const above = before.slice(-YAML_REPAIR_LINES).reverse();
  return [
    ...LINE_RULES.flatMap((rule) => rule(line) ?? []),
    ...(/\S/.test(line) ? above.flatMap((other) => indentLike(line, other) ?? []) : []),
  ];
}

function lineOf(lines: readonly string[], offset: number): number {
  let end = -1;
  const index = lines.findIndex((line) => (end += line.length + 1) >= offset);
  return index === -1 ? lines.length - 1 : index;
}

const offsetOf = (lines: readonly string[], index: number): number =>
  lines.slice(0, index).reduce((sum, line) => sum + line.length + 1, 0);

const toldOf = ({ index, repair }: Mended, written: readonly string[]): Diagnosis =>
  repairDiagnosis(repair, offsetOf(written, index));

/** A mended line as a finding; `offset` is that of the line. */
export function repairDiagnosis(repair: LineRepair, offset: number): Diagnosis {
  const { code, message, why, remedy, ru, start, end, line } = repair;
  const because = why === undefined ? {} : { why };
  return {
    finding: { code, path: [], message, ...because, remedy, ru, ...exampleOf(line) },
    start: offset + start,
    end: offset + end,
  };
}

/** A line as an example, its indentation kept; none of one that is too long to look at. */
function exampleOf(line: string): Pick<Finding, 'example'> {
  if (line.trim().length > YAML_EXAMPLE_MAX) return {};
  const lines = line.trimEnd().split('\n');
  const shown = lines.map(
    (each) => (/^ */.exec(each)?.[0] ?? '') + shorten(each.trim(), YAML_EXAMPLE_MAX),
  );
  return { example: shown.join('\n') };
}

/** What the parser says, where no repair helps. */
function unexplained(lines: readonly string[], fault: Fault): Diagnosis {
  const told = explainFault(fault);
  if (fault.code !== 'MULTILINE_IMPLICIT_KEY') return told;
  const line = lines[lineOf(lines, fault.start)] ?? '';
  return { ...told, finding: { ...told.finding, ...exampleOf(`  ${line.trim()}`) } };
}

/** A fault in the words of the table. */
export function explainFault({ code, start, end }: Fault): Diagnosis {
  const name = `yaml-${code.toLowerCase().replaceAll('_', '-')}`;
  return { finding: { code: name, path: [], ...SYNTAX_MESSAGES[code] }, start, end };
}
