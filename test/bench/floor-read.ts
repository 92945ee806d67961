// The floors of reading. *copied* is a bare copy-and-freeze of a parsed value, whatever it is. *read* is written by hand
// for just the rounds of this benchmark: one pass that judges the shape of every part, copies it key by key and freezes
// it. It knows no message, no place of an issue, no order between entries and no other kind of part.
import type { CriteriaSet, Item } from "../../src/criteria-set.ts";

type Raw = Readonly<Record<string, unknown>>;

/** A copy of parsed JSON, frozen throughout. */
export function copied(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) {
    const list: unknown[] = new Array(value.length);
    for (let at = 0; at < value.length; at++) list[at] = copied(value[at]);
    return Object.freeze(list);
  }
  const made: Record<string, unknown> = {};
  for (const key in value) made[key] = copied((value as Raw)[key]);
  return Object.freeze(made);
}

function fail(what: string): never {
  throw new TypeError(`floor: not ${what}`);
}

function object(value: unknown, keys: ReadonlySet<string>): Raw {
  if (typeof value !== "object" || value === null || Array.isArray(value)) fail("an object");
  if (Object.getPrototypeOf(value) !== Object.prototype) fail("plain");
  for (const key in value) if (!keys.has(key)) fail("a known key");
  return value as Raw;
}

function list<T>(value: unknown, read: (one: unknown) => T): readonly T[] {
  if (!Array.isArray(value)) fail("a list");
  const made: T[] = new Array(value.length);
  for (let at = 0; at < value.length; at++) made[at] = read(value[at]);
  return Object.freeze(made);
}

function text(value: unknown): string {
  if (typeof value !== "string" || value === "" || value.length > 20_000 || value.trim() !== value)
    fail("text");
  if (!/^[\x20-\x7e]*$/.test(value) && value.normalize("NFC") !== value) fail("NFC");
  return value;
}

function id(value: unknown): string {
  return typeof value === "string" && /^[a-z0-9][a-z0-9._/-]{0,99}$/.test(value) ? value : fail("an id");
}

function date(value: unknown): string {
  if (typeof value !== "string" || !/^\d{4}-\d{2}-\d{2}$/.test(value)) fail("a date");
  const [month, day] = [Number(value.slice(5, 7)), Number(value.slice(8))];
  return month >= 1 && month <= 12 && day >= 1 && day <= 31 ? value : fail("a day");
}

function count(value: unknown): number {
  return Number.isSafeInteger(value) && (value as number) >= 0 ? (value as number) : fail("a count");
}

function decimal(value: unknown): string {
  if (typeof value !== "string" || !/^-?(0|[1-9]\d*)(\.\d+)?$/.test(value)) fail("a decimal");
  return value.endsWith("0") && value.includes(".") ? value.replace(/\.?0+$/, "") : value;
}

const keysOf = (...keys: readonly string[]): ReadonlySet<string> => new Set(keys);
const known = {
  text: keysOf("vi", "en"),
  unit: keysOf("id", "name", "group", "kinds"),
  council: keysOf("id", "title", "units", "roles"),
  role: keysOf("id", "title", "holders", "decides"),
  assessment: keysOf("unit", "submitted", "answers"),
  answer: keysOf("item", "facts", "notApplicable", "evidence"),
  reason: keysOf("reason"),
  evidence: keysOf("number", "issuer", "date", "page"),
  entry: keysOf("kind", "unit", "item", "stage", "by", "date", "reason", "facts"),
  figure: keysOf("unit", "item", "facts"),
  tally: keysOf("batches", "counts"),
  counts: keysOf("unit", "questionnaire", "forms", "invalid", "questions"),
  invalid: keysOf("code", "count"),
  question: keysOf("question", "options"),
  option: keysOf("option", "count"),
  round: keysOf(
    ...[
      "format",
      "set",
      "edition",
      "title",
      "status",
      "units",
      "councils",
      "selfAssessments",
      "ledger",
      "acts",
    ],
    ...["tally", "statistics", "targets"],
  ),
  choice: keysOf("choice"),
  parts: keysOf("parts"),
  counted: keysOf("count"),
  breaches: keysOf("breaches"),
  breach: keysOf("breach", "count"),
  points: keysOf("points"),
  ratio: keysOf("numerator", "denominator"),
  percent: keysOf("percent"),
  value: keysOf("value"),
};

