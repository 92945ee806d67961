/**
 * Digests: canonical JSON by RFC 8785, SHA-256, Merkle trees as in RFC 6962, held to known vectors and to Node's own
 * hash; and what a digest of a set or round depends on, which is its meaning alone.
 */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { criteriaSet } from "par-index/criteria";
import { describe, expect, test } from "vitest";
import {
  canonicalBytes,
  canonicalText,
  digestOf,
  inclusionPath,
  leafHash,
  rootOfPath,
  roundDigest,
  setDigest,
  textDigest,
  treeRoot,
} from "../../src/audit/digest.ts";
import { readRound } from "../../src/round/read.ts";
import { readCriteriaSet } from "../../src/set/check.ts";
import { anySetAndRound, type Raw } from "../support/random-round.ts";

const sha256 = (...parts: (string | Uint8Array)[]): Buffer => {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest();
};
const clone = (value: unknown): Raw => JSON.parse(JSON.stringify(value));
const parsed = (path: string): Raw => JSON.parse(readFileSync(new URL(path, import.meta.url), "utf8"));

test("what is no plain JSON has no canonical text: the words name it", () => {
  for (const strange of [new Date(0), new Map([["a", 1]]), new Set([1]), { a: new Date(0) }])
    expect(() => canonicalText(strange)).toThrow(TypeError);
});

describe("canonical JSON", () => {
  test("sorts keys as RFC 8785, section 3.2.3 does, by code unit and not by code point", () => {
    const value = {
      "\u20ac": "Euro Sign",
      "\r": "Carriage Return",
      "\ufb33": "Hebrew Letter Dalet With Dagesh",
      "1": "One",
      "\ud83d\ude00": "Emoji: Grinning Face",
      "\u0080": "Control",
      "\u00f6": "Latin Small Letter O With Diaeresis",
    };
    expect(Object.values(JSON.parse(canonicalText(value)))).toContain("One");
    const order = [...canonicalText(value).matchAll(/:"([^"]*)"/g)].map((match) => match[1]);
    expect(order).toEqual([
      "Carriage Return",
      "One",
      "Control",
      "Latin Small Letter O With Diaeresis",
      "Euro Sign",
      "Emoji: Grinning Face",
      "Hebrew Letter Dalet With Dagesh",
    ]);
  });

  test("writes the text and the literals of RFC 8785, section 3.2.2, as it does", () => {
    const value = { string: "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"/", literals: [null, true, false] };
    expect(canonicalText(value)).toBe(
      '{"literals":[null,true,false],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
    expect(Buffer.from(canonicalBytes({ a: "€" })).toString("hex")).toBe("7b2261223a22e282ac227d");
  });

  test("writes whole numbers up to 2^53 − 1, and refuses what is none or no JSON", () => {
    expect(canonicalText([0, -0, 7, Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER])).toBe(
      "[0,0,7,9007199254740991,-9007199254740991]",
    );
    for (const value of [
      0.5,
      2 ** 53,
      Number.NaN,
      Number.POSITIVE_INFINITY,
      1n,
      undefined,
      () => 0,
      Symbol("x"),
      [undefined],
      "\ud83d",
      { "\ude00": 1 },
    ])
      expect(() => canonicalText(value)).toThrow(TypeError);
    expect(canonicalText({ a: undefined, b: null })).toBe('{"b":null}');
  });

  test("what throws when it is read, or holds itself, is a TypeError in words of the library", () => {
    const { proxy, revoke } = Proxy.revocable<object>({}, {});
    revoke();
    const fail = (): never => {
      throw new Error("boom");
    };
    const throwing = new Proxy({}, { get: fail, has: fail, ownKeys: fail, getPrototypeOf: fail });
    const getter = Object.defineProperty({}, "a", { get: fail, enumerable: true });
    const endless: Raw = {};
    endless.a = [endless];
    for (const value of [proxy, throwing, getter, endless])
      for (const given of [value, [value], { a: value }])
        for (const call of [canonicalText, digestOf])
          expect(() => call(given)).toThrow(
            new TypeError("canonicalText: the value holds what cannot be read to its end"),
          );
  });

  test("reads back as it was, and does not depend on the order of keys", () => {
    const integers = fc
      .jsonValue({ noUnicodeString: false })
      .map((value) =>
        JSON.parse(JSON.stringify(value), (_, it) => (typeof it === "number" ? Math.trunc(it) % 1e6 : it)),
      );
    const turned = (value: Raw): Raw =>
      Array.isArray(value)
        ? value.map(turned)
        : typeof value === "object" && value !== null
          ? Object.fromEntries(
              Object.entries(value)
                .reverse()
                .map(([key, it]) => [key, turned(it)]),
            )
          : value;
    fc.assert(
      fc.property(integers, (value) => {
        const text = canonicalText(value);
        expect(JSON.parse(text)).toEqual(clone(value));
        expect(canonicalText(turned(value))).toBe(text);
      }),
    );
  });
});

describe("SHA-256", () => {
  test("gives the known digests of FIPS 180-4", () => {
    expect(textDigest("")).toBe("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    expect(textDigest("abc")).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    expect(textDigest("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")).toBe(
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1",
    );
    expect(textDigest("a".repeat(1_000_000))).toBe(
      "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0",
    );
  });

  test("is that of Node for any text", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "binary" }).filter((it) => !/\p{Surrogate}/u.test(it)),
        (text) => {
          expect(textDigest(text)).toBe(sha256(text).toString("hex"));
        },
      ),
    );
    expect(digestOf({ b: 1, a: "ă" })).toBe(sha256('{"a":"ă","b":1}').toString("hex"));
  });
});

