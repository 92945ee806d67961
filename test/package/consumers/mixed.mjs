// One program that has both copies of the package: a set that one copy read is a wrong call to the other, which says
// so, and values that are data pass freely.
import { createRequire } from "node:module";
import { assess, readCriteriaSet } from "par-index";
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
process.stdout.write(said.join(" "));
