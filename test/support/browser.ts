/**
 * Chromium on a page of its own, served on the loopback under a strict Content-Security-Policy. Where a machine has no
 * Chromium there is none to ask; with BROWSER_REQUIRED=1 (`.ci/run`) that is an error.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer, type IncomingMessage, type Server } from "node:http";
import { tmpdir } from "node:os";
import { extname, join, normalize } from "node:path";
import { type BrowserContext, chromium } from "playwright-core";

const program = ["/usr/bin/chromium", "/usr/bin/chromium-browser"].find((path) => existsSync(path));

/** True where this machine has a browser to ask. */
export const hasBrowser = program !== undefined;

if (!hasBrowser && process.env["BROWSER_REQUIRED"] === "1") {
  throw new Error("no Chromium: install Debian's package `chromium`");
}

/** What a page did. */
export interface Visit {
  /** What it sent as its result. */
  readonly result: string;
  /** The breaches of the policy that the browser reported. */
  readonly violations: readonly string[];
  /** What the browser wrote to the console as a warning or an error. */
  readonly complaints: readonly string[];
}

/** A browser with a server beside it. */
export interface Browser {
  /** Opens a page whose body is this text, under this policy, and waits for its result. */
  readonly visit: (body: string, policy: string) => Promise<Visit>;
  /** Closes both. */
  readonly close: () => Promise<void>;
}

const types: Readonly<Record<string, string>> = {
  ".js": "text/javascript",
  ".mjs": "text/javascript",
  ".json": "application/json",
};

const flags = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}

/** A browser with a profile of its own, which goes with it. */
export async function openContext(): Promise<{
  readonly context: BrowserContext;
  readonly close: () => Promise<void>;
}> {
  const profile = mkdtempSync(join(tmpdir(), "par-index-profile-"));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: program ?? "",
    args: flags,
  });
  const close = async () => {
    await context.close();
    rmSync(profile, { recursive: true, force: true });
  };
  return { context, close };
}

/** Opens a browser whose server gives the files of a folder. */
export async function openBrowser(folder: string): Promise<Browser> {
  let page = { body: "", policy: "" };
  let violations: string[] = [];
  let finish = (_: string): void => {};
  const server: Server = createServer(async (request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname));
    if (request.method === "POST") {
      const text = await textOf(request);
      if (path === "/violation") violations.push(text);
      else finish(text);
      response.writeHead(204).end();
    } else if (path === "/") {
      response.writeHead(200, {
        "content-type": "text/html; charset=utf-8",
        "content-security-policy": `${page.policy}; report-uri /violation`,
      });
      response.end(`<!doctype html><title>par-index</title><link rel="icon" href="data:,">${page.body}`);
    } else if (existsSync(join(folder, path))) {
      response.writeHead(200, { "content-type": `${types[extname(path)] ?? "text/plain"}; charset=utf-8` });
      response.end(readFileSync(join(folder, path)));
    } else {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const { context, close } = await openContext();
  return {
    visit: async (body, policy) => {
      page = { body, policy };
      violations = [];
      const complaints: string[] = [];
      const tab = await context.newPage();
      const result = new Promise<string>((resolve) => {
        finish = resolve;
      });
      tab.on("console", (message) => {
        if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
      });
      tab.on("pageerror", (error) => {
        complaints.push(error.message);
        finish(`failed: ${error.message}`);
      });
      await tab.goto(`http://127.0.0.1:${port}/`);
      const found = await result;
      // Reports travel after what caused them: a moment for the last of them.
      await tab.waitForTimeout(300);
      await tab.close();
      return { result: found, violations, complaints };
    },
    close: async () => {
      await close();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
