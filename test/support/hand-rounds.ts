/** Sets and rounds written by hand, as small as they can be: what a test does not say is not there. */
import type { Raw } from "./random-round.ts";

/** Words in Vietnamese alone. */
export const vi = (text: string): Raw => ({ vi: text });

/** A set of one domain with the given leaves, all self-scored without evidence. */
export function handSet(leaves: readonly Raw[], maxPoints: string, more: Raw = {}): Raw {
  const items = leaves.map((leaf, at) => ({
    number: `1.${at + 1}`,
    title: vi(`Nội dung ${at + 1}`),
    source: "a",
    evidence: "none",
    ...leaf,
  }));
  return {
    format: 1,
    id: "hoa-lam/office/2026",
    edition: 1,
    status: "illustrative",
    title: vi("Ca viết tay (minh họa)"),
    issuer: vi("UBND tỉnh Hoa Lâm (hư cấu)"),
    level: "office",
    period: { from: "2026-01-01", to: "2026-12-31" },
    levels: [vi("Lĩnh vực"), vi("Tiêu chí")],
    maxPoints,
    sources: [{ id: "a", kind: "appraisal", title: vi("Thẩm định") }],
    groups: [{ id: "g", title: vi("Nhóm") }],
    items: [{ number: "1", title: vi("Lĩnh vực một"), maxPoints, items }],
    ...more,
  };
}

/** A round in which each unit answers the leaves in their order; `null` withholds, `"na"` claims not applicable, and the council agrees. */
export function handRound(set: Raw, answers: Readonly<Record<string, readonly Raw[]>>, more: Raw = {}): Raw {
  const ids = Object.keys(answers);
  const claimed = (of: string): string[] =>
    (answers[of] ?? []).flatMap((it, at) => (it === "na" ? [`1.${at + 1}`] : []));
  return {
    format: 1,
    set: set.id,
    edition: 1,
    title: vi("Ca viết tay (minh họa)"),
    status: "illustrative",
    units: ids.map((id) => ({ id, name: vi(`Phòng ${id}`), group: "g" })),
    councils: [
      {
        id: "hd",
        title: vi("Hội đồng"),
        units: ids,
        roles: [{ id: "chu-tich", title: vi("Chủ tịch"), decides: ["final"] }],
      },
    ],
    selfAssessments: ids.map((unit) => ({
      unit,
      submitted: "2026-12-01",
      answers: (answers[unit] ?? []).flatMap((it, at): Raw[] => {
        if (it === null) return [];
        const item = `1.${at + 1}`;
        return it === "na" ? [{ item, notApplicable: { reason: "Không phát sinh" } }] : [{ item, facts: it }];
      }),
    })),
    ledger: ids.flatMap((unit) =>
      claimed(unit).map((item) => ({
        unit,
        item,
        stage: "final",
        by: "chu-tich",
        date: "2027-01-15",
        kind: "accept",
      })),
    ),
    ...more,
  };
}
