/**
 * Invented facts for the fictional province: a seeded generator of whole numbers, and plausible facts for each kind of
 * rule. Everything here is illustrative; the same seed gives the same round, to the byte.
 */
import type { Facts, Item } from "../../src/criteria-set.ts";
import type { Rule } from "../../src/rule.ts";

/** A leaf as a criteria file writes it. */
export type LeafFile = Item & { readonly source: string; readonly rule: Rule };

/** A seeded source of whole numbers. */
export interface Dice {
  /** A whole number from `low` to `high`, both included. */
  readonly between: (low: number, high: number) => number;
  /** True in so many of a hundred cases. */
  readonly chance: (percent: number) => boolean;
  /** One of a list. */
  readonly pick: <T>(list: readonly T[]) => T;
}

/** Makes the generator (xorshift on 32 bits): integers only, the same on every machine. */
export function diceOf(seed: number): Dice {
  let state = seed | 0 || 1;
  const next = (): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state >>> 0;
  };
  for (let warm = 0; warm < 16; warm++) next();
  const between = (low: number, high: number): number => low + (next() % (high - low + 1));
  return {
    between,
    chance: (percent) => between(1, 100) <= percent,
    pick: (list) => list[between(0, list.length - 1)] as (typeof list)[number],
  };
}

/** How large the figures of a leaf are: the denominator of a ratio, or tenths of a percentage, number or count. */
export type Sizes = Readonly<Record<string, readonly [low: number, high: number]>>;

const whole = (n: number, d: number): number => (n - (n % d)) / d;
const clamp = (n: number, low: number, high: number): number => Math.min(high, Math.max(low, n));

/** Tenths as a decimal: 845 is "84.5". */
export const tenths = (n: number): string => `${whole(n, 10)}.${n % 10}`;
/** Hundredths as a decimal: 125 is "1.25". */
export const hundredths = (n: number): string => `${whole(n, 100)}.${String(n % 100).padStart(2, "0")}`;

/** Every leaf of a criteria file, in its order. */
export function leavesOf(items: readonly Item[]): readonly LeafFile[] {
  return items.flatMap((item) => (item.items === undefined ? [item as LeafFile] : leavesOf(item.items)));
}

/** Facts as a unit of the given quality (0 to 100) would have them. */
export function factsOf(leaf: LeafFile, quality: number, sizes: Sizes, dice: Dice): Facts {
  const { rule } = leaf;
  const level = clamp(quality + dice.between(-14, 10), 20, 100);
  const size = sizes[leaf.number];
  const [low, high] = size ?? [10, 40];
  switch (rule.kind) {
    case "choice": {
      const last = rule.options.length - 1;
      const at = dice.chance(level) ? 0 : dice.chance(85) ? Math.min(1, last) : last;
      return { choice: rule.options[at]?.id ?? "" };
    }
    case "checklist":
      return { parts: rule.parts.filter(() => dice.chance(clamp(level + 8, 0, 97))).map(({ id }) => id) };
    case "ratio": {
      if (rule.empty === "full" && size === undefined && dice.chance(5))
        return { numerator: 0, denominator: 0 };
      return share(
        level,
        Number(rule.zeroBelow ?? "40"),
        Number(rule.fullFrom ?? "100"),
        dice.between(low, high),
        dice,
      );
    }
    case "percent":
      return { percent: percentage(position(level, low, high, dice), dice) };
    case "bands": {
      if (rule.of === "percent") return { percent: percentage(position(level, low, high, dice), dice) };
      if (rule.of === "number") return { value: tenths(position(level, low, high, dice)) };
      const bounds = rule.bands.flatMap(({ from, above }) => from ?? above ?? []).map(Number);
      const first = Math.min(...bounds.filter((bound) => bound > 0));
      return share(level, first, Math.max(...bounds), dice.between(low, high), dice);
    }
    case "count":
      return { count: clamp((rule.most ?? 3) - (dice.chance(level) ? 0 : dice.between(1, 2)), 0, 9) };
    case "deduction":
      return {
        breaches: rule.breaches.map(({ id }, at) => ({
          breach: id,
          count: dice.chance(whole(100 - level, at === 0 ? 2 : 5)) ? 1 : 0,
        })),
      };
    case "direct": {
      const quarters = whole(Number(leaf.maxPoints) * 4 * level + 50, 100);
      return { points: hundredths(quarters * 25) };
    }
    default:
      return { count: dice.between(low, high) };
  }
}

