/**
 * The assessment round (đợt đánh giá) as it is read: the register of units with all inputs of one criteria set and
 * edition; and the same by unit. What a file may write, and what must hold between its parts, stands in `round/`. In a
 * round as read lists are in the order of the set, then of ids, and everything is frozen.
 */
import type { CriteriaSet, Decimal, Facts, IsoDate, Text } from "./criteria-set.ts";
import { brand, byCodeUnit, elementAt } from "./plain.ts";

/** A unit that is assessed: sở, xã, phường, huyện, bộ, tỉnh. */
export interface Unit {
  /** The id, the same in every year. */
  readonly id: string;
  /** Its name. */
  readonly name: Text;
  /** The id of the group in which it is ranked. */
  readonly group: string;
  /** The kinds that exemptions speak of. */
  readonly kinds: readonly string[];
  /** The id of the unit that it lies in or belongs to. */
  readonly parent?: string | undefined;
  /** The units that it replaces, and since when (mergers; districts abolished in 2025). */
  readonly replaces?: readonly { readonly unit: string; readonly since: IsoDate }[] | undefined;
  /** Set where the unit is scored but not ranked, with the reason. */
  readonly exempt?: string | undefined;
}

/** A document that proves an answer or an entry (tài liệu kiểm chứng). */
export interface Evidence {
  /** The number of the document: `"125/BC-STC"`. */
  readonly number: string;
  /** The body that issued it. */
  readonly issuer: string;
  /** Its day. */
  readonly date: IsoDate;
  /** Its title. */
  readonly title?: string | undefined;
  /** The section. */
  readonly section?: string | undefined;
  /** The page. */
  readonly page?: string | undefined;
}

/** A unit's answer on one leaf: facts, or a claim that the leaf does not apply. */
export interface Answer {
  /** The id of the leaf. */
  readonly item: string;
  /** The facts, from which the rule computes the points. */
  readonly facts?: Facts | undefined;
  /** The claim that the leaf does not apply, with the reason. */
  readonly notApplicable?: { readonly reason: string } | undefined;
  /** The points as the unit wrote them down, only compared with what the facts give. */
  readonly points?: Decimal | undefined;
  /** The evidence. */
  readonly evidence: readonly Evidence[];
  /** The explanation where evidence is missing or incomplete. */
  readonly explanation?: string | undefined;
}

/** A self-assessment (báo cáo tự đánh giá, tự chấm điểm) of one unit. */
export interface SelfAssessment {
  /** The id of the unit. */
  readonly unit: string;
  /** The day on which it was sent; absent while it is being written. */
  readonly submitted?: IsoDate | undefined;
  /** The head who approved it: the role, and the day. */
  readonly approved?: { readonly role: string; readonly date: IsoDate } | undefined;
  /** The answers; a leaf without one is unanswered. */
  readonly answers: readonly Answer[];
}

/** The stages of an appraisal, in their order. */
export type Stage = "first" | "second" | "final" | "correction";

/** What one member of the council gives where members vote. */
export interface Vote {
  /** The role that votes. */
  readonly by: string;
  /** The points. */
  readonly points: Decimal;
}

interface EntryBase {
  /** The id of the unit. */
  readonly unit: string;
  /** The id of the leaf, or of a bonus or penalty line. */
  readonly item: string;
  /** The stage; an explanation carries the stage that it answers, `first`, and stands after the council's entry of that stage. */
  readonly stage: Stage;
  /** The role that made the entry: a role of the unit's council, or `"unit"` for its own explanation. */
  readonly by: string;
  /** The day. */
  readonly date: IsoDate;
  /** The reason; required wherever something changes. */
  readonly reason?: string | undefined;
  /** The evidence. */
  readonly evidence: readonly Evidence[];
  /** The ids of the findings that it addresses. */
  readonly findings: readonly string[];
  /** On a correction: the decision that orders it. */
  readonly decision?: { readonly number: string; readonly date: IsoDate } | undefined;
}

