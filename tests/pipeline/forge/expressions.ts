import { data, Evaluator, Lexer, Parser } from '@actions/expressions';

/** What expressions of a workflow can name: `github`, `steps`, `secrets` and so on. */
export type Contexts = Readonly<Record<string, unknown>>;

/** None of these jobs is ever cancelled in a test. */
const cancelled = {
  name: 'cancelled',
  minArgs: 0,
  maxArgs: 0,
  call: () => new data.BooleanData(false),
};

function evaluate(expression: string, contexts: Contexts): data.ExpressionData {
  const names = Object.keys(contexts);
  const { tokens } = new Lexer(expression).lex();
  const parsed = new Parser(tokens, names, [cancelled]).parse();
  const known = JSON.parse(JSON.stringify(contexts), data.reviver) as data.Dictionary;
  return new Evaluator(parsed, known, new Map([['cancelled', cancelled]])).evaluate();
}

/** Puts the values of `${{ … }}` into a text, as the forge does before a step runs. */
export function fillIn(text: string, contexts: Contexts): string {
  return text.replaceAll(/\$\{\{(.*?)\}\}/g, (_, expression: string) =>
    evaluate(expression.trim(), contexts).coerceString(),
  );
}

/** Whether the condition of a job or step holds; one that is absent does. */
export function holds(condition: string | undefined, contexts: Contexts): boolean {
  if (condition === undefined) return true;
  const [, expression = condition] = /^\$\{\{(.*)\}\}$/.exec(condition.trim()) ?? [];
  const value = evaluate(expression.trim(), contexts);
  return value.coerceString() !== 'false' && value.coerceString() !== '';
}
