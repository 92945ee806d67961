/**
 * Makes the two rounds of the fictional province Hoa Lâm that the examples, the guides and the tests use. Nothing in them
 * is real: names, documents and figures are drawn by a seeded generator, around some stories that are told on purpose.
 * Run from the root of the repository: npx tsx docs/examples/make-rounds.ts
 */
import { writeFileSync } from "node:fs";
import { roundFiles } from "./make-files.ts";

for (const [path, text] of roundFiles) writeFileSync(new URL(`../../${path}`, import.meta.url), text);
