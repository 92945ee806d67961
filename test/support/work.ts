/**
 * How much work a call does, counted and not timed: how often each block of the library's code is entered, as the engine
 * counts it for coverage. The same call always gives the same figure, however busy the machine is.
 */
import { Session } from "node:inspector/promises";
import { setFlagsFromString } from "node:v8";

// Code that the engine has optimised no longer counts its blocks.
setFlagsFromString("--no-opt");
setFlagsFromString("--no-maglev");

/** The number of times that blocks of `src/` are entered while a function runs. */
async function workOf(run: () => unknown): Promise<number> {
  const session = new Session();
  session.connect();
  try {
    await session.post("Profiler.enable");
    await session.post("Profiler.startPreciseCoverage", { callCount: true, detailed: true });
    // What ran before is not counted.
    await session.post("Profiler.takePreciseCoverage");
    run();
    const { result } = await session.post("Profiler.takePreciseCoverage");
    const own = result.filter(({ url }) => /\/src\/(?!.*node_modules)/.test(url));
    const counts = own.flatMap(({ functions }) =>
      functions.flatMap(({ ranges }) => ranges.map(({ count }) => count)),
    );
    return counts.reduce((sum, count) => sum + count, 0);
  } finally {
    await session.post("Profiler.stopPreciseCoverage");
    session.disconnect();
  }
}

/** How the work of a call grows with the size of what it is given: 1 where twice as much takes twice the work. */
export async function growthOf(
  sizes: readonly [number, number],
  make: (size: number) => () => unknown,
): Promise<number> {
  const [small, large] = sizes;
  // What is made once, whatever is given, is no part of what grows.
  make(small)();
  const [first, last] = [await workOf(make(small)), await workOf(make(large))];
  return Math.log(last / first) / Math.log(large / small);
}
