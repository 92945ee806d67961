/**
 * What a result was made from, kept in a WeakMap by the frozen result, which is unobservable: a change of one answer
 * starts from the round as it was made ready, and not from its files.
 */
import { brand } from "./plain.ts";
import type { ReadyRound } from "./unit-inputs.ts";

/** What a result was made from; undefined where this library did not make it. */
export const { mark: withOrigin, originOf } = /* @__PURE__ */ brand<ReadyRound>();
