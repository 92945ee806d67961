/** All English words of the library, section by section as in `vi.ts`; the compiler names what is missing. */
import type { AppWords, Words } from "./words.ts";

/** How numbers, days and lists are written. */
export const enStyle: Words["style"] = {
  language: "en",
  decimal: ".",
  group: ",",
  minus: "−",
  percent: "{#number}%",
  day: "{year}-{month}-{day}",
  comma: ", ",
  colon: ": ",
  one: "1",
  semicolon: "; ",
};

/** The words of codes that results hold. */
export const enTerms: Words["terms"] = {
  // Why an item is not plainly scored
  "reason.claim": "the council has yet to decide the claim of not applicable",
  "reason.return": "the council has returned it for an explanation and has yet to decide",
  "reason.silence": "the council has yet to appraise it",
  "reason.appraiser": "the appraiser has yet to score it",
  "reason.draft": "the form is being filled in: this item is not finished, or has an error",
  "reason.survey": "the survey result is awaited",
  "reason.statistic": "the statistic is awaited",
  "reason.relative": "the figures of the other units of the group are awaited",
  "reason.no-answer": "the unit gave no answer",
  "reason.no-evidence": "the unit gave no evidence",
  "reason.council": "as the council decided",
  "reason.register": "by the set's register of exemptions",
  "reason.published": "by what was published",
  "reason.survey-not-held": "no survey was held",
  "reason.below-least": "fewer valid forms than required",
  "reason.gated": "the condition for being scored is not met",
  "reason.gate": "whether the condition for being scored is met is still open",
  // Why a survey item is as it is
  "survey.survey-not-held": "no survey was held for this group of units",
  "survey.no-question": "no question is asked about this group of units",
  "survey.no-valid-answer": "one of its questions has no valid answer",
  "survey.empty-group": "a respondent group has no valid answer",
  "survey.below-least": "fewer valid forms than required",
  "survey.redistributed": "the weight of a group without a valid answer went to the others",
  // What not applicable does to an item
  "consequence.rescale": "it leaves the maximum, and the result is taken on the rest",
  "consequence.rescale-source": "the points of its source are converted from the items that remain",
  "consequence.full": "it counts as the maximum",
  "consequence.zero": "it counts as 0 points",
  // The state of an item, of a unit's result; the lines between the sum of the items and the result
  "state.scored": "scored",
  "state.unanswered": "not answered",
  "state.pending": "pending",
  "state.not-applicable": "not applicable",
  "result.complete": "complete",
  "result.uncertain": "uncertain: the round holds data of which nobody can tell whose it is",
  "result.provisional": "provisional",
  "result.refused": "refused",
  "result.not-applicable": "nothing applies",
  "line.conversion": "conversion of what does not apply",
  "line.bonus": "bonus points",
  "line.penalty": "penalty points",
  "line.late": "points taken for a late report",
  "line.cap": "what lies beyond a limit",
  // The stages
  "stage.self": "self-assessment",
  "stage.first": "first appraisal",
  "stage.second": "second appraisal",
  "stage.final": "final appraisal",
  "stage.correction": "correction after publication",
  // Why a unit has no place
  "unranked.no-self-assessment": "it sent no self-assessment",
  "unranked.late": "its self-assessment came too late and was refused",
  "unranked.provisional": "some of its items are still open",
  "unranked.refused": "it left items unanswered, so that the assessment is refused",
  "unranked.not-applicable": "no item applies to it",
  "unranked.exempt": "it is exempt from ranking",
  "unranked.replaced": "another unit has replaced it",
  "unranked.not-yet": "it replaces others only after the period",
  "unranked.error": "its data has an error",
  // Who owes what is open, and what that is where it is no item
  "owing.unit": "the unit",
  "owing.council": "the council",
  "owing.survey": "the survey",
  "owing.statistic": "the statistic",
  "owed.self-assessment": "the self-assessment has not come",
  "owed.final-act": "the act that closes the final stage has not come",
  // What an entry does, to follow who made it
  "entry.self": "claimed",
  "entry.register": "exempt",
  "entry.accept": "accepted it",
  "entry.uphold": "upheld it",
  "entry.adjust": "adjusted it",
  "entry.not-applicable": "decided that it does not apply",
  "entry.return": "returned it for an explanation",
  "entry.explain": "explained",
  // Why the points of an item are held
  "held.survey": "survey points, held",
  "held.relative": "depends on the other units, held",
  "held.not-applicable": "does not apply, held",
  // What became of a visit, and how it is made
  "visit.counted": "made",
  "visit.planned": "planned",
  "visit.postponed": "put off",
  "visit.cancelled": "cancelled",
  "visit.refused": "not counted",
  "mode.direct": "at the unit",
  "mode.online": "online",
  "mode.unannounced": "without notice",
  // What became of a target, and why one cannot be judged
  "target.met": "met",
  "target.missed": "missed",
  "target.open": "under way",
  "target.not-measurable": "not measurable",
  "unmeasured.no-result": "no result was given",
  "unmeasured.not-measured": "the result says why",
  "unmeasured.nothing-counted": "the denominator is 0: there was nothing to count",
  "unmeasured.result-wrong": "the result is wrong: see the issues",
  "held.gate": "its condition is not met, held as it is; meeting it could give more",
  // How groups of respondents combine
  "combine.weights": "respondent groups combined by weight",
  "combine.pooled": "answers of all respondent groups pooled",
  // What decided between two units that print the same index
  "decided.exact-index": "the index before rounding",
  "decided.item": "the points of the tie-breaking item",
  "decided.source": "the points of the tie-breaking source",
  // What a limit was put on
  "cap.line": "the cap of the line",
  "cap.bonus": "the cap of all bonus points",
  "cap.penalty": "the cap of all penalty points",
  "cap.max": "the highest index",
  "cap.min": "the lowest index",
  // What an index is the sum of, beside the lines
  "term.points": "points of the items",
  "term.bonus": "bonus",
  "term.penalty": "penalty",
  "term.late": "late charge",
  "term.cap": "what a cap takes away",
  // What a set, or the data of a round, is
  "status.official": "transcribed from the annex of the decision",
  "status.summary": "published totals alone",
  "status.illustrative": "illustrative",
  "status.real": "real data",
  // Where points come from, who scores an item first, the evidence that it needs
  "source.appraisal": "self-assessment and appraisal",
  "source.survey": "survey",
  "source.statistic": "figures from another body",
  "scorer.unit": "scored by the unit itself",
  "scorer.appraiser": "scored by the appraiser",
  "evidence.required": "evidence is needed",
  "evidence.or-explanation": "evidence or an explanation is needed",
  "evidence.none": "no evidence is needed",
  // The kinds of rule
  "rule.choice": "one option of several",
  "rule.checklist": "sum of the parts that hold",
  "rule.ratio": "share of two counts",
  "rule.percent": "percentage",
  "rule.bands": "bands",
  "rule.count": "number of things",
  "rule.deduction": "points off for each breach",
  "rule.direct": "points given directly",
  "rule.survey": "result of the survey",
  "rule.stretched": "straight line between two ends",
  "rule.relative": "comparison within the group",
  // How serious an issue is
  "severity.error": "error",
  "severity.warning": "warning",
  // Why a response of a survey does not count
  "fault.malformed-response":
    "the form is not of the right shape (a unit, a questionnaire and a list of answers)",
  "fault.unknown-questionnaire": "the criteria set has no such questionnaire",
  "fault.malformed-unit": "the unit is not written as an id",
  "fault.malformed-answer": "the answer is not of the right shape (a question and an option)",
  "fault.unknown-question": "the questionnaire has no such question",
  "fault.unknown-option": "the scale of the question has no such option",
  "fault.question-answered-twice":
    "one question is answered more than once in a form, and no time is counted",
  "fault.empty-form": "the form has no valid answer at all",
  "fault.key-not-read":
    "the form says more than is read (a weight, who answered); it counts as one form all the same",
  // A unit in two rankings
  "moved.both": "in both lists",
  "moved.new": "in the later list alone",
  "moved.gone": "in the earlier list alone",
};

/** Rules, the facts of an answer, the case that applied and its arithmetic. */
export const enRules: Words["rules"] = {
  // What another item must reach so that an item is scored
  gateFrom: "item {item} reaches {%bound} or more",
  gateAbove: "item {item} reaches more than {%bound}",
  gates: "Scored only where: {;gates}",
  // Points and arithmetic
  points: "{#points} {points|point|points}",
  taken: "{#points} {points|point|points} taken away",
  equation:
    "{left} = {#result}{?maximum:, capped at the maximum {#maximum}}{?floor:, raised to the floor {#floor}}",
  list: "{;parts}",
  // What is measured
  shareOf: "Share of {part} among {whole}",
  percentOf: "Percentage of {what}",
  byNumber: "By {what}",
  measured: "{name}: {#value}{?unit: {unit}}",
  counted: "{#count} {what}",
  counts: "{#counts}{?unit: {unit}} ({part}/{whole})",
  countsOfWhole: "{#counts}{?unit: {unit}} ({part}/{whole}){?done:}",
  "empty.full": "nothing to do this year: the maximum",
  "empty.zero": "nothing to do this year: 0 points",
  "empty.not-applicable": "nothing to do this year: a claim of not applicable",
  wholeAtMost: "above 100% counts as 100%",
  inProportion: "in proportion",
  reached: "{share} reached",
  // Thresholds of ratios and percentages
  belowGivesZero: "below {%low} 0 points",
  rangeInProportion: "{range} in proportion",
  fromGivesMaximum: "from {%high} on the maximum",
  reachedBelow: "{share} reached, below {%threshold}: 0 points",
  reachedWhole: "{share} reached, counted up to 100%: the maximum",
  reachedFrom: "{share} reached, from {%threshold} on: the maximum",
  // Bands
  percentPlaces: "the percentage is first rounded to {places} decimals",
  // Straight lines between two ends
  endGives: "{range} {gives}",
  stretched: "{head}; {;ends}; linear between{?cap:; {cap}}{?empty:; {empty}}",
  rangeGives: "{?share:{share} reached, }{range}: {gives}",
  reachedBetween: "{?share:{share} reached, }between {low} and {high}: linear",
  // Options and parts
  choice: "One of these holds: {;options}",
  option: "{title}: {gives}",
  chosen: "option “{title}”: {gives}",
  checklist: "{head}{?most:, at most {#most} {most|point|points}}: {;parts}",
  partsAddUp: "Points of the parts that hold add up",
  partsTaken: "Points are taken away for each breach",
  noPart: "none of the parts holds",
  noBreachOfParts: "no breach",
  partsCapped: "the parts that hold add up to {#points} {points|point|points}, capped at the maximum",
  // Counts
  count: "{each} of: {what}{?most:, at most {#most} {most|point|points}}",
  each: "{#points} {points|point|points} for each{?what:}",
  eachTaken: "{#points} {points|point|points} taken away for each{?what:}",
  countCapped: "{each}, {#points} {points|point|points} in all, capped at the maximum",
  // Deductions
  deduction: "From {most}, less for each breach ({;costs}), never below {#floor} {floor|point|points}",
  maximum: "the maximum",
  breaches: "{#count} × {breach}",
  noBreach: "no breach",
  deducted: "the maximum less the points of the breaches",
  floored:
    "{#points} {points|point|points} after the deductions, raised to the floor of {#floor} {floor|point|points}",
  // Points given directly
  direct: "{given}, {range}{?step:, in multiples of {#step} {step|point|points}}",
  pointsFrom: "from {#floor} points on{?most:}",
  pointsFromTo: "from {#floor} to {#most} points",
  directGiven: "points given directly",
  directTaken: "points taken away directly",
  // Surveys
  survey: "Survey: the maximum times the share reached",
  surveyed: "{share} reached in the survey",
  // Comparison within the group
  relative:
    "Compared within the group by {what}; {;clauses}; units without a target against the best of them",
  "below-target": "below target: {%percent} of the maximum times the part of the target reached",
  "at-target": "at target: {%percent} of the maximum",
  leader: "leader of the group: {%percent} of the maximum",
  between: "above target: from {%percent} to {%upTo} of the maximum, by the excess against the leader's",
  bestIsZero: "the best of the group is 0: 0 points",
  ofBest: "{share} of the best unit",
  ofTarget: "{share} of the target reached, {clause}",
  // What a form asks for
  "asks.numerator": "Numerator: {what}",
  "asks.denominator": "Denominator: {what}",
  "asks.percent": "Percentage: {what}",
  "asks.value": "Number: {what}",
  "asks.count": "Count: {what}",
  "asks.option": "Option (mark with x): {title}, {#points} {points|point|points}",
  "asks.part": "Part that holds (mark with x): {title}, {#points} {points|point|points}",
  "asks.breach": "Times: {title} ({#points} {points|point|points} off each)",
  "asks.points": "Points claimed",
  "asks.choice": "the option",
  "asks.parts": "the parts that hold",
  "asks.breaches": "Number of breaches of each kind",
};

/** The explanation of a score. */
export const enExplanation: Words["explanation"] = {
  // Amounts
  points: "{#points}/{#max} points",
  series: "{;about}",
  label: "{?level:{level} }{number}",
  leaf: "({title}): {points}{?self:; {self}}",
  pointsBetween: "from {#low} to {#high} of {#max} points",
  pointsFrom: "from {#low} to {#high} points",
  // The head
  illustrativeData: "illustrative data",
  untilStage: "result up to the end of the {stage}",
  untilDay: "result up to the end of {@day}",
  illustrative: "illustrative set: its points are not from any decision",
  // The unit
  result: "Result",
  unitComplete: "index {%index}",
  unitProvisional: "no index yet, some items are open; index provisionally from {%low} to {%high}",
  notApproved: "the result is not yet approved",
  unitRefused: "no index, the assessment is refused because items are unanswered",
  unitNotApplicable: "no index, no item applies",
  unscored: "not scored, {reason}",
  replacedBy: "{name} since {@since}",
  errors: "Errors",
  warnings: "Warnings",
  lateBy: "late by {#days} {days|day|days}",
  total: "{#points} in all",
  claimedTotal: "the unit claims {#points} {points|point|points}",
  sources: "By source of points",
  byLevel: "By {_level}",
  lines: "Added and taken away",
  open: "No points yet, {reason}: {items}",
  // Nodes and leaves
  component: "{%percent} reached",
  componentIndex: "Component index: {%index}",
  node: "({title}): {parts}{?at: ({at})}",
  basisFull: "{at}, document {name} of {@date}, {issuer}",
  basisWhole: "document {name} of {@date}, {issuer}",
  basis: "Basis: {basis}",
  aside: "{text} ({aside})",
  notApplicable: "not applicable, {reason}: {consequence}",
  pending: "no points yet, {reason} →{?bounds: {bounds}}{?at: ({at})}",
  reachedPoints: "{?reached:{reached}{?points: → }}{?points:{points}}{?at: ({at})}",
  parts: "{parts}",
  decidedPoints: "points given by the council",
  decision: "{did}{?because: {because}}{?findings: ({findings})}",
  takenPoints: "points taken away by the council",
  claimed: "claimed {#points}",
  rule: "Rule: {rule}",
  formula: "Working: {working}{?about: ≈ {#about}}",
  formulaTaken: "Working of what is taken away: {working}",
  exact: "Exact value: {#exact}",
  unrounded: "Each item is rounded: {#exact} becomes {#rounded}",
  reference: "Source of the figure: {reference}",
  publishedReason: "Why it does not apply: {reference}",
  notHeld: "No survey was held, as the round states: {reason}",
  openFinding: "Inspection finding that the council has not addressed: {finding}",
  target: "Target of the unit: {facts}",
  leader: "Best of the group: {#value} times its target",
  best: "Best result among the units without a target: {#value}",
  // Survey
  survey: "Survey, {how}",
  question: "Question “{text}”: {reached}",
  reached: "{share} reached",
  noShare: "no valid answer",
  answers:
    "{?weight:weight {#weight}, }{#valid} valid {valid|answer|answers}, {#none} without an opinion, {reached}",
  options: "{;options}",
  option: "“{title}”{?percent: ({%percent})}: {#count}",
  forms: "{#forms} valid {forms|form|forms}",
  shortForm: "“{title}”: {#forms} valid {forms|form|forms}, fewer than the least number of {#least}",
  // Lines
  conversion: "Conversion:",
  conversionOf:
    "{source}, {#left} {left|point|points} that do not apply, taken at the rate of the rest: {#points} ÷ {#applicable} × {#left}",
  conversionOpen:
    "{source}, {#left} {left|point|points} that do not apply, taken at the rate of the other {#applicable}",
  conversionIdle: "{source}: nothing to convert",
  bonus: "Bonus {number}",
  penalty: "Penalty {number}",
  late: "Late self-assessment",
  lateDays: "{#days} {days|day|days} late (sent {@submitted}, due {deadline})",
  onTime: "not late",
  lateFlag: "only noted, nothing is charged",
  lateRefuse: "late self-assessments are refused",
  lateFlat: "{#points} {points|point|points} charged",
  latePerDay: "{#points} {points|point|points} charged for each day",
  lateCapped: "{#points} {points|point|points} charged for each day, at most {#cap} {cap|point|points}",
  before: "before {@date}",
  by: "by {@date}",
  extension: "extended to {@date}: {reason}",
  cap: "Cap",
  capped: "{whose}: {what}",
  capLine: "of the line “{title}”",
  capBonus: "of all bonus points",
  capPenalty: "of all penalty points",
  capMax: "of the index",
  capMin: "below which the index does not fall",
  capBites: "cut from {before} to {cap}",
  capIdle: "it does not bite",
  undecided: "the council gave no points",
  decided: "({title}): {what}",
  // Index, grade, place
  index: "Index",
  indexTerm: "{#points} ÷ {#max} × 100",
  indexBetween: "from {low} to {high}",
  indexNone: "none yet",
  grade: "Grade",
  gradeNone: "no grade yet",
  gradeUndeclared: "the set has no grades",
  gradeBand: "{%index}{?band:; {band}}",
  gradeMissed: "The index reaches the grade “{title}”, but not all of its conditions hold",
  conditionHolds: "holds",
  conditionFails: "does not hold",
  conditionLate: "nothing charged for lateness",
  conditionLine: "nothing taken by line {number} ({title})",
  conditionShare: "{?number:item {number} }({title}) {?from:{%from} or more}{?above:more than {%above}}",
  conditionChecked: "Condition: {condition}{?index:, the unit has {%index}} – {verdict}",
  gradeFrom: "index from {%from} on",
  gradeBelow: "index below {%below}",
  gradeRange: "index from {%from} to below {%below}",
  place: "Place",
  placeOf: "{#place} of {#of} ranked units, group “{group}”",
  placeNone: "not ranked, {reason}",
  placeExempt: "not ranked, because {_reason}",
  placeIncomplete: "the ranking is incomplete, {#count} {count|unit|units} without a place",
  placeShared: "shared with {;units}",
  placeBefore: "Just above: {unit}, place {#place}, index {%index}",
  placeAfter: "Just below: {unit}, place {#place}, index {%index}",
  placeExempted: "{#count} {count|unit|units} exempt from ranking",
  decidedAbove: "same published index as {unit}, placed above it by {what}: {value} against {other}",
  decidedBelow: "same published index as {unit}, placed below it by {what}: {value} against {other}",
  exactIndex: "the unrounded index",
  decidingItem: "“{?number:{number} }{title}”",
  onPublished: "ranked on the published index {%index}",
  onExact: "ranked on the unrounded index, published as {%index}",
};

