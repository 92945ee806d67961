// Mistakes that the structure of a criteria file shows: rows, numbers, sums, bounds, sources and references.
import {
  decimalSlips,
  edited,
  entries,
  gone,
  isLeaf,
  type Json,
  type Mutant,
  misspelt,
  misspeltReference,
  partAt,
  type Row,
  rowsOf,
  type Steps,
  scalarsOf,
} from "./mutants.ts";

/** All mutants whose structure shows the mistake. */
export function structuralMutants(file: Json): readonly Mutant[] {
  const rows = rowsOf(file);
  return [
    ...rowMutants(file, rows),
    ...moves(file, rows),
    ...exchanges(file, rows),
    ...numbers(file, rows),
    ...sums(file, rows),
    ...bounds(file, rows),
    ...sources(file, rows),
    ...questions(file, rows),
    ...references(file, rows),
    ...keys(file),
  ];
}

const mutant = (kind: string, at: Steps, how: string, make: () => unknown): Mutant => ({
  share: "structure",
  kind,
  at,
  how,
  file: make,
});

/** The lists whose rows the rest of the file counts on, with the name of a row. */
function listsOf(file: Json, rows: readonly Row[]): readonly (readonly [string, Steps])[] {
  const inner = rows.flatMap(({ at, node }): (readonly [string, Steps])[] => {
    const rule = (node["rule"] ?? {}) as Json;
    const lists = ["options", "parts", "breaches", "bands"].filter((key) => key in rule);
    return [
      ...("items" in node ? [["item", [...at, "items"]] as const] : []),
      ...lists.map((key) => [key === "bands" ? "band" : "entry of a rule", [...at, "rule", key]] as const),
    ];
  });
  const forms = entries(partAt(file, ["survey", "questionnaires"]));
  const lists: readonly (readonly [string, Steps])[] = [
    ["item", ["items"]],
    ...inner,
    ["bonus or penalty line", ["bonus", "lines"]],
    ["bonus or penalty line", ["penalty", "lines"]],
    ["grade", ["grades"]],
    ...forms.map((_, at) => ["question", ["survey", "questionnaires", at, "questions"]] as const),
    ...["sources", "groups", "kinds", "decisions", "levels"].map(
      (key) => ["entry of the head", [key]] as const,
    ),
    ...["respondents", "scales", "questionnaires"].map(
      (key) => ["entry of the survey", ["survey", key]] as const,
    ),
    ["declared count", ["totals", "counts"]],
  ];
  return lists.filter(([, at]) => Array.isArray(partAt(file, at)));
}

function rowMutants(file: Json, rows: readonly Row[]): readonly Mutant[] {
  const named = namesIn(file);
  // A decision that nothing cites, or the only group of a summary, could as well not be there.
  const counts = (list: Steps, row: unknown): boolean =>
    !["groups", "decisions"].includes(String(list[0])) || named.has((row as Json)["id"]);
  return listsOf(file, rows).flatMap(([what, list]) =>
    (partAt(file, list) as readonly unknown[]).flatMap((row, at) => [
      ...(counts(list, row)
        ? [mutant(`${what} dropped`, [...list, at], "dropped", () => edited(file, [...list, at], () => gone))]
        : []),
      mutant(`${what} doubled`, [...list, at], "doubled", () =>
        edited(file, list, (all) => (all as unknown[]).toSpliced(at, 0, row)),
      ),
    ]),
  );
}

/** The number that would come next in a list. */
const nextNumber = (siblings: readonly Json[], parent: Row | undefined): string => {
  const last = String(siblings[siblings.length - 1]?.["number"] ?? `${parent?.node["number"] ?? ""}.0`);
  return last.replace(/\d+$/, (digits) => String(Number(digits) + 1));
};

