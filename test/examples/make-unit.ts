/**
 * What one fictional unit brings to a round: its self-assessment with evidence, and what the council makes of it, from
 * the first appraisal over return and explanation to the second. The stories that a round wants to show are told by
 * `Story`; everything else is drawn.
 */
import type { Facts } from "../../src/criteria-set.ts";
import type { Answer, Entry, Evidence, SelfAssessment, Unit } from "../../src/round.ts";
import { type Dice, embellished, factsOf, type LeafFile, reasonFor, type Sizes } from "./make-facts.ts";

/** What a round wants to show on one leaf of one unit. */
export type Story =
  | { readonly kind: "unanswered" }
  | { readonly kind: "no-evidence" }
  | { readonly kind: "given"; readonly facts: Facts }
  | {
      readonly kind: "claim";
      readonly reason: string;
      readonly decided: "accepted" | "council" | "refused" | "open";
    }
  | {
      readonly kind: "adjusted";
      readonly claimed: Facts;
      readonly facts: Facts;
      readonly reason: string;
      readonly finding?: string;
    }
  /** Returned, and still open. */
  | { readonly kind: "returned"; readonly reason: string }
  /** Returned, explained with a document and other facts, which the second appraisal accepts. */
  | {
      readonly kind: "contested";
      readonly claimed: Facts;
      readonly returned: string;
      readonly proposed: Facts;
      readonly explained: string;
      readonly number: string;
      readonly accepted: string;
    }
  /** Returned; the explanation proposes that the leaf does not apply, and the second appraisal accepts it. */
  | { readonly kind: "waived"; readonly reason: string };

/** A unit with what the generator has to know of it. */
export interface UnitPlan {
  readonly unit: Unit;
  /** The sign of the unit in the numbers of its documents: STC. */
  readonly sign: string;
  /** Who approves its self-assessment. */
  readonly head: string;
  /** How well it works, 0 to 100. */
  readonly quality: number;
  /** The day on which its self-assessment was sent; absent: it sent none. */
  readonly submitted?: string;
  readonly stories: Readonly<Record<string, Story>>;
}

/** The days of a round. */
export interface Days {
  readonly first: string;
  readonly explained: string;
  readonly second: string;
}

/** What is the same for every unit of a round. */
export interface Drawing {
  readonly leaves: readonly LeafFile[];
  readonly sizes: Sizes;
  /** Leaves that a kind of unit is exempt from. */
  readonly exempt: (kind: string, leaf: string) => boolean;
  /** True where the set leaves items pending that the council never touched. */
  readonly everyItem: boolean;
  readonly days: Days;
}

/** What a unit adds to the round. */
export interface UnitRecord {
  readonly selfAssessment: SelfAssessment | undefined;
  readonly entries: readonly Entry[];
}

type Written<T> = T extends unknown
  ? Omit<T, "evidence" | "findings"> & Partial<Pick<T, Extract<keyof T, "evidence" | "findings">>>
  : never;
/** An entry as a file writes it: empty lists are left out. */
export type WrittenEntry = Written<Entry>;

/** Draws the self-assessment of a unit and the entries of the first and second appraisal. */
export function drawUnit(plan: UnitPlan, drawing: Drawing, dice: Dice): UnitRecord {
  const answers: Answer[] = [];
  const entries: WrittenEntry[] = [];
  for (const leaf of drawing.leaves) {
    if (leaf.source !== "appraisal" || plan.unit.kinds.some((kind) => drawing.exempt(kind, leaf.number)))
      continue;
    const base = { unit: plan.unit.id, item: leaf.number };
    if (leaf.scoredBy === "appraiser") {
      const facts = factsOf(leaf, plan.quality, drawing.sizes, dice);
      const reason = "Cơ quan thẩm định chấm theo số liệu trên hệ thống thông tin của tỉnh.";
      entries.push({
        kind: "adjust",
        ...base,
        stage: "first",
        by: "working-group",
        date: drawing.days.first,
        facts,
        reason,
      });
      continue;
    }
    if (plan.submitted === undefined) continue;
    const drawn = drawLeaf(plan, leaf, drawing, dice);
    if (drawn.answer !== undefined) answers.push(drawn.answer);
    entries.push(...drawn.entries.map((entry) => ({ ...base, ...entry }) as WrittenEntry));
  }
  const { submitted } = plan;
  const selfAssessment =
    submitted === undefined
      ? undefined
      : { unit: plan.unit.id, submitted, approved: { role: plan.head, date: submitted }, answers };
  return { selfAssessment, entries: entries as readonly Entry[] };
}

