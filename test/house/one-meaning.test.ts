/**
 * What the law says stands in one place. A second copy of it would need the same parts: it would divide, round, read the
 * limits of the index, tell ties apart or put entries in order by itself. So each of these is listed with the functions
 * that do it, by name (a name is defined once in `src`). Who needs the meaning calls one of them.
 */
import ts from "typescript";
import { describe, expect, test } from "vitest";
import { sourceFiles, sourceTree } from "../support/imports.ts";

const trees = new Map(sourceFiles.map((file) => [file, sourceTree(file)]));

/** The function, constant or type at the top of a file within which a node stands. */
function within(node: ts.Node): string {
  const top = ts.findAncestor(node, (above) => above.parent !== undefined && ts.isSourceFile(above.parent));
  if (top === undefined) return "";
  if (ts.isVariableStatement(top)) return top.declarationList.declarations[0]?.name.getText() ?? "";
  return "name" in top ? (top.name as ts.Node).getText() : "";
}

/** The functions that have a node which answers a question, in files that do too; number.ts is asked only where said. */
function users(asks: (node: ts.Node) => boolean, isAsked = (file: string): boolean => file !== "number.ts") {
  const found = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (asks(node)) found.add(within(node));
    ts.forEachChild(node, visit);
  };
  for (const [file, tree] of trees) if (isAsked(file)) visit(tree);
  return [...found].sort();
}

/** Calls of functions, or their being handed on as a value. */
const uses =
  (...names: readonly string[]) =>
  (node: ts.Node): boolean =>
    ts.isIdentifier(node) &&
    names.includes(node.text) &&
    (ts.isCallExpression(node.parent) || ts.isPropertyAssignment(node.parent)) &&
    !(ts.isPropertyAssignment(node.parent) && node.parent.name === node);

/** Reading of a key, however: `it.key`, `it["key"]`, `{ key }`. */
const reads =
  (...keys: readonly string[]) =>
  (node: ts.Node): boolean => {
    const { parent } = node;
    if (ts.isStringLiteral(node)) return ts.isElementAccessExpression(parent) && keys.includes(node.text);
    if (!ts.isIdentifier(node) || !keys.includes(node.text)) return false;
    if (ts.isPropertyAccessExpression(parent)) return parent.name === node;
    return ts.isBindingElement(parent) && (parent.propertyName ?? parent.name) === node;
  };

/** A text as a value, not as a type. */
const says =
  (text: string) =>
  (node: ts.Node): boolean =>
    ts.isStringLiteral(node) && node.text === text && !ts.isLiteralTypeNode(node.parent);

const names = (list: string): readonly string[] => list.trim().split(/\s+/).sort();

describe("arithmetic", () => {
  test("is that of number.ts: integers are divided elsewhere only for days, columns, and draws", () => {
    const operators = [
      ts.SyntaxKind.SlashToken,
      ts.SyntaxKind.PercentToken,
      ts.SyntaxKind.SlashEqualsToken,
      ts.SyntaxKind.PercentEqualsToken,
    ];
    const divides = (node: ts.Node): boolean =>
      ts.isBinaryExpression(node) && operators.includes(node.operatorToken.kind);
    expect(users(divides)).toEqual(
      names(`columnLetters deviations firstOfMonth importFile isDay isWeekday nearest numberFrom quarterOf sayProgress stampOf whole
        workingDaysBetween`),
    );
  });

  test("has no other big integers than those of the quantiles that are drawn from, and of the check code", () => {
    const isBig = (node: ts.Node): boolean =>
      ts.isBigIntLiteral(node) || (ts.isIdentifier(node) && node.text === "BigInt");
    expect(users(isBig)).toEqual(names("checkCode deviations"));
  });

  test("has no other decimals than those of roots", () => {
    const isDecimal = (node: ts.Node): boolean =>
      ts.isIdentifier(node) && /^(?:Decimal|Precise)$/.test(node.text) && ts.isNewExpression(node.parent);
    expect(users(isDecimal)).toEqual(names("rootOnGrid"));
  });
});

describe("rounding", () => {
  test("is asked for by these, each of which publishes or judges something published", () => {
    expect(users(uses("rounded", "roundedExact", "roundedMean", "shownExactly", "briefFraction"))).toEqual(
      names(`agrees allowedBy canHold cellShown checkGradeSums checkStated checkStraddling compilePlan decidedBy
        decidingDigits differenceText domainsOf fromZero gradeFacts impossible isSteady itemScores judgeMean judgeResult
        lifted listedByPart newAmount percentCell preparedUnit printAmount
        printBounds printed printedRange publishedChange publishedKey rankedValue sampleSize scoreHead
        scoreOf settledSum shareText shownPoints sumFacts toKeyIn totalCell unitList valueInBands visible weighed
        wrongResult`),
    );
  });

  test("of half a unit is asked for by those who judge what others have rounded", () => {
    expect(users(uses("lastPlace", "halfUnit", "halved"))).toEqual(
      names("canHold checkTotalsApart fromZero indexDifference printedInterval printedRange"),
    );
  });

  test("by a mode is decided in number.ts: elsewhere modes are names", () => {
    expect(users(says("half-even"))).toEqual(names("fromZero isSteady policiesSchema"));
  });
});