function moves(file: Json, rows: readonly Row[]): readonly Mutant[] {
  return rows.flatMap((row) => {
    const { node, at, parent, depth } = row;
    const out: Mutant[] = [];
    const inner = rows.filter((it) => it.depth === depth - 1 && !isLeaf(it));
    const here = parent === undefined ? -1 : inner.indexOf(parent);
    const put = (target: Steps, moved: Json, how: string, kind: string): void => {
      out.push(
        mutant(kind, at, how, () => {
          // Into its new place first: taking it out shifts what follows.
          const added = edited(file, target, (list) => [...(list as unknown[]), moved]);
          return edited(added, at, () => gone);
        }),
      );
    };
    for (const home of parent === undefined ? [] : [inner[here - 1], inner[here + 1]]) {
      if (home === undefined) continue;
      const target = [...home.at, "items"];
      const number = nextNumber(entries(home.node["items"]), home);
      put(target, node, `under ${home.node["number"]}`, "item moved to another parent");
      put(
        target,
        { ...node, number },
        `under ${home.node["number"]} as ${number}`,
        "item moved to another parent",
      );
    }
    if (parent !== undefined) put(parent.list, node, "one level up", "item moved to another level");
    const before = rows.find((it) => it.list === row.list && it.position === row.position - 1);
    if (before !== undefined && !isLeaf(before)) {
      put([...before.at, "items"], node, `under ${before.node["number"]}`, "item moved to another level");
    }
    const siblings = entries(partAt(file, row.list));
    const number = nextNumber(siblings, parent);
    const copy = { ...node, number };
    out.push(
      mutant("item doubled under the next number", at, `again as ${number}`, () =>
        edited(file, row.list, (list) => [...(list as unknown[]), copy]),
      ),
    );
    return out;
  });
}

/** Neighbours that changed places, where a number or a bound tells. */
function exchanges(file: Json, rows: readonly Row[]): readonly Mutant[] {
  const told = ["item", "band", "grade", "bonus or penalty line"];
  return listsOf(file, rows).flatMap(([what, list]) =>
    (told.includes(what) ? entries(partAt(file, list)) : [])
      .slice(1)
      .map((_, at) =>
        mutant(`${what} exchanged with its neighbour`, [...list, at], "exchanged with the next", () =>
          edited(file, list, (all) => exchanged(all as unknown[], at)),
        ),
      ),
  );
}

const exchanged = (list: readonly unknown[], at: number): readonly unknown[] =>
  list.map((it, i) => (i === at ? list[at + 1] : i === at + 1 ? list[at] : it));

function numbers(file: Json, rows: readonly Row[]): readonly Mutant[] {
  const lines = ["bonus", "penalty"].flatMap((side) =>
    entries(partAt(file, [side, "lines"])).map((_, at) => [side, "lines", at] as Steps),
  );
  return [...rows.map(({ at }) => at), ...lines].flatMap((row) => {
    const at = [...row, "number"];
    const number = String(partAt(file, at));
    const parts = number.split(".");
    const by = (position: number, step: number): string =>
      parts.map((part, i) => (i === position ? String(Number(part) + step) : part)).join(".");
    const slips = new Set([
      ...parts.flatMap((_, position) => [by(position, 1), by(position, -1)]),
      [...parts].reverse().join("."),
      parts.slice(0, -1).join("."),
      parts.join("").length > 1 ? parts.join("") : `${number}.1`,
      `${number}1`,
    ]);
    return [...slips]
      .filter((slip) => slip !== number && slip !== "")
      .map((slip) => mutant("number changed", at, `${number} → ${slip}`, () => edited(file, at, () => slip)));
  });
}

/** Every slip of the decimal at a position. */
export const slipsAt = (file: Json, at: Steps): readonly (readonly [string, () => unknown])[] => {
  const text = partAt(file, at);
  return typeof text !== "string"
    ? []
    : decimalSlips(text).map((slip) => [`${text} → ${slip}`, () => edited(file, at, () => slip)] as const);
};

function sums(file: Json, rows: readonly Row[]): readonly Mutant[] {
  const all = (kind: string, at: Steps): readonly Mutant[] =>
    slipsAt(file, at).map(([how, make]) => mutant(kind, at, how, make));
  return [
    ...rows.flatMap((row) =>
      all(isLeaf(row) ? "maximum of a leaf changed" : "sum of a node changed", [...row.at, "maxPoints"]),
    ),
    ...all("sum of the whole or of a source changed", ["maxPoints"]),
    ...entries(file["sources"]).flatMap((_, at) =>
      all("sum of the whole or of a source changed", ["sources", at, "maxPoints"]),
    ),
  ];
}

const sides = { from: "above", above: "from", upTo: "below", below: "upTo" } as const;

/** Bounds of bands and grades: their values, and whether they are inclusive. */
function bounds(file: Json, rows: readonly Row[]): readonly Mutant[] {
  const bands = rows.flatMap(({ at, node }) =>
    entries((node["rule"] as Json | undefined)?.["bands"]).map(
      (_, i) => [...at, "rule", "bands", i] as Steps,
    ),
  );
  const grades = entries(file["grades"]).map((_, at) => ["grades", at] as Steps);
  return [...bands, ...grades].flatMap((holder) =>
    Object.entries(sides).flatMap(([key, other]) => {
      const at = [...holder, key];
      const kind = holder[0] === "grades" ? "bound of a grade changed" : "bound of a band changed";
      const values = slipsAt(file, at).map(([how, make]) => mutant(kind, at, how, make));
      if (values.length === 0 || holder[0] === "grades") return values;
      const turned = mutant("bound of a band made inclusive or exclusive", at, `${key} → ${other}`, () =>
        edited(file, holder, (band) =>
          Object.fromEntries(
            Object.entries(band as Json).map(([it, value]) => [it === key ? other : it, value]),
          ),
        ),
      );
      return [...values, turned];
    }),
  );
}