/** The history of an item or line. */
export const enHistory: Words["history"] = {
  gateClosed:
    "not scored, because item {number} does not reach {?from:{%from}}{?above:more than {%above}}{?open:; scored, it would have {#open} points}",
  gateOpen: "scored only if item {number} reaches {?from:{%from}}{?above:more than {%above}}",
  pointsAlone: "{#points} {points|point|points}",
  pointsTaken: "{#points} {points|point|points} taken away",
  title: "({title})",
  claimedNotApplicable: "the unit claims that it does not apply",
  finding: "{what} ({by}, {@date}){?remedied:, put right since {@remedied}}",
  did: "{who} {what}",
  scores: "scored it",
  event: "{what}{?because:, because {_because}}{?proofs:; {;proofs}}",
  because: "because {_because}",
  on: "{@date}",
  when: "{when}",
  finds: "inspection finding: {;findings}",
  council: "the council",
  unit: "The unit",
  changed: "from {before} to {after}",
  replaced: "in place of: {before}",
  raised: "up by {#points} {points|point|points}",
  lowered: "down by {#points} {points|point|points}",
  takenMore: "{#points} more taken away",
  takenLess: "{#points} less taken away",
  proposed: "proposing {value}",
  proposedValue: "proposing {value}",
  votes: "votes of the members: {;votes}",
  vote: "{member} {#points}",
  absent: "absent: {;members}",
  evidence: "evidence: {;documents}",
  document: "{title} {name} of {@date}, {issuer}{?places:, {places}}",
  documentTitle: "document",
  numbered: "{number}",
  entitled: "“{title}”",
  section: "section {section}",
  page: "page {page}",
  approved: "approved by {role} on {@date}",
  decision: "by document {name} of {@date}",
  exemption: "the unit is of the kind “{kind}”{?at: ({at})}",
  notApplicableValue: "not applicable",
  history: "{unit}, item {number}",
  noHistory: "Nothing has happened yet",
  closing: "closed by document {name} of {@date}",
};

/** Where a unit lost points, and what would lift it to its goal. */
export const enGains: Words["gains"] = {
  notScored: "{name}: there is no index ({reason}), so nothing can be said.",
  head: "{name}: index {%index}, {#lost} points lost on items{?taken:; bonus, penalty, lateness and limits together take another {#taken} percentage {taken|point|points} off the index}{?given:; bonus, penalty, lateness and limits together add {#given} percentage {given|point|points} to the index}.",
  nothingLost: "No item lost a point.",
  loss: "- Item {number} ({title}): {#points}/{#max} points, {#lost} lost ({%share} of all that was lost){?held:; {held}}",
  // The goal
  grade: "grade “{title}”",
  index: "index {%index}",
  place: "place {place} or better",
  // The answer
  reached: "Goal {goal}: reached already ({result}).",
  reachable:
    "Goal {goal}: takes at least {count} of the items at their maximum ({items}), which gives {result}.",
  unreachable: "Goal {goal}: out of reach, even with all {count} items at their maximum ({result}).",
  unranked: "Goal {goal}: the unit has no place ({reason}).",
  result: "index {%index}{?place:, place {place}}",
  // Its proof
  without: "Proof: with none of them it falls short ({result}).",
  proven:
    "Proof: {count|the largest gain alone falls|the {count} largest gains together fall} short ({result}).",
  cap: "Not proven to be the fewest: a limit of the index bites, so that gains do not add up.",
  conditions: "Not proven to be the fewest: conditions of the grade decide, not the index alone.",
  "tie-breakers": "Not proven to be the fewest: tie-breakers decide the place.",
};

/** Inspections: the year's report, its counts, and the conclusion of one visit. */
export const enTargets: Words["targets"] = {
  head: "{title}{?on:, as of {@on}}",
  sum: "{#all} {all|target|targets}: {parts}.",
  "sum.met": "{#count} met",
  "sum.missed": "{#count} missed",
  "sum.open": "{#count} under way",
  "sum.not-measurable": "{#count} not measurable",
  row: "{title}{?unit: ({unit})}: {state}{?facts:; {;facts}}.",
  "reached.place": "place {#reached}",
  "reached.index": "{%reached}",
  "reached.share": "{%reached}",
  "reached.frequency": "{#reached} {reached|time|times}",
  places: "{#amount} {amount|place|places} behind",
  points: "{#amount} percentage {amount|point|points} short",
  count: "{#count} more would have met it",
  gap: "due {@due}, {#days} {days|day|days} late",
  due: "the next by {@due}",
};

export const enInspection: Words["inspection"] = {
  // The year
  head: "{title}{?on:, as of {@on}}",
  coverage: "{what}: {#covered} of {#required} inspected{?missing:, {#missing} missing{?left: ({left})}}.",
  list: "{names}{?more: and {#more} more}",
  unchecked: "The units' ids are taken from the visits and were not held against a register.",
  self: "Self-inspection: {#done} {done|unit has|units have} done it{?missing:, {#missing} {missing|has|have} not ({left})}.",
  "line.quarter": "Quarter {name}: {parts}.",
  "line.team": "{name}: {parts}.",
  "line.mode": "Mode, {name}: {parts}.",
  "line.unitKind": "Kind of unit, {name}: {parts}.",
  "count.counted": "{#count} made",
  "count.planned": "{#count} planned",
  "count.postponed": "{#count} put off",
  "count.cancelled": "{#count} cancelled",
  "count.refused": "{#count} not counted",
  "count.none": "none yet",
  "by.quarter": "Quarter",
  "by.team": "Team",
  "by.mode": "Mode",
  "by.unitKind": "Kind of unit",
  quarterOf: "{quarter}/{year}",
  teamOf: "Team “{id}”",
  cell: "{value}",
  conclusions: "Conclusions: {parts}.",
  "conclusion.issued": "{#count} issued",
  "conclusion.late": "{#count} issued late",
  "conclusion.missing": "{#count} missing",
  "conclusion.awaited": "{#count} not due yet",
  planned:
    "{visit}, {units}: planned for {@from}{?decision:; to be decided by {@decision}}{?notice:; notice by {@notice}}{?conclusion:; conclusion by {@conclusion}}.",
  postponed: "{visit}, {units}: put off{?from:, planned for {@from}}{?reason: ({_reason})}.",
  cancelled: "{visit}, {units}: cancelled{?from:, planned for {@from}}{?reason: ({_reason})}.",
  findings:
    "Findings: {#all}; {#remedied} put right, {#open} still open{?overdue:, {#overdue} of them overdue}.",
  open: "{finding}{?self: (self-inspection)}, {unit}{?item:, item {item}}: {what}{?remedy:; to be put right: {_remedy}}{?due:, by {@due}}; still open{?days:, {#days} {days|day|days} overdue}.",
  // The conclusion of one visit
  conclusion: "INSPECTION CONCLUSION No. {number} of {?date:{@date}}{?blank:{blank}}",
  ofPlan: "Under: {title} ({issuer}).",
  ofUnits: "Inspected: {units}.{?places: Places: {places}.}",
  made: "Mode: {mode}. Time: {@from}{?to: – {@to}}.{?teams: Team: {teams}.}",
  basis: "Basis: {;documents}.",
  document: "{title}{?number: No. {number}}",
  result: "Result: {result}",
  nothingFound: "Nothing was found wanting.",
  nothingMore: "Nothing further was found wanting.",
  found: "Found wanting:",
  finding:
    "{number}. {what} ({id}{?unit:, {unit}}{?item:, item {item}}){?remedy:. To be put right: {_remedy}}{?due:, by {@due}}{?remedied:. Put right on {@remedied}}.",
  seenRemedied: "Looked at again, {finding}{?what: ({_what})}: put right{?outcome:; {_outcome}}.",
  seenOpen: "Looked at again, {finding}{?what: ({_what})}: still open{?outcome:; {_outcome}}.",
  use: "{use}.",
  signed: "{issuer}",
};

/** Two rankings side by side. */
export const enMovement: Words["movement"] = {
  head: "Before: {before} {before|unit|units} with a place{?old:, mean {%old}}; after: {after} {after|unit|units} with a place{?now:, mean {%now}}.",
  both: "{name}{?former: (in place of {former})}: place {before} → {after}{?up:, up {up}}{?down:, down {down}}; index {%old} → {%now}{?gained: ({#gained})}.",
  new: "{name}: new in the later list{?from:, in place of {from}}{?place:, place {place}}{?index:, index {%index}}{?reason: ({reason})}.",
  gone: "{name}: no longer in the later list{?into:, now {into}}; before{?place: place {place}}{?index:, index {%index}}{?reason: ({reason})}.",
  apart: "{name}{?former: (in place of {former})}: before {from}; after {to}.",
  standing: "{?place:place {place}}{?reason:without a place ({reason})}{?index:, index {%index}}",
  stayed: "{count|1 unit keeps|{count} units keep} place and index.",
};

/** Between which places units lie. */
export const enIntervals: Words["intervals"] = {
  head: "Group {group}: places under other {what}{?drawn: ({drawn})}.",
  drawn: "{#runs} draws, seed {seed}",
  "vary.rounding": "rounding",
  "vary.precision": "decimals",
  "vary.items": "sets without one item",
  "vary.surveys": "survey samples",
  "vary.weights": "weights of domains within ±{percent}%",
  settled: "{unit}: place {place}, settled.",
  moves: "{unit}: place {place}, can be {best} to {worst}: {;reason}.",
  byMode: "{mode}: place {place}",
  "mode.half-up": "half up",
  "mode.half-even": "half to even",
  "mode.down": "rounded down",
  "mode.up": "rounded up",
  byPlaces: "{places} {places|decimal|decimals}: place {place}",
  byExact: "by the exact index: place {place}",
  byItem: "without item {item}: place {place}",
  middle: "90% of the draws: place {from}{?to: to {to}}",
};

/** What the council changed for one unit. */
export const enDecided: Words["decided"] = {
  none: "{name}: the council changed no points.",
  head: "{name}: the council changed the points of {count} {count|item|items}, {#net} points together.",
  item: "{number} ({?line:{line}: }{title}): {?claimed:claimed {#claimed}; }before the appraisal {#before}, in the end {#final}{?net: ({#net})}: {;stages}.",
  stage: "{stage}: {by} gave {#points}",
  noPoints: "no points yet",
  bonus: "bonus",
  penalty: "penalty",
};

/** Two indexes compared: of one unit at two times, or of two units. */
export const enDifference: Words["difference"] = {
  // One unit at two times
  up: "{name}{?earlier: ({then}: {earlier})}: index up by {#points} percentage {points|point|points}, from {%beforeIndex} ({then}) to {%afterIndex} ({now}).",
  down: "{name}{?earlier: ({then}: {earlier})}: index down by {#points} percentage {points|point|points}, from {%beforeIndex} ({then}) to {%afterIndex} ({now}).",
  same: "{name}{?earlier: ({then}: {earlier})}: index unchanged, {%beforeIndex} ({then}) and {%afterIndex} ({now}).",
  earlier: "before",
  rest: "- the other {count} {count|part|parts} together: {#change} percentage points",
  later: "after",
  // Two units
  besideAbove:
    "{after}{?to: ({to})}: index {%afterIndex}, {#points} percentage {points|point|points} above {before} ({?from:{from}, }{%beforeIndex}).",
  besideBelow:
    "{after}{?to: ({to})}: index {%afterIndex}, {#points} percentage {points|point|points} below {before} ({?from:{from}, }{%beforeIndex}).",
  besideSame:
    "{after}{?to: ({to})}: index {%afterIndex}, equal to {before} ({?from:{from}, }{%beforeIndex}).",
  // What tells the two apart
  years: "{years}",
  year: "{years}",
  edition: "edition {edition}",
  quoted: "“{name}”",
  day: "up to {@until}",
  latest: "latest result",
  "side.before": "the first",
  "side.after": "the second",
  // The parts
  sums: "Of which{?sides:, {sides}} (the parts sum exactly to the difference):",
  nothing: "No part differs.",
  line: "- {about}",
  item: "{items}{?numbers:, item {numbers} in the criteria set ({set})}: {course}: {#change}{?split: ({split})}",
  itemName: "Item {number} ({title})",
  split: "self-score {#self}{?adjustment:, appraisal {#adjustment}}{?gate:, gate {#gate}}",
  only: "{points}, only in the criteria set ({set})",
  course: "{before} → {after}",
  points: "{#points}/{#max}",
  left: "not applicable",
  lineChange: "{line}: {#before} → {#after}: {#change}",
  rounding: "{line}: {#change}",
  "line.applicable-maximum": "Applicable maximum",
  "line.conversion": "Conversion",
  "line.bonus": "Bonus points",
  "line.penalty": "Penalty points",
  "line.late": "Charge for late submission",
  "line.cap": "Caps and limits",
  "line.rounding": "Rounding of the index",
  // Where there is nothing to compare
  notComparable: "They cannot be compared:",
  reason: "- {side}, {name}: {reason}",
  severalUnits: "after a merger it stands for several units ({;units}); compare it with each of them",
};