describe("the index", () => {
  test("comes from its parts in evaluation.ts, which these ask", () => {
    expect(users(uses("totalsOf", "indexTerms", "indexOfTerms", "inPercentOf"))).toEqual(
      names(`besideItems checkGradeSums drawnKeys evaluate exactIndex exactTotals extraOf gradeFacts indexFrom indexOfSums
        indexOfTerms indexSum judgeIndex judgeRow keyedBy leafIndex leafIndexOf listedByPart lossesOf percentOfKind placeSum
        printAmount sealedFacts settledIndex shownLoss termOf totalsOf wholeWorth wrongTotal`),
    );
  });

  test("has its sums from evaluation.ts, which these ask", () => {
    expect(users(uses("sumOver", "sourceSums", "extraOf", "worthOf", "conversionOf", "lateCharge"))).toEqual(
      names(`evaluate exactTotals extraOf indexOfUnit keyedBy listedByPart lossesOf ownParts preparedUnit
        sumDifference totalsOf`),
    );
  });

  test("has its limits there: others check or show them", () => {
    expect(users(reads("limits"))).toEqual(
      names(
        `capOf checkGradeBands checkLimits compilePlan indexCell limitedIndex limitsMessage reachInGrade wrongTotal`,
      ),
    );
  });

  test("has its conversion there: others add up what it starts from, or show it", () => {
    expect(users(reads("converted"))).toEqual(
      names(`addLeaf addResult conversionOf conversionWorking drawnKeys preparedUnit totalsOf withRelative
        worthOf`),
    );
  });

  test("is in percent there: hundred is a number of few others", () => {
    const isHundred = (node: ts.Node): boolean =>
      ts.isIdentifier(node) && node.text === "hundred" && !ts.isImportSpecifier(node.parent);
    expect(users(isHundred, (file) => file !== "number.ts" && !file.startsWith("rules/"))).toEqual(
      names(`answersOf checkBound checkGrade checkReach checkScales checkTargetParts checkTotalsApart checkWeightSum
        inPercentOf indexDifference judgeResult limitLine percentCell percentFrom pooledShare
        judgeMean reachInGrade reachesBound readResult sampleOf sampleSize`),
    );
  });
});

describe("places and ties", () => {
  test("are found in ranking.ts, which these ask", () => {
    expect(users(uses("compareKeys", "compareRanked", "placesByUnit", "placeAmong", "placeNumbers"))).toEqual(
      names(`changedPlaces compareRanked decidedBy drawnPlaces indexes intervalsOf lifted placedGroup
        merged otherPlaces placeAmong placeNumbers placesByPosition placesByUnit placesOf
        placesUnder rankedGroup unitList`),
    );
  });

  test("depend on the policy there: others check or show it, or judge a table by it", () => {
    expect(users((node) => reads("ties")(node) || says("dense")(node))).toEqual(
      names(`checkPlaces placeAmong placeCell placeNumbers placesByPosition placesByUnit
        placesOf policiesPart printedPlaces rankingSchema`),
    );
  });
});

describe("the grade", () => {
  test("is found in score.ts, which these ask", () => {
    expect(users(uses("gradeOf"))).toEqual(names("gradeCell gradesOf gradesWithin indexReaches"));
    expect(users(uses("gradesOf"))).toEqual(names("lifted scoreHead scoreOf wrongResult"));
  });

  test("has its bounds there: others check, show or seal them", () => {
    const asks = (node: ts.Node): boolean =>
      ts.isIdentifier(node) && node.text === "grades" && !ts.isPropertySignature(node.parent);
    expect(users(asks)).toEqual(
      names(`areBestFirst askedGoal checkConditions checkEnds checkGradeBands checkGradeOrder checkGradeSums checkGrades completeSet
        criteriaFileSchema declaredBy declaredShape explainGrade gradeCell gradeNamed gradeOf gradesOf gradesPart
        gradesWithin indexReaches isReached lifted namesOf noteCell noteOf passedQuotas quotaText rankedTable
        rankingRows scoreHead scoreOf scoreRows tableShape wrongResult`),
    );
  });
});

describe("the ledger", () => {
  test("has its order in appraisal.ts, which these ask", () => {
    expect(users(uses("byReplay", "byStage", "inReplayOrder"))).toEqual(
      names(`byReplay canonical checkAddressed checkDay checkReturns decidedLines inActOrder inLedgerOrder
        inReplayOrder isWithin leafHistory leafStanding lineHistory misplaced readActs`),
    );
  });

  test("has its stages in order there", () => {
    const asks = (node: ts.Node): boolean =>
      ts.isPropertyAccessExpression(node) && node.getText() === "stages.indexOf";
    expect(users(asks)).toEqual(names("byStage"));
  });

  test("is sorted by nobody else: whoever sorts by stage asks for that order", () => {
    const isSort = (node: ts.Node): boolean =>
      ts.isCallExpression(node) &&
      /\.(?:sort|toSorted)$/.test(node.expression.getText()) &&
      /\bstage\b|byReplay|byStage/.test(node.getText().slice(node.expression.getText().length));
    expect(users(isSort)).toEqual(names("canonical checkReturns inActOrder inLedgerOrder inReplayOrder"));
  });

  test("says in one place what has evidence: others name the needs", () => {
    expect(users(says("or-explanation"))).toEqual(names("hasEvidence itemSchema"));
  });
});
