/**
 * The inspection plan (kế hoạch kiểm tra công tác CCHC) as a declarative file: window, teams, modes, notice, coverage,
 * scope, conclusions. It follows the plans of Hà Nội 2021, Đồng Tháp 2022 and Hải Phòng 2019; whatever a plan does not
 * say is absent, and nothing is asked of a visit that its plan does not ask.
 */
import * as z from "zod/mini";
import dongThap2022 from "../../criteria/dong-thap/inspection/2022.1.json" with { type: "json" };
import haNoi2021 from "../../criteria/ha-noi/inspection/2021.1.json" with { type: "json" };
import haiPhong2019 from "../../criteria/hai-phong/inspection/2019.1.json" with { type: "json" };
import type { Text } from "../criteria-set.ts";
import type { Issue, Path, Report } from "../issue.ts";
import { notMade } from "../plain.ts";
import { built, shape } from "../shape.ts";
import type { DayLimit, WorkingCalendar } from "./days.ts";
import {
  checkDistinct,
  checkPlanHead,
  checkRepeated,
  checkWorkingCalendar,
  type Named,
  type PlanHead,
  type PlanWindow,
  planReader,
  planShape,
  shippedPlan,
} from "./plans.ts";

/** How a visit is made: at the unit; from reports and monitoring; at the unit and without notice. */
export type InspectionMode = "direct" | "online" | "unannounced";

/** The modes, in the order in which they are documented. */
export const inspectionModes: readonly InspectionMode[] = ["direct", "online", "unannounced"];

/** A mode that the plan allows. */
export interface AllowedMode {
  /** The mode. */
  readonly mode: InspectionMode;
  /** How the plan describes it. */
  readonly how?: Text | undefined;
  /** True where the team concludes from reports, so that a visit names those that it concluded from. */
  readonly fromReports?: true | undefined;
}

/** An inspection team (đoàn kiểm tra). */
export interface InspectionTeam extends Named {
  /** Who leads it (trưởng đoàn), as the plan says. */
  readonly leader?: Text | undefined;
  /** Bodies that take part, in printed order. */
  readonly members?: readonly Text[] | undefined;
}

/** Who proposes and who decides a visit. */
export interface VisitDecision {
  /** Who proposes it; all of them together. */
  readonly proposes?: readonly Named[] | undefined;
  /** Who decides it. */
  readonly decides?: Named | undefined;
}

/** What the plan asks of visits that are announced: direct and online ones. */
export interface AnnouncedVisits extends VisitDecision {
  /** The least notice, in working days. */
  readonly noticeWorkingDays?: number | undefined;
  /** Who is told, all of them. */
  readonly noticeTo?: readonly Named[] | undefined;
}

/** A reason for which a visit is made without notice. */
export interface VisitReason extends Named {
  /** True where it is feedback of citizens or firms, so that a visit names what was reported. */
  readonly feedback?: true | undefined;
}

/** What the plan asks of visits without notice (kiểm tra đột xuất, không báo trước). */
export interface UnannouncedVisits extends VisitDecision {
  /** The reasons for which they are made; absent where the plan gives none. */
  readonly reasons?: readonly VisitReason[] | undefined;
  /** How the units are chosen. */
  readonly selection?: Text | undefined;
  /** Where they may be made. */
  readonly places?: readonly Text[] | undefined;
}

/** Every unit of a list is to be visited. */
export interface ListedCoverage extends Named {
  /** The kind. */
  readonly kind: "listed";
  /** The ids of the units. */
  readonly units: readonly string[];
}

/** Every unit of a kind is to be visited. */
export interface AllCoverage extends Named {
  /** The kind. */
  readonly kind: "all";
  /** The kind of unit. */
  readonly unitKind: string;
  /** How many there are. */
  readonly number: number;
}

/** At least so many different units of a kind are to be visited. */
export interface AtLeastCoverage extends Named {
  /** The kind. */
  readonly kind: "at-least";
  /** The kind of unit. */
  readonly unitKind: string;
  /** How many. */
  readonly number: number;
}

