/**
 * Forty visits of one year for a plan, as a province would keep them: a schedule, and what was made of it. Illustrative:
 * places, findings and numbers are invented.
 */
import type { IsoDate } from "../../src/criteria-set.ts";
import { addWorkingDays, lastDayOfNotice } from "../../src/process/days.ts";
import type { InspectionPlan } from "../../src/process/inspection-plan.ts";
import type { InspectionVisit, VisitFinding } from "../../src/process/visits.ts";

/** What is visited, and what a visit finds there; nothing where it finds nothing. */
export interface Place {
  readonly unit: string;
  readonly unitKind: string;
  readonly parent?: string;
  readonly item?: string | undefined;
  readonly finds?: boolean;
}

/** A schedule: a visit to each place, then later looks at the first ones, one every so many working days. */
export function schedule(
  plan: InspectionPlan,
  places: readonly Place[],
  { from, every, visits }: { readonly from: IsoDate; readonly every: number; readonly visits: number },
): readonly InspectionVisit[] {
  return Array.from({ length: visits }, (_, at): InspectionVisit => {
    const { unit, unitKind, parent } = places[at % places.length] as Place;
    const team = plan.teams?.[at % plan.teams.length]?.id;
    const modes = plan.modes ?? [];
    const mode = at % 5 === 4 ? "unannounced" : (modes[at % modes.length]?.mode ?? "direct");
    const date = addWorkingDays(plan, from, at * every);
    return {
      id: `kt-${at + 1}`,
      unit,
      unitKind,
      ...(parent && { parent }),
      mode,
      ...(team && { team }),
      date,
    };
  });
}

/** The schedule after the year: each visit with what its plan asks for, what it found, and what became of it. */
export function carriedOut(
  plan: InspectionPlan,
  places: readonly Place[],
  scheduled: readonly InspectionVisit[],
): readonly InspectionVisit[] {
  const findingOf = (at: number): VisitFinding | undefined => {
    const place = places[at];
    const visit = scheduled[at];
    if (place?.finds !== true || visit === undefined) return undefined;
    const due = addWorkingDays(plan, visit.date, 20);
    const what = `Tồn tại ${at + 1} (minh hoạ)`;
    return { id: `${visit.id}-1`, ...(place.item && { item: place.item }), what, remedy: "Khắc phục", due };
  };
  return scheduled.map((visit, at): InspectionVisit => {
    const rule = visit.mode === "unannounced" ? plan.unannounced : plan.announced;
    const reason = visit.mode === "unannounced" ? plan.unannounced?.reasons?.[0] : undefined;
    const notice = visit.mode === "unannounced" ? undefined : plan.announced?.noticeWorkingDays;
    const told = plan.announced?.noticeTo?.map(({ id }) => id);
    const issuer = plan.conclusion?.issuer?.id;
    const finding = findingOf(at);
    const followed = at < places.length ? undefined : findingOf(at - places.length);
    return {
      ...visit,
      ...(rule?.proposes && { proposedBy: rule.proposes.map(({ id }) => id) }),
      ...(rule?.decides && { decidedBy: rule.decides.id }),
      ...(notice && { noticed: lastDayOfNotice(plan, visit.date, notice), ...(told && { noticeTo: told }) }),
      ...(reason && { reason: reason.id, feedback: [{ title: `Phản ánh ${at + 1} (minh hoạ)` }] }),
      ...(visit.mode === "online" && { reports: [{ title: `Báo cáo ${at + 1} (minh hoạ)` }] }),
      ...(finding && { findings: [finding] }),
      ...(followed && { follows: [{ finding: followed.id, remedied: at % 3 !== 0 }] }),
      ...(plan.conclusion && {
        conclusion: {
          number: `${at + 1}/KL`,
          date: addWorkingDays(plan, visit.date, 5),
          ...(issuer && { by: issuer }),
        },
      }),
    };
  });
}