const words = (value: unknown): object => Object.freeze({ vi: text(object(value, known.text)["vi"]) });

interface Counted {
  readonly unit: string;
  readonly questionnaire: string;
}

const byUnitAndForm = (a: Counted, b: Counted): number =>
  a.unit < b.unit || (a.unit === b.unit && a.questionnaire < b.questionnaire) ? -1 : 1;

const byQuestion = (a: { readonly question: string }, b: { readonly question: string }): number =>
  a.question < b.question ? -1 : 1;

const none: readonly never[] = Object.freeze([]);

/** Reads a round of the benchmark. */
export function floorRead(set: CriteriaSet): (round: unknown) => object {
  const facts = factsOfItems(set);
  const factsOf = (item: string, value: unknown): object => (facts.get(item) ?? fail("an item"))(value);
  const questionnaires = new Map(
    set.survey?.questionnaires.map((it) => [it.id, new Set(it.questions.map((one) => one.id))]),
  );
  const options = new Set(set.survey?.scales.flatMap((scale) => scale.options.map((it) => it.id)));

  const evidence = (value: unknown): object => {
    const raw = object(value, known.evidence);
    return Object.freeze({
      number: text(raw["number"]),
      issuer: text(raw["issuer"]),
      date: date(raw["date"]),
      page: text(raw["page"]),
    });
  };
  const answer = (value: unknown): object => {
    const raw = object(value, known.answer);
    const item = id(raw["item"]);
    if (raw["facts"] === undefined) {
      const reason = text(object(raw["notApplicable"], known.reason)["reason"]);
      return Object.freeze({ item, notApplicable: Object.freeze({ reason }), evidence: none });
    }
    return Object.freeze({
      item,
      facts: factsOf(item, raw["facts"]),
      evidence: list(raw["evidence"], evidence),
    });
  };
  const entry = (value: unknown): object => {
    const raw = object(value, known.entry);
    const item = id(raw["item"]);
    const base = {
      unit: id(raw["unit"]),
      item,
      stage: raw["stage"] === "first" ? "first" : fail("a stage"),
      by: id(raw["by"]),
      date: date(raw["date"]),
      reason: text(raw["reason"]),
      evidence: none,
      findings: none,
    };
    if (raw["kind"] === "accept") return Object.freeze({ ...base, kind: "accept" });
    if (raw["kind"] !== "adjust") fail("a kind");
    return Object.freeze({ ...base, kind: "adjust", facts: factsOf(item, raw["facts"]) });
  };
  const placeOf = new Map([...facts.keys()].map((item, at) => [item, at]));
  const figures = (value: unknown): object =>
    Object.freeze(
      [...list(value, figure)].sort((a, b) =>
        a.unit === b.unit
          ? (placeOf.get(a.item) ?? 0) - (placeOf.get(b.item) ?? 0)
          : a.unit < b.unit
            ? -1
            : 1,
      ),
    );
  const figure = (value: unknown): { readonly unit: string; readonly item: string } => {
    const raw = object(value, known.figure);
    const item = id(raw["item"]);
    return Object.freeze({ unit: id(raw["unit"]), item, facts: factsOf(item, raw["facts"]) });
  };
  const option = (value: unknown): object => {
    const raw = object(value, known.option);
    if (!options.has(raw["option"] as string)) fail("an option");
    return Object.freeze({ option: raw["option"], count: count(raw["count"]) });
  };
  const question =
    (asked: ReadonlySet<string>) =>
    (value: unknown): { readonly question: string } => {
      const raw = object(value, known.question);
      const own = id(raw["question"]);
      if (!asked.has(own)) fail("a question");
      return Object.freeze({ question: own, options: list(raw["options"], option) });
    };
  const counts = (value: unknown): Counted => {
    const raw = object(value, known.counts);
    const asked = questionnaires.get(raw["questionnaire"] as string) ?? fail("a questionnaire");
    return Object.freeze({
      unit: id(raw["unit"]),
      questionnaire: id(raw["questionnaire"]),
      forms: count(raw["forms"]),
      invalid: list(raw["invalid"] ?? none, (one) => {
        const its = object(one, known.invalid);
        return Object.freeze({ code: id(its["code"]), count: count(its["count"]) });
      }),
      questions: Object.freeze([...list(raw["questions"], question(asked))].sort(byQuestion)),
    });
  };
  return (value) => {
    const raw = object(value, known.round);
    const tally = object(raw["tally"], known.tally);
    return Object.freeze({
      format: raw["format"],
      set: raw["set"] === set.id ? set.id : fail("of the set"),
      edition: raw["edition"],
      title: words(raw["title"]),
      status: raw["status"],
      units: list(raw["units"], (one) => {
        const its = object(one, known.unit);
        const [own, name, group] = [id(its["id"]), words(its["name"]), id(its["group"])];
        return Object.freeze({ id: own, name, group, kinds: list(its["kinds"], id) });
      }),
      councils: list(raw["councils"], (one) => {
        const its = object(one, known.council);
        const roles = list(its["roles"], (role) => {
          const own = object(role, known.role);
          const [holders, decides] = [list(own["holders"], text), list(own["decides"], text)];
          return Object.freeze({ id: id(own["id"]), title: words(own["title"]), holders, decides });
        });
        return Object.freeze({
          id: id(its["id"]),
          title: words(its["title"]),
          units: list(its["units"], id),
          roles,
        });
      }),
      selfAssessments: list(raw["selfAssessments"], (one) => {
        const its = object(one, known.assessment);
        const [unit, submitted] = [id(its["unit"]), date(its["submitted"])];
        return Object.freeze({ unit, submitted, answers: list(its["answers"], answer) });
      }),
      ledger: list(raw["ledger"], entry),
      acts: none,
      tally: Object.freeze({
        batches: list(tally["batches"], id),
        counts: Object.freeze([...list(tally["counts"], counts)].sort(byUnitAndForm)),
        invalid: none,
      }),
      surveyNotHeld: none,
      statistics: figures(raw["statistics"]),
      targets: figures(raw["targets"]),
      findings: none,
      extensions: none,
    });
  };
}

