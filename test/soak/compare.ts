/**
 * Holds the laws of comparison against a million random pairs (issue: the auditor): the parts sum exactly to the
 * difference of the published indexes, and the other direction turns every sign. `npx tsx test/soak/compare.ts 1000000`
 */
import { indexDifference } from "../../src/audit/compare.ts";
import { faultsOf, generator, randomCompared, randomPlans } from "../support/compare-laws.ts";

const pairs = Number(process.argv[2] ?? 1_000_000);
const seed = Number(process.argv[3] ?? 20_260_101);

const draw = generator(seed);
const plans = randomPlans(400, seed, draw);
let compared = 0;
let acrossSets = 0;
let faults = 0;
const started = performance.now();
while (compared < pairs) {
  const plan = plans[draw(plans.length)];
  const other = draw(3) === 0 ? plans[draw(plans.length)] : plan;
  const a = plan && randomCompared(plan, draw);
  const b = other && randomCompared(other, draw);
  if (a === undefined || b === undefined) continue;
  compared += 1;
  if (plan !== other) acrossSets += 1;
  const wrong = faultsOf(indexDifference(a, b), indexDifference(b, a));
  if (wrong.length === 0) continue;
  faults += 1;
  if (faults > 20) break;
  console.log(`pair ${compared} of seed ${seed}: ${wrong.join(", ")}`);
}
const seconds = ((performance.now() - started) / 1000).toFixed(0);
console.log(
  `compare: ${compared} pairs (${acrossSets} across two of ${plans.length} sets), seed ${seed}, ${faults} faults, ${seconds} s`,
);
if (faults > 0) process.exitCode = 1;
