// What a user might take instead: a loop in decimal.js, and four engines from npm, each in its natural form. All get the
// facts that stand for each leaf ready-made as flat numbers (no ledger, no evidence, no second pass over the group), and
// the same arithmetic as one expression, written in the engine's own language.
import { Environment } from "@marcbachmann/cel-js";
import { Decimal } from "decimal.js";
import { HyperFormula } from "hyperformula";
import { LogicEngine } from "json-logic-engine";
import { all, create } from "mathjs";
import type { Facts } from "../../src/criteria-set.ts";
import type { Round } from "../../src/round.ts";
import {
  bonusOf,
  type FloorLeaf,
  type FloorPlan,
  type FloorUnit,
  forEachUnit,
  relativeGroups,
  standing,
  targetOf,
} from "./floor.ts";

/** An expression over numbers; the engines' languages are printed from it. */
type Expression =
  | number
  | string
  | { readonly op: "+" | "-" | "*" | "/"; readonly of: readonly Expression[] }
  | { readonly op: "<" | ">=" | "==" | ">" | "<="; readonly of: readonly [Expression, Expression] }
  | { readonly op: "if"; readonly of: readonly [Expression, Expression, Expression] }
  | { readonly op: "round"; readonly of: readonly [Expression] };

const plus = (...of: Expression[]): Expression => ({ op: "+", of });
const minus = (...of: Expression[]): Expression => ({ op: "-", of });
const times = (...of: Expression[]): Expression => ({ op: "*", of });
const over = (a: Expression, b: Expression): Expression => ({ op: "/", of: [a, b] });
const when = (test: Expression, then: Expression, otherwise: Expression): Expression => ({
  op: "if",
  of: [test, then, otherwise],
});
const test = (op: "<" | ">=" | "==" | ">" | "<=", a: Expression, b: Expression): Expression => ({
  op,
  of: [a, b],
});
const capped = (value: Expression, most: number): Expression => when(test(">", value, most), most, value);

const points = (hundredths: number): number => hundredths / 100;

/** The points of a leaf, as a user would write them down. Variables are `v` and the position of the leaf, then a letter. */
function leafExpression(leaf: FloorLeaf): Expression {
  const v = `v${leaf.at}`;
  const max = points(leaf.max);
  const { rule } = leaf;
  switch (rule.kind) {
    case "choice":
      return rule.options.reduceRight<Expression>(
        (rest, { id }, at) => when(test("==", `${v}a`, at), points(leaf.worth.get(id) as number), rest),
        0,
      );
    case "checklist":
      return capped(
        plus(...rule.parts.map(({ id }, at) => times(`${v}p${at}`, points(leaf.worth.get(id) as number)))),
        max,
      );
    case "count":
      return capped(times(`${v}a`, points(leaf.worth.get("each") as number)), max);
    case "deduction": {
      const rest = minus(
        max,
        ...rule.breaches.map(({ id }, at) => times(`${v}p${at}`, points(leaf.worth.get(id) as number))),
      );
      return when(test("<", rest, points(leaf.floor)), points(leaf.floor), rest);
    }
    case "direct":
      return `${v}a`;
    case "ratio":
    case "percent": {
      const share = rule.kind === "ratio" ? over(`${v}a`, `${v}b`) : over(`${v}a`, 100);
      const proportional = when(
        test("<", times(share, 100), points(leaf.zeroBelow)),
        0,
        when(test(">=", times(share, 100), points(leaf.fullFrom)), max, times(max, share)),
      );
      return rule.kind === "ratio"
        ? when(test("==", `${v}b`, 0), points(leaf.empty), proportional)
        : proportional;
    }
    case "bands": {
      const value = rule.of === "ratio" ? times(over(`${v}a`, `${v}b`), 100) : `${v}a`;
      const banded = leaf.bands.reduceRight<Expression>(
        (rest, band) =>
          when(
            band.high === Number.MAX_SAFE_INTEGER
              ? test(">=", value, points(band.low))
              : test(band.highOpen ? "<" : "<=", value, points(band.high)),
            band.points === undefined ? times(max, over(value, 100)) : points(band.points),
            rest,
          ),
        0,
      );
      return rule.of === "ratio" ? when(test("==", `${v}b`, 0), points(leaf.empty), banded) : banded;
    }
    case "survey": {
      const questions = leaf.questions.map((groups, q) => {
        const shares = groups.map(({ weight }, g) => {
          const [a, b, c, d] = ["a", "b", "c", "d"].map((option) => `${v}q${q}g${g}${option}`) as [
            string,
            string,
            string,
            string,
          ];
          return times(
            weight,
            over(plus(times(100, a), times(60, b), times(20, c)), times(100, plus(a, b, c, d))),
          );
        });
        return over(
          plus(...shares, 0),
          groups.reduce((sum, { weight }) => sum + weight, 0),
        );
      });
      return times(max, over(plus(...questions, 0), questions.length));
    }
    case "relative": {
      const { clauses } = rule;
      const [below, at, between] = [
        clauses.find((it) => it.when === "below-target"),
        clauses.find((it) => it.when === "at-target"),
        clauses.find((it) => it.when === "between"),
      ] as const;
      const percent = (text: string | undefined): number => Number(text ?? "0") / 100;
      const upTo = between?.when === "between" ? percent(between.upTo) : 0;
      const rest = times(
        max,
        plus(
          percent(between?.percent),
          times(upTo - percent(between?.percent), over(minus(over(`${v}a`, `${v}b`), 1), minus(`${v}l`, 1))),
        ),
      );
      const leads = test(">=", over(`${v}a`, `${v}b`), `${v}l`);
      const reached = times(max, percent(below?.percent), over(`${v}a`, `${v}b`));
      const targeted = when(
        test("<", `${v}a`, `${v}b`),
        reached,
        when(test("==", `${v}a`, `${v}b`), times(max, percent(at?.percent)), when(leads, max, rest)),
      );
      return when(test("==", `${v}b`, 0), times(max, over(`${v}a`, `${v}l`)), targeted);
    }
    case "stretched":
      throw new Error("no leaf of the measured round is stretched");
  }
}

