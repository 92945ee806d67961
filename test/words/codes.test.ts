/**
 * Every code of a result has words: the test goes over all unions of texts in the public types of the entry
 * `par-index`, and names those that nobody shows, each with its reason. Needs `npm run build`.
 */
import ts from "typescript";
import { expect, test } from "vitest";
import { viTerms } from "../../src/words/vi.ts";
import { publicNames } from "../support/public.ts";

/** Unions without words of their own, each with its reason. */
const notShown: Readonly<Record<string, string>> = {
  // Discriminants of what has words as a whole, or figures.
  "AppraisedLine.standing.kind": "facts or points",
  "Claim.kind": "facts, points or not applicable",
  "Change.state": "a result or its refusal, each with its parts",
  "Given.kind": "what is given, which ruleText and the explanation say",
  "GradeStep.kind": "a kind of step, which explanationText says",
  "IndexStep.kind": "the same",
  "LeafStep.kind": "the same",
  "LineWorking.kind": "the same",
  "NodeStep.kind": "the same",
  "PlaceStep.kind": "the same",
  "Standing.kind": "facts or points, beside states",
  "UnscoredStep.kind": "the same",
  // What a set declares, which its table prints as sentences.
  // A comparison, which differenceText says in sentences.
  "ComparedIndexes.state": "a result, whose parts differenceText says",
  "Incomparable.reason": "that of an unranked unit, which differenceText says",
  "Incomparable.side": "where a reason stands",
  "LineDifference.kind": "a part, which differenceText says",
  "NotComparable.state": "reasons, which differenceText says",
  "EditionNote.kind": "declared",
  "AskedCondition.kind": "what a condition of a grade names; its words are a sentence",
  "LatePolicy.kind": "declared",
  "Policies.missing": "declared",
  "Policies.openFindings": "declared",
  "Policies.rounding.mode": "declared",
  "Policies.silence": "declared",
  "Policies.unanswered": "declared",
  "RankingPolicy.on": "declared",
  "RankingPolicy.ties": "declared",
  "SurveyPlan.belowLeast": "declared",
  "SurveyPlan.emptyGroup": "declared",
  "SurveyPlan.notHeld": "declared",
  // What a caller chooses.
  Detail: "chosen by the caller",
  "FormFigure.holds": "the type of a field, which is drawn and not said",
};

/** The literal texts of each union, by the type and key where it stands; discriminants of a union of objects together. */
function unions(): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  const visit = (node: ts.Node, owner: string): void => {
    // The keys that are picked of another type are no codes.
    if (ts.isIndexedAccessTypeNode(node) || ts.isHeritageClause(node)) return;
    if (ts.isTypeReferenceNode(node) && /^(?:Pick|Omit)$/.test(node.typeName.getText())) return;
    const own = ts.isPropertySignature(node) ? `${owner}.${node.name.getText()}` : owner;
    if (ts.isLiteralTypeNode(node) && ts.isStringLiteral(node.literal))
      found.set(own, (found.get(own) ?? new Set()).add(node.literal.text));
    ts.forEachChild(node, (child) => visit(child, own));
  };
  for (const { name, declarations } of publicNames("index"))
    for (const declaration of declarations)
      if (ts.isInterfaceDeclaration(declaration) || ts.isTypeAliasDeclaration(declaration))
        visit(declaration, name);
  return found;
}

const lists = new Map<string, Set<string>>();
for (const code of Object.keys(viTerms)) {
  const [list = "", ...rest] = code.split(".");
  lists.set(list, (lists.get(list) ?? new Set()).add(rest.join(".")));
}

test("a union of the public types has words in one list, or stands among those that nobody shows", () => {
  const all = unions();
  expect(all.get("LeafState")).toEqual(new Set(["scored", "unanswered", "not-applicable", "pending"]));
  const wordless = [...all].flatMap(([owner, codes]) =>
    [...lists.values()].some((list) => [...codes].every((code) => list.has(code))) ? [] : owner,
  );
  expect(wordless.sort()).toEqual(Object.keys(notShown).sort());
});
