// Measuring: medians of several rounds after a warm-up, in processor time, so that a busy machine changes little. What
// the table shows are ratios of one run.

import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/** One thing to measure; `units` is how many units one call works on. */
export interface Task {
  readonly name: string;
  readonly units: number;
  readonly run: () => unknown;
}

/** Processor time so far, in microseconds. */
export const cpu = (): number => {
  const { user, system } = process.cpuUsage();
  return user + system;
};

let kept: unknown;

function once({ run }: Task, calls: number): number {
  const from = cpu();
  for (let i = 0; i < calls; i++) kept = run();
  return (cpu() - from) / calls;
}

/** What was made last; nothing is optimised away. */
export const lastResult = (): unknown => kept;

/**
 * Microseconds a unit of each task: tasks take turns, so that what disturbs the machine disturbs all alike, and each
 * figure is the median of the rounds.
 */
export function measure(tasks: readonly Task[], rounds: number, least: number): ReadonlyMap<string, number> {
  const calls = tasks.map((task) => {
    // Warm-up: five rounds' time, so that what the compiler does beside them is not counted in the first table.
    let each = once(task, 1);
    for (let passed = each; passed < 5 * least; passed += each) each = once(task, 1);
    return Math.max(1, Math.ceil(least / Math.max(each, 1)));
  });
  const times = tasks.map((): number[] => []);
  for (let round = 0; round < rounds; round++)
    tasks.forEach((task, at) => {
      times[at]?.push(once(task, calls[at] as number));
    });
  return new Map(tasks.map(({ name, units }, at) => [name, median(times[at] as number[]) / units]));
}

/** Microseconds of processor time of one call; the median of several. */
export function timed(run: () => unknown, times: number): number {
  const spent: number[] = [];
  for (let i = 0; i < times; i++) {
    const from = cpu();
    run();
    spent.push(cpu() - from);
  }
  return median(spent);
}

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;

/** MiB of the heap that are in use after what is unused was given back. */
export function heap(): number {
  collect();
  collect();
  return process.memoryUsage().heapUsed / 2 ** 20;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[(sorted.length - 1) >> 1] as number;
}

/** A table of at most 100 columns: the first column to the left, the others to the right. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? "").length)),
  );
  const lines = rows.map((row) =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[0] as number) : cell.padStart(widths[column] as number),
      )
      .join("  ")
      .trimEnd(),
  );
  return [
    lines[0],
    "-".repeat(
      Math.min(
        100,
        widths.reduce((sum, it) => sum + it + 2, -2),
      ),
    ),
    ...lines.slice(1),
  ].join("\n");
}

/** Three significant digits. */
export const short = (value: number): string =>
  value >= 100 ? String(Math.round(value)) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