/** The answer to whether a sealed record holds. */
export const enVerification: Words["verification"] = {
  // What was checked, and what came out
  "digests.hold": "Digests: those of what stands there",
  "digests.differ": "Digests: NOT those of what stands there",
  "digests.unreadable": "This is no record of the format",
  "against.record": "Digest that the record states: {digest}",
  "against.builtIn": "Held against the built-in set {id}, edition {edition}, digest {digest}",
  "against.set":
    "Held against a set {id}, edition {edition}, that was given (not the built-in one), digest {digest}",
  "against.round": "Held against the round with digest {digest}",
  "against.digest": "Held against the published digest {digest}",
  "against.root": "Held against the published root {digest}",
  "recomputation.agrees": "Computed again from the inputs: agrees",
  "recomputation.differs": "Computed again from the inputs: DIFFERS",
  "recomputation.not-done": "Not computed again from the inputs",
  "sums.agree": "Sums within the record: agree",
  "sums.differ": "Sums within the record: DIFFER",
  "sums.not-done": "Sums were not added again",
  "round.same": "Round: the one that was sealed",
  "round.differs": "Round: differs somewhere from the one that was sealed",
  "published.same": "It is the published record",
  "published.differs": "It is NOT the published record",
  "inclusion.holds": "Belongs to the result of the group",
  "inclusion.unproven":
    "That it belongs to the result of the group cannot be told without the published root",
  "inclusion.differs": "Does NOT belong to the result of the group",
  // What could not be checked
  "unchecked.set": "the criteria set",
  "unchecked.round": "the round",
  "unchecked.group": "the group",
  "unchecked.place": "the place",
  "unchecked.texts": "the texts behind digests",
  "unchecked.root": "the published root",
  "unchecked.proof": "that it belongs to the group (no proof)",
  // What follows
  "conclusion.unreadable": "it cannot be verified",
  "conclusion.unpublished": "this is not the record that was published",
  "conclusion.changed": "the record was changed after it was sealed",
  "conclusion.set": "the set given is not the one that was sealed with",
  "conclusion.round":
    "the record and the round do not agree; only the original files tell which of them is right",
  "conclusion.wrong": "the result that is recorded does not follow from the inputs",
  "conclusion.stranger": "the record does not belong to the result of the group",
  "conclusion.partly": "it holds as far as it was checked; not held against: {parts}",
  "conclusion.right": "held against the set and the round above, the sealed result comes out again",
  // The lines of the answer
  unchecked: "Not checked: {parts}",
  conclusion: "Conclusion: {conclusion}",
  sealed: "Sealed record: {facts}",
  outcome: "Sealed result: {facts}",
  fact: "{name} {value}",
  first: "First difference: {step}: {what}",
  // What is found at the first difference, and what should be there
  wrong: "found {found}, expected {expected}",
  "apart.published": "the record says {found}; published was {expected}",
  "apart.set": "the record says {found}; the set given says {expected}",
  "apart.round": "the record says {found}; the round says {expected}",
  "apart.computed": "the record says {found}; computed from the round it is {expected}",
  "lacks.record": "the record lacks {what}",
  "lacks.round": "the round lacks {what}",
  "lacks.excess": "the record has in excess {what}",
  part: "this part",
  entry: "the entry of {by} on item {item} of {@day}",
  explained: "the unit's explanation on item {item} of {@day}",
  changed: "this part or its digest was changed{?round:; the round is needed to tell where}",
  // Steps that are followed by the id of what they are about
  "step.leaf": "item {id}",
  "step.node": "sum of item {id}",
  "step.source": "source of points {id}",
  "step.relative": "what the group gave to item {id}",
  "step.place of": "place of {id}",
  "step.line conversion": "conversion of source {id}",
  "step.line bonus": "bonus {id}",
  "step.line penalty": "penalty {id}",
  "step.line late": "charge: {id}",
  "step.line cap": "cap: {id}",
  // Parts of the record and of the round: the record
  "name.record": "record",
  "name.head": "head of the record",
  "name.format": "format",
  "name.kind": "kind",
  "name.set": "criteria set",
  "name.id": "id",
  "name.edition": "edition",
  "name.round": "round",
  "name.unit": "unit",
  "name.units": "units",
  "name.group": "group",
  "name.until": "point in the process",
  "name.texts": "texts",
  "name.digest": "digest",
  "name.digests": "digests",
  "name.root": "root of the group",
  "name.proof": "proof of inclusion",
  "name.path": "path",
  // Inputs
  "name.inputs": "inputs",
  "name.inputs.head": "head of the round",
  "name.selfAssessments": "self-assessment",
  "name.ledger": "ledger",
  "name.statistics": "statistics",
  "name.targets": "targets",
  "name.findings": "findings",
  "name.extensions": "extensions",
  "name.acts": "closing acts",
  "name.councils": "council",
  "name.tally": "tally",
  "name.surveyNotHeld": "no survey held",
  "name.title": "title",
  "name.name": "name",
  "name.vi": "Vietnamese",
  "name.en": "English",
  "name.status": "status",
  "name.kinds": "kinds",
  "name.parent": "parent",
  "name.replaces": "replaces",
  "name.since": "since",
  "name.exempt": "reason of the exemption",
  "name.roles": "role",
  "name.holders": "holder",
  "name.decides": "stages of decision",
  "name.council": "council",
  "name.item": "item",
  "name.stage": "stage",
  "name.submitted": "day of submission",
  "name.approved": "approval",
  "name.role": "role",
  "name.facts": "facts",
  "name.choice": "option",
  "name.parts": "part",
  "name.numerator": "numerator",
  "name.denominator": "denominator",
  "name.percent": "percentage",
  "name.value": "value",
  "name.count": "count",
  "name.breaches": "breach",
  "name.points": "points",
  "name.notApplicable": "not applicable",
  "name.explanation": "explanation",
  "name.explain": "explanation",
  "name.evidence": "evidence",
  "name.number": "number",
  "name.issuer": "issuer",
  "name.date": "date",
  "name.section": "section",
  "name.page": "page",
  "name.reason": "reason",
  "name.by": "by",
  "name.decision": "decision",
  "name.reference": "reference",
  "name.what": "what was found",
  "name.remedied": "remedied",
  "name.batches": "batches",
  "name.counts": "questionnaire",
  "name.forms": "valid forms",
  "name.invalid": "invalid",
  "name.questions": "question",
  "name.options": "option",
  // What the set declares
  "name.declared": "declared by the set",
  "name.policies": "policies",
  "name.rounding": "rounding",
  "name.grades": "grades",
  "name.bonusCap": "cap of bonus lines",
  "name.penaltyCap": "cap of penalty lines",
  // Steps and results
  "name.steps": "steps",
  "name.leaves": "sum of the items",
  "name.nodes": "sums",
  "name.sources": "sources of points",
  "name.total": "exact value",
  "name.low": "lowest",
  "name.high": "highest",
  "name.lines": "lines",
  "name.limit": "limit of the index",
  "name.late": "late",
  "name.bonus": "all bonus lines",
  "name.penalty": "all penalty lines",
  "name.max": "greatest index",
  "name.min": "least index",
  "name.maxPoints": "maximum points",
  "name.index": "index",
  "name.result": "result",
  "name.state": "state",
  "name.bounds": "bounds",
  "name.grade": "grade",
  "name.claimed": "claimed points",
  "name.relative": "what the group gave",
  "name.place": "place",
  "name.tied": "tied",
  "name.ranked": "number of ranked units",
  "name.complete": "complete ranking",
  "name.unranked": "unranked",
  "name.ranking": "ranking",
  "name.mean": "mean of the group",
  "name.meanOf": "number of units in the mean",
  // What stands at a step, or should
  "value.the record as readRecord gives it from this text":
    "the record as readRecord gives it from this text",
  "value.what the format has there": "what the format has there",
  "value.the record of a unit": "the record of a unit",
  "value.plain data": "plain data",
  "value.an object": "an object",
  "value.a whole number": "a whole number",
  "value.unit or group": "unit or group",
  "value.a group of the set": "a group of the set",
  "value.a unit of the group in the round": "a unit of the group in the round",
  "value.inputs without error": "inputs without error",
  "value.what a group can have given": "what a group can have given",
  "value.a proof of inclusion": "a proof of inclusion",
  "value.position, size and a list of hashes": "position, size and a list of hashes",
  "value.a path of the length for position and size": "a path of the length for position and size",
  "value.true": "true",
  "value.false": "false",
  "value.complete": "complete",
  "value.provisional": "provisional",
  "value.refused": "refused",
  "value.unscored": "unscored",
  "value.scored": "scored",
  "value.unanswered": "unanswered",
  "value.pending": "pending",
  "value.not-applicable": "not-applicable",
};

/** What is still open in a round, and who owes it. */
export const enOutstanding: Words["outstanding"] = {
  nothing: "No unit has anything outstanding.",
  head: "{count|1 unit has|{#count} units have} something open.",
  unit: "{?reason:{reason}; }waits for",
  owed: "{what}{?items: ({items})}.",
};

/** The printed table of a criteria set, to be proof-read against the annex of the decision. */
export const enTable: Words["table"] = {
  gradeCondition: "Condition: {condition}",
  gradeQuota: "At most {%percent} of the ranked units of the group",
  // The headings of its parts
  "heading.set": "Criteria set",
  "heading.decisions": "Decisions",
  "heading.sources": "Sources of points",
  "heading.groups": "Groups that are ranked, and kinds of unit",
  "heading.other": "Everything else",
  "heading.tree": "Criteria",
  "heading.survey": "Survey",
  "heading.respondents": "Respondent groups",
  "heading.scales": "Answer scales",
  "heading.questions": "Questionnaires",
  "heading.bonus": "Bonus",
  "heading.penalty": "Penalty",
  "heading.policies": "Policies",
  "heading.grades": "Grades",
  "heading.calendar": "Deadlines",
  "heading.exemptions": "Register of exemptions",
  // Labels of columns and rows
  "label.set": "Criteria set",
  "label.what": "What",
  "label.content": "Content",
  "label.id": "Id",
  "label.number": "No.",
  "label.document": "Number",
  "label.title": "Criterion",
  "label.points": "Points",
  "label.rule": "Rule",
  "label.name": "Name",
  "label.day": "Day",
  "label.issuer": "Issuer",
  "label.kind": "Kind",
  "label.leaves": "Items",
  "label.edition": "Edition",
  "label.status": "Status",
  "label.level": "Level of unit",
  "label.period": "Period",
  "label.levels": "Levels of the table",
  "label.total": "Total",
  "label.maximum": "Maximum",
  "label.framework": "Fills the framework",
  "label.changes": "Changes",
  "label.isFramework": "A framework, without rules yet",
  "label.source": "Source",
  "label.citation": "Basis",
  "label.weight": "Weight",
  "label.percent": "Worth",
  "label.noOpinion": "no opinion, not counted",
  "label.question": "Question",
  "label.scale": "Scale",
  "label.item": "Criterion",
  "label.cap": "At most",
  "label.rounding": "Rounding",
  "label.notApplicable": "Items that do not apply",
  "label.unanswered": "Items without an answer or evidence",
  "label.silence": "Items that the council did not touch",
  "label.missing": "A unit without a self-assessment",
  "label.late": "A late self-assessment",
  "label.openFindings": "Findings that nobody addressed",
  "label.limits": "Limits of the index",
  "label.noLimit": "none",
  "label.ranking": "Ranked on",
  "label.ties": "Ties",
  "label.tieBreakers": "Tie-breakers",
  "label.combine": "Respondent groups",
  "label.emptyGroup": "A group without valid answers",
  "label.belowLeast": "Fewer forms than required",
  "label.notHeld": "No survey held",
  "label.grade": "Grade",
  "label.rest": "the rest",
  "label.group": "Ranked group",
  "label.unitKind": "Kind of unit",
  "label.items": "Items that do not apply",
  // What its values mean: where its points are from
  "status.official": "transcribed from the annex of the decision",
  "status.summary": "summary: published points only",
  "status.illustrative": "illustrative: its points are not from any decision",
  // Kinds of source
  "source.appraisal": "self-assessed, then appraised",
  "source.survey": "survey",
  "source.statistic": "figure of a third party",
  // Evidence
  "evidence.required": "required",
  "evidence.or-explanation": "a document or an explanation",
  "evidence.none": "not needed",
  // How the index is rounded
  "mode.half-up": "halves away from zero",
  "mode.half-even": "halves to the even digit",
  "mode.down": "towards zero",
  "mode.up": "away from zero",
  // What becomes of items without an answer
  "unanswered.zero": "0 points, within the maximum",
  "unanswered.refused": "the self-assessment is refused",
  // … of those that the council did not touch
  "silence.accept": "the self-score stands",
  "silence.pending": "they wait for the council",
  // … of a unit that sends nothing
  "missing.unranked": "is not ranked",
  "missing.unanswered": "its own items count as unanswered, and it is ranked",
  // … of findings that nobody addressed
  "openFindings.warn": "a warning",
  "openFindings.block": "the stage cannot be closed",
  // What the ranking is by
  "rankedOn.published": "the published index",
  "rankedOn.exact": "the unrounded index",
  // Ties
  "ties.skip": "share the place, the next are skipped (1, 2, 2, 4)",
  "ties.dense": "share the place, none is skipped (1, 2, 2, 3)",
  // A survey with a group that gave no valid answer
  "emptyGroup.pending": "the item waits",
  "emptyGroup.redistribute": "its weight goes to the others",
  // … with fewer forms than required
  "belowLeast.pending": "the items wait",
  "belowLeast.zero": "0 points",
  // … that was not held
  "notHeld.rescale": "survey points leave the maximum, the rest is brought to 100",
  "notHeld.zero": "0 points",
  "notHeld.pending": "the items wait",
  // Kinds of edition
  "edition.issued": "issued anew",
  "edition.corrected": "corrects the one before",
  // What stands in a cell
  example: "Example: {facts} → {gives}",
  ofSource: "Source: {source}{?by: ({by})}",
  appraiser: "scored by the appraiser, not by the unit",
  evidence: "Evidence: {need}",
  mayNotApply: "May not apply: {consequence}",
  ownId: "Id: {id}",
  replaces: "Replaces: {items}",
  basis: "Basis: {basis}",
  cited: "{document}, {at}",
  framework: "{set}, {edition}",
  period: "{@from} – {@to}",
  edition: "{what}, {@from}",
  levelCount: "{level}: {#count}",
  rounding: "{places} decimals; {mode}; {when}",
  eachItem: "each item is rounded before the sum",
  once: "rounded once, at publication",
  breakerItem: "Criterion {item}{?exact: ({exact})}",
  breakerSource: "Source: {source}{?exact: ({exact})}",
  exact: "unrounded",
  limits: "{min} – {max}",
  limit: "{%limit}",
  // Between a heading and its table
  judges: "Judges: {groups}",
  respondents: "Respondent groups: {group}",
  leastForms: "Least number of valid forms: {#forms}",
  capAll: "At most for all: {#cap}",
  questionnaire: "{title} ({id})",
};

/** What differs between two criteria sets. */
export const enChanges: Words["changes"] = {
  head: "Compared: {set}, edition {edition} – {?laterSet:{laterSet}, }edition {laterEdition}",
  none: "The two sets say the same",
  // A row of the table beside the tree
  part: "{heading}, {name}",
  recited: "Basis of {count} items, at the same places: {before} → {after}",
  // What was and what is, in one line or beneath each other
  changed: "{of}: {before} → {after}",
  changedHead: "{of}:",
  was: "before: {before}",
  is: "after: {after}",
  added: "Added: {heading}, {name}: {content}",
  removed: "Removed: {heading}, {name}: {content}",
  // Items
  title: "{number} “{title}”",
  full: "{item}, {points}",
  itemAdded: "Added: {item}",
  itemRemoved: "Removed: {item}",
  itemMoved: "Moved: {item} from {from} to {to}",
  top: "the top",
  itemRenumbered: "Renumbered: {number} into {item}",
  itemSplit: "Split: {item} into {;items}",
  itemMerged: "Merged: {;items} into {item}",
  item: "Item {number}, {field}",
  // The fields of an item
  "field.title": "title",
  "field.maxPoints": "maximum",
  "field.source": "source of points",
  "field.rule": "rule",
  "field.examples": "examples",
  "field.scoredBy": "who scores it",
  "field.evidence": "evidence",
  "field.notApplicable": "where it does not apply",
  "field.citation": "basis",
  "field.requires": "condition for being scored",
  "field.replaces": "replaces",
};

/** Issues of a file, listed with their lines. */
export const enListing: Words["listing"] = {
  error: "error",
  warning: "warning",
  none: "{file}: no issues",
  sums: "{file}: {sums}",
  errors: "{#count} {count|error|errors}",
  warnings: "{#count} {count|warning|warnings}",
};

/** The page of results and the score sheet. */
const enReport: Words["report"] = {
  passedQuota:
    "The grade “{grade}”: {count} {count|unit|units}, more than the quota of {%percent} ({allowed} {allowed|unit|units}). On the edge: {edge}. The council decides.",
  set: "Criteria set",
  edition: "edition {edition}",
  decision: "Basis",
  document: "document {number} of {@date}, {issuer}",
  until: "Point in the process",
  latest: "latest result",
  onDay: "as of {@day}",
  data: "Data",
  illustrative: "Illustrative data, fictional units",
  digests: "Digests",
  roundDigest: "round: {digest}",
  setDigest: "criteria set: {digest}",
  digestUse:
    "Whoever has the files of round and criteria set can compute both again; where they are those printed in the document that announced the results, these are the data that were used.",
  groupHead: "Group “{group}”",
  notApproved: "NOT YET APPROVED",
  summary:
    "{ranked} {ranked|unit has a place|units have a place}{?best:; the best has {%best}}{?mean:; the mean of {meanOf} is {%mean}}.",
  incomplete: "The ranking is incomplete.",
  placeColumn: "Place",
  unit: "Unit",
  indexColumn: "Index",
  grade: "Grade",
  withheld: "the index reaches “{grade}”, but a condition of that grade is not met",
  change: "Against before",
  rankingCaption: "Ranking of group “{group}”{?mean:; black mark: mean {%mean}}",
  tied: "shared place",
  exactIndex: "the unrounded index",
  decided: "same index, decided by {by}: {#value}",
  new: "new",
  moved: "{?up:▲ {up}}{?down:▼ {down}}{?same:=}{?gained: ({#gained})}",
  apart: "Units without a place",
  apartUnit: "{unit}: {reason}{?index:, index {%index}}{?low:, index from {%low} to {%high}}",
  heatHead: "Results by domain",
  heatCaption:
    "Group “{group}”: component index of each domain (%) and the place by it; the darker, the lower",
  domain: "Domain {number}",
  mean: "Mean",
  best: "Best",
  atPlace: "place {place}",
  changeHead: "Changes against the earlier result",
  sheet: "Score sheet: {name}",
  group: "Group",
  round: "Round",
  place: "Place",
  placeOf: "place {place} of {of} units{?tied: (shared)}",
  noPlace: "no place: {reason}",
  items: "Points of each item of {name}",
  number: "No.",
  content: "Item",
  max: "Max.",
  claimed: "Claimed",
  appraised: "Points",
  basis: "Why",
  total: "Total",
  notApplicable: "not applicable",
  reached: "{%percent} reached",
  open: "from {#low} to {#high} points",
  applicable: "declared maximum {#max}",
  decimals:
    "Points that no decimal ends are given to six places. Sums are of exact values; the index is rounded once.",
  indexHead: "How the index is computed",
  points: "points of the items",
  term: "{of}{?id: ({id})}: {#points} ÷ {#max} × 100 = {#percent}",
  sum: "Sum: {#sum}; rounded once: {%index}",
  index: "Index: {%index}",
  provisional: "Provisional: some items are open, the index lies between {%low} and {%high}.",
  signUnit: "Head of the unit",
  signCouncil: "Appraisal council",
};

