/**
 * Forgeries of sealed records, made from the closed shape itself: of every key one that lacks it, one in which it holds
 * nothing, one whose text is of no form; of every object one with a key too many. And by hand what is of the shape and
 * contradicts itself. Each says where it must be refused.
 */
import { type ClosedShape, recordShape } from "../../src/audit/closed-shape.ts";
import { textDigest } from "../../src/audit/digest.ts";
import { seal } from "../../src/audit/record.ts";
import { criteriaSet } from "../../src/criteria.ts";
import { read } from "./conformance.ts";
import type { Raw } from "./random-round.ts";
import { smallRound, set as smallSet } from "./rounds.ts";

/** A change at a place: what is put there; without `value` it is taken away. */
interface Edit {
  readonly at: string;
  readonly value?: unknown;
}

/** A forgery of one of the records. */
interface Forgery {
  readonly record: string;
  readonly edits: readonly Edit[];
  readonly place: string;
}

const clone = (value: Raw): Raw => JSON.parse(JSON.stringify(value));

/** The record with the changes. */
export function forged(record: Raw, edits: readonly Edit[]): Raw {
  const copy = clone(record);
  for (const { at, value } of edits) {
    const steps = at
      .slice(1)
      .split("/")
      .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
    const key = steps.pop() ?? "";
    const holder = steps.reduce((inner, step) => inner[step], copy);
    if (value !== undefined) holder[key] = structuredClone(value);
    else if (Array.isArray(holder)) holder.splice(Number(key), 1);
    else delete holder[key];
  }
  return copy;
}

/** A value of a shape, as small as it may be. */
function sample(shape: ClosedShape): Raw {
  const { type, pattern = "", items = {}, properties = {}, required = [] } = shape;
  if (shape.oneOf !== undefined) return sample(shape.oneOf[0] ?? {});
  if ("const" in shape) return shape.const;
  if (shape.enum !== undefined) return shape.enum[0];
  if (type === "boolean") return true;
  if (type === "integer") return shape.minimum ?? 0;
  if (type === "array") return shape.maxItems === 0 ? [] : Array(shape.minItems ?? 1).fill(sample(items));
  if (type === "object")
    return Object.fromEntries(required.map((key) => [key, sample(properties[key] ?? {})]));
  if (shape.format === "date") return "2026-12-31";
  return ["1", "a", "a".repeat(64), "a 1.0.0"].find((text) => new RegExp(pattern).test(text));
}

/** What is written where a text of another form is needed. */
const formless = " ?";

function* forgeriesOf(
  shape: ClosedShape,
  value: Raw,
  at: string,
  before: readonly Edit[],
): Generator<Edit[]> {
  for (const option of shape.oneOf ?? []) {
    const told = Object.entries(option.properties ?? {}).find(([, inner]) => "const" in inner);
    const isThere = told !== undefined && value?.[told[0]] === told[1].const;
    const made = isThere ? value : sample(option);
    if (option.type !== "object") continue;
    // Without a constant that tells which is meant, the place is that of the whole.
    if (told !== undefined)
      yield* forgeriesOf(option, made, at, isThere ? before : [...before, { at, value: made }]);
    else yield [...before, { at, value: { ...made, x: 1 } }];
  }
  if (shape.type === "array" && shape.items !== undefined && shape.maxItems !== 0) {
    const isThere = value.length > 0;
    const made = isThere ? value[0] : sample(shape.items);
    const put = isThere ? before : [...before, { at: `${at}/0`, value: made }];
    yield [...put, { at: `${at}/0`, value: null }];
    yield* forgeriesOf(shape.items, made, `${at}/0`, put);
  }
  if (shape.properties === undefined) return;
  yield [...before, { at: `${at}/x-key`, value: 1 }];
  for (const [key, inner] of Object.entries(shape.properties)) {
    if (at === "" && key === "units") continue;
    const place = `${at}/${key}`;
    yield [...before, { at: place, value: null }];
    if (shape.required?.includes(key) === true) yield [...before, { at: place }];
    if (inner.type === "string" || "const" in inner) yield [...before, { at: place, value: formless }];
    const isThere = value[key] !== undefined;
    const made = isThere ? value[key] : sample(inner);
    yield* forgeriesOf(inner, made, place, isThere ? before : [...before, { at: place, value: made }]);
  }
}

/** Records that are genuine: of a unit with full texts, of one with digests, of a group. What is of which set counts for nothing here. */
function genuine(): Readonly<Record<string, Raw>> {
  const set = criteriaSet("hoa-lam/department/2026");
  const round = read("docs/examples/hoa-lam-departments-2026.json");
  return {
    open: clone(seal(set, round, { unit: "hoa-lam-so-ngoai-vu" })),
    public: clone(seal(set, round, { unit: "hoa-lam-so-y-te" }, { texts: "digest" })),
    group: clone(seal(smallSet, smallRound(), { group: "chung" }, { until: "self" })),
  };
}

