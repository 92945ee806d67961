/**
 * Workbooks (.xlsx) in and out, for the command alone: what is unpacked is measured first, markup is read without
 * entities, and the same sheets give the same bytes. Which formats are refused has a code of its own for each. And the
 * folders of results and of sealed records that the command writes.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { Inflate, strFromU8, strToU8, type Zippable, zipSync } from "fflate";
import { assess } from "./assess.ts";
import { proofsOfGroup } from "./audit/record.ts";
import type { GroupRecord } from "./audit/record-shape.ts";
import type { CriteriaSet } from "./criteria-set.ts";
import { type ReportOptions, reportHtml, sheetPages } from "./report/page.ts";
import { type ResultCell, type ResultSheet, resultSheets } from "./report/workbook.ts";
import type { Round } from "./round.ts";
import type { Language } from "./rule.ts";
import { columnLetters, rowsOfXlsx } from "./sheets/cell.ts";
import type { CellLook, LaidSheet } from "./sheets/laid-form.ts";
import type { ReadSheet } from "./sheets/round-sheets.ts";
import { rankingRows, rowsCsv } from "./sheets/tables.ts";
import { say, type Words } from "./words/words.ts";

/** Why a file cannot be read as a workbook. */
type WorkbookFault =
  | "old-format"
  | "open-document"
  | "binary-workbook"
  | "password"
  | "entities"
  | "too-large"
  | "not-a-workbook";

/** The sheets of a workbook, or why there are none. */
type OpenedWorkbook = { readonly sheets: readonly ReadSheet[] } | { readonly fault: WorkbookFault };

/** The most that is read: of the file, and of what its parts unpack to, in bytes. */
const readableSizes = { packed: 30_000_000, unpacked: 100_000_000, entries: 5000 };

interface ZipEntry {
  readonly isPacked: boolean;
  readonly data: Uint8Array;
  readonly size: number;
}

/** Reads a workbook. A formula gives its result; a number keeps its format. */
export function openWorkbook(bytes: Uint8Array): OpenedWorkbook {
  if (bytes.length > readableSizes.packed) return { fault: "too-large" };
  // The container of Office before 2007, which today holds what a password locks.
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf)
    return { fault: findText(bytes, "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k") ? "password" : "old-format" };
  const entries = entriesOf(bytes);
  if (entries === undefined) return { fault: "not-a-workbook" };
  if (entries === "password") return { fault: "password" };
  if (entries.has("xl/workbook.bin")) return { fault: "binary-workbook" };
  const { size } = entries;
  const wanted = [...entries].filter(([name]) => /\.(?:xml|rels)$/i.test(name));
  const declared = wanted.reduce((sum, [, entry]) => sum + entry.size, 0);
  if (size > readableSizes.entries || declared > readableSizes.unpacked) return { fault: "too-large" };
  if (entries.has("content.xml") && entries.has("mimetype")) return { fault: "open-document" };
  const parts = new Map<string, string>();
  let left = readableSizes.unpacked;
  for (const [name, entry] of wanted) {
    const part = unpacked(entry, left);
    if (typeof part === "string") return { fault: part };
    left -= part.length;
    const text = strFromU8(part);
    if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) return { fault: "entities" };
    parts.set(name, text);
  }
  return sheetsIn(parts);
}

const findText = (bytes: Uint8Array, text: string): boolean => strFromU8(bytes, true).includes(text);

/** The entries of an archive by name, from its directory; undefined where it is none. */
function entriesOf(bytes: Uint8Array): ReadonlyMap<string, ZipEntry> | "password" | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  while (end >= 0 && end > bytes.length - 65_558 && view.getUint32(end, true) !== 0x06054b50) end -= 1;
  if (end < 0 || view.getUint32(end, true) !== 0x06054b50) return undefined;
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  const entries = new Map<string, ZipEntry>();
  for (let read = 0; read < count; read++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) return undefined;
    if ((view.getUint16(at + 8, true) & 1) === 1) return "password";
    const [method, packed, size] = [
      view.getUint16(at + 10, true),
      view.getUint32(at + 20, true),
      view.getUint32(at + 24, true),
    ];
    const [nameLength, extra, comment] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true));
    const start = view.getUint32(at + 42, true);
    const name = strFromU8(bytes.subarray(at + 46, at + 46 + (nameLength ?? 0))).replace(/\\/g, "/");
    if (start + 30 > bytes.length) return undefined;
    const from = start + 30 + view.getUint16(start + 26, true) + view.getUint16(start + 28, true);
    entries.set(name.replace(/^\//, ""), {
      isPacked: method === 8,
      data: bytes.subarray(from, from + packed),
      size,
    });
    at += 46 + (nameLength ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return entries;
}