/** One entry of the council's ledger. */
export type Entry =
  /** Accepts the unit's latest claim: its self-score, or what its explanation proposes. */
  | (EntryBase & { readonly kind: "accept" })
  /** Leaves the standing value as it is. */
  | (EntryBase & { readonly kind: "uphold" })
  /** Sets facts, which run through the rule again, or points; or members vote, and the exact mean of their points stands. */
  | (EntryBase & {
      readonly kind: "adjust";
      readonly facts?: Facts | undefined;
      readonly points?: Decimal | undefined;
      /** In place of facts and points: what each member gives. */
      readonly votes?: readonly Vote[] | undefined;
      /** The roles with the right to vote that were absent. */
      readonly absent?: readonly string[] | undefined;
    })
  /** Decides that the leaf does not apply. */
  | (EntryBase & { readonly kind: "not-applicable" })
  /** Sends the leaf back to the unit, which must explain. */
  | (EntryBase & { readonly kind: "return" })
  /** The unit's explanation (giải trình), with the answer that it proposes. */
  | (EntryBase & {
      readonly kind: "explain";
      readonly facts?: Facts | undefined;
      readonly points?: Decimal | undefined;
      readonly notApplicable?: { readonly reason: string } | undefined;
    });

/**
 * The act that closes a stage for the units of one council. The act of the first stage leaves returns open, for the
 * units explain after it; a later act must not close over the return of an earlier stage, nor the final act over any.
 */
export interface Act {
  /** The stage that it closes. */
  readonly stage: "first" | "second" | "final";
  /** The id of the council. */
  readonly council: string;
  /** The number of the decision. */
  readonly number: string;
  /** Its day. */
  readonly date: IsoDate;
}

/** A role in a council, and what it may do. */
export interface CouncilRole {
  /** The id that entries use as `by`. */
  readonly id: string;
  /** Its name: Chủ tịch Hội đồng, Tổ công tác … */
  readonly title: Text;
  /** Who holds it, as the decision names them; several for members. */
  readonly holders: readonly string[];
  /** The stages in which it may make entries; empty: none. */
  readonly decides: readonly Stage[];
  /** The leaves, nodes and lines that it judges: a member with a field of their own; absent: all. */
  readonly items?: readonly string[] | undefined;
}

/** An appraisal council (Hội đồng thẩm định) and the units that it judges. */
export interface Council {
  /** The id. */
  readonly id: string;
  /** Its name. */
  readonly title: Text;
  /** The ids of the units that it judges; each unit has one council at most. */
  readonly units: readonly string[];
  /** Its roles. */
  readonly roles: readonly CouncilRole[];
}

/**
 * A finding of an inspection, on a leaf, on a node or on the unit as a whole. An entry of the council on it, or on any leaf
 * beneath it, addresses it by citing its id; the unit's explanation does not.
 */
export interface Finding {
  /** The id that entries cite. */
  readonly id: string;
  /** The id of the unit. */
  readonly unit: string;
  /** The id of the leaf or node; absent: the unit as a whole. */
  readonly item?: string | undefined;
  /** What was found. */
  readonly what: string;
  /** Who found it. */
  readonly by: string;
  /** When it was found. */
  readonly date: IsoDate;
  /** Since when it has been put right; absent: it is still open. */
  readonly remedied?: IsoDate | undefined;
}

/** A figure that a third party gives for a leaf of a statistic source. */
export interface Statistic {
  /** The id of the unit. */
  readonly unit: string;
  /** The id of the leaf. */
  readonly item: string;
  /** The facts. */
  readonly facts: Facts;
  /** Where the figure is from. */
  readonly reference?: string | undefined;
}

/** The target of one unit for a `relative` leaf, in the same facts as the rule asks for. */
export interface Target {
  /** The id of the unit. */
  readonly unit: string;
  /** The id of the leaf. */
  readonly item: string;
  /** The target, above 0: a count, or a ratio of two counts. */
  readonly facts: Facts;
}

/** How often one option of one question was chosen. */
export interface OptionCount {
  /** The id of the option. */
  readonly option: string;
  /** How often. */
  readonly count: number;
}

/** Answers that could not be counted, by what was wrong with them. */
export interface InvalidCount {
  /** The code of what was wrong. */
  readonly code: string;
  /** How often. */
  readonly count: number;
}

/** The counts of one question. */
export interface QuestionCounts {
  /** The id of the question. */
  readonly question: string;
  /** The counts of the options that were chosen at least once, in the order of their ids. */
  readonly options: readonly OptionCount[];
}

/** The counts of one questionnaire for one unit. */
export interface FormCounts {
  /** The id of the unit that was judged. */
  readonly unit: string;
  /** The id of the questionnaire. */
  readonly questionnaire: string;
  /** Valid forms: at least one question answered by an option of its scale. */
  readonly forms: number;
  /** Forms and answers that could not be counted, by code. */
  readonly invalid: readonly InvalidCount[];
  /** The counts of each question. */
  readonly questions: readonly QuestionCounts[];
}