/** The sum of the leaves' points, and the index of a unit from that `total`. */
export function unitExpressions(plan: FloorPlan): { readonly total: Expression; readonly index: Expression } {
  const own = plan.leaves.map((leaf) => {
    const expression = leafExpression(leaf);
    return when(
      test("==", `v${leaf.at}n`, 1),
      leaf.full ? points(leaf.max) : 0,
      plan.roundsItems ? { op: "round", of: [expression] } : expression,
    );
  });
  return { total: plus(...own), index: plus(times(over("total", "max"), 100), "bonus") };
}

/** The variables of one unit. */
export type Scope = Record<string, number>;

/** The variables of every unit of a round. */
export function scopesOf(plan: FloorPlan, round: Round): readonly Scope[] {
  const groups = relativeGroups(plan, round);
  const facts: (Facts | null | undefined)[] = new Array(plan.leaves.length).fill(null);
  const scopes: Scope[] = [];
  forEachUnit(plan, round, (it) => {
    standing(plan, it, facts);
    const scope: Scope = { bonus: bonusOf(plan, it) / 100, max: 0 };
    for (const leaf of plan.leaves) {
      const own = facts[leaf.at];
      const applies = own !== null || leaf.full;
      scope[`v${leaf.at}n`] = own === null ? 1 : 0;
      scope["max"] = (scope["max"] ?? 0) + (applies ? points(leaf.max) : 0);
      if (own === undefined) placeSurvey(leaf, it, scope);
      else placeFacts(leaf, own, scope);
      if (leaf.kind === "relative") {
        const group = groups.get(it.unit.group)?.[plan.relative.indexOf(leaf)];
        const target = targetOf(leaf, it);
        scope[`v${leaf.at}b`] = target ?? 0;
        scope[`v${leaf.at}l`] =
          group === undefined ? 1 : target === undefined ? group.best : group.leaderTop / group.leaderBottom;
      }
    }
    scopes.push(scope);
  });
  return scopes;
}

function placeSurvey(leaf: FloorLeaf, it: FloorUnit, scope: Scope): void {
  leaf.questions.forEach((groups, q) => {
    groups.forEach(({ form, question }, g) => {
      for (const option of ["a", "b", "c", "d"]) scope[`v${leaf.at}q${q}g${g}${option}`] = 0;
      for (const { option, count } of it.forms[form]?.questions[question]?.options ?? [])
        scope[`v${leaf.at}q${q}g${g}${option}`] = count;
    });
  });
}

