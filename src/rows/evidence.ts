/**
 * Evidence in a cell (tài liệu kiểm chứng): one document on each line, its fields parted by semicolons, as officers
 * write them: `125/BC-STC; Sở Tài chính; 15/12/2026; mục 2; trang 3`. Each becomes a field of its own (design 3.5).
 */
import type { Evidence } from "../round.ts";

/** Reads one line; undefined where number, issuer and day are not all there, or something is said twice. */
export function readEvidenceLine(line: string): Evidence | undefined {
  const [number = "", issuer = "", day = "", ...rest] = line.split(";").map((part) => part.trim());
  const date = isoDay(day);
  if (number === "" || issuer === "" || date === undefined) return undefined;
  let section: string | undefined;
  let page: string | undefined;
  let title: string | undefined;
  for (const part of rest.filter((it) => it !== "")) {
    const labelled = /^(mục|trang)\s+(.+)$/i.exec(part);
    const value = labelled?.[2] ?? part;
    const label = labelled?.[1]?.toLowerCase();
    if (label === "mục" && section === undefined) section = value;
    else if (label === "trang" && page === undefined) page = value;
    else if (label === undefined && title === undefined) title = value;
    else return undefined;
  }
  return {
    number,
    issuer,
    date,
    ...(title === undefined ? {} : { title }),
    ...(section === undefined ? {} : { section }),
    ...(page === undefined ? {} : { page }),
  };
}

/** A day as officials write it, 15/12/2026, or as data does; whether it is in the calendar is judged with the rest. */
function isoDay(text: string): string | undefined {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return text;
  const parts = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text);
  return parts ? `${parts[3]}-${parts[2]?.padStart(2, "0")}-${parts[1]?.padStart(2, "0")}` : undefined;
}
