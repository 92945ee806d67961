// What every consumer does with the library, on Node and in a browser: reads a round, scores, ranks, explains,
// compares, seals and verifies, and gives it all as one text, so that two consumers can be held equal byte by byte.

/**
 * @param {typeof import("par-index") & typeof import("par-index/audit") & typeof import("par-index/criteria")
 *   & typeof import("par-index/check") & typeof import("par-index/process")} library
 * @param {unknown} file The round, parsed from JSON.
 */
export function job(library, file) {
  const set = library.criteriaSet("hoa-lam/department/2026");
  const round = library.readRound(set, file);
  const unit = round.units[0].id;
  const other = round.units[1].id;
  const explained = library.explain(set, round, unit);
  const record = library.seal(set, round, { unit });
  const group = library.seal(set, round, { group: "special" }, { texts: "digest" });
  return JSON.stringify({
    assessment: library.assess(set, round),
    explained,
    vi: library.explanationText(explained, "vi"),
    en: library.explanationText(explained, "en"),
    difference: library.compare({ set, round, unit }, { set, round, unit: other }),
    record,
    group,
    verified: library.verify(record, { set, round }),
    refused: library.checkCriteriaText('{ "format": 1, "form": 2 }'),
    sample: library.sampleSize(3321),
    plans: library.inspectionPlanIds,
    sets: library.criteriaSetIds.map((id) => library.criteriaSet(id)),
  });
}