/** Unpacks piece by piece: what an archive says of its sizes need not be so. */
function unpacked({ isPacked, data }: ZipEntry, limit: number): Uint8Array | "too-large" | "not-a-workbook" {
  if (!isPacked) return data.length > limit ? "too-large" : data;
  const pieces: Uint8Array[] = [];
  let length = 0;
  try {
    const inflate = new Inflate((piece) => {
      length += piece.length;
      pieces.push(piece);
    });
    const step = 1 << 15;
    for (let at = 0; at < data.length; at += step) {
      inflate.push(data.subarray(at, at + step), at + step >= data.length);
      if (length > limit) return "too-large";
    }
  } catch {
    return "not-a-workbook";
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

/** One piece of markup: a tag, and the text before it. */
interface Tag {
  readonly name: string;
  readonly kind: "open" | "close" | "empty";
  readonly attributes: string;
  readonly text: string;
}

/** Reads markup from end to end; names lose their prefix. */
function readTags(xml: string, see: (tag: Tag) => void): void {
  let at = 0;
  let text = "";
  while (true) {
    const open = xml.indexOf("<", at);
    if (open < 0) return;
    text += withoutEntities(xml.slice(at, open));
    if (xml.startsWith("<![CDATA[", open)) {
      const end = xml.indexOf("]]>", open);
      if (end < 0) return;
      text += xml.slice(open + 9, end);
      at = end + 3;
      continue;
    }
    const close = xml.startsWith("<!--", open) ? xml.indexOf("-->", open) + 2 : xml.indexOf(">", open);
    if (close <= open) return;
    at = close + 1;
    const [, slash = "", name = "", attributes = ""] =
      /^<(\/?)(?:[\w.-]+:)?([\w.-]+)([\s\S]*)>$/.exec(xml.slice(open, at)) ?? [];
    if (name === "") continue;
    const kind = slash === "/" ? "close" : attributes.endsWith("/") ? "empty" : "open";
    see({ name, kind, attributes, text });
    text = "";
  }
}

const entityTexts: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
};

const withoutEntities = (text: string): string =>
  text.includes("&")
    ? text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w+));/gi, (whole, digits, hex, name) => {
        const code = digits === undefined ? Number.parseInt(hex ?? "", 16) : Number(digits);
        if (name !== undefined) return entityTexts[name] ?? whole;
        return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
      })
    : text;

