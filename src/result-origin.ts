/**
 * What a result was made from, kept in a WeakMap by the frozen result, which is unobservable: a change of one answer
 * starts from the round as it was made ready, and not from its files.
 */
import type { ReadyRound } from "./unit-inputs.ts";

const origins = new WeakMap<object, ReadyRound>();

/** Remembers what a result was made from, and gives the result back. */
export function withOrigin<T extends object>(result: T, ready: ReadyRound): T {
  origins.set(result, ready);
  return result;
}

/** What a result was made from; undefined where this library did not make it. */
export const originOf = (result: unknown): ReadyRound | undefined =>
  typeof result === "object" && result !== null ? origins.get(result) : undefined;
