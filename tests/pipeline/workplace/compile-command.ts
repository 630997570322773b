import { COMPILED, compileCommand, removeCompiled } from '@tamizdat/cli/testing';

/**
 * Before all tests of the pipeline: has them start the command compiled, which costs a third of what its sources cost.
 * From its sources it is started by jobs of forges, by `first-article.test.ts` and by the tests of the package.
 * @returns what is to be done after them
 */
export default async function compile(): Promise<() => void> {
  await compileCommand();
  process.env['TESTED_COMMAND'] = COMPILED;
  return removeCompiled;
}
