/**
 * What nobody gave: whatever counts as 0, stays open or is left out because somebody gave nothing is said here, of a
 * self-assessment and of a round as read. All of it is a warning: the data can be used as it is.
 */
import type { Path } from "../issue.ts";
import type { Leaf, Plan } from "../plan.ts";
import { byUnit, type Entry, listsBy, type Round, type SelfAssessment, type Unit } from "../round.ts";
import type { Assessments, ReadAssessment } from "./answers.ts";
import { itemKey, named, type Reading } from "./reading.ts";
import type { UnitRegister } from "./register.ts";

/** A round as read, with what is known of the parts that could not be read. */
interface GapsIn {
  /** The units that are asked, and the lists that hold their parts. */
  readonly lists: Pick<Round, "units" | "ledger" | "tally" | "surveyNotHeld" | "statistics">;
  readonly register: UnitRegister;
  readonly assessments: Assessments;
  /** The lists that were written but cannot be read: what they hold is not missed. */
  readonly lost: ReadonlySet<string>;
}

/** Says what is missing in a round. */
export function checkGaps(reading: Reading, of: GapsIn): void {
  const { lists, register, assessments } = of;
  const units = askedUnits(of);
  if (units.length === 0) return;
  checkJudges(reading, units, register);
  checkGapsOfUnits(reading, of);
  checkCompared(reading, of, comparedBy(assessments, lists));
}

/** The units of which something may be missing: those that have a part in the period. */
const askedUnits = ({ lists, register: { absent } }: Pick<GapsIn, "lists" | "register">): readonly Unit[] =>
  lists.units.filter(({ id }) => !absent.has(id));

/** Who takes part in comparisons, by these lists. */
export function comparedBy(
  assessments: Assessments,
  { ledger, statistics }: Pick<Round, "ledger" | "statistics">,
): ComparedBy {
  const given = new Set([...ledger.filter(givesFacts), ...statistics].map(itemKey));
  return {
    answers: (unit) => {
      const own = assessments.get(unit);
      return own === undefined || own === "unreadable" ? undefined : own.assessment.value;
    },
    isGiven: (unit, item) => given.has(itemKey({ unit, item })),
  };
}

/** Says what is missing of each unit that is asked. */
export function checkGapsOfUnits(reading: Reading, given: GapsIn): void {
  const { absent } = given.register;
  const assessments = new Map([...given.assessments].filter(([unit]) => !absent.has(unit)));
  const of = { ...given, assessments, lists: { ...given.lists, units: askedUnits(given) } };
  // What could not be read has its own issue, and is not missing besides.
  const unread = unreadParts(reading, of.register);
  if (!of.lost.has("selfAssessments")) checkAnswered(reading, of);
  if (!of.lost.has("statistics")) checkStatistics(reading, of, unread);
  checkCounted(reading, of, unread);
}

/** Whether an entry gives facts to its item. */
export const givesFacts = (entry: Entry): boolean => "facts" in entry && entry.facts !== undefined;

/** What is known of who takes part in comparisons. */
interface ComparedBy {
  readonly answers: (unit: string) => SelfAssessment | undefined;
  /** Tells whether the ledger or a statistic gives facts to an item of a unit. */
  readonly isGiven: (unit: string, item: string) => boolean;
}

/** A unit that alone of its group takes part in a comparison: a part of a round is easily taken for the whole. */
export function checkCompared(
  reading: Reading,
  { register, lost }: Pick<GapsIn, "register" | "lost">,
  { answers, isGiven }: ComparedBy,
): void {
  const { plan } = reading;
  if (plan.relative.length === 0 || register.lost.length > 0) return;
  const lists = ["units", "selfAssessments", "ledger", "statistics"];
  const unread = unreadParts(reading, register);
  if (lists.some((list) => lost.has(list) || unread.has(list))) return;
  const takesPart = ({ id, exempt, kinds }: Unit, leaf: Leaf): boolean =>
    exempt === undefined &&
    isAskedOf(plan, { kinds }, leaf) &&
    (isGiven(id, leaf.id) ||
      answers(id)?.answers.some(({ item, facts }) => item === leaf.id && facts !== undefined) === true);
  const present = register.units.filter(({ id }) => !register.absent.has(id));
  for (const [group, units] of listsBy(present, (unit) => unit.group))
    for (const leaf of plan.relative) {
      const alone = onlyOne(units, (unit) => takesPart(unit, leaf));
      if (alone !== undefined)
        reading.report("relative-alone", ["units"], { group }, { unit: alone.id, item: named(leaf) });
    }
}

/** The one element of a list of which something holds; undefined where there is none, or a second. */
function onlyOne<T>(list: readonly T[], holds: (element: T) => boolean): T | undefined {
  const first = list.findIndex(holds);
  return first < 0 || list.slice(first + 1).some(holds) ? undefined : list[first];
}

/** Units of which something could not be read, by the list; `""` where nobody can tell whose it is. */
type UnreadParts = ReadonlyMap<string, ReadonlySet<string>>;