/** Counts of survey responses. Tallies merge; the empty tally is the identity. */
export interface Tally {
  /** The ids of the batches that were counted; no batch is counted twice. */
  readonly batches: readonly string[];
  /** The counts, one entry for each unit and questionnaire, in the order of these ids. */
  readonly counts: readonly FormCounts[];
  /** Forms that could not be given to any unit and questionnaire, by code. */
  readonly invalid: readonly InvalidCount[];
}

/** A tally with its lists in the order of their ids and without counts of 0, so that equal counts are equal. */
export const inTallyOrder = (tally: Tally): Tally => ({
  ...tally,
  batches: listInOrder(tally.batches, byCodeUnit),
  counts: listInOrder(
    tally.counts.map((form) => {
      const [invalid, questions] = [byCode(form.invalid), byQuestion(form.questions)];
      return invalid === form.invalid && questions === form.questions
        ? form
        : { ...form, invalid, questions };
    }),
    (a, b) => byCodeUnit(a.unit, b.unit) || byCodeUnit(a.questionnaire, b.questionnaire),
  ),
  invalid: byCode(tally.invalid),
});

const byCode = (invalid: readonly InvalidCount[]): readonly InvalidCount[] =>
  listInOrder(aboveZero(invalid), (a, b) => byCodeUnit(a.code, b.code));

function byQuestion(questions: readonly QuestionCounts[]): readonly QuestionCounts[] {
  const own = questions.map((given) => {
    const options = listInOrder(aboveZero(given.options), (a, b) => byCodeUnit(a.option, b.option));
    return options === given.options ? given : { ...given, options };
  });
  const answered = own.filter(({ options }) => options.length > 0);
  const isAsGiven = answered.length === questions.length && own.every((it, at) => it === questions[at]);
  return listInOrder(isAsGiven ? questions : answered, (a, b) => byCodeUnit(a.question, b.question));
}

const aboveZero = <T extends { readonly count: number }>(list: readonly T[]): readonly T[] =>
  list.every(({ count }) => count > 0) ? list : list.filter(({ count }) => count > 0);

/** A list in an order: the list itself where it stands in it. */
const listInOrder = <T>(list: readonly T[], order: (a: T, b: T) => number): readonly T[] =>
  list.every((it, at) => at === 0 || order(elementAt(list, at - 1), it) <= 0) ? list : [...list].sort(order);

/** Counts of the same units and questionnaires made one, in the order of these ids; `total` adds. */
export const mergedCounts = (
  counts: readonly FormCounts[],
  total: (counts: readonly number[]) => number,
): readonly FormCounts[] =>
  gathered(
    counts,
    (it) => `${it.unit}\u0000${it.questionnaire}`,
    ({ unit, questionnaire }, same) => ({
      unit,
      questionnaire,
      forms: total(same.map(({ forms }) => forms)),
      invalid: mergedInvalid(
        same.flatMap(({ invalid }) => invalid),
        total,
      ),
      questions: gathered(
        same.flatMap(({ questions }) => questions),
        ({ question }) => question,
        ({ question }, alike) => ({
          question,
          options: gathered(
            alike.flatMap(({ options }) => options),
            ({ option }) => option,
            ({ option }, all) => ({ option, count: total(all.map(({ count }) => count)) }),
          ),
        }),
      ),
    }),
  );

/** What could not be counted, each code once. */
export const mergedInvalid = (
  invalid: readonly InvalidCount[],
  total: (counts: readonly number[]) => number,
): readonly InvalidCount[] =>
  gathered(
    invalid,
    ({ code }) => code,
    ({ code }, same) => ({ code, count: total(same.map(({ count }) => count)) }),
  );

/** Entries of one key made one, keys in code-unit order. */
const gathered = <T>(
  entries: readonly T[],
  keyOf: (entry: T) => string,
  merge: (first: T, same: readonly T[]) => T,
): readonly T[] =>
  [...listsBy(entries, keyOf)]
    .sort(([a], [b]) => byCodeUnit(a, b))
    .map(([, same]) => merge(elementAt(same, 0), same));

/** The statement that no survey was held for a group of units. */
export interface SurveyNotHeld {
  /** The id of the group. */
  readonly group: string;
  /** The reason. */
  readonly reason: string;
}