describe("the Merkle tree of RFC 6962", () => {
  const data = [
    "",
    "00",
    "10",
    "2021",
    "3031",
    "40414243",
    "5051525354555657",
    "606162636465666768696a6b6c6d6e6f",
  ].map((hex) => Buffer.from(hex, "hex"));
  const leaves = data.map((it) => leafHash(it));
  // MTH as section 2.1 writes it, with another hash and another way of splitting.
  const oracle = (list: readonly Buffer[]): Buffer => {
    if (list.length === 0) return sha256();
    if (list.length === 1) return sha256(Uint8Array.of(0), list[0] as Buffer);
    const half = 2 ** Math.ceil(Math.log2(list.length) - 1);
    return sha256(Uint8Array.of(1), oracle(list.slice(0, half)), oracle(list.slice(half)));
  };

  test("gives the roots that implementations of the RFC publish for these eight leaves", () => {
    const roots = [
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
      "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
      "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
      "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
      "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
      "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
      "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
      "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
      "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    ];
    expect(roots.map((_, size) => treeRoot(leaves.slice(0, size)))).toEqual(roots);
  });

  test("has the root that the RFC's definition gives, and every leaf's path leads to it, for any size", () => {
    for (let size = 1; size <= 40; size++) {
      const list = Array.from({ length: size }, (_, at) => Buffer.from([at, size]));
      const hashes = list.map((it) => leafHash(it));
      const root = oracle(list).toString("hex");
      expect(treeRoot(hashes)).toBe(root);
      for (let at = 0; at < size; at++) {
        const path = inclusionPath(hashes, at);
        expect(rootOfPath(hashes[at] as Uint8Array, path)).toBe(root);
        expect(rootOfPath(leafHash(Buffer.from("x")), path)).not.toBe(root);
        if (path.path.length > 0)
          expect(rootOfPath(hashes[at] as Uint8Array, { ...path, path: path.path.slice(1) })).toBeUndefined();
      }
    }
    expect(rootOfPath(leaves[0] as Uint8Array, { index: 1, size: 1, path: [] })).toBeUndefined();
    expect(
      rootOfPath(leaves[0] as Uint8Array, { index: 0, size: 2, path: ["X".repeat(64)] }),
    ).toBeUndefined();
  });
});

describe("digests of sets and rounds", () => {
  /** Lists whose order means nothing, in another order, and objects with their keys turned round. */
  const shuffled = (value: Raw, turn: (list: Raw[]) => Raw[], key = ""): Raw => {
    if (Array.isArray(value)) {
      const list = value.map((it) => shuffled(it, turn, key));
      return [
        "units",
        "answers",
        "selfAssessments",
        "ledger",
        "statistics",
        "targets",
        "counts",
        "questions",
        "options",
        "evidence",
        "parts",
        "breaches",
        "findings",
        "acts",
        "councils",
      ].includes(key)
        ? turn(list)
        : list;
    }
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(
      Object.entries(value)
        .reverse()
        .map(([name, it]) => [name, shuffled(it, turn, name)]),
    );
  };

  test("the order of lists without meaning, of keys, and $schema change nothing", () => {
    fc.assert(
      fc.property(anySetAndRound(), fc.integer({ min: 1, max: 7 }), (raw, step) => {
        const set = readCriteriaSet(raw.set);
        const turn = (list: Raw[]): Raw[] =>
          [...list.slice(step % (list.length || 1)), ...list.slice(0, step % (list.length || 1))].reverse();
        const digest = roundDigest(readRound(set, raw.round));
        expect(roundDigest(readRound(set, { $schema: "x", ...shuffled(raw.round, turn) }))).toBe(digest);
        expect(
          setDigest(
            readCriteriaSet({ $schema: "x", ...Object.fromEntries(Object.entries(raw.set).reverse()) }),
          ),
        ).toBe(setDigest(set));
      }),
      { numRuns: 40, interruptAfterTimeLimit: 10_000 },
    );
  });

  test("the longer print of a decimal changes nothing, that of a percentage does", () => {
    const raw = parsed("../support/small-set.json");
    const before = setDigest(readCriteriaSet(raw));
    const longer = clone(raw);
    longer.maxPoints = "20.00";
    longer.items[0].maxPoints = Number(longer.items[0].maxPoints);
    expect(setDigest(readCriteriaSet(longer))).toBe(before);
    const other = clone(raw);
    other.title.vi += "!";
    expect(setDigest(readCriteriaSet(other))).not.toBe(before);
    const set = criteriaSet("hoa-lam/department/2026");
    const round = parsed("../../docs/examples/hoa-lam-departments-2026.json");
    const changed = clone(round);
    const statistic = changed.statistics.find((it: Raw) => it.facts.percent !== undefined);
    statistic.facts.percent += statistic.facts.percent.includes(".") ? "0" : ".0";
    expect(roundDigest(readRound(set, changed))).not.toBe(roundDigest(readRound(set, round)));
  });

  test("only what was read has a digest of its own", () => {
    expect(() => setDigest(parsed("../support/small-set.json"))).toThrow(TypeError);
    expect(() => roundDigest(parsed("../../docs/examples/hoa-lam-departments-2026.json"))).toThrow(TypeError);
  });
});
