// Mistakes in single values: those that another value of the file repeats (declared figures, examples of rules, the
// period in the id), and, for whatever is left, those that nothing in the file can know.
import {
  countSlips,
  edited,
  entries,
  gone,
  isLeaf,
  type Json,
  type Mutant,
  misspelt,
  partAt,
  type Row,
  rowsOf,
  type Steps,
  scalarsOf,
} from "./mutants.ts";
import { slipsAt } from "./mutants-structure.ts";

/** All mutants of values that the file's own redundancy covers. */
export function coveredMutants(file: Json): readonly Mutant[] {
  return [
    ...declared(file),
    ...ofHead(file),
    ...rowsOf(file)
      .filter(isLeaf)
      .flatMap((row) => ofRule(file, row)),
  ];
}

const covered = (kind: string, at: Steps, how: string, make: () => unknown): Mutant => ({
  share: "covered",
  kind,
  at,
  how,
  file: make,
});

const replaced = (file: Json, kind: string, at: Steps, values: readonly unknown[]): readonly Mutant[] =>
  values.map((value) =>
    covered(kind, at, `${partAt(file, at)} → ${String(value)}`, () => edited(file, at, () => value)),
  );

const counts = (file: Json, kind: string, at: Steps): readonly Mutant[] => {
  const value = partAt(file, at);
  return typeof value === "number" ? replaced(file, kind, at, countSlips(value)) : [];
};

const decimals = (file: Json, kind: string, at: Steps): readonly Mutant[] =>
  slipsAt(file, at).map(([how, make]) => covered(kind, at, how, make));

function declared(file: Json): readonly Mutant[] {
  const places: readonly Steps[] = [
    ["totals", "leaves"],
    ...((partAt(file, ["totals", "counts"]) ?? []) as number[]).map((_, at) => ["totals", "counts", at]),
    ...entries(file["sources"]).map((_, at) => ["sources", at, "leaves"]),
  ];
  return places.flatMap((at) => counts(file, "declared count", at));
}

/** The head says its level and period twice: in the id and beside it. */
function ofHead(file: Json): readonly Mutant[] {
  const [issuer = "", level = "", period = ""] = String(file["id"]).split("/");
  const kind = "level or period of the head";
  const year = (text: string, by: number): string => text.replace(/\d{4}/, (it) => String(Number(it) + by));
  const dates = ["from", "to"].flatMap((key) => {
    const at = ["period", key];
    const day = String(partAt(file, at));
    return replaced(file, kind, at, [year(day, 1), year(day, -1)]);
  });
  return [
    ...replaced(
      file,
      kind,
      ["id"],
      [`${issuer}/${misspelt(level)}/${period}`, `${issuer}/${level}/${year(period, 1)}`],
    ),
    ...replaced(file, kind, ["level"], [misspelt(level)]),
    ...dates,
    ...counts(file, "edition", ["edition"]),
  ];
}

/** The numbers of a rule that its examples show, and the points of the examples. */
function ofRule(file: Json, { at, node }: Row): readonly Mutant[] {
  const rule = node["rule"] as Json;
  const examples = entries(node["examples"]);
  if (rule["kind"] === "survey")
    return counts(file, "declared number of questions", [...at, "rule", "questions"]);
  // Relative rules allow no examples, and a step is not shown by one.
  if (rule["kind"] === "relative") return [];
  const points = examples.flatMap((_, i) =>
    decimals(file, "points of an example", [...at, "examples", i, "points"]),
  );
  const lists = ["options", "parts", "breaches", "bands"].flatMap((key) =>
    entries(rule[key]).flatMap((_, i) =>
      decimals(file, `points in ${nameOf[key]}`, [...at, "rule", key, i, "points"]),
    ),
  );
  const own = ["zeroBelow", "fullFrom", "each", "floor"].flatMap((key) => {
    const place = [...at, "rule", key];
    const kind = key === "each" || key === "floor" ? "points of a count or floor" : "threshold";
    return partAt(file, place) === undefined
      ? []
      : [
          ...decimals(file, kind, place),
          covered(kind, place, `${key} left out`, () => edited(file, place, () => gone)),
        ];
  });
  const whole = ["most", "percentPlaces"].flatMap((key) =>
    counts(file, "count or places of a rule", [...at, "rule", key]),
  );
  return [
    ...points,
    ...lists,
    ...own,
    ...whole,
    ...ofEmpty(file, at, rule, examples),
    ...ofCap(file, at, rule),
  ];
}