function placeFacts(leaf: FloorLeaf, facts: Facts | null, scope: Scope): void {
  const v = `v${leaf.at}`;
  const { rule } = leaf;
  scope[`${v}a`] = 0;
  scope[`${v}b`] = 0;
  if (rule.kind === "checklist")
    rule.parts.forEach(({ id }, at) => {
      scope[`${v}p${at}`] = facts !== null && "parts" in facts && facts.parts.includes(id) ? 1 : 0;
    });
  if (rule.kind === "deduction")
    rule.breaches.forEach(({ id }, at) => {
      scope[`${v}p${at}`] =
        facts !== null && "breaches" in facts
          ? (facts.breaches.find(({ breach }) => breach === id)?.count ?? 0)
          : 0;
    });
  if (facts === null) return;
  if (rule.kind === "choice" && "choice" in facts)
    scope[`${v}a`] = rule.options.findIndex(({ id }) => id === facts.choice);
  if ("numerator" in facts) {
    scope[`${v}a`] = facts.numerator;
    scope[`${v}b`] = facts.denominator;
  }
  if ("percent" in facts)
    scope[`${v}a`] =
      (rule as { percentPlaces?: number }).percentPlaces === 1
        ? Math.round(Number(facts.percent) * 10) / 10
        : Number(facts.percent);
  if ("value" in facts) scope[`${v}a`] = Number(facts.value);
  if ("count" in facts) scope[`${v}a`] = facts.count;
  if ("points" in facts) scope[`${v}a`] = Number(facts.points);
}

/** What a peer makes of a round: the total and the index of each unit, as it prints them. */
export interface Peer {
  readonly name: string;
  readonly run: (scopes: readonly Scope[]) => readonly { readonly total: string; readonly index: string }[];
}

/** What the index needs of a unit's variables. */
const small = ({ max = 0, bonus = 0 }: Scope): Scope => ({ max, bonus });

const printed = (value: number): string => value.toFixed(2);
const limited = (value: number): number => Math.min(100, value);

/** The peers, ready to run on rounds of the set. */
export function peers(plan: FloorPlan): readonly Peer[] {
  const { total, index } = unitExpressions(plan);
  return [decimalLoop(total, index), jsonLogic(total, index), cel(total, index), mathBig(total, index)];
}

/** A loop in decimal.js at 40 digits: the same expression as calls, compiled to closures. */
function decimalLoop(total: Expression, index: Expression): Peer {
  const Exact = Decimal.clone({ precision: 40 });
  type Run = (scope: Scope) => Decimal;
  const build = (it: Expression): Run => {
    if (typeof it === "number") {
      const value = new Exact(it);
      return () => value;
    }
    if (typeof it === "string") return (scope) => new Exact(scope[it] as Decimal.Value);
    const of = it.of.map(build);
    const [a, b, c] = of as [Run, Run, Run];
    switch (it.op) {
      case "+":
        return (scope) => of.reduce((sum, run) => sum.plus(run(scope)), new Exact(0));
      case "*":
        return (scope) => of.slice(1).reduce((product, run) => product.times(run(scope)), a(scope));
      case "-":
        return (scope) => of.slice(1).reduce((rest, run) => rest.minus(run(scope)), a(scope));
      case "/":
        return (scope) => a(scope).div(b(scope));
      case "if":
        return (scope) => (a(scope).isZero() ? c(scope) : b(scope));
      case "round":
        return (scope) => a(scope).toDecimalPlaces(2, Decimal.ROUND_HALF_UP);
      default: {
        const holds = { "<": "lt", ">=": "gte", "==": "eq", ">": "gt", "<=": "lte" } as const;
        const method = holds[it.op];
        return (scope) => new Exact(a(scope)[method](b(scope)) ? 1 : 0);
      }
    }
  };
  const [totalOf, indexOf] = [build(total), build(index)];
  return {
    name: "a decimal.js loop",
    run: (scopes) =>
      scopes.map((scope) => {
        const sum = totalOf(scope);
        const it = indexOf({ ...small(scope), total: sum } as never);
        return {
          total: sum.toFixed(2, Decimal.ROUND_HALF_UP),
          index: Decimal.min(100, it).toFixed(2, Decimal.ROUND_HALF_UP),
        };
      }),
  };
}

function jsonLogic(total: Expression, index: Expression): Peer {
  const write = (it: Expression): unknown =>
    typeof it === "number" ? it : typeof it === "string" ? { var: it } : { [it.op]: it.of.map(write) };
  const engine = new LogicEngine();
  engine.addMethod("round", ([value]: [number]) => Math.round(value * 100) / 100, {
    sync: true,
    deterministic: true,
  } as never);
  const [totalOf, indexOf] = [
    engine.build(write(total) as never),
    engine.build(write(index) as never),
  ] as unknown as [(scope: Scope) => number, (scope: Scope) => number];
  return {
    name: "json-logic-engine",
    run: (scopes) =>
      scopes.map((scope) => {
        const sum = totalOf(scope);
        return { total: printed(sum), index: printed(limited(indexOf({ ...small(scope), total: sum }))) };
      }),
  };
}

