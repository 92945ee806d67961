/**
 * How an item differs between two criteria sets: which of its fields changed, each in words, so that whoever reads the
 * difference reads the decision and not the file.
 */
import type { CriteriaSet, Item, Text } from "../criteria-set.ts";
import { voiceOf } from "../explain/words/voice.ts";
import type { Language } from "../rule.ts";
import { ruleText } from "../rule-words.ts";
import { citationText } from "./table-printing.ts";
import { tableWords } from "./table-words.ts";

/** An item of one of the two sets. */
export interface DiffItem {
  /** Its id. */
  readonly id: string;
  /** The number that the decision prints. */
  readonly number: string;
  /** Its title. */
  readonly title: Text;
  /** Its maximum, in points. */
  readonly maxPoints: string;
}

/** What can change on an item that both sets have. */
export type ItemField =
  | "title"
  | "maxPoints"
  | "source"
  | "rule"
  | "examples"
  | "scoredBy"
  | "evidence"
  | "notApplicable"
  | "citation"
  | "replaces";

/** A change of the tree. */
export type ItemChange =
  /** Items that only the later set has, or only the earlier one. */
  | { readonly kind: "item-added"; readonly after: DiffItem }
  | { readonly kind: "item-removed"; readonly before: DiffItem }
  /** The item stands under another one; absent: at the top. */
  | {
      readonly kind: "item-moved";
      readonly before: DiffItem;
      readonly after: DiffItem;
      readonly from?: string | undefined;
      readonly to?: string | undefined;
    }
  /** The item has another number or id. */
  | { readonly kind: "item-renumbered"; readonly before: DiffItem; readonly after: DiffItem }
  /** Several items stand in the place of one, or one in the place of several. */
  | { readonly kind: "item-split"; readonly before: DiffItem; readonly after: readonly DiffItem[] }
  | { readonly kind: "item-merged"; readonly before: readonly DiffItem[]; readonly after: DiffItem }
  /** A field of the item changed; in words, `–` where there was or is none. */
  | {
      readonly kind: "item-changed";
      readonly item: DiffItem;
      readonly field: ItemField;
      readonly before: Text;
      readonly after: Text;
    };

/** An item as a difference names it. */
export const named = ({ id, number, title, maxPoints }: Item): DiffItem => ({ id, number, title, maxPoints });

/** The fields of an item that changed; `replaces` only between editions of one set. */
export function fieldChanges(
  before: CriteriaSet,
  was: Item,
  after: CriteriaSet,
  is: Item,
  isEdition: boolean,
): readonly ItemChange[] {
  const fields: readonly ItemField[] = [
    "title",
    "maxPoints",
    "source",
    "rule",
    "examples",
    "scoredBy",
    "evidence",
    "notApplicable",
    "citation",
    ...(isEdition ? (["replaces"] as const) : []),
  ];
  return fields.flatMap((field): readonly ItemChange[] => {
    if (isSame(was[field], is[field])) return [];
    const [from, to] = [fieldText(before, was, field), fieldText(after, is, field)];
    // A change that no words show, of an id in a rule, is shown as the file writes it.
    const isShown = !isSame(from, to);
    const raw = (item: Item): Text => ({ vi: JSON.stringify(item[field]) });
    const item = named(is);
    return [
      { kind: "item-changed", item, field, before: isShown ? from : raw(was), after: isShown ? to : raw(is) },
    ];
  });
}

/** A field of an item in words, in both languages. */
function fieldText(set: CriteriaSet, item: Item, field: ItemField): Text {
  const text = (language: Language): string | undefined => {
    const voice = voiceOf(language, "diffCriteriaSets");
    const words = tableWords[language];
    const { rule, source, evidence, notApplicable, citation, examples } = item;
    switch (field) {
      case "title":
        return voice.words(item.title);
      case "maxPoints":
        return voice.number(item.maxPoints);
      case "source":
        return set.sources.find(({ id }) => id === source)?.title[language] ?? source;
      case "rule":
        return rule && ruleText({ rule, max: item.maxPoints }, language);
      case "examples":
        return examples && voice.number(String(examples.length));
      case "scoredBy":
        return item.scoredBy === "appraiser" ? words.labels.appraiser : undefined;
      case "evidence":
        return evidence && words.evidence[evidence];
      case "notApplicable":
        return notApplicable && voice.wording.consequences[notApplicable];
      case "citation":
        return citation && citationText({ names: [set] }, citation);
      case "replaces":
        return item.replaces?.join(", ");
    }
  };
  return { vi: text("vi") ?? "–", en: text("en") ?? "–" };
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