/** A later deadline for one unit. */
export interface Extension {
  /** The id of the unit. */
  readonly unit: string;
  /** The id of the deadline in the set's calendar. */
  readonly deadline: string;
  /** The last day that is on time for it. */
  readonly by: IsoDate;
  /** The reason. */
  readonly reason: string;
}

/** An assessment round as read. Made by `readRound` only. */
export interface Round {
  /** The format of the file: 1. */
  readonly format: 1;
  /** The id of the criteria set. */
  readonly set: string;
  /** The edition of the criteria set. */
  readonly edition: number;
  /** The title of the round. */
  readonly title: Text;
  /** What the round is: invented data is `illustrative`, and its units are fictional. */
  readonly status: "real" | "illustrative";
  /** The units. */
  readonly units: readonly Unit[];
  /** The councils. */
  readonly councils: readonly Council[];
  /** The self-assessments; a unit without one is missing. */
  readonly selfAssessments: readonly SelfAssessment[];
  /** The ledger. */
  readonly ledger: readonly Entry[];
  /** The closing acts. */
  readonly acts: readonly Act[];
  /** The survey counts. */
  readonly tally: Tally;
  /** Groups for which no survey was held. */
  readonly surveyNotHeld: readonly SurveyNotHeld[];
  /** The statistics. */
  readonly statistics: readonly Statistic[];
  /** The targets of relative leaves. */
  readonly targets: readonly Target[];
  /** The findings. */
  readonly findings: readonly Finding[];
  /** The extensions. */
  readonly extensions: readonly Extension[];
}

/** What a round holds on one unit, by the list. */
export interface PartOfUnit {
  readonly selfAssessments: SelfAssessment;
  readonly ledger: Entry;
  readonly counts: FormCounts;
  readonly statistics: Statistic;
  readonly targets: Target;
  readonly findings: Finding;
  readonly extensions: Extension;
}

/** The lists of a round whose parts are each about one unit. */
export type PartsOfUnits = { readonly [K in keyof PartOfUnit]: readonly PartOfUnit[K][] };

/** These lists of a round. */
export const partsOfUnits = ({
  selfAssessments,
  ledger,
  tally,
  statistics,
  targets,
  findings,
  extensions,
}: Round): PartsOfUnits => ({
  selfAssessments,
  ledger,
  counts: tally.counts,
  statistics,
  targets,
  findings,
  extensions,
});

/** The self-assessments, entries and statistics that were read, each with the set that it was held against. */
const partsAsRead = /* @__PURE__ */ brand<CriteriaSet>();

/** Remembers of parts that they were read. */
export function markRead(set: CriteriaSet, parts: Iterable<SelfAssessment | Entry | Statistic>): void {
  for (const part of parts) partsAsRead.mark(part, set);
}

/** Tells whether a part was read with a set, or with one that is the same edition. */
export function wasRead({ id, edition }: CriteriaSet, part: unknown): boolean {
  const own = partsAsRead.originOf(part);
  return own?.id === id && own.edition === edition;
}

/** Stands for all that a round holds on a unit: another object as soon as anything of it is another. */
export type UnitToken = Readonly<Record<string, never>>;

/** The parts of a round by unit: what it holds on a unit is found at once, however many units there are. */
export interface RoundIndex {
  readonly round: Round;
  /** The units, in code-unit order of their ids. */
  readonly units: readonly Unit[];
  readonly unitOf: ReadonlyMap<string, Unit>;
  /** The units of each group, in code-unit order of their ids. */
  readonly groups: ReadonlyMap<string, readonly Unit[]>;
  readonly assessments: ReadonlyMap<string, SelfAssessment>;
  readonly entries: ReadonlyMap<string, readonly Entry[]>;
  readonly statistics: ReadonlyMap<string, readonly Statistic[]>;
  readonly targets: ReadonlyMap<string, readonly Target[]>;
  readonly forms: ReadonlyMap<string, readonly FormCounts[]>;
  readonly findings: ReadonlyMap<string, readonly Finding[]>;
  /** The council that judges each unit. */
  readonly councils: ReadonlyMap<string, Council>;
  /** The groups for which no survey was held. */
  readonly notHeld: ReadonlySet<string>;
  /** In a round that was updated: what its units share with those of the round before and after. */
  readonly tokens: ReadonlyMap<string, UnitToken> | undefined;
}