/** The workbook of results. */
const enWorkbook: Words["workbook"] = {
  about: "About",
  group: "Group {number}",
  place: "Place",
  id: "Unit id",
  unit: "Unit",
  index: "Index (%)",
  grade: "Grade",
  note: "Note",
  total: "Points of the items",
  applicable: "Applicable maximum",
  between: "{%low} to {%high}",
  inputs: "Yellow cells",
  inputsMean:
    "Points of the items after appraisal, survey and statistics: inputs, which may be changed to try out.",
  formulas: "White cells",
  formulasMean: "Formulas: the spreadsheet recalculates sums, index, grade and place from the yellow cells.",
  marked: "Orange cells",
  markedMean:
    "Values that are not recalculated: what no formula of a spreadsheet says exactly (rounding half to even, a place that a tie-breaker decided, a grade that depends on further conditions).",
};

/** The command: how it is called, and what is said to whoever called it wrongly. */
const enCommand: Words["command"] = {
  usage: `Usage:
  par-index check FILE…                        check criteria files
  par-index check --table FILE…                print the table to proof-read against the annex
      --to TABLE.html, --to TABLE.xlsx  into a page to print, or a workbook
  par-index check --framework FRAMEWORK FILE…  check that the file fills the framework
  par-index check --set SET ROUND…             check files of a round against the criteria set
  par-index score SET ROUND [UNIT]             score and rank; or the score sheet of one unit
  par-index explain SET ROUND UNIT [ITEM]      explain the score of a unit, or of one item
  par-index report SET ROUND [UNIT…]           write page, score sheets and workbook into ket-qua
      --to FOLDER  into another folder   --public  for the public
      --before ROUND  against former results   --before-set SET  where they are of another set
  par-index outstanding SET ROUND              what is still open, by unit and by who owes it
  par-index seal SET ROUND UNIT                print the sealed record of a unit
  par-index seal --group GROUP SET ROUND       write the record of the group and of each unit with
                                               its proof into ban-ghi; print the digests
      --to FOLDER  into another folder
  par-index compare SET ROUND UNIT UNIT        why the first unit stands above or below the second
      --before ROUND [--before-set SET] [UNIT]  two years side by side: all units, or one
      --without DECISION [UNIT]  what stands without that decision of correction
  par-index changes SET ROUND UNIT             everything that the council changed for the unit
  par-index intervals SET ROUND                how far places depend on rounding and on the sample
  par-index audit SET TABLE                    audit a published table
  par-index diff BEFORE AFTER                  compare two criteria sets
  par-index verify [--digest DIGEST] [--root DIGEST] [--proof PROOF] RECORD [SET] [ROUND]
                                               verify a sealed record; ends with 0 if it is right,
                                               3 if it holds as far as it was checked, 1 if not
  par-index start SET [LIST.xlsx] FOLDER       make the folder of a round: workbook and forms
  par-index gather FOLDER                      read forms, write the round, say what is wrong
  par-index import FOLDER FILE…                bring survey results in (.csv, .xlsx)
  par-index repl [SET ROUND]                   open a REPL, with illustrative data or this round
After gather, the FOLDER of a round stands for SET ROUND: par-index report FOLDER.
SET is a criteria file, or the id of a shipped set: {sets}.
A command ends with 0; with 1 where there are errors; with 2 where it was called wrongly.
Without --en the output is Vietnamese.
--help after a verb says how that verb is called.`,
  // The parts of a call, as the usage names them
  "part.COMMAND": "COMMAND",
  "part.FILE": "FILE",
  "part.FRAMEWORK": "FRAMEWORK",
  "part.SET": "SET",
  "part.ROUND": "ROUND",
  "part.UNIT": "UNIT",
  "part.GROUP": "GROUP",
  "part.RECORD": "RECORD",
  "part.FOLDER": "FOLDER",
  "part.BEFORE": "BEFORE",
  "part.AFTER": "AFTER",
  "part.DECISION": "DECISION",
  "part.DIGEST": "DIGEST",
  "part.PROOF": "PROOF",
  "part.TABLE": "TABLE",
  // Wrong calls
  missing: "missing: {parts}",
  tooMuch: "“{more}” is too much",
  "unknown.command": "there is no command “{name}”{?meant:; {meant}}",
  "unknown.option": "there is no option “{name}”{?meant:; {meant}}",
  "unknown.set": "there is no set “{name}”{?meant:; {meant}}",
  "unknown.unit": "there is no unit “{name}”{?meant:; {meant}}",
  "unknown.group": "there is no group of units “{name}”{?meant:; {meant}}",
  drawn: "{#drawn} of {#of} draws",
  "unknown.decision": "no correction names the decision “{name}”{?meant:; {meant}}",
  "unknown.item": "there is no item “{name}”{?meant:; {meant}}",
  askable: "What may be asked: {names}.",
  notGathered: "{folder} has no round yet; first: par-index gather {folder}",
  tableKind: "the table is written as .html or .xlsx, not as “{file}”",
  noDigest: "a digest has 64 hexadecimal digits, lower case",
  meant: "did you mean “{first}”{?second: or “{second}”}{?third: or “{third}”}?",
  // Files that cannot be read
  unreadable: "the file “{file}” cannot be opened: {reason}{?meant:; {meant}}",
  "unreadable.ENOENT": "there is no such file",
  "unreadable.EISDIR": "it is a folder",
  "unreadable.EACCES": "it may not be read",
  // While files are written
  sheetOf: "score sheet {at}/{of}: {unit}",
  recordOf: "record {at}/{of}: {unit}",
  sealed:
    "Written into {folder}: the record of the group, nhom.json, and {count} {count|record|records} of units, each with its proof, .bang-chung.json.\nRound: {round}\nCriteria set: {set}\nRoot: {root}",
  tableWritten: "The table is written into {file}.",
  written:
    "Written into {folder}: the page ket-qua.html, the workbook ket-qua.xlsx, rankings as .csv, results as ket-qua.json, and {count} score sheets in phieu-diem.",
  // After a result
  notApproved: "The result is not yet approved.",
  warnings: "{round}: warnings: {count}; see: par-index check --set {set} {round}",
  // The REPL opens
  replLanguage: "par-index: there is no such language; set language to one of: {languages}.",
  replNames: "par-index: every name of its six entries is here, and {names}.",
  replExample: `par-index: every name of its six entries is here; illustrative data of a fictional province in
set, round, result, unit, record, communeSet, communeRound; a real table of 2023 in publishedTable.
open("…") reads a JSON file; language = "vi" answers in Vietnamese. Try: result.scores[0]`,
};

/** The folder of a round: what is said of its files. */
const enOffice: Words["office"] = {
  "old-format":
    "an Excel file of the old kind (.xls), which is not read. Open it in Excel and save it as “Excel Workbook (.xlsx)”.",
  "open-document":
    "an OpenDocument file (.ods), which is not read. Open it in LibreOffice and save it as “Excel 2007–365 (.xlsx)”.",
  "binary-workbook": "a binary Excel file (.xlsb), which is not read. Save it as “Excel Workbook (.xlsx)”.",
  password:
    "the file has a password and cannot be read. Take the password away (File → Info → Protect Workbook) and save it again.",
  entities:
    "the file declares XML entities, which no spreadsheet program writes; it is not opened. Ask the sender for the file again.",
  "too-large":
    "the file, or what it unpacks to, is too large; it is not opened. Check the file; remove pictures and stray rows.",
  "not-a-workbook": "not a workbook (.xlsx), or a broken one. Open it in Excel and save it again.",
  "not-utf8":
    "the file is not UTF-8, so that letters are broken. In Excel save it as “CSV UTF-8”, or as .xlsx.",
  lock: "a temporary file of Excel, passed over: somebody has the workbook open. Save and close it, then run this again.",
  otherKind: "not a spreadsheet, passed over.",
  noForm:
    "no sheet is a form (there is no heading row with a column “Mã”). Copy the heading row from the original form.",
  refused: "cannot be read or written ({code}). Close it where it is open; check permissions and free space.",
  noFolder:
    "{folder}: the file “{file}” is missing. Make the folder of a round by: par-index start SET LIST.xlsx {folder}",
  otherSet:
    "{folder}: the file “{file}” is there and differs from this set; it is not overwritten. Use another folder.",
  noSheet: "has no sheet “{name}”; it is taken as empty. If the sheet was renamed, give it this name again.",
  subfolder: "a folder, not read. Copy the forms in it to {folder}/.",
  moreForms: "several sheets are forms: “{name}” was read, {others} was not. Delete what is not meant.",
  notReal:
    "the sheet “Đợt” says that the data is real, but the criteria set is illustrative. Write “minh họa” there, or use the official set.",
  invalid: "not counted: {;parts}.",
  gatherAgain:
    "{round}: {#count} {count|error|errors}. par-index gather {folder} names each by file, sheet and cell; mend them and score again.",
  unreadForms: "There is a file, but the form could not be read, of {#count} {count|unit|units}: {names}.",
  changedSheets: "- Workbook of the round: changed sheets {sheets}",
  "changed.lost": "no form that can be read any more",
  noRound: "There is no round yet: mend the errors above and run this again.",
  started:
    "Made {folder}: the workbook of the round ({book}) and {#made} new {made|form|forms} in {forms}/ ({#count} {count|unit|units} in all). Fill in the council in {book}, send the forms to the units, then run: par-index gather {folder}",
  startedEmpty:
    "Made {folder}: the workbook of the round ({book}), without units yet. Fill in the sheet “Đơn vị” and run par-index start again for the forms of the units.",
  progress: "{#at}/{#of}: {file}",
  rows: "{file}: {#rows} rows read",
  gathered:
    "{#units} {units|unit|units}, {#forms} {forms|form|forms} received; {#errors} {errors|error|errors}, {#warnings} {warnings|warning|warnings} (all of them in {standing}). {?round:Wrote {round}}{?kept:{kept} was not written anew}; a note for each unit is in {notes}/.",
  alike: "… and {#count} more of this kind; see {file}.",
  allIssues: "Errors and warnings:",
  waiting:
    "{#count} {count|acceptance waits|acceptances wait} for the form of: {names}. Run this again once it is there; nothing is to be mended yet.",
  noForms: "No form was received yet of {#count} {count|unit|units}: {names}.",
  noValid:
    "no answer sheet is valid, so that nothing was written. Check the heading row: each question word for word, or its id.",
  longRow:
    "Row {row} has {#found} cells, the heading row {#expected}: there is a separator too many. Save the file in Excel as “CSV UTF-8” or .xlsx.",
  unknownColumns: "columns that are not used: {columns}. Where a question is among them, mend its words.",
  notThere: "there is no such file. Check its name and path.",
  note: "On the self-assessment of {name}",
  noteNone: "Nothing is wrong with the form.",
  noteIssues: "Please mend or look at again:",
  explanations: "{#count} new {count|form|forms} of explanation in {folder}/.",
  kept: "{file}: somebody changed this file, so it stays as it is. For a new one, rename it and run this again.",
  changes: "What changed since the last time:",
  unchanged: "Nothing changed since the last time.",
  changed: "- {name}: {;parts}",
  "changed.form": "form received ({#count} {count|item|items})",
  "changed.items": "items changed: {items}",
  "changed.more": "{#count} {count|entry or explanation|entries or explanations} more",
  "changed.fewer": "{#count} {count|entry or explanation|entries or explanations} fewer",
  importedBefore:
    "was imported before ({target}) and is not counted twice. To import it again, delete {target}.",
  noUnitColumn: "there is no column “Đơn vị”. The columns are: {columns}. Name the column of units “Đơn vị”.",
  noQuestions:
    "the questions of none of these forms were recognised: {forms}. The heading of each column must be the question, word for word, or its id.",
  formOpen:
    "the columns do not tell which form it is: {forms}. Add a column “Phiếu” with the title or id of the form in each row, or bring each form in a file of its own with a question that it alone asks.",
  formUnknown:
    "Row {row}, column “{column}”: there is no form “{found}”{?near:; did you mean “{near}”?} The row is not counted; where the column says something else, rename it.",
  otherForm: "Row {row}, column “{column}”: this question is not one of “{form}”; it is not counted.",
  unitUnknown: "Row {row}, column “{column}”: there is no unit “{found}”{?near:; did you mean “{near}”?}",
  optionUnknown: "Row {row}, column “{column}”: “{found}” is no option of this question; it is not counted.",
  moreWrong: "{file}: and {#count} more like these.",
  imported: "{file}: {#rows} {rows|row|rows}, {#valid} valid {valid|form|forms} of “{form}”; wrote {target}.",
  importedCounts:
    "{file}: {#rows} {rows|row|rows} of counts; wrote {target}. Check them by par-index gather.",
  "help-start": `par-index start SET [LIST.xlsx] FOLDER
Makes the folder of a round: the criteria file (bo-tieu-chi.json), the workbook of the round (dot.xlsx) and a form for each
unit (phieu/). LIST.xlsx lists the units in a column “Tên” (“Name”); “Mã”, “Nhóm”, “Loại” may stand beside it. Without a
list fill in the sheet “Đơn vị” of dot.xlsx and run this again. Running it again adds missing forms and writes those anew that nobody filled in; what somebody changed is kept.`,
  "help-gather": `par-index gather FOLDER
Reads the workbook, all forms in phieu/ and giai-trinh/ and the survey counts in khao-sat/; writes round.json; lists each
issue with file, sheet and cell, and what is open by unit (tinh-hinh.txt); writes a note for each unit (ghi-chu/). Once the
first stage is closed by an act, writes forms of explanation (giai-trinh/). No file that somebody changed is overwritten. Ends
with 0, or 1 where there are errors or round.json is kept.`,
  "help-import": `par-index import FOLDER FILE…
Brings survey results in: a .csv or .xlsx that a form service exports (one row an answer sheet, one column a question, a
column “Đơn vị”), or a table of counts like the sheet “Khảo sát”. A file is imported once.`,
};

/** What the words of issues name. */
export const enNamed: Words["named"] = {
  "syntax.key": "a key in double quotes is expected",
  "syntax.value": "a value is expected",
  "syntax.colon": "a colon is expected",
  "syntax.comma": "a comma is expected",
  "syntax.brace": "a closing } is expected",
  "syntax.bracket": "a closing ] is expected",
  "syntax.number": "the number is malformed",
  "syntax.quote": "the text lacks its closing quote",
  "syntax.number-end": "the number is unfinished",
  "syntax.unicode": "the Unicode escape is invalid",
  "syntax.escape": "the character after \\ is invalid",
  "syntax.control": "there is a control character in the text",
  "syntax.unclear": "this cannot be read",
  "type.string": "a text",
  "type.number": "a number",
  "type.int": "a whole number",
  "type.boolean": "true or false",
  "type.array": "a list",
  "type.object": "an object",
  "type.null": "nothing",
  "facts.choice": "the id of one option (choice)",
  "facts.parts": "the ids of the parts that hold (parts)",
  "facts.counts": "two counts: numerator and denominator",
  "facts.percent": "a percentage as printed (percent)",
  "facts.value": "a number (value)",
  "facts.count": "a count (count)",
  "facts.breaches": "the count of each kind of breach (breaches)",
  "facts.points": "points (points)",
  "facts.none": "nothing: the points of this item come from the survey",
  "range.number": "{#value}",
  "range.percent": "{%value}",
  "range.any-on": "any value",
  "range.any-upTo": "up to {high}",
  "range.any-below": "below {high}",
  "range.from-on": "from {low} on",
  "range.from-upTo": "from {low} to {high}",
  "range.from-below": "from {low} to below {high}",
  "range.above-on": "above {low}",
  "range.above-upTo": "above {low} to {high}",
  "range.above-below": "above {low} to below {high}",
  "off.short": "short by",
  "off.over": "over by",
  "level.numbered": "Level {at}",
  "level.item": "Item",
  "level.children": "child",
  "cited.item": "Item {number}",
  "cited.line": "Line {number}",
  "cited.deadline": "The deadline “{title}”",
  "cited.exemption": "The exemption of kind “{kind}”",
  visit: "Visit “{visit}”: {sentence}",
  "cell.at": "{?cell:Cell {cell}}{?row:Row {row}}: {sentence}",
  "cell.column": "the column “{column}”",
  "cell.sameRow": "column “{column}” of the same row",
  "cell.columnOf": "the column “{column}” of the row {id}",
  "cell.rowsBelow": "the rows beneath ({code} …)",
};