/** In each of so many places, at least so many different units of a kind are to be visited. */
export interface InEachCoverage extends Named {
  /** The kind. */
  readonly kind: "in-each";
  /** The kind of unit. */
  readonly unitKind: string;
  /** How many in each place. */
  readonly number: number;
  /** The kind of the places: `"district"`. */
  readonly parentKind: string;
  /** How many places there are. */
  readonly parents: number;
}

/** A number of units that the plan wants visited. */
export type Coverage = ListedCoverage | AllCoverage | AtLeastCoverage | InEachCoverage;

/** The written conclusion after a visit (kết luận kiểm tra). */
export interface ConclusionDuty {
  /** Who issues it. */
  readonly issuer?: Named | undefined;
  /** Within how long after the last day of the visit; absent where the plan sets no limit. */
  readonly within?: DayLimit | undefined;
}

/** Inspection that units make of themselves (tự kiểm tra). */
export interface SelfInspection {
  /** The kinds of unit, all of whose units inspect themselves. */
  readonly unitKinds: readonly string[];
  /** The modes that they may choose. */
  readonly modes?: readonly InspectionMode[] | undefined;
  /** True where they make a plan for it first. */
  readonly planned?: true | undefined;
  /** How the plan words it. */
  readonly wording?: Text | undefined;
}

/** An inspection plan as read. Made by `readInspectionPlan` only. */
export interface InspectionPlan extends PlanHead, WorkingCalendar {
  /** First and last day of the visits. */
  readonly window: PlanWindow;
  /** What is inspected, in printed order. */
  readonly scope: readonly Text[];
  /** True where the source leaves the list of what is inspected open. */
  readonly scopeIsOpen?: true | undefined;
  /** What units, forms and places of a visit are chosen by. */
  readonly selection?: Text | undefined;
  /** What is done on a visit, in printed order. */
  readonly conduct?: readonly Text[] | undefined;
  /** The teams; absent where the plan does not name or number them. */
  readonly teams?: readonly InspectionTeam[] | undefined;
  /** The modes; absent where the plan names none. */
  readonly modes?: readonly AllowedMode[] | undefined;
  /** True where others than the modes named are not ruled out. */
  readonly modesAreOpen?: true | undefined;
  /** What is asked of announced visits. */
  readonly announced?: AnnouncedVisits | undefined;
  /** What is asked of unannounced visits. */
  readonly unannounced?: UnannouncedVisits | undefined;
  /** The kinds of unit of which it speaks, with its words for them; those that it does not name go by their ids. */
  readonly unitKinds?: readonly Named[] | undefined;
  /** How many of which units are visited. */
  readonly coverage?: readonly Coverage[] | undefined;
  /** The conclusion that follows each visit; absent where the plan asks for none. */
  readonly conclusion?: ConclusionDuty | undefined;
  /** Self-inspection, where the plan asks for it. */
  readonly selfInspection?: SelfInspection | undefined;
  /** What the results are used for. */
  readonly use?: Text | undefined;
}

