/**
 * The hand-written interfaces have just the keys that the schemas read: none that a file could not write, none that
 * reading would drop. Schemas whose types are inferred are compared whole, by the compiler, in test/types.test-d.ts.
 */
import ts from "typescript";
import { expect, test } from "vitest";
import * as z from "zod/mini";
import type {
  ActInput,
  AnswerInput,
  CouncilInput,
  EntryInput,
  FindingInput,
  FormCountsInput,
  RegisteredUnitInput,
  RoundInput,
  SelfAssessmentInput,
  StatisticInput,
  TallyInput,
  TargetInput,
} from "../src/round/input.ts";
import { roundShape } from "../src/round/schema.ts";
import { ruleShapes } from "../src/rules/kinds.ts";
import { criteriaFileSchema, itemSchema } from "../src/set/schema.ts";
import { definitionOf } from "../src/shape.ts";
import { sourceTree } from "./support/imports.ts";

/** The keys of an interface as it is written, those of what it extends too; a `?` follows one that may be absent. */
function keysOfInterface(file: string, name: string): readonly string[] {
  const found = sourceTree(file).statements.find(
    (it): it is ts.InterfaceDeclaration => ts.isInterfaceDeclaration(it) && it.name.text === name,
  );
  if (found === undefined) throw new Error(`${file} has no interface ${name}`);
  const own = found.members
    .filter(ts.isPropertySignature)
    .map((it) => `${it.name.getText()}${it.questionToken === undefined ? "" : "?"}`);
  const above = (found.heritageClauses ?? []).flatMap((it) =>
    it.types.map((type) => type.expression.getText()),
  );
  return [...own, ...above.flatMap((it) => keysOfInterface(file, it))].sort();
}

/** The keys that a schema reads; a `?` follows one that may be absent and that nothing fills in. */
function keysOfSchema(schema: z.core.$ZodType): readonly string[] {
  const { shape } = definitionOf(schema);
  if (shape === undefined) throw new Error("the schema is not that of an object");
  return Object.entries(shape)
    .map(([key, field]) => {
      // Facts are read apart, by the rule of their leaf, which misses them where they are needed.
      if (field._zod.def.type === "unknown") return key;
      const empty = z.safeParse(field, undefined);
      return `${key}${empty.success && empty.data === undefined ? "?" : ""}`;
    })
    .sort();
}

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

/** The interfaces of a kind of rule, each with its schema; a kind that asks for several things has one for each. */
const rules = Object.entries(ruleShapes).flatMap(([kind, { schema }]) => {
  const file = `rules/${kind}.ts`;
  const { options } = definitionOf(schema);
  if (options === undefined)
    return [{ name: `${capital(kind)}Rule`, file, schema: schema as z.core.$ZodType }];
  const prefix = kind === "relative" ? capital(kind) : `${capital(kind)}Of`;
  return options.map((option) => {
    const [of] = [...(option._zod.propValues?.["of"] ?? [])];
    return { name: `${prefix}${capital(String(of))}`, file, schema: option };
  });
});

const round = [
  ["Unit", roundShape.unit],
  ["Council", roundShape.council],
  ["Act", roundShape.act],
  ["Finding", roundShape.finding],
  ["Extension", roundShape.extension],
  ["SurveyNotHeld", roundShape.surveyNotHeld],
  ["FormCounts", roundShape.counts],
  ["Tally", roundShape.tally],
  ["SelfAssessment", roundShape.selfAssessment],
  ["Statistic", roundShape.statistic],
  ["Target", roundShape.target],
] as const;

test.each(rules)("$name has the keys that its schema reads", ({ name, file, schema }) => {
  expect(keysOfInterface(file, name)).toEqual(keysOfSchema(schema));
});

test.each(round)("%s has the keys that its schema reads", (name, schema) => {
  expect(keysOfInterface("round.ts", name)).toEqual(keysOfSchema(schema));
});

test("Item has the keys that its schema reads, and an id always", () => {
  const read = keysOfSchema(itemSchema).map((key) => (key === "id?" ? "id" : key));
  expect(keysOfInterface("criteria-set.ts", "Item")).toEqual(read.sort());
  expect(keysOfInterface("set/schema.ts", "ItemFile")).toEqual(keysOfSchema(itemSchema));
});

test("CriteriaSet has the keys that its schema reads, but for the editor's hint", () => {
  const read = keysOfSchema(criteriaFileSchema).filter((key) => key !== "$schema?");
  expect(keysOfInterface("criteria-set.ts", "CriteriaSet")).toEqual(read);
});

test("an answer has the keys that its schema reads, but for what a blank form asks", () => {
  const read = keysOfSchema(roundShape.answer).filter((key) => key !== "asks?");
  expect(keysOfInterface("round.ts", "Answer")).toEqual(read);
});

