/** The name and version of this library, as records and the command print it; a test holds it equal to package.json. */

/** The version. */
export const version = "0.1.0";

/** Name and version, as a record states what sealed it. */
export const library = `par-index ${version}`;

/** What assessments, rankings and indexes say of themselves: the format of results, and what made them. */
export const madeBy = { format: 1, library } as const;