/** An entry without the unit and the item, which the caller knows. */
type OwnEntry = Readonly<Record<string, unknown>> & { readonly kind: Entry["kind"] };

function drawLeaf(
  plan: UnitPlan,
  leaf: LeafFile,
  drawing: Drawing,
  dice: Dice,
): { readonly answer: Answer | undefined; readonly entries: readonly OwnEntry[] } {
  const story = plan.stories[leaf.number];
  const { days } = drawing;
  const first = { stage: "first", by: "working-group", date: days.first };
  const second = { stage: "second", by: "deputy", date: days.second };
  const truth = factsOf(leaf, plan.quality, drawing.sizes, dice);
  const accept: readonly OwnEntry[] = drawing.everyItem ? [{ kind: "accept", ...first }] : [];

  if (story?.kind === "unanswered") return { answer: undefined, entries: [] };
  if (story?.kind === "claim") {
    const answer = { item: leaf.number, notApplicable: { reason: story.reason } } as Answer;
    const basis = "Không phát sinh nhiệm vụ trong năm, đã đối chiếu hồ sơ quản lý.";
    const decided: Readonly<Record<typeof story.decided, readonly OwnEntry[]>> = {
      accepted: [{ kind: "accept", ...first, reason: basis }],
      council: [{ kind: "not-applicable", ...first, reason: basis }],
      refused: [
        {
          kind: "adjust",
          ...first,
          facts: truth,
          reason: "Trong năm vẫn phát sinh nhiệm vụ; chấm theo số liệu quản lý.",
        },
      ],
      open: [],
    };
    return { answer, entries: decided[story.decided] };
  }
  if (story?.kind === "no-evidence") return { answer: answerOf(leaf, truth, {}), entries: [] };
  if (story?.kind === "given")
    return { answer: answerOf(leaf, story.facts, proof(plan, leaf, dice)), entries: accept };
  if (story?.kind === "adjusted") {
    const findings = story.finding === undefined ? {} : { findings: [story.finding] };
    const entry = {
      kind: "adjust",
      ...first,
      facts: story.facts,
      reason: story.reason,
      ...findings,
    } as const;
    return { answer: answerOf(leaf, story.claimed, proof(plan, leaf, dice)), entries: [entry] };
  }
  if (story?.kind === "contested") {
    const date = days.explained;
    const paper = { number: story.number, issuer: plan.unit.name.vi, date, section: "Mục II", page: "2" };
    const explain = { stage: "first", by: "unit", date, facts: story.proposed, reason: story.explained };
    const entries: readonly OwnEntry[] = [
      { kind: "return", ...first, reason: story.returned },
      { kind: "explain", ...explain, evidence: [paper] },
      { kind: "accept", ...second, reason: story.accepted },
    ];
    return { answer: answerOf(leaf, story.claimed, proof(plan, leaf, dice)), entries };
  }
  if (story?.kind === "returned") {
    const entry = { kind: "return", ...first, reason: story.reason } as const;
    return { answer: answerOf(leaf, truth, proof(plan, leaf, dice)), entries: [entry] };
  }

  if (story?.kind === "waived") {
    const entries: readonly OwnEntry[] = [
      {
        kind: "return",
        ...first,
        reason: "Số liệu không phù hợp với chức năng của đơn vị; đề nghị giải trình.",
      },
      {
        kind: "explain",
        stage: "first",
        by: "unit",
        date: days.explained,
        notApplicable: { reason: story.reason },
        reason: story.reason,
      },
      { kind: "accept", ...second, reason: "Đã đối chiếu; công nhận tiêu chí không áp dụng." },
    ];
    return { answer: answerOf(leaf, truth, proof(plan, leaf, dice)), entries };
  }

  const claimed = dice.chance(14) ? embellished(leaf.rule, truth, dice) : undefined;
  if (claimed === undefined) {
    return { answer: answerOf(leaf, truth, proof(plan, leaf, dice)), entries: accept };
  }
  const answer = answerOf(leaf, claimed, proof(plan, leaf, dice));
  const reason = reasonFor(leaf.rule, truth);
  const adjust = { kind: "adjust", ...first, facts: truth, reason } as const;
  const way = dice.between(1, 10);
  if (way <= 5) return { answer, entries: [adjust] };
  const explained = dice.chance(45) ? claimed : truth;
  const explain = {
    kind: "explain",
    stage: "first",
    by: "unit",
    date: days.explained,
    facts: explained,
    reason: "Cơ quan giải trình và bổ sung tài liệu kiểm chứng.",
    evidence: [evidence(plan, leaf, dice)],
  } as const;
  if (way <= 8) {
    const back = {
      kind: "return",
      ...first,
      reason: "Tài liệu kiểm chứng chưa rõ; đề nghị giải trình và bổ sung.",
    } as const;
    const settle =
      explained === claimed || dice.chance(50)
        ? ({ kind: "accept", ...second, reason: "Tài liệu bổ sung đã chứng minh số liệu." } as const)
        : ({ kind: "adjust", ...second, facts: truth, reason } as const);
    return { answer, entries: [back, explain, settle] };
  }
  const settle = dice.chance(50)
    ? ({
        kind: "uphold",
        ...second,
        reason: "Tài liệu bổ sung không làm thay đổi kết luận lần đầu.",
      } as const)
    : ({ kind: "accept", ...second, reason: "Công nhận theo giải trình và tài liệu bổ sung." } as const);
  return { answer, entries: [adjust, explain, settle] };
}