/** Two counts whose share lies between the threshold and 100 %, the higher the better the level; rarely below it. */
function share(level: number, zeroBelow: number, fullFrom: number, denominator: number, dice: Dice): Facts {
  const below = dice.chance(whole(100 - level, 6));
  const span = 100 - zeroBelow;
  const reach = clamp(level + dice.between(-30, 20), 0, 100);
  const top = fullFrom === 100 ? 1000 : Math.min(1000, fullFrom * 10 + 60);
  const permille = below
    ? zeroBelow * 10 - dice.between(5, 60)
    : Math.min(top, zeroBelow * 10 + whole(span * reach, 10));
  const product = denominator * permille;
  const up = product % 1000 === 0 ? 0 : 1;
  return { numerator: Math.min(denominator, whole(product, 1000) + (below ? 0 : up)), denominator };
}

/** A percentage with two decimals, never just on a threshold: its rounding would leave open on which side it lies. */
const percentage = (inTenths: number, dice: Dice): string =>
  hundredths(Math.min(9990, inTenths * 10) + dice.between(1, 9));

const position = (level: number, low: number, high: number, dice: Dice): number =>
  low + whole((high - low) * clamp(level + dice.between(-25, 15), 0, 100), 100);

/** Facts somewhat better than the true ones, as an optimistic self-score would have them; undefined where there are none. */
export function embellished(rule: Rule, facts: Facts, dice: Dice): Facts | undefined {
  if (rule.kind === "choice" && "choice" in facts) {
    const at = rule.options.findIndex(({ id }) => id === facts.choice);
    const better = rule.options[at - 1];
    return better === undefined ? undefined : { choice: better.id };
  }
  if (rule.kind === "checklist" && "parts" in facts) {
    const missing = rule.parts.find(({ id }) => !facts.parts.includes(id));
    if (missing === undefined) return undefined;
    return {
      parts: rule.parts.filter(({ id }) => id === missing.id || facts.parts.includes(id)).map(({ id }) => id),
    };
  }
  if ("numerator" in facts) {
    const room = facts.denominator - facts.numerator;
    if (room < 1) return undefined;
    return { numerator: facts.numerator + dice.between(1, room), denominator: facts.denominator };
  }
  if (rule.kind === "count" && "count" in facts && facts.count < (rule.most ?? 3))
    return { count: facts.count + 1 };
  if (rule.kind === "deduction" && "breaches" in facts && facts.breaches.some(({ count }) => count > 0)) {
    return { breaches: facts.breaches.map(({ breach }) => ({ breach, count: 0 })) };
  }
  return undefined;
}

/** What the working group writes when it sets other facts than the unit claimed. */
export function reasonFor(rule: Rule, facts: Facts): string {
  if ("numerator" in facts) {
    return `Đối chiếu với hệ thống thông tin của tỉnh, số liệu đúng là ${facts.numerator}/${facts.denominator}.`;
  }
  if (rule.kind === "checklist" && "parts" in facts) {
    const missing = rule.parts.find(({ id }) => !facts.parts.includes(id));
    return `Tài liệu gửi kèm chưa chứng minh được nội dung: ${missing?.title.vi ?? "đã kê khai"}.`;
  }
  if (rule.kind === "choice" && "choice" in facts) {
    const option = rule.options.find(({ id }) => id === facts.choice);
    return `Theo tài liệu kiểm chứng, mức đạt được là: ${option?.title.vi ?? facts.choice}.`;
  }
  if ("count" in facts) return `Chỉ công nhận ${facts.count} nội dung có quyết định hoặc văn bản xác nhận.`;
  if ("breaches" in facts) return "Kết luận thanh tra, kiểm tra trong năm cho thấy còn vi phạm chưa kê khai.";
  return "Điều chỉnh theo hồ sơ, tài liệu do cơ quan thẩm định tổng hợp.";
}
