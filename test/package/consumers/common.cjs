// Consumes the package as CommonJS; writes what the job gives to its standard output.
const { readFileSync } = require("node:fs");
const library = require("par-index");
const audit = require("par-index/audit");
const check = require("par-index/check");
const criteria = require("par-index/criteria");
const set = require("par-index/criteria/moha/ministry/2023.1.json");
const process_ = require("par-index/process");

if (library.readCriteriaSet(set).id !== "moha/ministry/2023") throw new Error("the JSON file is another set");
const file = "node_modules/par-index/docs/examples/hoa-lam-departments-2026.json";
const round = JSON.parse(readFileSync(`${__dirname}/${file}`, "utf8"));
import("./job.mjs").then(({ job }) => {
  process.stderr.write(`${process.version}\n`);
  process.stdout.write(job({ ...library, ...audit, ...check, ...criteria, ...process_ }, round));
});
