// npx tsx test/examples/write-office.ts: writes docs/examples/hoa-lam-communes-2026/, the communes' round as spreadsheets.
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { officeFolder, officeFolderPath } from "./make-office.ts";

for (const [name, bytes] of officeFolder()) {
  const path = new URL(name, officeFolderPath);
  mkdirSync(dirname(path.pathname), { recursive: true });
  writeFileSync(path, bytes);
}
