// One program that has both copies of the package: a set that one copy read is a wrong call to the other, which says
// so, values that are data pass freely, and the errors of either are known to both.
import { createRequire } from "node:module";
import { assess, InvalidError, readCriteriaSet } from "par-index";
import set from "par-index/criteria/hoa-lam/commune/2026.1.json" with { type: "json" };

const common = createRequire(import.meta.url)("par-index");
const theirs = common.readCriteriaSet(set);
const said = [];
try {
  assess(theirs, {});
} catch (error) {
  said.push(error.name);
}
said.push(readCriteriaSet(JSON.parse(JSON.stringify(theirs))).id);
try {
  common.readCriteriaSet({});
} catch (error) {
  said.push(error instanceof InvalidError && error instanceof common.InvalidError ? "known" : "not known");
}
process.stdout.write(said.join(" "));
