/** What each file of src/ imports, read by the TypeScript compiler: from where, and whether for types alone. */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";

/** One import or re-export of a file. */
export interface Import {
  /** The file that it names, from src/; or the name of a package or of a module of Node. */
  readonly from: string;
  /** True where the file is one of src/, or lies beside it. */
  readonly own: boolean;
  /** True where nothing of it is left at run time. */
  readonly typeOnly: boolean;
}

const source = fileURLToPath(new URL("../../src/", import.meta.url));

/** Every file of src/, as a path from there, in code-unit order. */
export const sourceFiles: readonly string[] = readdirSync(source, { recursive: true, withFileTypes: true })
  .filter((it) => it.isFile() && it.name.endsWith(".ts"))
  .map((it) => join(it.parentPath, it.name).slice(source.length))
  .sort();

/** The text of a file of src/. */
export const sourceText = (file: string): string => readFileSync(join(source, file), "utf8");

/** The syntax tree of a file of src/. */
export const sourceTree = (file: string): ts.SourceFile =>
  ts.createSourceFile(file, sourceText(file), ts.ScriptTarget.ES2022, true);

function typeOnly(statement: ts.ImportDeclaration | ts.ExportDeclaration): boolean {
  if (ts.isExportDeclaration(statement)) {
    const { exportClause } = statement;
    if (statement.isTypeOnly) return true;
    return (
      exportClause !== undefined &&
      ts.isNamedExports(exportClause) &&
      exportClause.elements.every((it) => it.isTypeOnly)
    );
  }
  const clause = statement.importClause;
  if (clause === undefined) return false;
  if (clause.isTypeOnly) return true;
  const names = clause.namedBindings;
  return (
    clause.name === undefined &&
    names !== undefined &&
    ts.isNamedImports(names) &&
    names.elements.every((it) => it.isTypeOnly)
  );
}

const known = new Map<string, readonly Import[]>();

/** What a file of src/ imports, in its own order. */
export function importsOf(file: string): readonly Import[] {
  const before = known.get(file);
  if (before !== undefined) return before;
  const found = sourceTree(file).statements.flatMap((it): Import[] => {
    if (!ts.isImportDeclaration(it) && !ts.isExportDeclaration(it)) return [];
    if (it.moduleSpecifier === undefined || !ts.isStringLiteral(it.moduleSpecifier)) return [];
    const { text } = it.moduleSpecifier;
    const own = text.startsWith(".");
    return [{ from: own ? normalize(join(dirname(file), text)) : text, own, typeOnly: typeOnly(it) }];
  });
  known.set(file, found);
  return found;
}