const inspectionPlanSchema = /* @__PURE__ */ built((): z.core.$ZodType<InspectionPlan> => {
  const { id, text } = shape;
  const { named } = planShape;
  const yes = z.optional(z.literal(true));
  const role = z.strictObject(named);
  const mode = z.enum(["direct", "online", "unannounced"]);
  const days = z.int().check(z.gte(1), z.lte(366));
  const atLeastOne = z.int().check(z.gte(1), z.lte(100_000));
  const decision = { proposes: z.optional(z.array(role).check(z.minLength(1))), decides: z.optional(role) };
  const coverage = z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("listed"), ...named, units: z.array(id).check(z.minLength(1)) }),
    z.strictObject({ kind: z.literal("all"), ...named, unitKind: id, number: atLeastOne }),
    z.strictObject({ kind: z.literal("at-least"), ...named, unitKind: id, number: atLeastOne }),
    z.strictObject({
      kind: z.literal("in-each"),
      ...named,
      unitKind: id,
      number: atLeastOne,
      parentKind: id,
      parents: atLeastOne,
    }),
  ]);
  return z.strictObject({
    ...planShape.head,
    window: planShape.window,
    ...planShape.calendar,
    scope: z.array(text).check(z.minLength(1)),
    scopeIsOpen: yes,
    selection: z.optional(text),
    conduct: z.optional(z.array(text).check(z.minLength(1))),
    teams: z.optional(
      z
        .array(
          z.strictObject({
            ...named,
            leader: z.optional(text),
            members: z.optional(z.array(text).check(z.minLength(1))),
          }),
        )
        .check(z.minLength(1)),
    ),
    modes: z.optional(
      z.array(z.strictObject({ mode, how: z.optional(text), fromReports: yes })).check(z.minLength(1)),
    ),
    modesAreOpen: yes,
    announced: z.optional(
      z.strictObject({
        ...decision,
        noticeWorkingDays: z.optional(days),
        noticeTo: z.optional(z.array(role).check(z.minLength(1))),
      }),
    ),
    unannounced: z.optional(
      z.strictObject({
        ...decision,
        reasons: z.optional(z.array(z.strictObject({ ...named, feedback: yes })).check(z.minLength(1))),
        selection: z.optional(text),
        places: z.optional(z.array(text).check(z.minLength(1))),
      }),
    ),
    unitKinds: z.optional(z.array(role).check(z.minLength(1))),
    coverage: z.optional(z.array(coverage).check(z.minLength(1))),
    conclusion: z.optional(
      z.strictObject({
        issuer: z.optional(role),
        within: z.optional(
          z.strictObject({ days, count: z.enum(["calendar", "working"]), dayOff: planShape.dayOff }),
        ),
      }),
    ),
    selfInspection: z.optional(
      z.strictObject({
        unitKinds: z.array(id).check(z.minLength(1)),
        modes: z.optional(z.array(mode).check(z.minLength(1))),
        planned: yes,
        wording: z.optional(text),
      }),
    ),
    use: z.optional(text),
  });
});

const inspectionPlans = /* @__PURE__ */ planReader(
  "inspection plan",
  inspectionPlanSchema,
  checkInspectionParts,
);

/**
 * Reads an inspection plan.
 *
 * @param value The content of a plan's file, as `JSON.parse` gives it.
 *
 * @returns The plan, frozen.
 *
 * @throws InvalidError if anything in it is wrong; `issues` lists all of it.
 *
 * @example
 * ```ts
 * import { readInspectionPlan } from "par-index/process";
 * const plan = readInspectionPlan({
 *   format: 1,
 *   id: "hoa-lam/inspection/2026",
 *   edition: 1,
 *   status: "illustrative",
 *   issuer: { vi: "UBND tỉnh Hoa Lâm" },
 *   title: { vi: "Kế hoạch kiểm tra công tác cải cách hành chính năm 2026" },
 *   source: { title: { vi: "Ví dụ" }, date: "2026-01-05" },
 *   window: { from: "2026-02-01", to: "2026-11-30" },
 *   scope: [{ vi: "Giải quyết thủ tục hành chính" }],
 * });
 * plan.window.to; // => '2026-11-30'
 * ```
 */
export function readInspectionPlan(value: unknown): InspectionPlan {
  return inspectionPlans.read(value);
}

/**
 * Checks an inspection plan without throwing.
 *
 * @param value The content of a plan's file, as `JSON.parse` gives it.
 *
 * @returns Every issue, warnings too, in the order of the file; empty where nothing is wrong.
 *
 * @example
 * ```ts
 * import { checkInspectionPlan, inspectionPlan } from "par-index/process";
 * checkInspectionPlan(inspectionPlan("hai-phong/inspection/2019")); // => []
 * ```
 */
export const checkInspectionPlan = (value: unknown): readonly Issue[] => inspectionPlans.check(value);

/** Throws TypeError for a plan that `readInspectionPlan` did not make. */
export function assertInspectionPlan(plan: unknown, caller: string): void {
  if (!inspectionPlans.isRead(plan)) throw notMade(plan, "plan", "readInspectionPlan", caller);
}

