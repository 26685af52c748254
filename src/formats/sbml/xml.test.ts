import { describe, expect, test } from "vitest";
import { attribute, readXml, type XmlElement } from "./xml.ts";
import { element, writeXml } from "./xml-write.ts";

const read = (text: string, raw: readonly string[] = []): XmlElement =>
  readXml(text, "f.xml", new Set(raw)).root;

describe("reading", () => {
  test("keeps names, namespaces, attributes, text and tails", () => {
    const a = read('<a xmlns="u" xmlns:r="R" r:x="1" y="&lt;&#65;"> t &amp;<b/>after<![CDATA[<]]></a>');
    expect([a.name, a.namespace, a.text, a.children[0]!.tail]).toEqual(["a", "u", " t &", "after<"]);
    expect([...a.attributes]).toEqual(["{R}x", "1", "y", "<A"]);
  });
  test("tells the line and column of an element", () => {
    const tree = readXml("<a>\r\n  <b/>\n<c/></a>", "f.xml");
    expect(tree.root.children.map(tree.place)).toEqual([
      { file: "f.xml", line: 2, column: 3 },
      { file: "f.xml", line: 3, column: 1 },
    ]);
  });
  test("takes __proto__ and constructor for names as any other", () => {
    const a = read('<a __proto__="1" constructor="2"><__proto__/></a>');
    expect(attribute(a, "__proto__")).toBe("1");
    expect(attribute(a, "toString")).toBeUndefined();
    expect(a.children[0]!.name).toBe("__proto__");
  });
  test("keeps what is asked for as text that can stand anywhere", () => {
    const notes = read('<a xmlns:r="R"><notes> <r:x r:y="1"/> &amp; <b xmlns:r="S"><r:z/></b></notes></a>', [
      "notes",
    ]);
    expect(notes.children[0]!.raw).toBe(
      ' <r:x xmlns:r="R" r:y="1"/> &amp; <b xmlns:r="R" xmlns:r="S"><r:z/></b>',
    );
  });
});

describe("a hostile file is refused", () => {
  test.each([
    ["<a>&toString;</a>", "invalid-file"],
    ["<a>&b;</a>", "invalid-file"],
    ['<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', "unsupported-feature"],
    ['<!DOCTYPE a SYSTEM "http://example.org/a.dtd"><a/>', "unsupported-feature"],
    ["<a><b></a>", "invalid-file"],
    ['<a x="1" x="2"/>', "invalid-file"],
    ["<p:a/>", "invalid-file"],
    ["<a\u0001/>", "invalid-file"],
    ["<a>\u0001</b>", "invalid-file"],
    ["<a x='1'y='2'/>", "invalid-file"],
    ["<a x=1/>", "invalid-file"],
    ["<a x='<'/>", "invalid-file"],
    ["<a>]]></a>", "invalid-file"],
    ["<a><!-- -- --></a>", "invalid-file"],
    ["<a><?xml ?></a>", "invalid-file"],
    [" <?xml version='1.0'?><a/>", "invalid-file"],
    ["<?xml version='2.0'?><a/>", "invalid-file"],
    ["<a/><b/>", "invalid-file"],
    ["<a/>text", "invalid-file"],
    ["<a>&#xD800;</a>", "invalid-file"],
    ["<a>&#0;</a>", "invalid-file"],
    ["<a>\ud800</a>", "invalid-file"],
    ["<a xmlns:p=''/>", "invalid-file"],
    ["<a xmlns:xml='u'/>", "invalid-file"],
    ["<a xmlns:p='u' xmlns:q='u' p:x='1' q:x='2'/>", "invalid-file"],
    ["<a:b:c xmlns:a='u'/>", "invalid-file"],
    ["<1a/>", "invalid-file"],
    ["< a/>", "invalid-file"],
    ["<a", "invalid-file"],
    ["<a><![CDATA[</a>", "invalid-file"],
    ["", "invalid-file"],
    ["<a>".repeat(500), "out-of-range"],
  ])("%.40s", (text, code) => {
    expect(() => read(text)).toThrow(
      expect.objectContaining({ code, where: expect.stringMatching(/^f\.xml:\d+:\d+$/) }),
    );
  });
  test("when it declares namespaces without end, or has them repeated", () => {
    const many = Array.from({ length: 501 }, (_, i) => `xmlns:p${i}="u"`).join(" ");
    expect(() => read(`<a ${many}/>`)).toThrow(expect.objectContaining({ code: "out-of-range" }));
    const long = `<a xmlns:p="${"u".repeat(1e4)}"><notes>${"<p:b/>".repeat(10_000)}</notes></a>`;
    expect(() => read(long, ["notes"])).toThrow(expect.objectContaining({ code: "out-of-range" }));
  });
  test("in a time that grows with its length only", () => {
    const start = performance.now();
    read(`<a>${"<b c='\n'>]</b>".repeat(100_000)}</a>`);
    expect(performance.now() - start).toBeLessThan(5000);
  });
  test("when it is too large or has too many elements", () => {
    const limits = { size: 100, count: 5, depth: 5 };
    expect(() => readXml("<a>".padEnd(101), "f", new Set(), limits)).toThrow(/101 characters/);
    expect(() => readXml("<a><b/><b/><b/><b/><b/></a>", "f", new Set(), limits)).toThrow(/too many/);
  });
});

test("a written tree is read back the same", () => {
  const tree = element("a", "u", { x: 'q"<\n\t', "{R}y": 1 }, [
    element("b", "v", {}, [element("c", "v", {}, [], { text: " x & y > z ", tail: "t" })]),
    element("d", "u", {}, [], { raw: "<e xmlns='u'/>" }),
  ]);
  const text = writeXml(tree, new Map([["R", "r"]]));
  expect(text).toContain('<b xmlns="v"><c> x &amp; y &gt; z </c>t</b>');
  const again = read(text, ["d"]);
  const shape = (e: XmlElement): unknown => ({ ...e, at: 0, children: e.children.map(shape) });
  expect(shape(again)).toEqual(shape(tree));
});