/** How the facts of each item and line are read. */
function factsOfItems(set: CriteriaSet): ReadonlyMap<string, (value: unknown) => object> {
  const readers = new Map<string, (value: unknown) => object>();
  const walk = (items: readonly Item[]): void => {
    for (const { id: own, rule, items: inner } of items) {
      if (inner !== undefined) walk(inner);
      else if (rule !== undefined) readers.set(own, factsOf(rule));
    }
  };
  walk(set.items);
  for (const { id: own, rule } of set.bonus.lines) readers.set(own, factsOf(rule));
  return readers;
}

function factsOf(rule: NonNullable<Item["rule"]>): (value: unknown) => object {
  const oneOf = (options: readonly { readonly id: string }[]) => {
    const ids = new Set(options.map((it) => it.id));
    return (value: unknown): string => (ids.has(value as string) ? (value as string) : fail("an option"));
  };
  const counts = (value: unknown): object => {
    const raw = object(value, known.ratio);
    const [numerator, denominator] = [count(raw["numerator"]), count(raw["denominator"])];
    return numerator <= denominator ? Object.freeze({ numerator, denominator }) : fail("a share");
  };
  const percent = (value: unknown): object =>
    Object.freeze({ percent: decimalOfPercent(object(value, known.percent)["percent"]) });
  switch (rule.kind) {
    case "choice": {
      const option = oneOf(rule.options);
      return (value) => Object.freeze({ choice: option(object(value, known.choice)["choice"]) });
    }
    case "checklist": {
      const part = oneOf(rule.parts);
      return (value) => Object.freeze({ parts: list(object(value, known.parts)["parts"], part) });
    }
    case "deduction": {
      const breach = oneOf(rule.breaches);
      const read = (value: unknown): object => {
        const raw = object(value, known.breach);
        return Object.freeze({ breach: breach(raw["breach"]), count: count(raw["count"]) });
      };
      return (value) => Object.freeze({ breaches: list(object(value, known.breaches)["breaches"], read) });
    }
    case "direct":
      return (value) => Object.freeze({ points: decimal(object(value, known.points)["points"]) });
    case "ratio":
      return counts;
    case "percent":
      return percent;
    case "bands":
      if (rule.of === "ratio") return counts;
      if (rule.of === "percent") return percent;
      return (value) => Object.freeze({ value: decimal(object(value, known.value)["value"]) });
    default:
      return (value) => Object.freeze({ count: count(object(value, known.counted)["count"]) });
  }
}

function decimalOfPercent(value: unknown): string {
  return typeof value === "string" && /^(0|[1-9]\d*)(\.\d+)?$/.test(value) ? value : fail("a percentage");
}