/** The value of an attribute; a prefix of its name is passed over. */
function attribute(attributes: string, name: string): string | undefined {
  const [, double, single] =
    new RegExp(`(?:^|[\\s:])${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes) ?? [];
  const value = double ?? single;
  return value === undefined ? undefined : withoutEntities(value);
}

function sheetsIn(parts: ReadonlyMap<string, string>): OpenedWorkbook {
  const book = parts.get("xl/workbook.xml");
  if (book === undefined) return { fault: "not-a-workbook" };
  const targets = new Map<string, string>();
  readTags(parts.get("xl/_rels/workbook.xml.rels") ?? "", ({ name, attributes }) => {
    const target = attribute(attributes, "Target") ?? "";
    const path = target.startsWith("/") ? target.slice(1) : `xl/${target}`;
    if (name === "Relationship") targets.set(attribute(attributes, "Id") ?? "", path);
  });
  const style: SheetStyle = {
    texts: sharedTexts(parts.get("xl/sharedStrings.xml") ?? ""),
    formats: numberFormats(parts.get("xl/styles.xml") ?? ""),
    // Days of a workbook from an old Macintosh are counted from 1904.
    shift: /date1904\s*=\s*["'](?:1|true)/.test(book) ? 1462 : 0,
  };
  const sheets: ReadSheet[] = [];
  readTags(book, ({ name, attributes, kind }) => {
    const part = parts.get(targets.get(attribute(attributes, "id") ?? "") ?? "");
    if (name !== "sheet" || kind === "close" || part === undefined) return;
    sheets.push({ name: attribute(attributes, "name") ?? "", rows: rowsOfXlsx(worksheetOf(part, style)) });
  });
  return sheets.length === 0 ? { fault: "not-a-workbook" } : { sheets };
}

/** What the cells of all sheets refer to. */
interface SheetStyle {
  readonly texts: readonly string[];
  readonly formats: readonly string[];
  readonly shift: number;
}

/** A text as it was typed: `_x000D_` stands for a sign that markup cannot hold. */
const unescaped = (text: string): string =>
  text.replace(/_x([\dA-Fa-f]{4})_/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16)));

/** The shared texts, runs of rich text joined, readings of East Asian signs left out. */
function sharedTexts(xml: string): readonly string[] {
  const texts: string[] = [];
  let text = "";
  let phonetic = false;
  readTags(xml, (tag) => {
    if (tag.name === "rPh") phonetic = tag.kind === "open";
    if (tag.name === "t" && tag.kind === "close" && !phonetic) text += tag.text;
    if (tag.name !== "si") return;
    if (tag.kind !== "open") texts.push(unescaped(text));
    text = "";
  });
  return texts;
}

/** The number formats that every spreadsheet knows by their number. */
const knownFormats: ReadonlyMap<number, string> = new Map([
  [0, "General"],
  [1, "0"],
  [2, "0.00"],
  [3, "#,##0"],
  [4, "#,##0.00"],
  [9, "0%"],
  [10, "0.00%"],
  ...[14, 15, 16, 17, 22, 27, 30, 31, 36, 50, 57].map((id): [number, string] => [id, "dd/mm/yyyy"]),
]);

function numberFormats(xml: string): readonly string[] {
  const own = new Map(knownFormats);
  const formats: string[] = [];
  let inCells = false;
  readTags(xml, ({ name, kind, attributes }) => {
    const id = Number(attribute(attributes, "numFmtId") ?? 0);
    if (name === "numFmt") own.set(id, attribute(attributes, "formatCode") ?? "General");
    if (name === "cellXfs") inCells = kind === "open";
    if (name === "xf" && kind !== "close" && inCells) formats.push(own.get(id) ?? "General");
  });
  return formats;
}

/** A worksheet as `rowsOfXlsx` takes it. */
function worksheetOf(xml: string, style: SheetStyle): Record<string, unknown> {
  const sheet: Record<string, unknown> = {};
  const merges: unknown[] = [];
  let row = 0;
  let column = -1;
  let cell: { address: string; type: string; format: string } | undefined;
  let value: string | undefined;
  let formula: string | undefined;
  readTags(xml, ({ name, kind, attributes, text }) => {
    if (name === "row" && kind !== "close") {
      row = Number(attribute(attributes, "r") ?? row + 1);
      column = -1;
    } else if (name === "c") {
      if (kind === "close" && cell !== undefined)
        sheet[cell.address] = {
          ...partedCell(cell, value, style),
          ...(formula === undefined ? {} : { f: formula }),
        };
      cell = undefined;
      value = undefined;
      formula = undefined;
      if (kind === "close") return;
      column += 1;
      const address = attribute(attributes, "r") ?? `${columnLetters(column)}${row}`;
      const format = style.formats[Number(attribute(attributes, "s") ?? 0)] ?? "General";
      if (kind === "open") cell = { address, type: attribute(attributes, "t") ?? "n", format };
    } else if (cell !== undefined && (name === "v" || name === "t") && kind === "close")
      value = (name === "t" ? (value ?? "") : "") + text;
    else if (cell !== undefined && name === "f" && kind !== "open") formula = text;
    else if (name === "mergeCell") {
      const [s, e] = (attribute(attributes, "ref") ?? "").split(":").map(cornerOf);
      if (s !== undefined && e !== undefined) merges.push({ s, e });
    }
  });
  return { ...sheet, "!merges": merges };
}

function partedCell(
  { type, format }: { readonly type: string; readonly format: string },
  value: string | undefined,
  { texts, shift }: SheetStyle,
): Record<string, unknown> {
  if (value === undefined) return { t: "z" };
  if (type === "s") return { t: "s", v: texts[Number(value)] ?? null };
  if (type === "str" || type === "inlineStr") return { t: "s", v: unescaped(value) };
  if (type === "b") return { t: "b", v: value === "1" };
  if (type === "e") return { t: "e", v: value, w: value };
  if (type === "d") return { t: "s", v: value.slice(0, 10) };
  const isDay = shift > 0 && /[dy]/i.test(format.replace(/general/i, ""));
  return { t: "n", v: value === "" ? null : Number(value) + (isDay ? shift : 0), z: format };
}

function cornerOf(address: string): { readonly r: number; readonly c: number } | undefined {
  const [, letters = "", digits = ""] = /^\$?([A-Z]{1,3})\$?(\d+)$/.exec(address) ?? [];
  if (letters === "") return undefined;
  return {
    r: Number(digits) - 1,
    c: [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1,
  };
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const sheetNamespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** A text in markup; what markup cannot hold is left out. */
const xmlText = (text: string): string =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the signs that no XML may hold.
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, "")
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/"/g, "&quot;");

/** Writes a workbook: the same sheets give the same bytes. */
export function workbookBytes(sheets: readonly LaidSheet[]): Uint8Array {
  const looks = new Map<string, number>();
  const formats = new Map([
    ["General", 0],
    ["@", 49],
  ]);
  const formatOf = (format = "General"): number => {
    const known = formats.get(format) ?? 162 + formats.size;
    formats.set(format, known);
    return known;
  };
  const styleOf = (look: CellLook): number => {
    const key = styleXml(look, formatOf(look.format));
    const known = looks.get(key) ?? looks.size;
    looks.set(key, known);
    return known;
  };
  styleOf({});
  const parts = new Map<string, string>();
  sheets.forEach((sheet, at) => {
    parts.set(`xl/worksheets/sheet${at + 1}.xml`, sheetXml(sheet, styleOf));
  });
  const ids = sheets.map((_, at) => at + 1);
  const overrides = [
    ...ids.map((id) => [`xl/worksheets/sheet${id}.xml`, "worksheet"]),
    ["xl/workbook.xml", "sheet.main"],
    ["xl/styles.xml", "styles"],
  ];
  parts.set(
    "[Content_Types].xml",
    `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides
      .map(
        ([part, type]) =>
          `<Override PartName="/${part}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${type}+xml"/>`,
      )
      .join("")}</Types>`,
  );
  const packageRelations = "http://schemas.openxmlformats.org/package/2006/relationships";
  parts.set(
    "_rels/.rels",
    `<Relationships xmlns="${packageRelations}"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  );
  parts.set(
    "xl/_rels/workbook.xml.rels",
    `<Relationships xmlns="${packageRelations}">${ids
      .map(
        (id) =>
          `<Relationship Id="rId${id}" Type="${relations}/worksheet" Target="worksheets/sheet${id}.xml"/>`,
      )
      .join("")}<Relationship Id="rId0" Type="${relations}/styles" Target="styles.xml"/></Relationships>`,
  );
  const names = sheets.flatMap(({ name, heading }, at) =>
    heading === undefined
      ? []
      : [
          `<definedName name="_xlnm.Print_Titles" localSheetId="${at}">'${xmlText(name.replace(/'/g, "''"))}'!$${heading + 1}:$${heading + 1}</definedName>`,
        ],
  );
  parts.set(
    "xl/workbook.xml",
    `<workbook xmlns="${sheetNamespace}" xmlns:r="${relations}"><sheets>${sheets
      .map(({ name }, at) => `<sheet name="${xmlText(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`)
      .join("")}</sheets>${
      names.length === 0 ? "" : `<definedNames>${names.join("")}</definedNames>`
    }<calcPr calcId="0" fullCalcOnLoad="1"/></workbook>`,
  );
  parts.set("xl/styles.xml", stylesXml([...looks.keys()], formats));
  const files: Zippable = {};
  for (const [name, xml] of parts) files[name] = strToU8(declaration + xml);
  return zipSync(files, { level: 6, mtime: "1980-01-01T00:00:00" });
}

/** Sheets of results as they are written: inputs, formulas, and what no formula gives, told by their fill. */
export const resultWorkbook = (sheets: readonly ResultSheet[]): Uint8Array =>
  workbookBytes(
    sheets.map(({ name, rows, frozen, widths }): LaidSheet => {
      const formulas = rows.flatMap((cells, row) =>
        cells.flatMap(({ formula }, column): readonly (readonly [string, string])[] =>
          formula === undefined ? [] : [[`${columnLetters(column)}${row + 1}`, formula]],
        ),
      );
      return {
        ...{ name, widths, rules: [], isProtected: false, formulas: new Map(formulas) },
        rows: rows.map((cells) => cells.map(({ value }) => value)),
        heading: frozen.rows === 0 ? undefined : frozen.rows - 1,
        frozenColumns: frozen.columns,
        // A title stands alone in its row and runs over the cells beside it.
        look: (row, column) =>
          rows[row]?.length === 1 ? { bold: true, wrap: false } : resultLook(rows[row]?.[column]),
      };
    }),
  );

function resultLook({ look, format }: Partial<ResultCell> = {}): CellLook {
  if (look === "head") return { bold: true, fill: "title", border: true, format };
  return { fill: look, border: true, format };
}

const fills = ["title", "input", "muted", "fixed"] as const;
const fillColours: Readonly<Record<(typeof fills)[number], string>> = {
  title: "FFD9E2F3",
  input: "FFFFFBE6",
  muted: "FFEFEFEF",
  fixed: "FFFCE4D6",
};

function styleXml(
  { bold, quiet, fill, locked = true, border, align, wrap = true }: CellLook,
  numFmt: number,
): string {
  const fillId = fill === undefined ? 0 : fills.indexOf(fill) + 2;
  const across = align === undefined ? "" : ` horizontal="${align}"`;
  return `<xf numFmtId="${numFmt}" fontId="${bold ? 1 : quiet ? 2 : 0}" fillId="${fillId}" borderId="${border ? 1 : 0}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1" applyProtection="1"><alignment vertical="top"${across}${wrap ? ' wrapText="1"' : ""}/><protection locked="${locked ? 1 : 0}"/></xf>`;
}

function stylesXml(cells: readonly string[], formats: ReadonlyMap<string, number>): string {
  const own = [...formats].filter(([, id]) => id >= 164);
  const numFmts = own
    .map(([code, id]) => `<numFmt numFmtId="${id}" formatCode="${xmlText(code)}"/>`)
    .join("");
  const numbers = own.length === 0 ? "" : `<numFmts count="${own.length}">${numFmts}</numFmts>`;
  const font = (mark: string, size = 12): string =>
    `<font>${mark}<sz val="${size}"/>${mark === "" && size < 12 ? '<color rgb="FF808080"/>' : ""}<name val="Times New Roman"/><family val="1"/></font>`;
  const thin = ["left", "right", "top", "bottom"]
    .map((side) => `<${side} style="thin"><color rgb="FF808080"/></${side}>`)
    .join("");
  const solid = fills
    .map(
      (fill) =>
        `<fill><patternFill patternType="solid"><fgColor rgb="${fillColours[fill]}"/><bgColor indexed="64"/></patternFill></fill>`,
    )
    .join("");
  return `<styleSheet xmlns="${sheetNamespace}">${numbers}<fonts count="3">${font("")}${font("<b/>")}${font("", 9)}</fonts><fills count="${fills.length + 2}"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>${solid}</fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>${thin}<diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${cells.length}">${cells.join("")}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
}