function sources(file: Json, rows: readonly Row[]): readonly Mutant[] {
  const ids = entries(file["sources"]).map(({ id }) => id);
  return rows
    .filter(isLeaf)
    .flatMap(({ at, node }) =>
      ids
        .filter((id) => id !== node["source"])
        .map((id) =>
          mutant("source of a leaf changed", [...at, "source"], `${node["source"]} → ${id}`, () =>
            edited(file, [...at, "source"], () => id),
          ),
        ),
    );
}

/** The id of a row whose number is unique in the set, as it is in the shipped ones. */
const idOf = ({ node }: Row): string => String(node["id"] ?? node["number"]);

function questions(file: Json, rows: readonly Row[]): readonly Mutant[] {
  const leaves = rows.filter(isLeaf);
  const asked = leaves.filter(({ node }) => (node["rule"] as Json)["kind"] === "survey").map(idOf);
  const others = leaves.map(idOf).filter((id) => !asked.includes(id));
  return entries(partAt(file, ["survey", "questionnaires"])).flatMap(({ questions: list }, form) =>
    entries(list).flatMap(({ item }, question) => {
      const at = ["survey", "questionnaires", form, "questions", question, "item"];
      const wrong = [...asked.filter((id) => id !== item), others[question % others.length]];
      return wrong.map((id) =>
        mutant("question pointed elsewhere", at, `${item} → ${id}`, () => edited(file, at, () => id)),
      );
    }),
  );
}

const reference =
  /(citation\/decision|^items\/.*\/source|\/scale|\/item|\/respondents|\/judges\/\d+|exemptions\/\d+\/(kind|items\/\d+)|tieBreakers\/\d+\/id|facts\/(choice|parts\/\d+|breaches\/\d+\/breach))$/;

/** The names by which the file refers to something. */
const namesIn = (file: Json): ReadonlySet<unknown> =>
  new Set(scalarsOf(file).flatMap(([at, value]) => (reference.test(at.join("/")) ? [value] : [])));

/** Names that must be found elsewhere in the file, and the ids that bear them. */
function references(file: Json, rows: readonly Row[]): readonly Mutant[] {
  const named = namesIn(file);
  const known = new Set(
    scalarsOf(file).flatMap(([at, value]) => (at[at.length - 1] === "id" ? [String(value)] : [])),
  );
  for (const row of rows) known.add(idOf(row));
  return scalarsOf(file).flatMap(([at, value]) => {
    const path = at.join("/");
    const refers = reference.test(path);
    const borne =
      /^((sources|groups|kinds|decisions|survey\/respondents|survey\/scales)\/\d+|items\/.*\/rule\/(options|parts|breaches)\/\d+)\/id$/.test(
        path,
      ) && named.has(value);
    if (typeof value !== "string" || !(refers || borne)) return [];
    const slip = misspeltReference(value, known);
    const kind = refers ? "reference misspelt" : "id changed that others refer to";
    return [mutant(kind, at, `${value} → ${slip}`, () => edited(file, at, () => slip))];
  });
}

/** One misspelling for each key of each kind of object. */
function keys(file: Json): readonly Mutant[] {
  const seen = new Set<string>();
  const out: Mutant[] = [];
  const walk = (value: unknown, at: Steps, pattern: string): void => {
    if (typeof value !== "object" || value === null) return;
    for (const key of Object.keys(value)) {
      const own = Array.isArray(value)
        ? `${pattern}[]`
        : `${pattern}/${key}`.replace(/(\/items\[\])+/, "/items[]");
      walk((value as Json)[key], [...at, Array.isArray(value) ? Number(key) : key], own);
      if (Array.isArray(value) || seen.has(own) || pattern.endsWith("/facts")) continue;
      seen.add(own);
      const slip = misspelt(key);
      out.push(
        mutant("key misspelt", at, `${key} → ${slip}`, () =>
          edited(file, at, (holder) =>
            Object.fromEntries(
              Object.entries(holder as Json).map(([it, part]) => [it === key ? slip : it, part]),
            ),
          ),
        ),
      );
    }
  };
  walk(file, [], "");
  return out;
}