/** Units of which something could not be read. */
export function unreadParts({ report }: Reading, { lists }: UnitRegister): UnreadParts {
  const result = new Map<string, Set<string>>();
  for (const { severity, path, unit } of report.issues) {
    if (severity !== "error") continue;
    const list = String(path[0]);
    const known = result.get(list) ?? new Set<string>();
    const whose = unit === undefined || !lists(unit) ? "" : unit;
    result.set(list, known.add(whose));
  }
  return result;
}

/** Whether a leaf is asked of a unit: the register exempts its kinds from some. */
const isAskedOf = ({ exempt }: Plan, { kinds }: Pick<Unit, "kinds">, { id }: Leaf): boolean =>
  !kinds.some((kind) => exempt.get(kind)?.has(id));

function checkAnswered(reading: Reading, { lists, register, assessments }: GapsIn): void {
  const entries = byUnit(lists.ledger);
  for (const read of assessments.values()) {
    if (read === "unreadable") continue;
    const { unit } = read.assessment.value;
    const decided = new Set((entries.get(unit) ?? []).filter(decides).map(({ item }) => item));
    checkUnanswered(reading, read, { kinds: register.byId.get(unit)?.kinds ?? [], decided });
  }
}

/** Whether an entry gives a value of its own to what the unit left unanswered. */
const decides = ({ kind }: Entry): boolean =>
  kind === "adjust" || kind === "not-applicable" || kind === "accept";

/** What is known of the unit: its kinds, and the items that the council has decided. */
interface UnitBeside {
  readonly kinds: readonly string[];
  readonly decided: ReadonlySet<string>;
}

/** One warning for a form without any answer, otherwise one for each leaf that the unit left unanswered. */
export function checkUnanswered(
  reading: Reading,
  { assessment: { value, path }, unread }: ReadAssessment,
  beside: UnitBeside,
): void {
  const place = [...path, "answers"];
  const open = openLeaves(reading.plan, value, beside).filter(({ id }) => !unread.has(id));
  // An answer on an item that the set does not have may be one of those that are missed.
  if (open.length === 0 || [...unread].some((id) => !reading.plan.leafOf.has(id))) return;
  if (value.answers.length === 0 && unread.size === 0)
    return reading.report("self-assessment-empty", place, { count: open.length }, { unit: value.unit });
  for (const leaf of open) {
    reading.report("item-unanswered", place, {}, { unit: value.unit, item: named(leaf) });
  }
}

/** The leaves that a unit scores itself and left without an answer, and that nobody has decided for it. */
function openLeaves(
  plan: Plan,
  { answers }: SelfAssessment,
  { kinds, decided }: UnitBeside,
): readonly Leaf[] {
  const given = new Set(answers.map(({ item }) => item));
  return plan.leaves.filter(
    (leaf) =>
      leaf.selfScored && !given.has(leaf.id) && !decided.has(leaf.id) && isAskedOf(plan, { kinds }, leaf),
  );
}

/** A figure for every unit on every leaf that third parties give. */
function checkStatistics(reading: Reading, { lists }: GapsIn, unread: UnreadParts): void {
  const { plan } = reading;
  const leaves = plan.leaves.filter(({ source }) => source.kind === "statistic");
  const known = unread.get("statistics");
  if (leaves.length === 0 || known?.has("")) return;
  const given = new Set(lists.statistics.map(itemKey));
  for (const unit of lists.units)
    for (const leaf of known?.has(unit.id) ? [] : leaves) {
      if (given.has(itemKey({ unit: unit.id, item: leaf.id })) || !isAskedOf(plan, unit, leaf)) continue;
      reading.report("statistic-missing", ["statistics"], {}, { unit: unit.id, item: named(leaf) });
    }
}

/** A questionnaire that judges none of the units. */
function checkJudges(reading: Reading, units: readonly Unit[], { lost }: Pick<UnitRegister, "lost">): void {
  const groups = new Set(units.map(({ group }) => group));
  for (const { id, judges } of reading.plan.set.survey?.questionnaires ?? [])
    if (lost.length === 0 && !judges.some((group) => groups.has(group)))
      reading.report("questionnaire-judges-nobody", ["units"], { questionnaire: id });
}

/** Counts of every questionnaire for every unit that it judges, unless it is stated that no survey was held. */
function checkCounted(reading: Reading, { lists }: GapsIn, unread: UnreadParts): void {
  const { survey } = reading.plan.set;
  const known = unread.get("tally");
  if (survey === undefined || known?.has("") || unread.has("surveyNotHeld")) return;
  const notHeld = new Set(lists.surveyNotHeld.map(({ group }) => group));
  const counted = new Set(lists.tally.counts.map((it) => `${it.unit}\n${it.questionnaire}`));
  const place: Path = ["tally", "counts"];
  for (const unit of lists.units) {
    if (notHeld.has(unit.group) || known?.has(unit.id)) continue;
    for (const { id, judges } of survey.questionnaires)
      if (judges.includes(unit.group) && !counted.has(`${unit.id}\n${id}`))
        reading.report("counts-missing", place, { questionnaire: id }, { unit: unit.id });
  }
}
