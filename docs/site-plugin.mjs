// What the documentation site does beyond typedoc: pages are called by their first heading, and each name says from
// where it is imported.
import { Converter, ReflectionKind } from "typedoc";

const imported =
  ReflectionKind.Function |
  ReflectionKind.Variable |
  ReflectionKind.Interface |
  ReflectionKind.TypeAlias |
  ReflectionKind.Class;

/** @param {import("typedoc").Application} app */
export function load(app) {
  app.converter.on(Converter.EVENT_RESOLVE_END, ({ project }) => {
    for (const page of project.documents ?? []) {
      const text = page.content.map((part) => part.text).join("");
      page.name = /^# (.+)$/m.exec(text)?.[1] ?? page.name;
    }
    for (const entry of project.children ?? [])
      for (const name of entry.children ?? []) if (name.kindOf(imported)) sayImport(entry.name, name);
  });
}

/** Puts the import line before what is said of a name. */
function sayImport(entry, name) {
  const isType = name.kindOf(ReflectionKind.Interface | ReflectionKind.TypeAlias);
  const line = `import ${isType ? "type " : ""}{ ${name.name} } from "${entry}";`;
  for (const commented of name.signatures ?? [name])
    commented.comment?.summary.unshift(
      { kind: "code", text: `\`\`\`ts\n${line}\n\`\`\`` },
      { kind: "text", text: "\n\n" },
    );
}