function checkInspectionParts(plan: InspectionPlan, report: Report): void {
  checkPlanHead(plan, "inspection", report);
  checkDistinct(plan.teams, "id", ["teams"], report);
  checkRepeated(
    plan.modes?.map(({ mode }) => mode),
    ["modes"],
    report,
  );
  checkRepeated(plan.selfInspection?.modes, ["selfInspection", "modes"], report);
  checkRepeated(plan.selfInspection?.unitKinds, ["selfInspection", "unitKinds"], report);
  checkDistinct(plan.unitKinds, "id", ["unitKinds"], report);
  checkDistinct(plan.coverage, "id", ["coverage"], report);
  checkDistinct(plan.unannounced?.reasons, "id", ["unannounced", "reasons"], report);
  checkDistinct(plan.announced?.noticeTo, "id", ["announced", "noticeTo"], report);
  checkWorkingCalendar(plan, report);
  checkKindsNamed(plan, report);
  (plan.coverage ?? []).forEach((rule, at) => {
    if (rule.kind !== "listed") return;
    const seen = new Set<string>();
    rule.units.forEach((unit, place) => {
      if (seen.has(unit)) report("plan-duplicate", ["coverage", at, "units", place], { found: unit });
      seen.add(unit);
    });
  });

  const modes = plan.modesAreOpen ? undefined : plan.modes?.map(({ mode }) => mode);
  if (modes !== undefined && plan.unannounced !== undefined && !modes.includes("unannounced")) {
    report("plan-mode-unused", ["unannounced"], { found: "unannounced", expected: modes.join(", ") });
  }
  if (modes !== undefined && plan.announced !== undefined && modes.every((mode) => mode === "unannounced")) {
    report("plan-mode-unused", ["announced"], { found: "announced", expected: modes.join(", ") });
  }
  const within = plan.conclusion?.within;
  const needsDaysOff =
    plan.announced?.noticeWorkingDays !== undefined || (within !== undefined && within.dayOff !== "same-day");
  if (needsDaysOff && plan.holidays === undefined) report("plan-holidays-missing", ["holidays"]);
}

/** Where a plan names its kinds of unit, its numbers and its self-inspection speak of no other. */
function checkKindsNamed({ unitKinds, coverage = [], selfInspection }: InspectionPlan, report: Report): void {
  if (unitKinds === undefined) return;
  const known = unitKinds.map(({ id }) => id);
  const refer = (found: string, path: Path): void => {
    if (!known.includes(found)) report("plan-refers-to-nothing", path, { found, expected: known });
  };
  coverage.forEach((rule, at) => {
    if (rule.kind === "listed") return;
    refer(rule.unitKind, ["coverage", at, "unitKind"]);
    if (rule.kind === "in-each") refer(rule.parentKind, ["coverage", at, "parentKind"]);
  });
  for (const [at, kind] of selfInspection?.unitKinds.entries() ?? [])
    refer(kind, ["selfInspection", "unitKinds", at]);
}

const shippedInspectionPlans: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  [dongThap2022.id, dongThap2022],
  [haNoi2021.id, haNoi2021],
  [haiPhong2019.id, haiPhong2019],
]);

/** The ids of the inspection plans that the package ships, by code unit. */
export const inspectionPlanIds: readonly string[] = Object.freeze([...shippedInspectionPlans.keys()]);

/**
 * Gives an inspection plan that the package ships.
 *
 * @param id One of `inspectionPlanIds`.
 *
 * @returns The plan, read and frozen.
 *
 * @throws RangeError if the package ships no plan of that id.
 *
 * @example
 * ```ts
 * import { inspectionPlan } from "par-index/process";
 * inspectionPlan("hai-phong/inspection/2019").announced?.noticeWorkingDays; // => 5
 * ```
 */
export const inspectionPlan = (id: string): InspectionPlan =>
  readInspectionPlan(shippedPlan(shippedInspectionPlans, id, "inspectionPlan"));