/** How many lines a row needs: programs differ in whether they work it out when they open a file. */
function linesIn({ rows, widths, look, merges = [] }: LaidSheet, row: number): number {
  const isMerged = merges.some((range) => range.startsWith(`A${row + 1}:`));
  // A text alone in its row runs over.
  if (!isMerged && (rows[row] ?? []).length === 1) return 1;
  const whole = widths.reduce((sum, width) => sum + width, 0);
  const cells = rows[row] ?? [];
  return cells.reduce<number>((lines, cell, column) => {
    if (typeof cell !== "string" || look(row, column).wrap === false) return lines;
    const width = isMerged ? whole : (widths[column] ?? 10);
    const own = cell.split("\n").reduce((count, line) => count + linesOfText(line, width), 0);
    return own > lines ? own : lines;
  }, 1);
}

/** In how many lines words stand in a column. */
function linesOfText(text: string, width: number): number {
  let lines = 1;
  let used = 0;
  for (const word of text.split(" ")) {
    if (used > 0 && used + 1 + word.length > width) {
      lines += 1;
      used = 0;
    }
    used += (used === 0 ? 0 : 1) + word.length;
  }
  return lines;
}

/** The most that fits the width of a page, in digits. */
const pageWidth = 250;

function sheetXml(sheet: LaidSheet, styleOf: (look: CellLook) => number): string {
  const { rows, widths, heading, frozenColumns = 0, rules, isProtected, formulas, look } = sheet;
  // Rows that are still to be typed have the format of their column: 05/06/2026 stays a text, and 1.10 is not 1.1.
  const below = (at: number): string => {
    const { format } = isProtected ? {} : look(rows.length, at);
    return format === undefined ? "" : ` style="${styleOf({ format })}"`;
  };
  const columns = widths
    .map((width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}"${below(at)} customWidth="1"/>`)
    .join("");
  const body = rows.map((cells, row) => {
    const shown = cells.map((value, column) => {
      const address = `${columnLetters(column)}${row + 1}`;
      const open = `<c r="${address}" s="${styleOf(look(row, column))}"`;
      const formula = formulas.get(address);
      if (formula !== undefined)
        return typeof value === "number"
          ? `${open}><f>${xmlText(formula)}</f><v>${value}</v></c>`
          : `${open} t="str"><f>${xmlText(formula)}</f><v>${xmlText(value ?? "")}</v></c>`;
      if (value === null) return `${open}/>`;
      if (typeof value === "number") return `${open}><v>${value}</v></c>`;
      return `${open} t="inlineStr"><is><t xml:space="preserve">${xmlText(value)}</t></is></c>`;
    });
    const lines = linesIn(sheet, row);
    const height = lines > 1 ? ` ht="${16 * lines + 2}" customHeight="1"` : "";
    return `<row r="${row + 1}"${height}>${shown.join("")}</row>`;
  });
  // A table of many columns would be too small to read on one page.
  const isNarrow = widths.reduce((sum, width) => sum + width, 0) <= pageWidth;
  const [across, down] = [frozenColumns, heading === undefined ? 0 : heading + 1];
  const splits = `${across > 0 ? ` xSplit="${across}"` : ""}${down > 0 ? ` ySplit="${down}"` : ""}`;
  const active = across > 0 ? (down > 0 ? "bottomRight" : "topRight") : "bottomLeft";
  const frozen =
    splits === ""
      ? ""
      : `<pane${splits} topLeftCell="${columnLetters(across)}${down + 1}" activePane="${active}" state="frozen"/>`;
  const merged = sheet.merges ?? [];
  const merges =
    merged.length === 0
      ? ""
      : `<mergeCells count="${merged.length}">${merged.map((range) => `<mergeCell ref="${range}"/>`).join("")}</mergeCells>`;
  const protection = isProtected
    ? '<sheetProtection sheet="1" objects="1" scenarios="1" formatCells="0" formatColumns="0" formatRows="0"/>'
    : "";
  const checks = rules.map(({ range, check, error }) => {
    const message = ` allowBlank="1" showErrorMessage="1" error="${xmlText(error.slice(0, 220))}"`;
    if ("list" in check)
      return `<dataValidation type="list"${message} sqref="${range}"><formula1>${xmlText(check.list)}</formula1></dataValidation>`;
    const top = check.most === undefined ? "" : `<formula2>${check.most}</formula2>`;
    const operator = check.most === undefined ? "greaterThanOrEqual" : "between";
    return `<dataValidation type="${check.number}" operator="${operator}" errorStyle="warning"${message} sqref="${range}"><formula1>0</formula1>${top}</dataValidation>`;
  });
  const validations =
    checks.length === 0
      ? ""
      : `<dataValidations count="${checks.length}">${checks.join("")}</dataValidations>`;
  return `<worksheet xmlns="${sheetNamespace}" xmlns:r="${relations}"><sheetPr><pageSetUpPr fitToPage="${isNarrow ? 1 : 0}"/></sheetPr><sheetViews><sheetView workbookViewId="0">${frozen}</sheetView></sheetViews><sheetFormatPr defaultRowHeight="15.75"/><cols>${columns}</cols><sheetData>${body.join("")}</sheetData>${protection}${merges}${validations}<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/><headerFooter><oddFooter>&amp;C&amp;P/&amp;N</oddFooter></headerFooter></worksheet>`;
}

/** The rows of a text in which signs part the cells: comma, semicolon or tab, whichever the first line has most of. */
export function* csvRows(pieces: Iterable<string>): Generator<readonly string[]> {
  let row: string[] = [];
  let cell = "";
  let state: "plain" | "quoted" | "quote" = "plain";
  let separator = "";
  let begun = "";
  const take = function* (text: string): Generator<readonly string[]> {
    for (const sign of text) {
      if (state === "quoted") {
        if (sign === '"') state = "quote";
        else cell += sign;
      } else if (sign === '"' && (state === "quote" || cell === "")) {
        if (state === "quote") cell += '"';
        state = "quoted";
      } else if (sign === separator) {
        row.push(cell);
        cell = "";
        state = "plain";
      } else if (sign === "\n") {
        row.push(cell);
        yield row;
        row = [];
        cell = "";
        state = "plain";
      } else if (sign !== "\r") {
        cell += sign;
        state = "plain";
      }
    }
  };
  for (const piece of pieces) {
    if (separator !== "") {
      yield* take(piece);
      continue;
    }
    begun += piece;
    if (!begun.includes("\n")) continue;
    separator = separatorOf(begun);
    yield* take(begun.replace(/^\uFEFF/, ""));
  }
  if (separator === "") {
    separator = separatorOf(begun);
    yield* take(begun.replace(/^\uFEFF/, ""));
  }
  if (cell !== "" || row.length > 0) yield [...row, cell];
}

function separatorOf(text: string): string {
  const [first = ""] = text.split("\n", 1);
  const count = (sign: string): number => first.split(sign).length;
  return [";", ",", "\t"].reduce((most, sign) => (count(sign) > count(most) ? sign : most));
}

/** Where records are written, and how it is told how far that is. */
export interface RecordsTask {
  readonly words: Words;
  readonly folder: string;
  readonly progress: (text?: string) => void;
}

/** What is written of a round. */
interface ReportTask extends RecordsTask, Pick<ReportOptions, "audience" | "before"> {
  readonly language: Language;
  /** The units whose score sheets are written; none: all. */
  readonly units: readonly string[];
}

/** Writes the page, the score sheets, the workbook, and the results for spreadsheets and programs; says what it wrote. */
export function writeReport(set: CriteriaSet, round: Round, task: ReportTask): string {
  const { language, words, units, folder, audience, before, progress } = task;
  const write = (name: string, content: string | Uint8Array): void => writeInto(folder, name, content);
  const assessment = assess(set, round);
  write("ket-qua.html", reportHtml(set, round, { audience, before, language, units: [] }));
  write("ket-qua.xlsx", resultWorkbook(resultSheets(set, round, { language })));
  write("ket-qua.json", `${JSON.stringify(assessment, undefined, 2)}\n`);
  const { scores, rankings } = assessment;
  const rounding = { language, rounding: set.policies.rounding };
  for (const ranking of rankings) {
    const rows = rankingRows(set, ranking, { units: round.units, scores, language });
    write(`xep-hang-${ranking.group}.csv`, rowsCsv(rows, rounding));
  }
  const asked = units.length > 0 ? units : round.units.map(({ id }) => id);
  let count = 0;
  for (const { unit, html } of sheetPages(set, round, { audience, language, units: asked })) {
    progress(say(words, "command.sheetOf", { at: ++count, of: asked.length, unit }));
    write(`phieu-diem/${unit}.html`, html);
  }
  progress();
  return say(words, "command.written", { folder, count });
}

/** Writes the record of a group, and that of each unit with the proof that it is one of the group; says so, and the root. */
export function writeRecords(record: GroupRecord, { words, folder, progress }: RecordsTask): string {
  const write = (name: string, value: unknown): void =>
    writeInto(folder, name, `${JSON.stringify(value, undefined, 2)}\n`);
  write("nhom.json", record);
  const proofs = proofsOfGroup(record);
  for (const [at, unit] of record.units.entries()) {
    progress(say(words, "command.recordOf", { at: at + 1, of: proofs.length, unit: unit.unit }));
    write(`${unit.unit}.json`, unit);
    write(`${unit.unit}.bang-chung.json`, proofs[at]);
  }
  progress();
  const { root, round, set } = record;
  return say(words, "command.sealed", { folder, count: proofs.length, round, set: set.digest, root });
}

/** Writes a file into a folder, and nowhere above it, whatever the id in its name. */
function writeInto(folder: string, name: string, content: string | Uint8Array): void {
  const path = join(folder, name.replace(/\.{2,}/g, "."));
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}
