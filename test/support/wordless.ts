/**
 * A language of no words: what is said in it shows the code of each text and the values in it, and not a word more.
 * Nothing of `src/` is imported here, so that a test can put such a language in the place of the library's own.
 */

type Section = Readonly<Record<string, string>>;
type Table = Readonly<Record<string, Section>>;

/** The names in a text, with their marks, read apart from the library: what follows each brace that opens a name. */
export const namesIn = (text: string): readonly { readonly mark: string; readonly name: string }[] =>
  [...text.matchAll(/\{([#%@;?_]?)([A-Za-z0-9]+)(?=[}|:])/g)].map(([, mark = "", name = ""]) => ({
    mark,
    name,
  }));

/** Answers `⟦section.key⟧` for every text of a section, and after it the values that the text takes, apart. */
const wordlessSection = <S extends object>(name: string, texts: S): S =>
  new Proxy(texts, {
    get: (own, key) => {
      const text: unknown = Reflect.get(own, key);
      if (typeof key !== "string") return text;
      const values = namesIn(typeof text === "string" ? text : "").flatMap((it) =>
        it.mark === "?" ? [] : `{${it.mark}${it.name}}`,
      );
      return [`⟦${name}.${key}⟧`, ...new Set(values)].join("·");
    },
  });

/** A table of words without words. */
export const wordlessTable = <T extends object>(words: T): T =>
  new Proxy(words, {
    get: (sections, name) => {
      const section: unknown = Reflect.get(sections, name);
      return typeof name === "string" ? wordlessSection(name, Object(section ?? {})) : section;
    },
  });

const isTable = (value: Section | Table): value is Table => typeof Object.values(value)[0] === "object";

/** What a module of words exports, without words: its tables, and its sections by their names (`viRules` is `rules`). */
export const wordlessModule = (module: Readonly<Record<string, Section | Table>>): object =>
  Object.fromEntries(
    Object.entries(module).map(([name, value]) => [
      name,
      isTable(value)
        ? wordlessTable(value)
        : wordlessSection(
            name.replace(/^[a-z]+(.)/, (_, first: string) => first.toLowerCase()),
            value,
          ),
    ]),
  );

/** What is left of a text once its codes are taken out. */
export const withoutCodes = (text: string): string => text.replace(/⟦[^⟦⟧]*⟧/g, " ");

/** Every text in a value, and the keys that it has. */
export function* textsIn(value: unknown): Generator<string> {
  if (typeof value === "string") {
    yield value;
    if (value.startsWith("{")) yield* textsIn(JSON.parse(value));
  }
  if (typeof value !== "object" || value === null) return;
  for (const [key, part] of Object.entries(value)) {
    if (!Array.isArray(value)) yield key;
    yield* textsIn(part);
  }
}

const oneLine = (text: string): string => text.replace(/\s+/g, " ").trim();

/** The ends of a text that begin with a word and have more than one: of “tasks done” out of “tasks” the end is said alone. */
const endsOf = (text: string): readonly string[] =>
  [...text.matchAll(/(?<=[^\p{L}\p{N}])[\p{L}\p{N}]/gu)]
    .map(({ index }) => text.slice(index))
    .filter((end) => end.includes(" "));

const headOf = (text: string): string => (/^[\p{L}\p{N}]+|^./u.exec(text)?.[0] ?? "").toLowerCase();
const endsInWord = (text: string): boolean => /[\p{L}\p{N}]$/u.test(text);

/** Texts by the word that they begin with, the longest first. */
type TextsByHead = ReadonlyMap<string, readonly string[]>;

const known = new Map<unknown, TextsByHead>();

/** The texts of a value, their ends and what stands in them in brackets or before a colon; made once for each value. */
function textsByHead(value: unknown): TextsByHead {
  const before = known.get(value);
  if (before !== undefined) return before;
  const whole = [...new Set(textsIn(value))].map((it) => oneLine(it).replace(/\.$/, ""));
  const pieces = whole.flatMap((it) => it.split(/ *[():] */));
  const own = new Set([...whole.flatMap((it) => [it, ...endsOf(it)]), ...pieces]);
  const byHead = new Map<string, string[]>();
  for (const it of [...own].filter((one) => /\p{L}/u.test(one)).sort((a, b) => b.length - a.length)) {
    const like = byHead.get(headOf(it));
    if (like === undefined) byHead.set(headOf(it), [it]);
    else like.push(it);
  }
  known.set(value, byHead);
  return byHead;
}

/**
 * Finds the words in a text that are none of the texts that were given: whole texts, their ends and what stands in them
 * in brackets or before a colon are taken out, the longest first, with a capital or without.
 */
export function foreignWords(...given: readonly unknown[]): (text: string) => readonly string[] {
  const all = given.map(textsByHead);
  return (text) => {
    const line = oneLine(withoutCodes(text));
    const isOwn = (it: string, at: number): boolean =>
      line.startsWith(it.slice(1), at + 1) && !(endsInWord(it) && endsInWord(line.charAt(at + it.length)));
    const left: string[] = [];
    for (let at = 0; at < line.length; ) {
      const head = headOf(line.slice(at, at + 80));
      const found = Math.max(
        ...all.map((texts) => texts.get(head)?.find((it) => isOwn(it, at))?.length ?? 0),
      );
      if (found === 0 && /\p{L}/u.test(head)) left.push(line.slice(at, at + head.length));
      at += found || head.length;
    }
    return left;
  };
}
