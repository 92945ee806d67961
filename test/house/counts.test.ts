/**
 * What keeps `src` small and of one piece: how many files and lines it has, and what none of its code does. Read from the
 * syntax tree, so that neither comments nor layout count.
 */
import ts from "typescript";
import { describe, expect, test } from "vitest";
import { importsOf, sourceFiles, sourceTree } from "../support/imports.ts";

const limits = {
  files: 130,
  /** Lines that hold code: no comment, blank line or import. */
  lines: 37_760,
  linesOfFile: 600,
  parameters: 4,
  casts: 95,
  /** A file with fewer lines of code and one importer belongs into that importer. */
  linesToStandAlone: 40,
};

/** Tables of words are as long as what is said. */
const isTable = (file: string): boolean => /words|words\//.test(file);
const entries = ["index.ts", "criteria.ts", "audit.ts", "check.ts", "process.ts"];
/** Entries, and kinds of rules, stand in files of their own however small. */
const standsAlone = (file: string): boolean => !file.includes("/") || file.startsWith("rules/");

const trees = new Map(sourceFiles.map((file) => [file, sourceTree(file)]));

function visit(node: ts.Node, see: (node: ts.Node) => void): void {
  see(node);
  ts.forEachChild(node, (child) => visit(child, see));
}

/** Every node of every file that a question finds, as the file and what is said of it. */
function found(say: (node: ts.Node, tree: ts.SourceFile) => string | undefined): readonly string[] {
  const all = new Set<string>();
  for (const [file, tree] of trees)
    visit(tree, (node) => {
      const text = say(node, tree);
      if (text !== undefined) all.add(`${file} ${text}`.trim());
    });
  return [...all].sort();
}

const lineAt = (tree: ts.SourceFile, position: number): number =>
  tree.getLineAndCharacterOfPosition(position).line;

function linesOf(tree: ts.SourceFile): number {
  const lines = new Set<number>();
  const mark = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isJSDoc(node)) return;
    const parts = node.getChildren(tree);
    if (parts.length > 0) return parts.forEach(mark);
    if (node.end === node.getStart(tree)) return;
    for (let line = lineAt(tree, node.getStart(tree)); line <= lineAt(tree, node.end); line++)
      lines.add(line);
  };
  mark(tree);
  return lines.size;
}

const lines = new Map([...trees].map(([file, tree]) => [file, linesOf(tree)]));

const declares = (node: ts.Node): node is ts.SignatureDeclaration =>
  ts.isFunctionLike(node) && !ts.isIndexSignatureDeclaration(node);

const nameOf = (node: ts.Node): string => {
  const named = "name" in node && node.name !== undefined ? node : node.parent;
  const name = "name" in named ? (named.name as ts.Node | undefined) : undefined;
  return name !== undefined && ts.isIdentifier(name) ? name.text : "";
};

describe("how large src is", () => {
  test("it has no more files than the limit", () => {
    expect(sourceFiles.length).toBeLessThanOrEqual(limits.files);
  });

  test("it has no more lines of code than the limit", () => {
    expect([...lines.values()].reduce((sum, own) => sum + own, 0)).toBeLessThanOrEqual(limits.lines);
  });

  test("no file is longer than can be read in one sitting, tables of words apart", () => {
    const long = [...lines].filter(([file, own]) => own > limits.linesOfFile && !isTable(file));
    expect(long).toEqual([]);
  });

  test("no file exists only to be small: it has more lines, more importers, or an entry exports it", () => {
    const importers = (file: string): number => {
      const own = sourceFiles.filter((other) => importsOf(other).some(({ from }) => from === file));
      return own.some((other) => entries.includes(other)) ? Number.POSITIVE_INFINITY : own.length;
    };
    const small = sourceFiles.filter(
      (file) =>
        !standsAlone(file) && (lines.get(file) ?? 0) < limits.linesToStandAlone && importers(file) <= 1,
    );
    expect(small).toEqual([]);
  });
});

describe("what no code does", () => {
  test("no signature has more than four parameters", () => {
    const long = found((node) =>
      declares(node) && node.parameters.length > limits.parameters ? nameOf(node) : undefined,
    );
    expect(long).toEqual([]);
  });

  test("no value is taken for another type more often than the limit", () => {
    let casts = 0;
    for (const tree of trees.values())
      visit(tree, (node) => {
        if (ts.isTypeAssertionExpression(node) || ts.isNonNullExpression(node)) casts += 1;
        if (ts.isAsExpression(node) && node.type.getText(tree) !== "const") casts += 1;
      });
    expect(casts).toBeLessThanOrEqual(limits.casts);
  });

  test("`it` is the parameter of an arrow function of one line, and nothing else", () => {
    const wrong = found((node, tree) => {
      if (!ts.isIdentifier(node) || node.text !== "it") return undefined;
      const { parent } = node;
      const isNamed =
        (ts.isVariableDeclaration(parent) || ts.isBindingElement(parent) || ts.isParameter(parent)) &&
        parent.name === node;
      if (!isNamed) return undefined;
      const holder = ts.findAncestor(
        parent,
        (above) => !ts.isBindingElement(above) && !ts.isBindingName(above) && !ts.isParameter(above),
      );
      if (holder !== undefined && ts.isFunctionTypeNode(holder)) return undefined;
      if (holder === undefined || !ts.isArrowFunction(holder)) return "";
      return lineAt(tree, holder.getStart(tree)) === lineAt(tree, holder.end) ? undefined : "";
    });
    expect(wrong).toEqual([]);
  });

  test("no name is defined twice at the top of files", () => {
    const files = new Map<string, Set<string>>();
    for (const [file, tree] of trees)
      for (const name of tree.statements.flatMap(topNames))
        files.set(name, (files.get(name) ?? new Set()).add(file));
    const twice = [...files].filter(([, of]) => of.size > 1).map(([name]) => name);
    expect(twice.sort()).toEqual([]);
  });

  test("what is kept from call to call is kept by `memo` and `brand`, in plain.ts", () => {
    const kept = found((node, tree) => {
      if (!ts.isNewExpression(node)) return undefined;
      const made = node.expression.getText(tree);
      if (/^Weak/.test(made)) return made;
      if (!/^(?:Map|Set)$/.test(made)) return undefined;
      const variable = moduleVariable(node);
      // What is typed as read-only is a table.
      return variable === undefined || /^Readonly(?:Map|Set)\b/.test(variable.type?.getText(tree) ?? "")
        ? undefined
        : `${variable.name.getText(tree)} ${made}`;
    });
    expect(kept).toEqual(["plain.ts WeakMap"]);
  });
});

/** The names that a statement at the top of a file defines. */
function topNames(statement: ts.Statement): readonly string[] {
  if (ts.isVariableStatement(statement))
    return statement.declarationList.declarations.flatMap(({ name }) =>
      ts.isIdentifier(name) ? name.text : [],
    );
  const isNamed =
    ts.isFunctionDeclaration(statement) ||
    ts.isInterfaceDeclaration(statement) ||
    ts.isTypeAliasDeclaration(statement) ||
    ts.isClassDeclaration(statement);
  return isNamed && statement.name !== undefined ? [statement.name.text] : [];
}

/** The variable at the top of a file that a value is made for, not within a function. */
function moduleVariable(node: ts.Node): ts.VariableDeclaration | undefined {
  for (let at: ts.Node | undefined = node; at !== undefined; at = at.parent) {
    if (declares(at) || ts.isSpreadElement(at)) return undefined;
    if (ts.isVariableDeclaration(at)) return ts.isSourceFile(at.parent.parent.parent) ? at : undefined;
  }
  return undefined;
}