/** What is wrong with data, or worth a second look, and how to mend it: the words of each code of an issue. */
export const enIssues: Words["issues"] = {
  // Plain data
  "text-too-long": "The text has {#found} characters; at most {#expected} are read. Shorten it.",
  "text-not-unicode": "The text has a broken Unicode character (a lone surrogate). Type it again.",
  "text-with-control":
    "“{found}” holds a sign that is not shown (a control or escape character, or one that turns the direction of writing). Type this text again.",
  "text-not-nfc":
    "“{found}” is not in Unicode form NFC. Type this line again with precomposed letters, or convert the file to NFC.",
  "text-normalised": "“{found}” was brought to Unicode form NFC. Use precomposed characters at the source.",
  "value-in-cycle": "The value contains itself. Remove the cycle.",
  "nested-too-deep": "The data is nested deeper than {#expected} levels. Check its structure.",
  "not-plain-data":
    "This value ({found}) is not plain JSON data. Use only objects, lists, texts, numbers, true and false; write a day as a text like “2026-12-18”.",
  "json-text":
    "This is the JSON text of a file, not yet what it says. Read it by JSON.parse (a criteria file: by parseCriteriaSet) and give what that makes of it.",
  "number-not-finite":
    "No number can be read here{?item: (item {item}{?what:, “{what}”})}: it is half typed, or it is no number. Write the number, for example 12 or 98.5.",
  "too-many-values": "The data holds more than {#expected} values. Split it, or check it.",
  "too-many-issues": "Stopped after {expected} issues. Mend these and check again.",
  "key-not-allowed": "The key “{found}” is not allowed. Remove or rename it.",
  // Shape
  "missing-key": "“{expected}” is missing. Add this key.",
  "missing-empty":
    '{?item:Item {item}: }“empty” is missing: what it gives where the denominator is 0 (nothing to do this year). Write one of three: "full" (the maximum, flagged for the council), "zero" (0 points), "not-applicable" (a claim that the item does not apply, which the council decides).',
  "text-without-language":
    'This text is written by language. Write { "vi": "{found}" }, with an English one under "en" if there is one.',
  "unknown-key":
    "The key “{found}” is not part of the format{?expected:; known here: {expected}}. Remove or correct it.",
  "displaced-key":
    "The key “{found}” is not known here, and “{expected}” is missing. If “{expected}” is what was written under that name, rename the key; if not, remove “{found}” and add “{expected}”.",
  "misspelt-key": "The key “{found}” is probably a misspelling of “{expected}”. Correct it.",
  "wrong-type": "Expected {expected} here, but found {found}. Correct the value.",
  "wrong-value": "“{found}” is not an allowed value; use one of: {expected}.",
  "out-of-range":
    "The value {found}{?what: of “{what}” (item {item})} is outside the allowed range ({expected}). Correct it.",
  "empty-text": "The text is empty. Fill it in.",
  "empty-list": "The list is empty. Add at least one entry.",
  "not-a-decimal":
    '{?item:Item {item}{?what:, “{what}”}: }“{found}” is no number yet. Write the number, for example 12 or 98.5 (in a data file "98.5", at most 30 characters, no exponent).',
  "decimal-comma":
    "{?what:Item {item}, “{what}”: }“{found}” has a decimal comma; in data it is written “{expected}”. Replace the comma by a point.",
  "number-not-exact":
    'The number {found} has more than 15 significant digits. Write it as a text, for example "{found}".',
  "not-a-count":
    "{?item:Item {item}{?what:, “{what}”}: }“{found}” is not a count. Write a whole number from 0 in digits alone, for example 12{?digits: (in a data file without quotes: {digits})}.",
  "not-a-date":
    "“{found}” is not a real day written year-month-day (for example 2026-12-22). Write it again{?expected:: {expected}}.",
  "not-an-id":
    "“{found}” cannot be an id (lower-case ASCII letters, digits and . - _ / ; at most 100 characters). Choose another.",
  // Inspection plans and targets
  "plan-id-form": "The plan's id “{found}” is not the path of its file. Give it the form “{expected}”.",
  "plan-window-reversed": "The last day {@found} comes before the first day {@expected}. Check both days.",
  "plan-duplicate": "“{found}” stands twice in the list. Keep one of them.",
  "plan-mode-unused":
    "The plan rules on “{found}” visits, but allows only: {expected}. Add the mode, or remove the rule.",
  "plan-holidays-missing":
    "The plan counts in working days and lists no public holidays, so only Saturdays and Sundays are left out. Add “holidays” (empty if there is none).",
  "plan-day-both":
    "{@found} is both a holiday and a make-up day; it is taken as a holiday. Keep it in one of the lists.",
  "plan-make-up-weekday":
    "The make-up day {@found} is a day of the working week, no Saturday or Sunday. Check the day.",
  "plan-repeated": "“{found}” stands twice. Keep one of them.",
  "plan-edition-incomplete":
    "The amended plan (edition {found}) does not give “{expected}”. Write down the day from which it holds (“inForce”) and what it changes (“editionNote”).",
  "plan-refers-to-nothing": "There is no “{found}” (there are: {expected}). Correct the id.",
  // The register beside visits, and the numbers of the plan
  "register-parent-unknown":
    "The parent “{found}” of “{unit}” is not in the register of units{?expected: (perhaps: {expected}?)}. Correct the id, or add the unit.",
  "coverage-unit-unknown":
    "The plan wants “{found}” visited, which is not in the register of units{?expected: (perhaps: {expected}?)}. Correct the id in the plan or the register.",
  "coverage-number-differs":
    "The plan speaks of {#expected} units of the kind “{kind}”, the register has {#found}. Compare the plan with the register.",
  "coverage-beyond-number":
    "The visits name {#found} units of the kind “{kind}” ({ids}); the plan has only {#expected}. Look for a misspelt id, or check with the register of units.",
  // Inspection visits
  "visit-duplicate": "The visit id “{found}” was used before. Choose another, or remove the repeated visit.",
  "visit-dates-reversed": "The visit ends on {@found}, before its first day {@expected}. Check both days.",
  "visit-outside-window":
    "The visit on {@found} lies outside the plan's window ({@from} – {@to}) and does not count{?likely:; with day and month exchanged it would be {@likely}}. Check the date, or extend the plan.",
  "visit-day-off":
    "The visit is on {@found}, a day off{?likely:; with day and month exchanged it would be {@likely}}. Check the day.",
  "visit-team-missing": "The visit names no team. Name one of the plan's teams: {expected}.",
  "visit-team-unknown": "The plan has no team “{found}”; its teams are: {expected}. Correct the team.",
  "visit-team-twice": "The team “{found}” stands twice. Keep one of them.",
  "visit-team-elsewhere":
    "On {@day} the team “{found}” is elsewhere, on the visit “{expected}”. Check day and team.",
  "visit-unit-twice": "The unit “{found}” stands twice in one visit. Keep one of them.",
  "visit-document-after":
    "“{title}” is of {@found}, after {@expected}, so that nothing can rest on it. Check the two days.",
  "visit-mode-not-allowed":
    "The plan does not allow a visit in the mode “{found}”; it allows: {expected}. Correct the mode.",
  "visit-self-not-planned":
    "The plan asks for no self-inspection of the kind of unit “{found}” (it asks: {expected}). Correct or remove the visit.",
  "visit-self-plan-missing":
    "The unit inspected itself and names no plan for it. Add “selfPlan” (number and day of the plan).",
  "visit-reports-missing": "The online visit names no report that it concluded from. Add “reports”.",
  "visit-feedback-missing": "The visit was made on feedback and names none. Add “feedback”.",
  "visit-notice-missing":
    "No day of notice is given; the plan asks for at least {#expected} working days' notice. Write down the day.",
  "visit-notice-too-short":
    "Notice of {#found} working days was given; the plan asks for at least {#expected}. Check the day of notice; if it is right, put the reason on file.",
  "visit-notice-after": "Notice was given on {@found}, after the visit on {@expected}. Check both days.",
  "visit-notice-recipient-missing":
    "It is not written down that these were told: {expected}; the plan asks for it. Add “noticeTo”.",
  "visit-notice-given": "An unannounced visit has a day of notice, {@found}. Remove it, or correct the mode.",
  "visit-decision-missing":
    "Nobody is named who decided the visit, so it does not count; the plan leaves it to: {expected}. Add “decidedBy”.",
  "visit-decision-wrong":
    "The visit was decided by “{found}”, the plan leaves it to: {expected}; it does not count. Check who decided.",
  "visit-proposal-missing":
    "Nobody is named who proposed the visit; the plan leaves it to: {expected}. Add “proposedBy”.",
  "visit-proposal-wrong":
    "The visit was proposed by “{found}”, the plan leaves it to: {expected}. Check who proposed it.",
  "visit-reason-missing":
    "The unannounced visit gives no reason; the plan's reasons are: {expected}. Add “reason”.",
  "visit-reason-unknown": "The reason “{found}” is not one of the plan's ({expected}). Correct it.",
  "visit-conclusion-missing":
    "The visit that ended on {@found} has no conclusion. Issue it and write down its number and day.",
  "visit-conclusion-overdue":
    "The conclusion is missing; it was due by {@expected}. Issue it and write down its number and day.",
  "visit-conclusion-late":
    "The conclusion is of {@found}, due by {@expected}: {#days} days late. Put the reason on file.",
  "visit-conclusion-early":
    "The conclusion is of {@found}, before the visit ended on {@expected}. Check the days.",
  "visit-conclusion-issuer":
    "The conclusion was issued by “{found}”, the plan leaves it to: {expected}. Check who issued it.",
  "visit-unit-unknown":
    "The unit “{found}” is not in the register of units{?expected: (perhaps: {expected}?)}, so the visit does not count. Correct the unit's id.",
  "visit-unit-replaced":
    "On {@day} unit “{found}” had been replaced by “{expected}”, so that the visit does not count. Write “{expected}”, or mend the day.",
  "visit-unit-not-yet":
    "On {@day} unit “{found}” was not there yet, so that the visit does not count. Write the unit of that day ({expected}), or mend the day.",
  "visit-unit-differs":
    "The visit says “{found}”, the register of units says “{expected}”. Bring the visit into line with the register.",
  "visit-parent-unlisted":
    "The visit names the parent “{found}”, the register of units none. Add it to the register, or remove “parent”.",
  "visit-unit-alike":
    "The unit's id “{found}” differs from “{expected}” in its signs alone; both are taken for one unit. Write it one way, or check with the register of units.",
  "visit-unit-otherwise":
    "The visit says “{found}”, other visits to the same unit say “{expected}”. Bring them into line.",
  "visit-kind-missing":
    "The kind of the unit “{found}” is not known, so it counts for no number of the plan. Add “unitKind” (the kinds: {expected}), or give the register of units.",
  "visit-kind-unknown":
    "The plan does not speak of units of the kind “{found}”{?expected: (perhaps: {expected}?)}, so it counts for no number. Check the kind.",
  "visit-parent-kind":
    "The parent unit is of the kind “{found}”, the plan counts by “{expected}”; it does not count. Check “parent”.",
  "visit-dropped-with-result":
    "The visit was cancelled or put off and has a conclusion or findings. Remove them, or remove “cancelled” or “postponed”.",
  "visit-parent-missing":
    "The unit “{found}” has no parent unit, so the visit does not count for “{expected}”. Add “parent”.",
  "visit-finding-unknown":
    "No visit made the finding “{found}”. Correct the id, or write the finding down at the visit that made it.",
  "visit-finding-other-unit": "The finding “{found}” is about another unit ({expected}). Correct the id.",
  "visit-finding-unit-missing":
    "The visit is to several units ({expected}), and the finding “{found}” names none. Add “unit”.",
  "visit-finding-due-early":
    "It is to be put right by {@found}, before the visit on {@expected}. Check the day.",
  "visit-finding-remedied-early":
    "It was put right on {@found}, before the visit on {@expected}. Check the day.",
  "visit-follow-itself":
    "The visit looks again at its own finding “{found}”. Write the day on which it was put right (“remedied”) at the finding, or correct the id.",
  "visit-follow-twice": "The visit looks at the finding “{found}” twice. Keep one of them.",
  "visit-follow-early":
    "The visit looks at the finding “{found}” again before it was made on {@expected}. Check the day.",
  // Results of targets
  "result-target-unknown": "There is no target “{found}”; the targets are: {expected}. Correct the target.",
  "result-duplicate": "The result of the target “{found}” is given twice. Keep one of them.",
  "result-unit-missing":
    "The target “{found}” is judged for each unit, but the result names none. Add “unit”.",
  "result-unit-unasked":
    "The target “{found}” is judged as a whole and not for each unit, but the result names one. Leave out “unit”, and give the result of all.",
  "result-unit-unknown":
    "The unit “{found}” is not in the register of units{?expected: (perhaps: {expected}?)}. Correct the unit's id.",
  "result-above-whole": "The numerator {#found} is above the denominator {#expected}. Check both counts.",
  "result-date-outside":
    "The day {@found} lies outside the period of the target ({@from} – {@to}) and does not count. Check it.",
  // Rounds: the frame, units, councils
  "record-not-of-format":
    "“{expected}” is not of the format of a sealed record (found {found}). Take the original again; a record is not edited by hand.",
  "round-of-other-set":
    "The round is of the criteria set “{found}”, but is read with “{expected}”. Take the right set, or correct the id.",
  "round-of-other-edition":
    "The round is of edition {found} of the criteria set, but is read with edition {expected}. Take the right edition.",
  "listed-twice": "“{found}” stands twice in the same list. Keep one of them.",
  "unit-twice": "The unit “{found}” is listed twice. Keep one of them.",
  "name-in-place-of-id": "“{found}” is no id; perhaps “{expected}”? Write the id here, not the name.",
  "unknown-unit":
    "The round has no unit “{found}”{?expected: (perhaps: {expected}?)}. Correct the id, or add the unit.",
  "unknown-group":
    "The criteria set has no group of units “{found}”{?expected: (perhaps: {expected}?)}. Correct the group.",
  "unknown-kind":
    "The criteria set has no kind of unit “{found}”{?expected: (perhaps: {expected}?)}. Correct the kind.",
  "unit-replaces-itself":
    "The unit “{found}” is said to replace itself. Name the former unit, or remove the line.",
  "units-replace-each-other":
    "These units are said to replace each other: {units}. Only the new unit names the former one; remove the other line.",
  "replaced-unit-unknown":
    "The register has no former unit “{found}”, but has “{expected}”. If it is meant, correct the id; if the former unit is not in the round, leave it.",
  "council-twice": "The council “{found}” is listed twice. Keep one of them, or choose another id.",
  "role-reserved": "The role id “unit” belongs to the assessed unit. Give the council's role another id.",
  "unit-with-two-councils":
    "The unit “{found}” already belongs to the council “{expected}”; a unit has one council. Remove it from one of them.",
  // Answers
  "unknown-item":
    "The criteria set has no item “{found}”{?expected: (perhaps: {expected}?)}. Correct the item.",
  "item-not-a-leaf":
    "Item {item} is not scored itself; its points stand in the items below it ({expected}). Give each of these.",
  "self-assessment-twice": "The unit “{found}” has two self-assessments. Keep one of them.",
  "answer-twice": "Item {item} is answered twice. Keep one answer.",
  "answer-on-survey-item":
    "Item {item} is scored by the survey; the unit does not score it. Remove this answer.",
  "answer-on-statistic":
    "Item {item} takes a figure from a third party; the unit does not score it. Remove this answer; figures go to “statistics”.",
  "answer-on-appraiser-item":
    "Item {item} is scored by the appraiser alone; the unit does not score it. Remove this answer.",
  "answer-on-line": "Item {item} is a bonus or penalty, which the council alone decides. Remove this answer.",
  "answer-on-exempt-item":
    "The set's register exempts this kind of unit from item {item}; the answer does not count. Better remove it.",
  "answer-with-both": "Item {item} has facts and also claims not to apply. Keep one of the two.",
  "answer-with-neither":
    "Item {item} has neither facts nor a claim that it does not apply. Give “facts” or “notApplicable”, or remove the answer.",
  "not-applicable-not-allowed":
    "Item {item} always applies; the set does not allow “not applicable” here. Answer it with facts.",
  "evidence-missing":
    "Item {item} has no evidence; it counts as unanswered unless the council decides it. Add a document (number, issuer, date).",
  "evidence-or-explanation-missing":
    "Item {item} has neither evidence nor an explanation; it counts as unanswered unless the council decides it. Add one of them.",
  "stated-points-differ":
    "Item {item}: the unit wrote {#found} points, its facts give {#expected}. Check the facts or the points; the facts count.",
  "full-claim-against-finding":
    "Item {item} claims full points, but the finding “{found}” was not put right by {@expected}. The council should look at it.",
  "approved-after-submission":
    "The report was sent on {@expected} but approved by the head on {@found}. Check both days.",
  "evidence-after-submission":
    "The evidence for item {item} is dated {@found}, after the report was sent on {@expected}. Check the day of the document.",
  "not-submitted":
    "The self-assessment of “{unit}” has no day of submission, so nobody can tell whether it was in time. Add “submitted”.",
  "late-submission":
    "The report was sent on {@found}, due by {@expected}: {#days} days late. The set's rule on lateness applies, unless an extension is recorded with its reason.",
  // The ledger
  "entry-by-unit":
    "Item {item}: the unit may only explain, not “{found}”. Correct who made the entry, or its kind.",
  "explanation-by-council":
    "Item {item}: an explanation is the unit's, but “{found}” made it. Write “by”: “unit”, or change the kind.",
  "explanation-at-wrong-stage":
    "Item {item}: an explanation answers the first appraisal and carries the stage “first”, not “{found}”. Correct the stage.",
  "unit-without-council":
    "The unit “{unit}” belongs to no council, so nobody may decide on it. Add the unit to a council.",
  "unknown-role":
    "The unit's council has no role “{found}”{?expected: (perhaps: {expected}?)}. Correct the role.",
  "role-without-right":
    "The role “{found}” has no right to decide at the stage “{expected}”. Correct the role, or give it the right in “decides”.",
  "role-beyond-scope":
    "The role “{found}” judges {expected} alone, not item {item}. Correct the role, or its scope in “items”.",
  "item-without-role":
    "At the stage “{stage}” no role of the council may judge {found}. Widen the scope (“items”) of a role.",
  "entry-value-missing":
    "Item {item}: an adjustment needs facts, points or the votes of members. Give one of them.",
  "votes-missing":
    "Item {item}: nobody votes. Give the vote of one member at least in “votes”, or remove “votes” and “absent”.",
  "voter-twice": "Item {item}: the role “{found}” stands twice among votes and absentees. Keep one.",
  "vote-missing":
    "Item {item}: {found} neither votes nor is absent. Give the vote, or write the role into “absent”.",
  "entry-value-twice": "Item {item}: several values are given at once ({found}). Keep one.",
  "reason-missing": "Item {item}: an entry that changes something needs its reason. Add “reason”.",
  "relative-by-points":
    "Item {item} depends on the other units and is adjusted by facts alone. Give “facts”, no points.",
  "survey-item-not-decided":
    "Item {item} is scored by the survey; the council does not decide it ({found}). Remove this entry; mistakes are mended in the tallies.",
  "statistic-not-decided":
    "Item {item} takes a third party's figure; the council does not change it here ({found}). Remove this entry and correct the figure in “statistics”.",
  "line-only-adjusted":
    "Item {item} is a bonus or penalty: the council adjusts or upholds it, and no “{found}”. Correct the kind of the entry.",
  "nothing-to-accept":
    "Item {item}: the unit claims nothing that could be accepted. Use “adjust” with its reason instead of “accept”.",
  "entry-twice":
    "Item {item} already has an entry at the stage “{found}”. A stage decides an item once: keep one.",
  "explanation-twice":
    "Item {item} was explained before. There is one explanation for each item: join them, or remove one.",
  "explanation-before-first":
    "Item {item}: the explanation of {@found} comes before the first appraisal. Check the day.",
  "explanation-after-second":
    "Item {item}: the explanation of {@found} comes after the second appraisal of {@expected}. Check the day; a later explanation does not count.",
  "entry-before-earlier-stage":
    "Item {item}: the entry of {@found} comes before an earlier stage, of {@expected}. Check the day or the stage.",
  "entry-before-submission":
    "Item {item}: the entry of {@found} comes before the report was sent on {@expected}. Check both days.",
  "entry-after-closing":
    "Item {item}: the entry of {@found} comes after its stage was closed on {@expected}. Only a “correction” with its own decision may follow.",
  "correction-before-closing":
    "Item {item}: a correction of {@found} stands before the act that closes the final stage. Make it an entry of the open stage, or add the act.",
  "correction-without-decision":
    "Item {item}: a correction names its own decision (number, date). Add “decision”.",
  "decision-without-correction":
    "Item {item}: only a correction names a decision of its own. Remove “decision”, or make the stage “correction”.",
  "unknown-finding": "The round has no finding “{found}”{?expected: (perhaps: {expected}?)}. Correct the id.",
  "finding-of-other": "The finding “{found}” is about another unit or item ({expected}). Correct the id.",
  // Closing acts and findings
  "unknown-council": "The round has no council “{found}”{?expected: (perhaps: {expected}?)}. Correct the id.",
  "act-twice": "The stage “{found}” of the council “{expected}” is closed twice. Keep one act.",
  "act-before-earlier-act":
    "The act of {@found} comes before the act of an earlier stage, of {@expected}. Check the days.",
  "closed-over-return":
    "Item {item} was returned and is still open, but the act {found} of {@expected} closes over it. The council must decide the item first.",
  "finding-twice": "The finding id “{found}” is used twice. Choose another, or remove the repeated one.",
  "finding-remedied-before-found":
    "It was put right on {@found}, before it was found on {@expected}. Check both days.",
  "finding-unaddressed":
    "No entry of the council addresses the finding “{found}”{?item: on item {item}}. Cite its id in the “findings” of an entry.",
  "finding-blocks-closing":
    "The stage was closed on {@expected} while no entry addresses the finding “{found}”{?item: on item {item}}. The council must address it first.",
  // Survey counts
  "self-assessment-empty":
    "The self-assessment of “{unit}” has no answer at all: none of the {#count} items that the unit scores itself has points. Fill it in, or see whether the file lost its contents.",
  "decision-behind-gate":
    "Item {item}: what the council gave does not count, because item {gate} does not reach {?from:{%from} or more}{?above:more than {%above}}. Look at the points of both.",
  "item-unanswered":
    "Item {item}: the unit “{unit}” gave no answer, so that it has no points there. Answer it; where nothing was done, say so.",
  "statistic-missing":
    "Item {item}: there is no statistic of the unit “{unit}”, so that it stays open. Add the figure to “statistics”.",
  "relative-alone":
    "Item {item}: in the group “{group}” this unit alone has figures, but points come from comparing units. Look whether the round holds every unit of the group.",
  "counts-missing":
    "There are no counts of the questionnaire “{questionnaire}” for the unit “{unit}”. Add them to “counts”; where no survey was held for the whole group, state that in “surveyNotHeld” with the reason.",
  "question-without-answers":
    "Item {item}: nobody answered the question “{found}” about the unit “{unit}”. Check the counts that were entered: the question may have been left out of the summary.",
  "forms-below-least":
    "The questionnaire “{questionnaire}” about the unit “{unit}” has {#found} valid {found|form|forms}, fewer than the least number {#expected}. Survey more, or check the counts that were entered.",
  "questionnaire-judges-nobody":
    "The questionnaire “{questionnaire}” judges groups of which the round has no unit. Check the groups of the units, or whether units are missing.",
  "part-for-reading-anew":
    "“{found}” belongs to what a round is made of and cannot be updated by itself. Change the file of the round and read the whole anew.",
  "part-not-there":
    "The round has no part of the key “{found}” to take out. Check the key, or leave it out of “remove”.",
  "batch-missing":
    "The counts that are added name no batch (“batches”). Give each import an id, so that none is added twice.",
  "batch-twice":
    "The batch “{found}” is listed twice, so forms may be counted twice. Check it and count again.",
  "counts-twice": "The counts of “{found}” for the unit “{unit}” stand twice. Merge them, or remove one.",
  "unknown-questionnaire":
    "The criteria set has no questionnaire “{found}”{?expected: (perhaps: {expected}?)}. Correct the id.",
  "questionnaire-of-other-group":
    "The questionnaire “{found}” does not judge units of the group “{expected}”. Check the questionnaire, or the unit's group.",
  "unknown-question":
    "The questionnaire has no question “{found}”{?expected: (perhaps: {expected}?)}. Correct the id.",
  "unknown-answer-option":
    "The question's scale has no option “{found}”{?expected: (perhaps: {expected}?)}. Correct the id.",
  "more-answers-than-forms":
    "The question has {#found} answers, more than the {#expected} valid forms. Check the counts.",
  "fewer-answers-than-forms":
    "There are {#expected} valid forms but only {#found} answers; a valid form answers at least one question. Check the counts.",
  "survey-held-after-all":
    "The group “{found}” is said not to have been surveyed, but there are tallies of it. Remove one of the two.",
  // Statistics, targets, extensions
  "not-a-statistic":
    "Item {item} does not take a third party's figure. Give it in the self-assessment or the ledger.",
  "statistic-of-summary":
    "Item {item}: “{found}” is for summary sets alone, which write down what was published. Remove “{found}”.",
  "own-maximum-without-points":
    "Item {item} is not scored by points as such ({found}), so that no unit has a maximum of its own there. Remove “maxPoints”.",
  "own-maximum-above-declared":
    "Item {item} has at most {#expected} points, but the maximum that applies to the unit “{unit}” is given as {#found}. Correct it by the published table.",
  "points-above-own-maximum":
    "Item {item}: the unit “{unit}” has {#found} points of {#expected} that apply to it. Correct it by the published table.",
  "statistic-twice": "The figure of item {item} for the unit “{unit}” stands twice. Keep one.",
  "target-without-relative": "Item {item} is not scored against targets of the units. Remove this target.",
  "target-twice": "The target of item {item} for the unit “{unit}” stands twice. Keep one.",
  "target-zero":
    "The target of item {item} is 0. A target is above 0; for a unit without one, remove the line.",
  "unknown-deadline":
    "The set's calendar has no deadline “{found}”{?expected: (perhaps: {expected}?)}. Correct the id.",
  "extension-twice": "The deadline “{found}” of the unit “{unit}” is extended twice. Keep one.",
  "extension-not-later":
    "The extension to {@found} is not later than the common deadline ({@expected}). Check the day.",
  // Rules: the rule of a leaf
  "option-id-repeated": "The id “{found}” was used in row {first} of the list. Choose another.",
  "option-title-repeated": "The words “{found}” repeat row {first} of the list. Compare with the annex.",
  "option-above-maximum":
    "“{title}” is worth {#found} points, more than the {#expected} that the item allows. Correct the points or the maximum.",
  "options-below-maximum":
    "The best option gives {#found} points only, the maximum of the item is {#expected}. Correct the points or the maximum.",
  "choice-without-alternative":
    "There is one option only, so every answer is the same. Add the other options.",
  "parts-below-maximum":
    "The parts add up to {#found} points, less than the maximum of {#expected}. Correct the points or the maximum.",
  "parts-above-maximum":
    'The parts add up to {#found} points, more than the maximum of {#expected}, which caps them. Correct them, or write "cap": true if the annex says so.',
  "threshold-above-hundred": "The threshold of {#found}% is above 100%. Correct it.",
  "threshold-without-effect":
    "The threshold of {#found}% has no effect, since every share reaches it. Correct or remove it.",
  "thresholds-crossed":
    "The threshold of 0 points ({#found}%) is above that of the maximum ({#expected}%). Check both thresholds.",
  "thresholds-equal":
    "0 points and the maximum both stand at {#found}, so that there is nothing between them. Correct one of the two.",
  "cap-below-threshold":
    'With "cap": true a share above 100% counts as 100% and never reaches {#found}%. Remove "cap" or correct that value.',
  "most-differs":
    "At most {#found} × {#each} = {#points} points does not fit the maximum of {#expected}. Check the number, the points for each and the maximum.",
  "most-without-maximum":
    "A largest number of {#found} is given, but there is no maximum. Write the most points as the line's “cap”.",
  "floor-not-below-maximum":
    "The floor of {#found} is not below the maximum of {#expected}. Correct “floor”.",
  "floor-off-step": "The floor of {#found} is not a multiple of the step of {#expected}. Check both.",
  "step-not-dividing-maximum":
    "The step of {#found} does not divide the maximum of {#expected}, so that nobody can be given it. Correct the step or the maximum.",
  "band-bound-twice": "The band states two bounds on one side ({found}). Keep one of them.",
  "band-gives-unclear":
    'Each band states either “points” or "share": true{?found:; here: {found}}. Correct the band.',
  "band-share-of-number": "A band of a plain number cannot give a share. Write “points”.",
  "band-empty": "Band {band} ({range}) holds no value. Check its two bounds.",
  "bands-overlap":
    "Band {band} ({range}) overlaps band {other} ({otherRange}). Correct a bound, so that each value falls into one band.",
  "bands-gap":
    "Between band {other} ({otherRange}) and band {band} ({range}) there is a gap. Correct a bound, so that they meet.",
  "bands-incomplete":
    "No band holds {expected}%; the outermost is: {range}. Widen it, or add the missing band.",
  "bands-end-above-hundred":
    "The highest band ends at {expected}%, above 100%: a higher share falls into none ({range}). Correct the upper bound, or leave it open.",
  "bands-out-of-order": "The bands are neither in ascending nor in descending order. Compare with the annex.",
  "band-unreachable": "No percentage can fall into band {band} ({range}). Check its bounds and the rounding.",
  "band-above-maximum":
    "Band {band} ({range}) gives up to {#found} points, more than the maximum of {#expected}. Correct the band or the maximum.",
  "better-answer-lowers-points":
    "In band {band} ({range}) a better result gets fewer points. Check the points of the bands and the direction (“better”).",
  "maximum-unreachable":
    "No answer reaches the maximum: at most {#found} of {#expected}. Compare with the annex.",
  "clause-repeated": "The case “{found}” is ruled on twice. Keep one of them.",
  "clause-unreachable":
    "The case “{found}” is never used, since it stands after one that covers it. Put them in this order: {expected}.",
  "missing-clause": "The case “{expected}” is not ruled on. Add it.",
  "better-result-lowers-points":
    "The better case gives {#found}%, less than the {#expected}% of a worse one. Check the percentages.",
  // Rules: the facts of an answer
  "answer-of-wrong-kind": "Item {item}: the answer is of another kind ({found}). Give {expected}.",
  "unknown-option": "Item {item}: there is no option “{found}”. Use one of: {expected}.",
  "unknown-part": "Item {item}: there is no part “{found}”. Choose from: {expected}.",
  "part-repeated": "Item {item}: the part “{found}” is given twice. Keep one of them.",
  "numerator-above-denominator":
    "Item {item}: the numerator {#found} is above the denominator {#expected}. Check both counts.",
  "numerator-over-zero":
    "Item {item}: the numerator is {#found} while the denominator is 0. Check both counts.",
  "empty-counted-full":
    "Item {item}: there was nothing to do this year (0/0), and the rule gives the maximum. The council should look at it.",
  "denominator-zero":
    "Item {item}: the denominator is 0, so nothing can be compared. Give one of 1 or more, or claim that the item does not apply.",
  "percent-above-hundred": "Item {item}: {#found}% is above 100%. Check the percentage.",
  "percent-straddles-threshold":
    "Item {item}: {#found}% was rounded, and the true value may lie on either side of the threshold of {#threshold}%: {#below} points below it, {#from} above. Give more decimals, or the two counts.",
  "value-outside-bands":
    "Item {item}: {#found} lies outside the bands of the rule ({;expected}). Check the figure.",
  "unknown-breach": "Item {item}: there is no kind of breach “{found}”. The kinds are: {expected}.",
  "breach-repeated": "Item {item}: the kind of breach “{found}” is given twice. Join them into one.",
  "figure-empty":
    "Item {item}: “{what}” is still empty. Fill it in{?zero:, {zero} too}, or delete the whole answer.",
  "missing-breach": "Item {item}: the count of the breach “{expected}” is missing. State it, 0 too.",
  "points-above-maximum":
    "Item {item}: {#found} points, more than the maximum of {#expected}. Lower them, or check the item's number.",
  "points-below-floor": "Item {item}: {#found} points, less than the floor of {#expected}. Correct them.",
  "points-off-step":
    "Item {item}: {#found} points are not a multiple of the step of {#expected}. Use the step.",
  "points-too-fine": "Item {item}: {#found} points have more than {expected} decimals. Give fewer.",
  // Criteria sets: the head
  "set-id-form":
    "The set's id “{found}” is not of the form issuer/level/period (for example hoa-lam/department/2026). Change it.",
  "set-id-level-differs":
    "The set's id names the level “{found}”, but “level” says “{expected}”. Bring them into line.",
  "set-id-period-form":
    "The period “{found}” in the id has no known form. Write a year (2026), years (2025-2026), a half (2026-h1), a quarter (2026-q1) or a month (2026-03).",
  "period-days-differ":
    "The period “{id}” is {@from} to {@to} in the calendar, but “period” gives {@found} to {@until}. Check the days or the id.",
  "set-id-period-differs":
    "The set's id names the period “{found}”, but “period” makes it “{expected}”. Correct the id or the days.",
  "period-reversed": "The period's last day {@found} comes before its first day {@from}. Check both days.",
  "decision-after-period":
    "The decision {number} is dated {@found}, after the period's last day {@expected}. Check the date or the period.",
  "official-without-decision":
    "The set says “official” but lists no decision. Add “decisions”, or change “status”.",
  "summary-without-decision": "The summary set names no document that it rests on. Add it to “decisions”.",
  "citations-without-decisions":
    "There are citations, but “decisions” is empty. List the decisions that they name.",
  "missing-citation":
    "{what} of an official set has no citation. Add “citation” (the decision and the place in its annex).",
  "unknown-decision":
    "The citation names the decision “{found}”, which “decisions” does not list{?expected: (perhaps: {expected}?)}. Correct it, or add the decision.",
  "edition-note-missing":
    "Edition {@found} needs an “editionNote”: its kind, from when it is in force, what changed. Add it.",
  "edition-note-on-first": "The first edition changes nothing. Remove “editionNote”, or correct “edition”.",
  "edition-after-period":
    "This edition is in force from {@found}, after the period's last day {@expected}. Check the day.",
  "framework-of-framework": "A framework does not fill another one. Remove “framework” or “isFramework”.",
  "framework-is-itself": "The set “{found}” cannot be its own framework. Give the framework's id.",
  // Criteria sets: names
  "duplicate-id":
    "The id “{found}” is used twice in the same list. Choose another, or remove the repeated entry.",
  "title-repeats-in-list":
    "The title “{found}” repeats one above in the same list. Check it: it may have been copied by mistake.",
  "unknown-source":
    "The set has no source “{found}”{?expected: (perhaps: {expected}?)}. Correct it, or add it to “sources”.",
  "sources-missing": "The set declares no source of points. Add “sources” (appraisal, survey, statistic).",
  "unknown-scale":
    "There is no scale “{found}”{?expected: (perhaps: {expected}?)}. Correct it, or add it to “scales”.",
  "unknown-respondents":
    "There is no respondent group “{found}”{?expected: (perhaps: {expected}?)}. Correct it, or add it to “respondents”.",
  // Criteria sets: the tree
  "sum-differs":
    "{node} {item}: its parts ({parts}) add up to {#found}, its maximum says {#expected}: {off} {#difference}. Compare with the annex and correct the wrong figure.",
  "maximum-differs":
    "Item {item}: its maximum says {#found}, but the sum, the rule and the examples agree on {#expected}. Compare with the annex and correct the maximum.",
  "item-misplaced":
    "Item {item} stands under “{found}”, but its number and the sums place it under “{expected}”. Move the row.",
  "set-sum-differs":
    "The whole set: its parts ({parts}) add up to {#found}, its maximum says {#expected}: {off} {#difference}. Compare with the annex and correct the wrong figure.",
  "count-differs":
    "{level}: the file has {#found} of them, “totals” says {#expected}. Check for a missing or extra row.",
  "counts-differ-from-levels":
    "“counts” has {#found} numbers, but the tree has {#expected} levels. Give one number for each level.",
  "leaves-differ":
    "The file has {#found} scored items, “totals” says {#expected}. Check for a missing or extra row.",
  "source-total-differs":
    "Source “{source}”: its items add up to {#found} points, its total says {#expected}: {off} {#difference}. Check each item's source, or correct the total.",
  "source-leaves-differ":
    "Source “{source}” has {#found} scored items, {#expected} are declared. Check each item's source, or correct the figure.",
  "sources-exchanged":
    "Source “{found}” is over by {#difference} points and source “{expected}” short by as much: an item names the wrong source. Find it and correct its “source”.",
  "duplicate-number":
    "The number “{found}” is used by a sibling above. Correct it, or remove the repeated row.",
  "duplicate-item-id": "The id “{found}” is already that of item {other}. Choose another.",
  "number-not-an-id":
    "The number “{found}” cannot serve as an id (only ASCII letters, digits and . - _ /). Give this item an “id”.",
  "number-not-under-parent":
    "The number “{found}” does not continue its parent's ({expected}). Check whether the row stands in the wrong place.",
  "number-out-of-sequence":
    "The number “{found}” is out of sequence; “{expected}” would follow. Check for a missing row or exchanged ones.",
  "title-repeats":
    "The title “{found}” repeats that of its sibling {other}. Check it: a row may have been copied by mistake.",
  "deeper-than-levels":
    "Item {item} stands at level {found}, but “levels” names only {expected}. Name the level, or move the item.",
  "level-unused": "No item stands at the level “{found}”. Remove its name, or check for missing sub-items.",
  // Criteria sets: leaves
  "leaf-without-source": "Item {item} is scored but names no source. Add “source” (one of: {expected}).",
  "leaf-without-rule": "Item {item} is scored but has no rule. Add “rule”, or “items” if it has sub-items.",
  "rule-on-inner-node":
    "Item {item} has sub-items and is not scored itself, but writes: {found}. Move this to a sub-item, or remove it.",
  "rule-in-framework":
    "A framework has no rules yet, but item {item} writes: {found}. Remove this, or “isFramework”.",
  "source-kind-unfit":
    "Source “{source}” is of kind “{found}”, but none of its items has a rule that fits (a “survey” rule goes with a “survey” source only). Correct “kind”.",
  "survey-source-without-survey-rule":
    "Item {item} takes its points from the survey, but its rule is “{found}”. Use the rule “{expected}”, or correct the source.",
  "survey-rule-without-survey-source":
    "Item {item} has the survey rule, but its source “{found}” is no survey. Correct the source or the rule.",
  "summary-with-rule":
    "A summary set has published points or percentages only, but item {item} has the rule “{found}”. Use one of: {expected}.",
  "scored-by-without-appraisal":
    "Item {item} is of a source of kind “{kind}”: nobody scores it by hand. Remove “scoredBy”.",
  "evidence-of-nobody":
    "The unit does not score item {item} itself and gives no evidence. Remove “evidence”.",
  "missing-consequence":
    "Item {item} writes “notApplicable: true”, but the set declares no consequence. Add “policies.notApplicable”, or write the consequence here.",
  "empty-claim-not-allowed":
    "Item {item}: a denominator of 0 claims that it does not apply, but the item does not allow that. Add “notApplicable”, or change “empty”.",
  "example-not-possible":
    "Item {item} has the rule “{found}”, whose points do not come from one unit's facts. Remove “examples”.",
  "example-differs":
    "Item {item}: the example says {#found} points, the rule gives {#expected}. Check the rule or the example.",
  // Criteria sets: the survey
  "survey-missing":
    "Items take their points from a survey ({found}), but the set has no “survey”. Add respondents, scales and questionnaires.",
  "survey-without-leaf":
    "There is a “survey”, but no item takes its points from one. Remove it, or correct the items' sources.",
  "survey-leaf-without-question":
    "Item {item} takes its points from the survey, but no question feeds it. Add a question.",
  "question-without-survey-leaf":
    "The question feeds item {item}, which does not take its points from the survey. Correct the question's “item”, or the item's source.",
  "group-without-question":
    "No questionnaire asks about the group of units “{found}” on the items that the survey scores: {items}. Add the group to the “judges” of one.",
  "missing-weight": "The respondent groups combine by weights, but “{title}” has none. Add “weight”.",
  "weight-without-use":
    "The groups' answers are pooled, so the weight {#found} of “{title}” has no effect. Remove it, or change “combine”.",
  "weights-not-whole":
    "The weights of the respondent groups make {#found} together, not {#expected}. Compare them with the decision; shares are still divided in proportion to the weights.",
  "citation-of-other-item":
    "Item {expected} cites “mục {found}”. Compare with the annex and correct the number in “at”.",
  "text-odd-space":
    "“{found}” has spaces too many, or some that nobody sees (␣ too many, ⍽ non-breaking, · of zero width). Type it again with one plain space.",
  "text-look-alike":
    "“{text}” has “{found}”, which looks like “{expected}” but is another letter. Type it again on a Vietnamese keyboard.",
  "percent-as-share":
    "The bound {#found} is {#found}% here. If the decision says {#expected}%, write {#expected}.",
  "threshold-as-share":
    "Item {item}: a threshold of {#found} is {#found} %. If the decision says {#expected} %, write {#expected}.",
  "respondents-not-asked":
    "No questionnaire is for the respondent group “{title}”. Add one, or remove the group.",
  "scale-not-used": "No question uses the scale “{found}”. Remove it, or check the questions.",
  "scale-without-percent":
    "No option of the scale “{found}” is worth a percentage. Add “percent”; only “no opinion” goes without.",
  "scale-without-choice":
    "The scale “{found}” has a single option, so respondents have no choice. Check the form.",
  "scale-below-hundred":
    "The best option of the scale “{found}” is worth less than 100%, so no unit can reach the maximum. Check the values.",
  "questions-differ":
    "The questions that feed these items are not as many as declared in “questions” (found/declared): {items}. Check the “item” of each question.",
  "questions-not-shared":
    "Item {item}: its respondent groups ({found}) are asked different questions, so weights or pooling work only on those that they share. Give the same question the same id, or part the item.",
  // Criteria sets: policies
  "limits-reversed": "The lower limit {#found} is not below the upper one ({expected}). Check both.",
  "late-cap-below-day":
    "The cap of the late charge, {#found}, is below the charge for one day ({expected}). Check it.",
  "late-without-deadline":
    "There is a rule for late self-assessments (“{found}”), but the calendar has no deadline “self-assessment”. Add it.",
  "grade-without-bound": "The grade “{title}” has no lower bound; only the last may go without. Add “from”.",
  "grade-out-of-order":
    "The grade “{title}” begins at {#found}, but must be below the one above it ({expected}). List the best first and check the bounds.",
  "grade-gap":
    "The grade “{title}” ends below {#found}, but the next better one begins at {#expected}. Make the two bounds meet.",
  "grades-do-not-cover":
    "The grades do not cover every possible index: “{title}” stops at {#found}, needed is {expected}. Correct the bound, or leave the outermost one open.",
  "grade-above-limit":
    "The grade “{title}” begins at {#found}, above any index there can be ({expected}). Correct the bound or the limit.",
  "index-joins-totals":
    "Of {#max} points, with the index at {#places} {places|decimal|decimals}: two totals that differ by {#step} can have the same index, and the same place. Publish at least {#expected}, or rank on the unrounded value (“on”: “exact”).",
  "tie-breaker-repeated": "The tie-breaker “{found}” stands twice; the second has no effect. Remove one.",
  "deadline-twice": "The deadline “{title}” has both “before” and “by”. Keep one of them.",
  "deadline-without-day":
    "The deadline “{title}” has no day. Give “before” (the first late day) or “by” (the last good day).",
  "deadline-before-period":
    "The deadline “{title}” of {@found} comes before the period's first day ({@expected}). Check the day.",
  "exemption-repeated": "Item {item} is already exempt for this kind of unit. Remove the repetition.",
  "exemption-of-inner-node": "Item {item} has sub-items; exemptions name scored items. List those below it.",
  "exemption-not-allowed":
    "Item {item} is exempt but does not allow “not applicable”. Add “notApplicable” to it, or remove the exemption.",
  "line-id-is-item-id": "The id “{found}” of this line is also that of an item. Choose another.",
  "line-id-differs": "The line has the number “{found}” but the id “{expected}”. Write both alike.",
  "line-rule-not-allowed":
    "Line {item} has the rule “{found}”; bonus and penalty lines use only: {expected}. Change the rule.",
  "line-without-cap":
    "Line {item} has no cap, and neither has the sum: its points know no limit. Add “cap” as the decision says.",
  "cap-above-sum-cap": "The cap {#found} of line {item} is above that of the sum ({expected}). Check both.",
  "cap-not-reached": "The cap {#found} can never be reached ({expected}). Check the cap or the rule.",
  // Criteria sets: conditions
  "condition-without-bound":
    "The condition on “{target}” has no bound. Write “from” (this percentage or more) or “above” (more than it).",
  "condition-bound-twice": "The condition on “{target}” has both “from” and “above”. Keep one.",
  "condition-beyond-hundred":
    "The bound {%found} of the condition cannot be reached (it must be {expected}). Correct it.",
  "condition-repeated": "The condition on “{target}” stands twice. Keep one, with the higher bound.",
  "condition-without-effect":
    "Every unit meets the condition on “{target}”. Check the bound, or remove the condition.",
  "gate-on-itself":
    "Item {item} requires itself, an item above it or one below it (“{found}”). Name another item.",
  "gate-in-circle": "Items require each other in a circle: {items}. Remove one of the conditions.",
  "gate-on-relative":
    "Item “{found}” depends on the other units and cannot be a condition. Name another item.",
  "relative-behind-gate":
    "Item {item} cannot have a condition, since item {found} depends on the other units. Remove “requires”.",
  "gate-without-rules":
    "A set of the kind “{found}” has no rules of its own, so that no item can have a condition. Remove “requires”.",
  "condition-without-target":
    "A condition of the grade “{title}” names nothing. Write “item”, “source” or “unused”.",
  "condition-target-twice":
    "A condition of the grade “{title}” names several things ({found}). Make them conditions of their own.",
  "condition-bound-without-use": "A condition with “unused” has no bound. Remove “{found}”.",
  "unknown-line":
    "There is no penalty line “{found}”{?expected: (perhaps: {expected}?)}. Correct the id, or write “late”.",
  "condition-on-bonus": "“{found}” is a bonus line; “unused” is for penalty lines. Correct the id.",
  "line-id-reserved": "The id “{found}” belongs to the charge for lateness. Choose another for this line.",
  "condition-on-last-grade":
    "The last grade “{title}” takes the rest and has no conditions. Remove “requires”.",
  "quota-on-last-grade": "The last grade “{title}” takes the rest and has no quota. Remove “quota”.",
  "quota-above-hundred": "The quota {%found} is above 100%. Correct it.",
  "quota-without-effect": "A quota of 100% of the grade “{title}” has no effect. Check it.",
  // Criteria sets: the linter
  "source-not-used": "No item is of the source “{found}”. Remove it, or check the items' sources.",
  "source-without-totals":
    "Source “{source}” declares no total or no number of items, so slips go unseen. Add “maxPoints” and “leaves” from the annex.",
  "no-declared-totals":
    "“totals” lacks {found}, so a missing row goes unseen. Give the numbers of items at each level and of scored items.",
  "no-examples":
    "No item has an example. Add “examples” to the more intricate rules, so that the file can be checked against itself.",
  "grade-without-below":
    "The grade “{title}” does not repeat its printed upper bound, so slips go unseen. Add “below”.",
  "consequence-without-use":
    "The common consequence “{found}” is declared, but no item writes “notApplicable: true”. Remove it, or check the items.",
  "kind-not-used": "The kind of unit “{found}” is used by no exemption. Remove it, or add the exemption.",
  // Criteria sets: frameworks
  "framework-other":
    "The set names the framework “{found}”, but was given “{expected}”. Take the right framework and edition.",
  "framework-not-one": "“{found}” is not a framework (“isFramework”). Take the right set.",
  "framework-item-missing": "Item {expected} of the framework (“{title}”) is missing. Add it.",
  "framework-item-added":
    "The framework has no item {item} here; only its last items may be divided. Remove it, or move it below one of them.",
  "framework-maximum-differs":
    "Item {item}: the framework fixes {#expected} points, the file says {#found}. Write the framework's maximum.",
  "framework-title-differs":
    "Item {item}: the framework's title is “{expected}”, the file's “{found}”. Check the title.",
  // Texts of files
  "byte-order-mark": "The file begins with a byte order mark (U+FEFF). Save it as UTF-8 without one.",
  "file-is-archive":
    "This is a spreadsheet or an archive (.xlsx, .zip), not JSON. Choose the .json file; forms in a spreadsheet are read by the functions for sheets.",
  "file-in-wide-letters":
    "The file is saved as UTF-16 (Notepad calls it “Unicode”). Open it, choose Save as, and the encoding UTF-8.",
  "file-with-broken-letters":
    "The file is not UTF-8: some letters are broken, as a rule because of an old Vietnamese encoding (1258, TCVN3, VNI). Open it in the right encoding and save it as UTF-8; what follows was not looked at.",
  "round-not-criteria":
    "This is the data of a round, not a criteria set. Check it against its set: par-index check --set <criteria set> <this file>.",
  "curly-quotes":
    'Curly quotes ({found}) do not serve as quotes of JSON. Write straight ones ("), and turn automatic quotes off in the editor; what follows was not looked at.',
  "quotes-in-text":
    'A straight quote before “{found}” ends the text too early. Inside a text write “ ” or \\"; what follows was not looked at.',
  "comma-in-number":
    '{found} is a number with a comma. JSON writes a point: "{expected}"; what follows was not looked at.',
  "file-cut-off":
    "The file ends while “{expected}” is still missing. It may have been cut off: fetch the whole file, or close it where it belongs.",
  "empty-file": "The file is empty. Write its JSON.",
  "syntax-error":
    "Not JSON at “{found}”: {expected}. Mend this and check again; what follows was not looked at.",
  "trailing-comma": "There is a comma too many before “{found}”. Remove it; what follows was not looked at.",
  "comment-in-json":
    "JSON has no comments, but there is one: “{found}”. Remove it; what follows was not looked at.",
  "trailing-text": "After the end of the JSON there is “{found}”. Remove it, or check the closing brackets.",
  "duplicate-key": "The key “{found}” stands twice (first in line {first}). Keep one of them.",
  "number-with-exponent": "The number “{found}” has an exponent. Write its digits in full.",
  // Published tables
  "table-of-other-set":
    "The table is of the criteria set {found}, not of {expected}. Take the right set and edition.",
  "table-part-unknown":
    "The column “{found}” is neither an item nor a source of the criteria set ({expected}). Correct its id.",
  "table-part-twice": "The column “{found}” stands twice. Keep one of them, or say of which kind each is.",
  "table-parts-exchanged":
    "The columns “{found}” and “{expected}” stand under each other's heading. Exchange the two headings.",
  "table-part-maximum-differs":
    "The maximum of the column is printed as {#found}, the criteria set says {#expected}. Compare both with the decision.",
  "table-parts-incomplete":
    "The maxima of the columns sum to {#found}, the whole is {#expected}, so that totals cannot be compared. Where the table prints all columns, copy those that are missing.",
  "table-parts-differ":
    "{unit}: {found} parts are printed, the table has {expected} columns. Write one figure for each column.",
  "table-part-above-maximum": "{unit}: the part {#found} is above its maximum {#expected}. Check the figure.",
  "table-part-below-minimum":
    "{unit}: the part {#found} is below the least that it can be, {#expected}. Check the figure.",
  "table-figures-differ":
    "{unit}: item {part} has two columns, which print {#found} and {#expected} and do not fit each other. Check both.",
  "table-subtotal-impossible":
    "{unit}: item {part} is printed as {#found}, its parts sum to {#sum}; rounding allows only {#expected}. Check the figures.",
  "table-total-above-maximum":
    "{unit}: the total {#found} is above the maximum {#expected}. If it is an index in %, write it as “index”; else check the figure.",
  "table-index-impossible":
    "{unit}: the index is printed as {#found}; the points come to {#sum}, and rounding allows only {#expected}. Check the index, the points and the applicable maximum.",
  "table-total-impossible":
    "{unit}: the total is printed as {#found}, the parts sum to {#sum}; rounding allows only {#expected}. Check the total and its parts.",
  "table-unit-twice": "The unit “{found}” has two lines. Remove one, or correct its id.",
  "table-count-differs":
    'The table says {#found} units and has {#expected} lines. Add the missing lines, or correct the number; where only a part of the table was copied, write "excerpt": true.',
  "table-place-wrong":
    "{unit}: the place{?part: by {part}} is printed as {found}; by the result {#total} it is {expected}. Correct the place.",
  "table-place-missing":
    "{unit}: the place is printed as {found}, and no unit has place {expected}. Add the missing line, or correct the places.",
  "table-tie-parted":
    "{unit}: the place{?part: by {part}} is printed as {found}, it is {expected}: the result {#total} is that of “{other}”, so they share a place. Correct it.",
  "table-tie-false":
    "{unit}: printed as sharing place {found}{?part: by {part}} with “{other}”, though their results differ ({#total}){?expected:; the place is {expected}}. Correct it.",
  "table-mean-impossible":
    "The mean is printed as {#found}; the printed results allow only {#expected}. Compute it again.",
  "table-grade-unknown": "The criteria set has no grade “{found}” (it has: {expected}). Correct the grade.",
  "table-grade-wrong":
    "{unit}: the grade is printed as “{found}”; {#total} gives “{expected}”. Correct the grade.",
  "table-grade-order":
    "{unit}: the grade is printed as “{found}” with {#total}, which is more than “{other}” has, whose grade is “{expected}”. Check both grades.",
  "table-grades-sum":
    "The numbers of the grades sum to {#found}, the table has {#expected} units. Count again.",
  "table-grade-percent-wrong":
    "The grade “{grade}”: {#units} {units|unit is|units are} printed as {%found}, they are {%expected}. Compute it again.",
  "table-quota-passed":
    "{#found} units have the grade “{grade}”; its quota of {%percent} allows {#expected}. Look at the decision.",
  "table-grade-count-differs":
    "The table says {#found} units with the grade “{grade}”, the lines give {#expected}. Count again.",
  // Rows of a spreadsheet
  "rows-without-header":
    "No heading row with a column “{expected}” was found. Keep the heading row of the template.",
  "form-of-other-unit":
    "This form is that of “{found}”, not of {expected}. Use the unit's own form, and leave its name as it is.",
  "form-of-other-set":
    "This form is of the criteria set {found}, the round uses {expected}. Fill in the form of that set.",
  "form-of-other-round":
    "This form names the round “{found}”, this one is “{expected}”. It is read; if it is of another round, take it out of the folder.",
  "name-unknown":
    "There is no “{found}”{?expected:; perhaps: {expected}}. Write the name or the id; what is not in the workbook yet is added on its own sheet.",
  "facts-unclear": "The figures “{found}” are not understood. Write them so: {;expected}.",
  "cell-not-a-day": "“{found}” is no day. Write day/month/year, such as 22/12/2026.",
  "form-unit-unknown":
    "The form names no unit of the register{?found: (it says “{found}”)}{?expected:; perhaps {expected}}. Use the form that was sent to the unit.",
  "form-twice":
    "This form names the unit “{found}”, and so does {expected}{?taken:; {taken} is read, this one is not}. Check which unit each form names, and keep one.",
  "form-names-two-units":
    "The form has the name “{found}” but the id of “{expected}”, so that it is not read. Use the form that was sent to the unit.",
  "sheet-missing":
    "There is no sheet “{expected}”, so nothing that is named on it can be read. If the sheet was renamed, give it this name again.",
  "column-missing": "The heading row lacks the column “{expected}”. Name the column as the template does.",
  "column-twice": "The column “{found}” stands twice in the heading row. Remove one.",
  "row-code-unknown":
    "The criteria set has no code “{found}”{?expected: (perhaps: {expected}?)}. Correct it by the template.",
  "row-without-code": "This row has data but no code. Give the code of the template, or remove the row.",
  "row-code-twice": "The code “{found}” already stands in row {first}. Keep one of the rows.",
  "row-on-title":
    "“{found}” is a title row and is not scored itself. Move this to the row of an item that is scored.",
  "cell-misplaced": "“{found}” does not belong in this cell. Move it to {expected}.",
  "cell-not-readable":
    "This cell is neither text nor number (the spreadsheet may have made it a date, or shows an error). Format it as text and write it again.",
  "cell-not-a-count":
    "“{found}” is not a count: write a whole number; a point only groups thousands (1.184). Correct it.",
  "cell-not-a-number":
    "“{found}” is not a number as these rows are written: a comma is the decimal sign (98,5); no point and no unit. Correct it.",
  "cell-digits-rounded":
    "The cell holds {found} and the spreadsheet shows {expected}, which was read. Check the formula, and write the figures themselves where you can.",
  "cell-percent-as-share":
    "The cell holds {#found}, which was read as {#found}%. If it is formatted as a percentage, format it as a number and write {#expected}.",
  "cell-percent-unformatted":
    "The cell holds {#found} and does not say its format. If it is {#expected}%, write “{#expected} %”; if it really is {#found}%, write “{#found} %”.",
  "cell-count-with-decimals":
    "The cell holds {#found}, which is no whole number.{?meant: For {#meant} write it anew as {meant}, without a point.} A count is a whole number.",
  "cell-nothing-arose":
    "A figure is needed here, and 0 does not stand for “nothing arose”. Where nothing arose and the item allows it, write “Không áp dụng” (not applicable) in its own row, with the reason in “Giải trình”.",
  "cell-is-percent": "The cell shows {found}, and no percentage is asked here. Write the figure itself.",
  "cell-is-day":
    "The spreadsheet took this cell for the day {found}. Format it as text (or as a number) and write it again.",
  "cell-error":
    "The formula in this cell gives {found}. Correct the formula, or remove it and write the figure.",
  "cell-uncalculated":
    "The formula in this cell was never calculated. Open the file in a spreadsheet program and save it, or write the figure.",
  "cell-merged":
    "This cell is merged into another and holds nothing. Split the cells and write each figure in its row.",
  "claim-in-figure":
    "“{found}” does not belong into a row of figures. Write “Không áp dụng” in the row {expected}, column “Số liệu”, with the reason in “Giải trình”.",
  "cell-mark-unclear":
    "“{found}” is not a mark. Write x for yes; leave the cell empty, or write không, for no.",
  "options-marked-twice": "Several options are marked ({;found}). Mark just one.",
  "option-unmarked": "No option is marked. Mark the one that holds with x, or leave the whole item empty.",
  "figure-missing":
    "This figure is missing, while others of the same item are there. Add it (0 where there was none).",
  "row-missing": "The row of figures with the code {expected} is missing. Copy it from the template.",
  "explanation-day-missing":
    "The form of explanation has no day{?found: (“{found}” is none)}. Write it in the cell “Ngày giải trình” above the table, such as 20/01/2027.",
  "claim-without-reason": "The claim of not applicable has no reason. Give it in the column “{expected}”.",
  "evidence-unclear":
    "The document “{found}” cannot be read. Write one line for each with number, day and body: “Kế hoạch số 12/KH-UBND ngày 20/01/2026 của UBND xã”, or: number; issuing body; day/month/year; “mục …; trang …” (section and page may be left out).",
  // Score vectors (audit/vector.ts)
  "vector-unreadable":
    "“{found}” is no score vector: one begins with “{expected}” and has 9 sections parted by semicolons. Copy the whole line again.",
  "vector-of-other-set":
    "The vector is of the criteria set “{found}”, not of “{expected}”. Use that very set and edition.",
  "vector-length-differs":
    "The vector has {found} items here, the criteria set has {expected}. Copy the whole line again.",
  "vector-part-wrong":
    "The section “{found}” of the vector cannot be read (expected: {expected}). Copy it again.",
  "vector-mark-wrong":
    "Item {item}: the mark “{found}” in the vector cannot be read (expected: {expected}). Copy it again.",
  "vector-check-differs":
    "The check code “{found}” does not fit (it would be “{expected}”): something was copied wrongly, or the criteria set was changed. Compare with the print.",
};