function cel(total: Expression, index: Expression): Peer {
  const write = (it: Expression): string => {
    if (typeof it === "number") return Number.isInteger(it) ? `${it}.0` : String(it);
    if (typeof it === "string") return `s.${it}`;
    const of = it.of.map(write);
    if (it.op === "if") return `(${of[0]} ? ${of[1]} : ${of[2]})`;
    return it.op === "round" ? `round(${of[0]})` : `(${of.join(` ${it.op} `)})`;
  };
  const environment = new Environment({
    limits: {
      maxAstNodes: 1e6,
      maxDepth: 1e4,
      maxListElements: 1e6,
      maxMapEntries: 1e6,
      maxCallArguments: 1e4,
    },
  } as never)
    .registerVariable("s", "map")
    .registerFunction("round(dyn): double", (value: number) => Math.round(value * 100) / 100);
  const [totalOf, indexOf] = [
    environment.parse(write(total)),
    environment.parse(write(index)),
  ] as unknown as [(scope: object) => number, (scope: object) => number];
  return {
    name: "@marcbachmann/cel-js",
    run: (scopes) =>
      scopes.map((s) => {
        const sum = totalOf({ s });
        return { total: printed(sum), index: printed(limited(indexOf({ s: { ...small(s), total: sum } }))) };
      }),
  };
}

function mathBig(total: Expression, index: Expression): Peer {
  const math = create(all as NonNullable<typeof all>, { number: "BigNumber", precision: 64 });
  const write = (it: Expression): string => {
    if (typeof it === "number") return String(it);
    if (typeof it === "string") return it;
    const of = it.of.map(write);
    if (it.op === "if") return `(${of[0]} ? ${of[1]} : ${of[2]})`;
    return it.op === "round" ? `round(${of[0]}, 2)` : `(${of.join(` ${it.op} `)})`;
  };
  const [totalOf, indexOf] = [math.compile(write(total)), math.compile(write(index))];
  const show = (value: Decimal): string => value.toFixed(2);
  return {
    name: "mathjs, BigNumber",
    run: (scopes) =>
      scopes.map((scope) => {
        const exact = Object.fromEntries(
          Object.entries(scope).map(([key, value]) => [key, math.bignumber(value)]),
        );
        const sum = totalOf.evaluate(exact);
        const it = indexOf.evaluate({ total: sum, max: exact["max"], bonus: exact["bonus"] });
        return { total: show(sum), index: show(math.min(math.bignumber(100), it)) };
      }),
  };
}

/** A headless spreadsheet: a row of variables and formulas for each unit. */
export function spreadsheet(plan: FloorPlan): Peer {
  const { total } = unitExpressions(plan);
  if (typeof total !== "object" || total.op !== "+") throw new TypeError("spreadsheet: the total is a sum");
  return {
    name: "hyperformula",
    run: (scopes) => {
      const names = Object.keys(scopes[0] ?? {});
      const column = new Map(names.map((name, at) => [name, columnName(at)]));
      const write = (it: Expression, row: number): string => {
        if (typeof it === "number") return String(it);
        if (typeof it === "string") return `${column.get(it)}${row}`;
        const of = it.of.map((part) => write(part, row));
        if (it.op === "if") return `IF(${of.join(",")})`;
        return it.op === "round" ? `ROUND(${of[0]},2)` : `(${of.join(it.op === "==" ? "=" : it.op)})`;
      };
      const first = names.length;
      const last = first + total.of.length - 1;
      const rows = scopes.map((scope, at) => {
        const row = at + 1;
        const leaves = total.of.map((leaf) => `=${write(leaf, row)}`);
        const sum = `=SUM(${columnName(first)}${row}:${columnName(last)}${row})`;
        const index = `=ROUND(MIN(100,${columnName(last + 1)}${row}/${column.get("max")}${row}*100+${column.get("bonus")}${row}),2)`;
        return [...names.map((name) => scope[name] ?? 0), ...leaves, sum, index];
      });
      const sheet = HyperFormula.buildFromArray(rows, {
        licenseKey: "gpl-v3",
        maxColumns: 2000,
        maxRows: 200_000,
      });
      const result = scopes.map((_, row) => {
        const cell = (col: number): number => sheet.getCellValue({ sheet: 0, row, col }) as number;
        return { total: printed(cell(last + 1)), index: printed(cell(last + 2)) };
      });
      sheet.destroy();
      return result;
    },
  };
}

function columnName(at: number): string {
  const letter = String.fromCharCode(65 + (at % 26));
  return at < 26 ? letter : columnName((at - (at % 26)) / 26 - 1) + letter;
}
