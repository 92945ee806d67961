// Before each test file: properties run with one fixed seed, so that a failure (and a mutation score) comes out
// again. FC_SEED sets another seed, FC_RUNS another number of runs for properties that name none of their own.
import fc from "fast-check";
import { beforeEach, onTestFailed } from "vitest";

const seed = wholeNumber("FC_SEED", 20_260_101);
const numRuns = wholeNumber("FC_RUNS", 100);

fc.configureGlobal({ seed, numRuns });

beforeEach(() => {
  onTestFailed(() => {
    console.error(`fast-check: to run this again, FC_SEED=${seed} FC_RUNS=${numRuns}`);
  });
});

function wholeNumber(name: string, otherwise: number): number {
  const text = process.env[name];
  if (text === undefined || text === "") return otherwise;
  if (!/^-?\d{1,10}$/.test(text)) throw new RangeError(`${name}: not a whole number: ${text}`);
  return Number(text);
}