/** What is of the shape and contradicts itself, or is no plain data. */
function byHand(records: Readonly<Record<string, Raw>>): readonly Forgery[] {
  const { open, public: closed, group } = records;
  const answers = "/inputs/selfAssessments/0/answers";
  const [first, second] = open.inputs.selfAssessments[0].answers;
  const evidence = open.inputs.selfAssessments[0].answers.findIndex((it: Raw) => it.evidence.length > 0);
  const entry = closed.inputs.ledger.findIndex((it: Raw) => it.reason !== undefined);
  const made: readonly (readonly [string, string, ...Edit[]])[] = [
    ["open", "/unit", { at: "/unit", value: "hoa-lam-so-x" }],
    ["open", "/group", { at: "/group", value: "x" }],
    ["open", "/inputs/set", { at: "/inputs/set", value: "x/y/2026" }],
    ["open", "/inputs/edition", { at: "/inputs/edition", value: 2 }],
    ["open", "/until", { at: "/until", value: "2026-02-30" }],
    ["open", "/format", { at: "/format", value: true }],
    ["open", "/place", { at: "/place", value: {} }],
    ["open", "/place/place", { at: "/place", value: { place: 99, tied: false, ranked: 1, complete: true } }],
    ["open", "/declared/maxPoints", { at: "/declared/maxPoints", value: "0" }],
    ["open", "/declared/maxPoints", { at: "/declared/maxPoints", value: "100.0" }],
    ["open", "/declared/maxPoints", { at: "/declared/maxPoints", value: 100 }],
    ["open", "/declared/policies/rounding/places", { at: "/declared/policies/rounding/places", value: 11 }],
    ["open", "/set/certified", { at: "/set/certified", value: true }],
    ["open", "/result/note", { at: "/result/note", value: "" }],
    ["open", "/inputs/$schema", { at: "/inputs/$schema", value: "" }],
    ["open", `${answers}/0/asks`, { at: `${answers}/0/asks`, value: [] }],
    [
      "open",
      `${answers}/0/facts`,
      { at: `${answers}/0/facts`, value: { numerator: null, denominator: null } },
    ],
    ["open", `${answers}/0/facts`, { at: `${answers}/0/facts`, value: { value: "0.50" } }],
    ["open", `${answers}/1`, { at: `${answers}/0`, value: second }, { at: `${answers}/1`, value: first }],
    ["open", `${answers}/1/item`, { at: `${answers}/1`, value: first }],
    ["open", `${answers}/0/explanation`, { at: `${answers}/0/explanation`, value: "a".repeat(20_001) }],
    // Signs of two code units each: a text is as long as it has code units.
    [
      "open",
      `${answers}/0/explanation`,
      { at: `${answers}/0/explanation`, value: "\u{20000}".repeat(10_001) },
    ],
    ["open", `${answers}/0/explanation`, { at: `${answers}/0/explanation`, value: "a\u0300" }],
    ["open", `${answers}/0/explanation`, { at: `${answers}/0/explanation`, value: "a\u202eb" }],
    [
      "open",
      `${answers}/${evidence}/evidence/0/number`,
      { at: `${answers}/${evidence}/evidence/0/number`, value: `sha256:${textDigest("")}` },
    ],
    [
      "open",
      "/inputs/selfAssessments/1",
      { at: "/inputs/selfAssessments/1", value: open.inputs.selfAssessments[0] },
    ],
    ["open", "/inputs/selfAssessments/0/unit", { at: "/inputs/selfAssessments/0/unit", value: "x" }],
    ["open", "/inputs/councils/0/units", { at: "/inputs/councils/0/units", value: ["a", "b"] }],
    ["open", "/inputs/tally/batches/0", { at: "/inputs/tally/batches", value: ["a"] }],
    ["open", "/inputs", { at: "/inputs" }],
    ["open", "/steps", { at: "/steps" }],
    ["open", "/digests/toString", { at: "/digests/toString", value: textDigest("") }],
    ["open", "/digests/constructor", { at: "/digests/constructor", value: textDigest("") }],
    ["open", "/digests/result", { at: "/digests/result" }],
    ["open", "/digests/result", { at: "/digests/result", value: "x" }],
    ["open", "/steps/nodes/0/leaves", { at: "/steps/nodes/0/leaves", value: [0, 1000] }],
    [
      "open",
      "/steps/leaves/2/points",
      ...[0, 1, 2].map((at) => ({
        at: `/steps/leaves/${at}`,
        value: {
          ...{ item: open.steps.leaves[at].item, source: open.steps.leaves[at].source, state: "scored" },
          ...{ points: `1/${"7".repeat(10_000)}`, maxPoints: "1" },
        },
      })),
    ],
    ["public", `/inputs/ledger/${entry}/reason`, { at: `/inputs/ledger/${entry}/reason`, value: "Lý do" }],
    [
      "public",
      `/inputs/ledger/${entry}/reason`,
      { at: `/inputs/ledger/${entry}/reason`, value: "sha256:zz" },
    ],
    ["public", "/relative/1/item", { at: "/relative/1", value: closed.relative[0] }],
    ["group", "/units/1/until", { at: "/units/1/until", value: "final" }],
    ["group", "/units/1/unit", { at: "/units/1", value: group.units[0] }],
    ["group", "/units/0/set/digest", { at: "/units/0/set/digest", value: textDigest("") }],
  ];
  return made.map(([record, place, ...edits]) => ({ record, edits, place }));
}

/** The forgeries with the records that they are made of. */
export function forgedVectors(): {
  readonly format: 1;
  readonly genuine: Readonly<Record<string, Raw>>;
  readonly forged: readonly Forgery[];
} {
  const records = genuine();
  const made = (["unit", "group"] as const).flatMap((record) =>
    [...forgeriesOf(recordShape[record], records[record === "unit" ? "open" : record], "", [])].map(
      (edits): Forgery => ({ record: record === "unit" ? "open" : record, edits, place: placeOf(edits) }),
    ),
  );
  return { format: 1, genuine: records, forged: [...made, ...byHand(records)] };
}

/** A choice of shapes without a constant has the place of the whole; everything else is where it was changed. */
function placeOf(edits: readonly Edit[]): string {
  return edits.at(-1)?.at ?? "";
}