test("a round has the lists that its frame reads, empty where a file leaves them out", () => {
  const bare = (keys: readonly string[]): readonly string[] => keys.map((key) => key.replace("?", ""));
  const read = bare(keysOfSchema(roundShape.frame)).filter((key) => key !== "$schema");
  expect(bare(keysOfInterface("round.ts", "Round"))).toEqual(read);
  expect(keysOfInterface("round.ts", "Round")).toEqual(bare(keysOfInterface("round.ts", "Round")));
});

/** Each key of what may be written, `?` where it may be left out: the compiler refuses a table that says otherwise. */
type Keys<T> = { readonly [K in keyof T]-?: undefined extends T[K] ? "?" : "" };

const unit: Keys<RegisteredUnitInput> = {
  ...{ id: "", name: "", group: "", kinds: "?", parent: "?", replaces: "?", exempt: "?" },
};
const council: Keys<CouncilInput> = { id: "", title: "", units: "", roles: "" };
const act: Keys<ActInput> = { stage: "", council: "", number: "", date: "" };
const finding: Keys<FindingInput> = {
  ...{ id: "", unit: "", item: "?", what: "", by: "", date: "", remedied: "?" },
};
const target: Keys<TargetInput> = { unit: "", item: "", facts: "" };
const statistic: Keys<StatisticInput> = {
  ...{ unit: "", item: "", facts: "?", notApplicable: "?", maxPoints: "?", reference: "?" },
};
const selfAssessment: Keys<SelfAssessmentInput> = { unit: "", submitted: "?", approved: "?", answers: "" };
const answer: Keys<AnswerInput> = {
  ...{ item: "", asks: "?", facts: "?", notApplicable: "?", points: "?", evidence: "?", explanation: "?" },
};
const accept: Keys<EntryInput & { kind: "accept" }> = {
  ...{ unit: "", item: "", stage: "", by: "", date: "", kind: "" },
  ...{ reason: "?", evidence: "?", findings: "?", decision: "?" },
};
const adjust: Keys<EntryInput & { kind: "adjust" }> = {
  ...accept,
  ...{ facts: "?", points: "?", votes: "?", absent: "?" },
};
const explained: Keys<EntryInput & { kind: "explain" }> = {
  ...{ ...accept, facts: "?", points: "?", notApplicable: "?" },
};
const tally: Keys<TallyInput> = { batches: "?", counts: "?", invalid: "?" };
const counts: Keys<FormCountsInput> = {
  ...{ unit: "", questionnaire: "", forms: "", invalid: "?", questions: "?" },
};
const frame: Keys<RoundInput> = {
  ...{ $schema: "?", format: "", set: "", edition: "", title: "", status: "", units: "" },
  ...{ councils: "?", selfAssessments: "?", ledger: "?", acts: "?", tally: "?", surveyNotHeld: "?" },
  ...{ statistics: "?", targets: "?", findings: "?", extensions: "?" },
};

/** The keys that a schema takes; `?` where it takes a value without one. */
function writtenKeys(schema: z.core.$ZodType): Readonly<Record<string, string>> {
  const fields = Object.entries(definitionOf(schema).shape ?? {});
  const mayLack = (field: z.core.$ZodType): boolean =>
    field._zod.def.type !== "unknown" && z.safeParse(field, undefined).success;
  return Object.fromEntries(fields.map(([key, field]) => [key, mayLack(field) ? "?" : ""]));
}

const entries = definitionOf(roundShape.entry).options ?? [];
const entryOf = (kind: string): z.core.$ZodType => {
  const found = entries.find((it) => it._zod.propValues?.["kind"]?.has(kind));
  if (found === undefined) throw new Error(`no entry of the kind ${kind}`);
  return found;
};

test.each([
  ["RegisteredUnitInput", unit, roundShape.unit],
  ["CouncilInput", council, roundShape.council],
  ["ActInput", act, roundShape.act],
  ["FindingInput", finding, roundShape.finding],
  ["TargetInput", target, roundShape.target],
  ["StatisticInput", statistic, roundShape.statistic],
  ["SelfAssessmentInput", selfAssessment, roundShape.selfAssessment],
  ["AnswerInput", answer, roundShape.answer],
  ["EntryInput, accept", accept, entryOf("accept")],
  ["EntryInput, adjust", adjust, entryOf("adjust")],
  ["EntryInput, explain", explained, entryOf("explain")],
  ["TallyInput", tally, roundShape.tally],
  ["FormCountsInput", counts, roundShape.counts],
  ["RoundInput", frame, roundShape.frame],
] as const)(
  "%s has the keys that its schema takes, and may lack those that it takes without",
  (_, keys, schema) => {
    expect(keys).toEqual(writtenKeys(schema));
  },
);