/** An answer; the points are the unit's own note, where the rule gives them at a glance. */
function answerOf(leaf: LeafFile, facts: Facts, proven: Partial<Answer>): Answer {
  const { rule } = leaf;
  const option =
    rule.kind === "choice" && "choice" in facts
      ? rule.options.find(({ id }) => id === facts.choice)
      : undefined;
  return {
    item: leaf.number,
    facts,
    ...(option === undefined ? {} : { points: option.points }),
    ...proven,
  } as Answer;
}

function proof(plan: UnitPlan, leaf: LeafFile, dice: Dice): Partial<Answer> {
  if (leaf.evidence === "none") return {};
  if (leaf.evidence === "or-explanation" && dice.chance(35)) {
    return {
      explanation: "Số liệu do cơ quan theo dõi, tổng hợp; chi tiết tại báo cáo cải cách hành chính năm.",
    };
  }
  return { evidence: [evidence(plan, leaf, dice)] };
}

const papers: Readonly<Record<string, readonly [sign: string, title: string]>> = {
  choice: ["QĐ", "Quyết định, kế hoạch liên quan"],
  checklist: ["BC", "Báo cáo kết quả thực hiện"],
  ratio: ["BC", "Báo cáo số liệu năm"],
  percent: ["BC", "Báo cáo số liệu năm"],
  bands: ["BC", "Báo cáo số liệu năm"],
  count: ["TH", "Bảng tổng hợp"],
  deduction: ["TB", "Thông báo kết luận"],
  relative: ["TTr", "Tờ trình, quyết định công nhận"],
};

function evidence(plan: UnitPlan, leaf: LeafFile, dice: Dice): Evidence {
  const [sign, title] = papers[leaf.rule.kind] ?? ["BC", "Báo cáo"];
  const month = String(dice.between(2, 11)).padStart(2, "0");
  return {
    number: `${dice.between(11, 480)}/${sign}-${plan.sign}`,
    issuer: plan.unit.name.vi,
    date: `2026-${month}-${String(dice.between(1, 28)).padStart(2, "0")}`,
    ...(dice.chance(40) ? { title } : {}),
    section: `Mục ${dice.pick(["I", "II", "III", "IV"])}`,
    page: String(dice.between(1, 12)),
  };
}

/** The same unit once more under another name: counts of ratios doubled, so that every share and all points are the same. */
export function twinOf(record: UnitRecord, plan: UnitPlan): UnitRecord {
  const again = <T extends { readonly facts?: Facts | undefined; readonly evidence?: readonly Evidence[] }>(
    it: T,
  ): T => ({
    ...it,
    ...(it.facts === undefined ? {} : { facts: doubled(it.facts) }),
    ...(it.evidence === undefined
      ? {}
      : {
          evidence: it.evidence.map((one) => ({
            ...one,
            number: one.number.replace(/-.*$/, `-${plan.sign}`),
            issuer: plan.unit.name.vi,
          })),
        }),
  });
  const { selfAssessment } = record;
  return {
    selfAssessment: selfAssessment && {
      ...selfAssessment,
      unit: plan.unit.id,
      submitted: plan.submitted ?? "",
      approved: { role: plan.head, date: plan.submitted ?? "" },
      answers: selfAssessment.answers.map(again),
    },
    entries: record.entries.map((entry) => ({
      ...again(entry as Entry & { facts?: Facts }),
      unit: plan.unit.id,
    })) as readonly Entry[],
  };
}

const doubled = (facts: Facts): Facts =>
  "numerator" in facts ? { numerator: 2 * facts.numerator, denominator: 2 * facts.denominator } : facts;
