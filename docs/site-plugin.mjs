// What the documentation site does beyond typedoc: pages are called by their first heading, each name says from where it is
// imported, and the search finds names by the words in them and Vietnamese with and without its marks.
import { Converter, IndexEvent, ReflectionKind } from "typedoc";

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
  app.renderer.on(IndexEvent.PREPARE_INDEX, (event) => {
    event.searchFieldWeights.words = 40;
    event.searchFieldWeights.vietnamese = 5;
    for (const [at, result] of event.searchResults.entries()) {
      const page = result.isDocument() ? result.content.map((part) => part.text).join("") : "";
      event.searchFields[at] = {
        ...event.searchFields[at],
        words: result.name.split(/(?<=[\p{Ll}\d])(?=\p{Lu})/u).join(" "),
        vietnamese: vietnamese(`${result.name} ${page}`).join(" "),
      };
    }
  });
}

/**
 * The words of a text that have marks, as the index keeps them whole (it cuts what is no ASCII letter off both ends of a
 * word, but no underscore), and as somebody types them without marks.
 */
function vietnamese(text) {
  const words = text.normalize("NFC").match(/\p{L}+/gu) ?? [];
  return words
    .filter((word) => /[^a-z]/i.test(word))
    .flatMap((word) => [
      `_${word}_`,
      word.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/g, "d").replace(/Đ/g, "D"),
    ]);
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
