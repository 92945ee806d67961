// Compiled, never run: a CommonJS program in TypeScript.
import library = require("par-index");
import criteria = require("par-index/criteria");

const set: library.CriteriaSet = criteria.criteriaSet("moha/ministry/2023");
export const indexes: readonly (string | undefined)[] = library
  .assess(set, {} as library.Round)
  .scores.map(({ index }) => index);
