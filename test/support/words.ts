// A language of no words: what is said in it shows the code of each text and the values in it, and not a word more.
import { type Issue, issueSentence } from "../../src/issue.ts";
import { viWords as vi } from "../../src/words/vi.ts";
import type { Words } from "../../src/words/words.ts";

/** The names in a text, with their marks, read apart from the library: what follows each brace that opens a name. */
export const namesIn = (text: string): readonly { readonly mark: string; readonly name: string }[] =>
  [...text.matchAll(/\{([#%@;?_]?)([A-Za-z0-9]+)(?=[}|:])/g)].map(([, mark = "", name = ""]) => ({
    mark,
    name,
  }));

/** Answers `⟦section.key⟧` for every text, and after it the values that the Vietnamese one takes, in their marks. */
export const wordless: Words = new Proxy(vi, {
  get: (sections, section: string) =>
    new Proxy<Readonly<Record<string, string>>>(Reflect.get(sections, section) ?? {}, {
      get: (texts, key: string) => {
        const values = namesIn(texts[key] ?? "").flatMap(({ mark, name }) =>
          mark === "?" ? [] : `{${mark}${name}}`,
        );
        return [`⟦${section}.${key}⟧`, ...new Set(values)].join("");
      },
    }),
});

/** What is left of a text once its codes are taken out. */
export const withoutCodes = (text: string): string => text.replace(/⟦[^⟦⟧]*⟧/g, " ");

/** An issue in words of both languages. */
export const inBoth = (issue: Issue): { readonly vi: string; readonly en: string } => ({
  vi: issueSentence(issue, "vi"),
  en: issueSentence(issue, "en"),
});

/** An issue in Vietnamese; undefined where there is none. */
export const viOf = (issue: Issue | undefined): string | undefined => issue && inBoth(issue).vi;

/** An issue in English; undefined where there is none. */
export const enOf = (issue: Issue | undefined): string | undefined => issue && inBoth(issue).en;
