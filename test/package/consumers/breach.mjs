// Breaks the policy on purpose, so that the test knows that a breach would be seen.
try {
  new Function("return 1")();
} catch {
  // The browser refuses, and reports.
}
await fetch("/result", { method: "POST", body: "breached" });