/** Why a unit has no part in a period: another took its place, or it takes the place of others only afterwards. */
export type Absence = "replaced" | "not-yet";

/** The units of a register that have no part in a period, which ends on a day. Of two reasons `replaced` prevails. */
export function absentUnits(
  units: readonly Pick<Unit, "id" | "replaces">[],
  lastDay: IsoDate,
): ReadonlyMap<string, Absence> {
  const absent = new Map<string, Absence>();
  // By position: registers are long frozen lists, which iterators are slow on, and few units replace others.
  for (let at = 0; at < units.length; at++) {
    const { id, replaces = [] } = elementAt(units, at);
    if (replaces.length > 0 && replaces.every(({ since }) => since > lastDay)) absent.set(id, "not-yet");
  }
  for (let at = 0; at < units.length; at++)
    for (const { unit, since } of elementAt(units, at).replaces ?? [])
      if (since <= lastDay) absent.set(unit, "replaced");
  return absent;
}

/** The units of a register that take the place of a unit, in its order. */
export const successorsOf = (units: readonly Unit[], unit: string): readonly Unit[] =>
  units.filter(({ replaces = [] }) => replaces.some((it) => it.unit === unit));

const indexesOfRounds = /* @__PURE__ */ brand<RoundIndex>();

/** The index of a round as read. */
export function roundIndex(round: Round): RoundIndex {
  const known = indexesOfRounds.originOf(round);
  if (known !== undefined) return known;
  const made = indexOf(round);
  indexesOfRounds.mark(round, made);
  return made;
}

function indexOf(round: Round): RoundIndex {
  const units = [...round.units].sort((a, b) => byCodeUnit(a.id, b.id));
  return {
    round,
    units,
    unitOf: new Map(units.map((it) => [it.id, it])),
    groups: listsBy(units, ({ group }) => group),
    ...byUnits(partsOfUnits(round)),
    councils: new Map(round.councils.flatMap((it) => it.units.map((unit) => [unit, it] as const))),
    notHeld: new Set(round.surveyNotHeld.map(({ group }) => group)),
    tokens: undefined,
  };
}

const byUnits = (parts: Omit<PartsOfUnits, "extensions">) => ({
  assessments: new Map(parts.selfAssessments.map((it) => [it.unit, it])),
  entries: byUnit(parts.ledger),
  statistics: byUnit(parts.statistics),
  targets: byUnit(parts.targets),
  forms: byUnit(parts.counts),
  findings: byUnit(parts.findings),
});

/** Gives an updated round the index of the one before, with other parts for the units that were touched. */
export function indexUpdated(
  before: RoundIndex,
  round: Round,
  { touched, parts }: { readonly touched: ReadonlySet<string>; readonly parts: PartsOfUnits },
): void {
  const own = byUnits(parts);
  const patched = <T>(old: ReadonlyMap<string, T>, now: ReadonlyMap<string, T>): ReadonlyMap<string, T> => {
    const all = new Map(old);
    for (const unit of touched) {
      const held = now.get(unit);
      if (held === undefined) all.delete(unit);
      else all.set(unit, held);
    }
    return all;
  };
  const tokens = new Map(before.tokens ?? before.units.map(({ id }) => [id, Object.freeze({})]));
  for (const unit of touched) tokens.set(unit, Object.freeze({}));
  indexesOfRounds.mark(round, {
    ...before,
    round,
    assessments: patched(before.assessments, own.assessments),
    entries: patched(before.entries, own.entries),
    statistics: patched(before.statistics, own.statistics),
    targets: patched(before.targets, own.targets),
    forms: patched(before.forms, own.forms),
    findings: patched(before.findings, own.findings),
    tokens,
  });
}

/** The parts of a list by the unit that each is about. */
export const byUnit = <T extends { readonly unit: string }>(
  list: readonly T[],
): ReadonlyMap<string, readonly T[]> => listsBy(list, ({ unit }) => unit);

/** The parts of a list by a key, in the order in which keys come first. */
export function listsBy<T>(
  list: readonly T[],
  keyOf: (part: T) => string,
): ReadonlyMap<string, readonly T[]> {
  const map = new Map<string, T[]>();
  for (const part of list) {
    const key = keyOf(part);
    const known = map.get(key);
    if (known === undefined) map.set(key, [part]);
    else known.push(part);
  }
  return map;
}