/** The form in which a unit scores itself. */
export const enRows: Words["rows"] = {
  place: "Place",
  unitId: "Unit id",
  unit: "Unit",
  index: "Index (%)",
  grade: "Grade",
  note: "Note",
  id: "Id",
  title: "Criterion",
  maximum: "Maximum",
  claimed: "Claimed",
  points: "Points",
  componentIndex: "Component index (%)",
  unranked: "Not ranked: {reason}{?between:; {between}}",
  mean: "Mean of the units ({#count})",
  exactIndex: "Unrounded index: {#value}",
  decidedBy: "Equal index, decided by {what}: {#value}",
  notApplicable: "Not applicable",
  pending: "No points yet",
  result: "Result",
  notApproved: "Not yet approved",
  noted: "{;parts}",
  between: "from {#low} to {#high} points",
  indexBetween: "index from {%low} to {%high}",
  conversion: "Conversion: {source}",
  late: "Late self-assessment",
  capOfLine: "Cap: {title}",
  capOfBonus: "Cap of all bonus points",
  capOfPenalty: "Cap of all penalty points",
  most: "The highest index",
  least: "The lowest index",
};

/** What stands in a sheet: in place of the texts of the same codes in `issues`. */
const enOnSheets: Words["onSheets"] = {
  "missing-key": "“{expected}” is empty. Fill it in.",
  "unknown-key":
    "“{found}” is not understood in this cell{?expected:; what is used: {expected}}. Correct it.",
  "wrong-type": "What stands here is of the wrong kind ({found}). Write it as the example of the column.",
  "empty-text": "This cell is empty. Fill it in.",
  "empty-list": "Nothing is written here. Add it.",
  "not-a-decimal": "“{found}” is no number as they are written here (for example 98,5). Write it again.",
  "not-a-date": "“{@found}” is not a real day. Write it again as day/month/year, for example 22/12/2026.",
  "round-of-other-set":
    "The sheet “Đợt” names the criteria set “{found}”, this folder uses “{expected}”. Use the workbook of this round.",
  "round-of-other-edition":
    "The sheet “Đợt” names edition {found}, the criteria set of this folder is edition {expected}. Use the workbook of this round.",
  "answer-on-statistic":
    "Item {item} takes figures of another agency; units do not score it. Clear it in the form; the figures stand in the sheet “Số liệu” of the round.",
  "answer-with-neither":
    "Item {item} has no figures and no claim that it does not apply. Write the figures in the rows beneath it, or choose “Không áp dụng” in the column “Số liệu”; if the unit does not score it, clear what was written.",
  "not-submitted":
    "The day on which “{unit}” handed in its form is not written, so nobody knows whether it was in time. Write it in the column “Ngày nộp” of the sheet “Đơn vị”.",
  "late-submission":
    "The report was sent on {@found}, the deadline was {@expected}: {#days} {days|day|days} late. What the set deducts is deducted by itself; an extension is written in the sheet “Gia hạn”.",
  "entry-by-unit":
    "Item {item}: the unit may only explain, not “{found}”. Correct the column “Người quyết định” or “Ý kiến”.",
  "explanation-by-council":
    "Item {item}: an explanation is the unit's, but “{found}” wrote it. Write “đơn vị” in the column “Người quyết định”, or correct the column “Ý kiến”.",
  "explanation-at-wrong-stage":
    "Item {item}: an explanation belongs to “lần 1”, not to “{found}”. Correct the column “Lần thẩm định”.",
  "unit-without-council":
    "“{unit}” belongs to no council, so nobody may decide. Write it in the column “Hội đồng” of the sheet “Đơn vị”.",
  "role-without-right":
    "“{found}” does not decide at “{expected}”. Correct the column “Người quyết định”, or add “{expected}” to the column “Quyết định ở” of the sheet “Hội đồng”.",
  "role-beyond-scope":
    "“{found}” may only look at {expected}, not at item {item}. Correct the column “Người quyết định”, or “Chỉ xem xét mục” of the sheet “Hội đồng”.",
  "item-without-role":
    "{stage}: no role of the council may look at {found}. Add it in the column “Chỉ xem xét mục” of the sheet “Hội đồng”.",
  "entry-value-missing":
    "Item {item}: an adjustment needs the column “Số liệu”, “Điểm” or “Phiếu (vai trò: điểm)”. Fill in one of the three.",
  "votes-missing":
    "Item {item}: there is no vote. Write the votes in the column “Phiếu (vai trò: điểm)”, or clear the column “Vắng mặt”.",
  "vote-missing":
    "Item {item}: the vote of {found} is missing. Write it; who was absent stands in the column “Vắng mặt”.",
  "reason-missing":
    "Item {item}: a decision that changes the result needs a reason. Write it in the column “Lý do”.",
  "relative-by-points":
    "Item {item} is scored against other units and adjusted by figures alone. Write them in the column “Số liệu”, no points.",
  "statistic-not-decided":
    "Item {item} takes figures of another agency; the council adjusts nothing here ({found}). Clear this row and correct the sheet “Số liệu”.",
  "nothing-to-accept":
    "Item {item}: the unit claims nothing that could be accepted. Write “điều chỉnh” with figures and a reason.",
  "entry-twice":
    "Item {item} was decided at “{found}” already{?row: (row {row})}. There is one decision for each item at each stage: keep one.",
  "explanation-before-first":
    "Item {item}: explained on {@found}, before the result of the first appraisal. Check the day, in the sheet “Quyết định” too.",
  "explanation-after-second":
    "Item {item}: explained on {@found}, after the result of the second appraisal on {@expected}. Check the day; a late explanation does not count.",
  "entry-before-earlier-stage":
    "Item {item}: decided on {@found}, before the stage that precedes it, on {@expected}. Check this day, those of the earlier stage and the sheet “Quyết định” (Excel may have changed day and month over).",
  "entry-after-closing":
    "Item {item}: decided on {@found}, after the act of {@expected} that closed the stage. Check both days, in the sheet “Quyết định” too; what is closed can only be corrected (“đính chính”) by a decision of its own.",
  "correction-before-closing":
    "Item {item}: corrected on {@found}, while there is no act on the final result. Write the decision into the stage that is open, or add the act in the sheet “Quyết định”.",
  "correction-without-decision":
    "Item {item}: a correction needs a decision of its own. Fill in “Quyết định đính chính” and “Ngày quyết định đính chính”.",
  "decision-without-correction":
    "Item {item}: only a correction has a decision of its own. Clear “Quyết định đính chính”, or write “đính chính” in the column “Lần thẩm định”.",
  "act-twice": "“{found}” of “{expected}” was closed by an act already. Keep one act.",
  "act-before-earlier-act":
    "The act of {@found} stands before that of the stage that precedes it, {@expected}. Check both days (Excel may have changed day and month over).",
  "finding-unaddressed":
    "No decision of the council deals with the finding “{found}”{?item: on item {item}}. Write its id in the column “Kết quả kiểm tra” of a decision.",
  "statistic-missing":
    "Criterion {item}: there are no figures for “{unit}” yet, so its result is pending. Write them in the sheet “Số liệu”.",
  "counts-missing":
    "There are no counts of “{questionnaire}” for “{unit}” yet. Bring them in with import, or write them in the sheet “Khảo sát”; a group without a survey stands in the sheet “Không khảo sát” with the reason.",
  "batch-missing":
    "There are survey counts, but “Lô phiếu đã nhập” in the sheet “Đợt” is empty. Give each import a name, so that none is added twice.",
  "percent-above-hundred":
    "Criterion {item}: {#found} % is above 100 %. Check the percentage; in a cell in percent format type the sign too, for example 78,5%.",
  "column-missing": "The heading row has no column “{expected}”. Write its name again as it was.",
};

/** All English words. */
export const enWords: Words = {
  style: enStyle,
  terms: enTerms,
  rules: enRules,
  explanation: enExplanation,
  history: enHistory,
  gains: enGains,
  targets: enTargets,
  inspection: enInspection,
  decided: enDecided,
  intervals: enIntervals,
  difference: enDifference,
  movement: enMovement,
  outstanding: enOutstanding,
  report: enReport,
  workbook: enWorkbook,
  verification: enVerification,
  table: enTable,
  changes: enChanges,
  listing: enListing,
  command: enCommand,
  office: enOffice,
  named: enNamed,
  issues: enIssues,
  onSheets: enOnSheets,
  rows: enRows,
};

/** The English words of what an app shows: results, explanations, histories, issues. Those of other entries are with them. */
export const en: AppWords = {
  style: enStyle,
  terms: enTerms,
  rules: enRules,
  explanation: enExplanation,
  history: enHistory,
  movement: enMovement,
  outstanding: enOutstanding,
  named: enNamed,
  issues: enIssues,
};
