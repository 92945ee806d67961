// Consumes the package in a browser; sends what the job gives to the server that served the page.
import * as library from "par-index";
import * as audit from "par-index/audit";
import * as check from "par-index/check";
import * as criteria from "par-index/criteria";
import * as process_ from "par-index/process";
import { job } from "./job.mjs";

const file = "/node_modules/par-index/docs/examples/hoa-lam-departments-2026.json";
const send = (path, body) => fetch(path, { method: "POST", body });
try {
  const round = await (await fetch(file)).json();
  await send("/result", job({ ...library, ...audit, ...check, ...criteria, ...process_ }, round));
} catch (error) {
  await send("/result", `failed: ${error.stack ?? error}`);
}
