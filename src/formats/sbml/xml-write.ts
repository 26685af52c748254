import type { XmlElement } from "./xml.ts";

/** An element made to be written; attributes that are undefined are left out. */
export function element(
  name: string,
  namespace: string,
  attributes: Readonly<Record<string, string | number | boolean | undefined>> = {},
  children: readonly XmlElement[] = [],
  inside: { readonly text?: string; readonly tail?: string; readonly raw?: string } = {},
): XmlElement {
  const given = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [key, String(value)],
  );
  return {
    name,
    namespace,
    attributes: given,
    children,
    text: inside.text ?? "",
    tail: inside.tail ?? "",
    raw: inside.raw ?? "",
    at: -1,
  };
}

/**
 * Writes a tree as XML, two spaces a level, the same bytes for the same tree.
 *
 * An element in another namespace than the one around it declares its own as the default. White space is added only
 * between elements, never beside text.
 *
 * @param prefixes  prefix by namespace, for attributes; they are declared on the root
 */
export function writeXml(root: XmlElement, prefixes: ReadonlyMap<string, string> = new Map()): string {
  const out: string[] = ['<?xml version="1.0" encoding="UTF-8"?>\n'];
  write(root, "", "", prefixes, out, true);
  out.push("\n");
  return out.join("");
}

function write(
  e: XmlElement,
  around: string,
  indent: string,
  prefixes: ReadonlyMap<string, string>,
  out: string[],
  top: boolean,
): void {
  out.push("<", e.name);
  if (e.namespace !== around) out.push(` xmlns="${escapeAttribute(e.namespace)}"`);
  if (top) for (const [uri, prefix] of prefixes) out.push(` xmlns:${prefix}="${escapeAttribute(uri)}"`);
  for (let i = 0; i < e.attributes.length; i += 2) {
    const [key, value] = [e.attributes[i]!, e.attributes[i + 1]!];
    const end = key.startsWith("{") ? key.indexOf("}") : -1;
    const name = end < 0 ? key : `${prefixes.get(key.slice(1, end)) ?? "xml"}:${key.slice(end + 1)}`;
    out.push(` ${name}="${escapeAttribute(value)}"`);
  }
  if (e.children.length === 0 && e.text === "" && e.raw === "") {
    out.push("/>");
    return;
  }
  out.push(">", e.raw, escapeText(e.text));
  const mixed = e.text !== "" || e.raw !== "" || e.children.some((child) => child.tail !== "");
  for (const child of e.children) {
    if (!mixed) out.push("\n", indent, "  ");
    write(child, e.namespace, `${indent}  `, prefixes, out, false);
    out.push(escapeText(child.tail));
  }
  if (!mixed) out.push("\n", indent);
  out.push("</", e.name, ">");
}

function escapeText(text: string): string {
  return /[&<>\r]/.test(text)
    ? text.replace(/[&<>\r]/g, (c) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;" })[c] ?? "&#13;")
    : text;
}

/** Text as it may stand in an attribute between double quotes. */
export function escapeAttribute(text: string): string {
  return /[&<>"\t\n\r]/.test(text)
    ? text.replace(
        /[&<>"\t\n\r]/g,
        (c) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[c] ?? `&#${c.charCodeAt(0)};`,
      )
    : text;
}
