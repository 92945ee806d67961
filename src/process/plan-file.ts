/**
 * The head that index plans, inspection plans and files of targets share: what the file is, who issued the plan, where
 * its text was taken from. A field that the source does not speak of is absent from the file; nothing is filled in for
 * it (design 3.15).
 */
import { z } from "zod";
import type { IsoDate, Text } from "../criteria-set.ts";
import type { Path, Report } from "../issue.ts";
import { shape, withoutEval } from "../shape.ts";

/** Where the content of a plan was taken from. */
export interface PlanSource {
  /** The title of the document or article. */
  readonly title: Text;
  /** The day of the document or article. */
  readonly date: IsoDate;
  /** Who published it; absent where the text does not name its publisher. */
  readonly publisher?: Text | undefined;
  /** Who wrote it, as printed. */
  readonly author?: string | undefined;
  /** The number of the document, where it is one: `"216/KH-UBND"`. */
  readonly number?: string | undefined;
  /** Where a reader finds it. */
  readonly at?: string | undefined;
}

/** First and last day of a plan. */
export interface PlanWindow {
  /** The first day. */
  readonly from: IsoDate;
  /** The last day. */
  readonly to: IsoDate;
  /** How the source words it, where it is less exact than two days: `"năm 2022"`. */
  readonly wording?: string | undefined;
}

/** The head of a plan's file. */
export interface PlanHead {
  /** The format of the file: 1. */
  readonly format: 1;
  /** `issuer/index/period`, `issuer/inspection/period` or `issuer/targets/period`: the path of the file without its edition. */
  readonly id: string;
  /** The edition, from 1. */
  readonly edition: number;
  /** `official`: transcribed from the plan itself. `reported`: taken from a report about it, which may leave things out. `illustrative`: invented. */
  readonly status: "official" | "reported" | "illustrative";
  /** Who issued the plan. */
  readonly issuer: Text;
  /** The title of the plan. */
  readonly title: Text;
  /** Where the content was taken from. */
  readonly source: PlanSource;
  /** What a reader of the file must know: readings, and what the source leaves open. */
  readonly notes?: readonly Text[] | undefined;
}

/** The schemas of the head, for the three kinds of file. */
export const planShape = /* @__PURE__ */ withoutEval(() => {
  const { date, id, text, words } = shape;
  const window = z.strictObject({ from: date, to: date, wording: words.optional() });
  const source = z.strictObject({
    title: text,
    date,
    publisher: text.optional(),
    author: words.optional(),
    number: words.optional(),
    at: words.optional(),
  });
  const head = {
    $schema: z.string().optional(),
    format: z.literal(1),
    id,
    edition: z.int().min(1),
    status: z.enum(["official", "reported", "illustrative"]),
    issuer: text,
    title: text,
    source,
    notes: z.array(text).optional(),
  };
  return { head, source, window };
});

/** Checks that the id of a plan is the path of its file, and that its window does not run backwards. */
export function checkPlanHead(
  plan: PlanHead,
  folder: "index" | "inspection" | "targets",
  window: PlanWindow,
  path: Path,
  report: Report,
): void {
  const form = new RegExp(`^[a-z0-9-]+/${folder}/\\d{4}(-\\d{4})?$`);
  if (!form.test(plan.id))
    report("plan-id-form", ["id"], { found: plan.id, expected: `ha-noi/${folder}/2026` });
  if (window.to < window.from)
    report("plan-window-reversed", [...path, "to"], { found: window.to, expected: window.from });
}

/** Reports each id of a list that stood in it before; `key` is the property that holds the id. */
export function checkDistinct(ids: readonly string[], key: string, path: Path, report: Report): void {
  ids.forEach((id, at) => {
    if (ids.indexOf(id) < at) report("plan-duplicate", [...path, at, key], { found: id });
  });
}
