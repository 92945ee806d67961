/**
 * The index plans, inspection plans and files of targets that the package ships, bundled, so that no file is read at run
 * time. Each is what an article reports of a real plan and names that article; what the article does not say is not there.
 */
import dongThap2022 from "../../criteria/dong-thap/inspection/2022.1.json" with { type: "json" };
import haNoiIndex2021 from "../../criteria/ha-noi/index/2021.1.json" with { type: "json" };
import haNoi2021 from "../../criteria/ha-noi/inspection/2021.1.json" with { type: "json" };
import haNoi2023 from "../../criteria/ha-noi/targets/2023.1.json" with { type: "json" };
import haiPhong2019 from "../../criteria/hai-phong/inspection/2019.1.json" with { type: "json" };
import { type InspectionPlan, readInspectionPlan } from "./inspection-plan.ts";
import { type IndexPlan, readIndexPlan } from "./plans.ts";
import { readTargets, type TargetPlan } from "./targets.ts";

const shippedInspectionPlans: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  [dongThap2022.id, dongThap2022],
  [haNoi2021.id, haNoi2021],
  [haiPhong2019.id, haiPhong2019],
]);
const shippedIndexPlans: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  [haNoiIndex2021.id, haNoiIndex2021],
]);
const shippedTargets: ReadonlyMap<string, unknown> = new Map<string, unknown>([[haNoi2023.id, haNoi2023]]);

/** The ids of the plans for determining an index that the package ships, by code unit. */
export const indexPlanIds: readonly string[] = Object.freeze([...shippedIndexPlans.keys()]);

/** The ids of the inspection plans that the package ships, by code unit. */
export const inspectionPlanIds: readonly string[] = Object.freeze([...shippedInspectionPlans.keys()]);

/** The ids of the files of targets that the package ships, by code unit. */
export const targetPlanIds: readonly string[] = Object.freeze([...shippedTargets.keys()]);

/**
 * Gives a plan for determining an index that the package ships: its deadlines and its council.
 *
 * @param id One of `indexPlanIds`.
 *
 * @returns The plan, read and frozen.
 *
 * @throws RangeError if the package ships no plan of that id.
 *
 * @example
 * ```ts
 * import { indexPlan } from "par-index/process";
 * indexPlan("ha-noi/index/2021").calendar.find(({ id }) => id === "self-assessment")?.before; // => '2021-12-22'
 * ```
 */
export const indexPlan = (id: string): IndexPlan =>
  readIndexPlan(shipped(shippedIndexPlans, id, "indexPlan"));

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
  readInspectionPlan(shipped(shippedInspectionPlans, id, "inspectionPlan"));

/**
 * Gives a file of targets that the package ships.
 *
 * @param id One of `targetPlanIds`.
 *
 * @returns The targets, read and frozen.
 *
 * @throws RangeError if the package ships no targets of that id.
 *
 * @example
 * ```ts
 * import { targetPlan } from "par-index/process";
 * targetPlan("ha-noi/targets/2023").targets.length; // => 5
 * ```
 */
export const targetPlan = (id: string): TargetPlan => readTargets(shipped(shippedTargets, id, "targetPlan"));

function shipped(files: ReadonlyMap<string, unknown>, id: string, caller: string): unknown {
  const file = files.get(id);
  if (file === undefined)
    throw new RangeError(`${caller}: no such plan is shipped: ${String(id).slice(0, 100)}`);
  return file;
}