const nameOf: Readonly<Record<string, string>> = {
  options: "a choice",
  parts: "a checklist",
  breaches: "a deduction",
  bands: "a band",
};

/** What nothing to do this year gives, where an example shows it; an example cannot show a claim of not applicable. */
function ofEmpty(file: Json, at: Steps, { empty }: Json, examples: readonly Json[]): readonly Mutant[] {
  const shown = examples.some(({ facts }) => (facts as Json)["denominator"] === 0);
  const others = ["full", "zero", "not-applicable"].filter((it) => it !== empty);
  return shown ? replaced(file, "what an empty denominator gives", [...at, "rule", "empty"], others) : [];
}

function ofCap(file: Json, at: Steps, { cap }: Json): readonly Mutant[] {
  const place = [...at, "rule", "cap"];
  return cap === true
    ? [covered("cap of a rule", place, "cap left out", () => edited(file, place, () => gone))]
    : [];
}

/** What is left, and what it is called: the list of what no checker can know. */
const freeKinds: readonly (readonly [string, RegExp])[] = [
  ["facts of an example (where it still holds)", /\/examples\/\d+\/facts\//],
  ["wording: titles, questions, names, sources", /(\/|^)(vi|en|\$schema)$|^decisions\/\d+\/(number|source)$/],
  ["place in a decision that is cited", /citation\/at$/],
  ["day or month of a date", /(date|before|by|from|to)$/],
  ["evidence, who scores, what may be not applicable", /\/(evidence|scoredBy|notApplicable|empty)$/],
  ["policies, ranking, status", /^(policies|ranking|status|format)/],
  [
    "survey: worth of an answer, weights, least forms, policies",
    /^survey\/.*(percent|weight|leastForms)$|^survey\/[a-zA-Z]+$/,
  ],
  ["ids that nothing refers to", /(^|\/)id$/],
  ["bonus and penalty lines: points and caps", /^(bonus|penalty)\//],
  ["rules compared within a group: clauses", /\/rule\/(clauses\/|of$|withoutTarget$)/],
  ["conditions and quotas of grades", /^grades\/\d+\/(requires\/|quota\/)/],
  ["kind of a rule or source, step, direction, share", /\/(kind|step|better|share|of)$/],
];

/** One mutant for each value that no other mutant of the file touches. */
export function freeMutants(file: Json, touched: ReadonlySet<string>): readonly Mutant[] {
  return scalarsOf(file).flatMap(([at, value]) => {
    const path = at.join("/");
    if (touched.has(path)) return [];
    const kind = freeKinds.find(([, pattern]) => pattern.test(path))?.[0] ?? `other: ${path}`;
    return alternatives(String(at[at.length - 1]), value).map(
      (slip): Mutant => ({
        share: "free",
        kind,
        at,
        how: `${String(value)} → ${String(slip)}`,
        file: () => edited(file, at, () => slip),
      }),
    );
  });
}

/** The other words of each closed list. */
const words: readonly (readonly unknown[])[] = [
  ["official", "summary", "illustrative"],
  ["appraisal", "survey", "statistic"],
  ["half-up", "half-even", "down", "up"],
  ["rescale", "rescale-source", "full", "zero"],
  ["full", "zero", "not-applicable"],
  ["zero", "refused"],
  ["accept", "pending"],
  ["unranked", "unanswered"],
  ["warn", "block"],
  ["pending", "redistribute"],
  ["pending", "zero"],
  ["rescale", "zero", "pending"],
  ["published", "exact"],
  ["skip", "dense"],
  ["item", "source"],
  ["required", "or-explanation", "none"],
  ["unit", "appraiser"],
  ["weights", "pooled"],
  ["number", "percent", "ratio", "count"],
  ["flag", "refuse"],
  ["best", "zero"],
];

function alternatives(key: string, value: unknown): readonly unknown[] {
  if (typeof value === "boolean") return [!value];
  if (typeof value === "number") return countSlips(value).slice(0, 3);
  const text = String(value);
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return [text.replace(/\d$/, (it) => (it === "8" ? "7" : "8"))];
  if (/^-?\d+(\.\d+)?$/.test(text) && key !== "id") {
    const slips = slipsAt({ text }, ["text"]);
    return slips.slice(0, 3).map(([, make]) => (make() as Json)["text"]);
  }
  const list = words.find((it) => it.includes(value));
  if (list !== undefined && !["vi", "en", "id"].includes(key)) return list.filter((it) => it !== value);
  return [misspelt(text)];
}
