/** The public names of the package, read by the TypeScript compiler from the declarations that `npm run build` wrote. */
import { join } from "node:path";
import ts from "typescript";
import { checkout } from "./packed.ts";

/** The entries of the package, by the name of their file. */
export const entries = ["index", "criteria", "audit", "check", "process", "report"] as const;

/** One public name of an entry. */
interface PublicName {
  /** The name. */
  readonly name: string;
  /** Its declarations, as they were written. */
  readonly declarations: readonly ts.Declaration[];
  /** Its documentation. */
  readonly symbol: ts.Symbol;
}

const fileOf = (entry: string): string => join(checkout, "dist", `${entry}.d.ts`);

const program = ts.createProgram(entries.map(fileOf), {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  types: [],
  strict: true,
});

/** The compiler's view of them. */
export const checker = program.getTypeChecker();

/** The public names of an entry, in code-unit order. */
export function publicNames(entry: string): readonly PublicName[] {
  const file = program.getSourceFile(fileOf(entry));
  const module = file && checker.getSymbolAtLocation(file);
  if (module === undefined) throw new Error(`dist/${entry}.d.ts is missing: run \`npm run build\` first`);
  return checker
    .getExportsOfModule(module)
    .map((it) => {
      const symbol = it.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(it) : it;
      return { name: it.name, declarations: symbol.declarations ?? [], symbol };
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

const printer = ts.createPrinter({ removeComments: true });

/** What an entry promises, one declaration after the other, by name; comments and the names of chunks are left out. */
export function publicText(entry: string): string {
  const parts = publicNames(entry).map(({ name, declarations }) => {
    const texts = declarations.map((it) => {
      const statement = ts.isVariableDeclaration(it) ? it.parent.parent : it;
      return printer.printNode(ts.EmitHint.Unspecified, statement, statement.getSourceFile());
    });
    const own = new RegExp(`\\b${name}\\b`);
    const renamed = texts.every((text) => own.test(text)) ? "" : `as ${name}: `;
    return renamed + texts.join("\n").replace(/^(?:export )?declare /gm, "");
  });
  return `${parts.join("\n\n")}\n`;
}

/** The functions among the public names of an entry. */
export function publicFunctions(
  entry: string,
): readonly (PublicName & { readonly parameters: readonly string[] })[] {
  return publicNames(entry).flatMap((it) => {
    const declaration = it.symbol.valueDeclaration;
    if (declaration === undefined) return [];
    const [signature] = checker.getTypeOfSymbolAtLocation(it.symbol, declaration).getCallSignatures();
    return signature === undefined
      ? []
      : [{ ...it, parameters: signature.parameters.map(({ name }) => name) }];
  });
}
