// Small criteria sets as raw JSON, for every test that needs one: a fresh copy each time, so that a test may change it.
import { readdirSync, readFileSync } from "node:fs";

/** A raw JSON object. */
export type Raw = Record<string, unknown>;

/** The text of the small illustrative set. */
export const smallSetText = (): string => text("small-set");

/**
 * The small illustrative set: 2 domains, 9 leaves (choice, ratio twice, checklist, count, survey twice, percent,
 * bands), 2 respondent groups, 2 unit groups, bonus, penalty, grades, calendar and an exemption; 20 points.
 */
export const smallSet = (): Raw => JSON.parse(smallSetText());

/** A small framework: 2 domains of 2 criteria, with no rules yet. */
export const smallFramework = (): Raw => JSON.parse(text("small-framework"));

/** A small summary: two parts with published points only. */
export const smallSummary = (): Raw => JSON.parse(text("small-summary"));

/** Changes values of a raw set, then removes some, and gives it back; paths are keys and positions joined by slashes. */
export function changed(root: Raw, change: Readonly<Raw>, remove: readonly string[] = []): Raw {
  const holderOf = (path: string): [Raw, string] => {
    const steps = path.split("/");
    const last = steps.pop() ?? "";
    const holder = steps.reduce((it, step) => {
      const part = it[step];
      if (typeof part !== "object" || part === null) throw new RangeError(`no ${step} in ${path}`);
      return part as Raw;
    }, root);
    return [holder, last];
  };
  for (const [path, value] of Object.entries(change)) {
    const [holder, last] = holderOf(path);
    holder[last] = value;
  }
  for (const path of remove) {
    const [holder, last] = holderOf(path);
    if (holder[last] === undefined) throw new RangeError(`nothing to remove at ${path}`);
    if (Array.isArray(holder)) holder.splice(Number(last), 1);
    else delete holder[last];
  }
  return root;
}

function text(name: string): string {
  return readFileSync(new URL(`./${name}.json`, import.meta.url), "utf8");
}

/** A file of test/broken: a small set, what is changed in it, and the issues that this must give, all of them. */
interface BrokenFile {
  readonly what: string;
  readonly base?: keyof typeof smallSets;
  readonly change?: Readonly<Raw>;
  readonly remove?: readonly string[];
  readonly expect: readonly { readonly code: string; readonly path: string; readonly item?: string }[];
}

/** The small sets by name. */
export const smallSets = {
  "small-set": smallSet,
  "small-framework": smallFramework,
  "small-summary": smallSummary,
};

const folder = new URL("../broken/", import.meta.url);

/** Every file of test/broken with its name. */
export const brokenFiles: readonly [string, BrokenFile][] = readdirSync(folder)
  .filter((name) => name.endsWith(".json"))
  .map((name) => [name, JSON.parse(readFileSync(new URL(name, folder), "utf8"))]);

/** The raw set of a broken file. */
export const brokenValue = ({ base = "small-set", change = {}, remove = [] }: BrokenFile): Raw =>
  changed(smallSets[base](), change, remove);
