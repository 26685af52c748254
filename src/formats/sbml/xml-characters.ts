/** From–to pairs of the code units a name may begin with beyond ASCII; pairs of surrogates stand for U+10000 to U+EFFFF. */
const firstInName = [
  0xc0, 0xd6, 0xd8, 0xf6, 0xf8, 0x2ff, 0x370, 0x37d, 0x37f, 0x1fff, 0x200c, 0x200d, 0x2070, 0x218f, 0x2c00,
  0x2fef, 0x3001, 0xd7ff, 0xd800, 0xdb7f, 0xdc00, 0xdfff, 0xf900, 0xfdcf, 0xfdf0, 0xfffd,
];
/** And those it may go on with, too. */
const laterInName = [0xb7, 0xb7, 0x300, 0x36f, 0x203f, 0x2040];

/** Of the first 128 characters: 2 where a name may begin with it, 1 where it may go on with it. */
const ascii: Uint8Array = Uint8Array.from({ length: 128 }, (_, code) => {
  const c = String.fromCharCode(code);
  return /[A-Za-z_:]/.test(c) ? 2 : /[-.0-9]/.test(c) ? 1 : 0;
});

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const noCharacter = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/;
const halfOfPair = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/** Offset of the first character that XML does not have (controls, halves of pairs, U+FFFE, U+FFFF); −1 when there is none. */
export function findNoCharacter(text: string): number {
  // Looking for halves of pairs takes four times as long as asking whether there are any.
  const half = text.isWellFormed() ? -1 : text.search(halfOfPair);
  const other = text.search(noCharacter);
  return half < 0 || other < 0 ? Math.max(half, other) : Math.min(half, other);
}

/** Offset behind the name that begins here; the same offset when none does. */
export function nameEnd(text: string, start: number): number {
  for (let at = start; ; at++) {
    const code = text.charCodeAt(at);
    if (code < 128) {
      const may = ascii[code]!;
      if (may === 0 || (may === 1 && at === start)) return at;
    } else if (!within(firstInName, code) && (at === start || !within(laterInName, code))) return at;
  }
}

function within(ranges: readonly number[], code: number): boolean {
  for (let i = 0; i < ranges.length; i += 2) if (code >= ranges[i]! && code <= ranges[i + 1]!) return true;
  return false;
}

/** Offset of the first character that is no white space. */
export function spaceEnd(text: string, start: number): number {
  let at = start;
  while (isSpace(text.charCodeAt(at))) at++;
  return at;
}

/** True for the four characters of white space. */
export function isSpace(code: number): boolean {
  return code === 32 || code === 10 || code === 9 || code === 13;
}

const declaration =
  /<\?xml[ \t\r\n]+version[ \t\r\n]*=[ \t\r\n]*(?:"1\.[0-9]+"|'1\.[0-9]+')(?:[ \t\r\n]+encoding[ \t\r\n]*=[ \t\r\n]*(?:"[A-Za-z][\w.-]*"|'[A-Za-z][\w.-]*'))?(?:[ \t\r\n]+standalone[ \t\r\n]*=[ \t\r\n]*(?:"(?:yes|no)"|'(?:yes|no)'))?[ \t\r\n]*\?>/y;

/** Offset behind the byte order mark and the XML declaration, if they are there; −1 when it is not as it must be. */
export function declarationEnd(text: string): number {
  const at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  if (!/^<\?xml[ \t\r\n?]/.test(text.slice(at, at + 6))) return at;
  declaration.lastIndex = at;
  return declaration.test(text) ? declaration.lastIndex : -1;
}

const reference = /&(?:#([0-9]+)|#x([0-9a-fA-F]+)|(amp|lt|gt|quot|apos));/y;
const entities: ReadonlyMap<string, string> = new Map([
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["apos", "'"],
]);

/**
 * A piece of text, or the value of an attribute, with its line ends made one and its references resolved.
 *
 * @param fail  makes the error for a reference that is none, at its offset
 */
export function decoded(
  piece: string,
  inAttribute: boolean,
  fail: (at: number, why: string) => Error,
): string {
  const plain = (part: string): string =>
    inAttribute ? part.replace(/\r\n?|[\n\t]/g, " ") : part.replace(/\r\n?/g, "\n");
  let out = "";
  let from = 0;
  for (let at = piece.indexOf("&"); at >= 0; at = piece.indexOf("&", from)) {
    reference.lastIndex = at;
    const found = reference.exec(piece);
    if (!found) throw fail(at, "an & that begins none of the five entities of XML");
    const code = found[1] === undefined ? Number.parseInt(found[2] ?? "20", 16) : Number(found[1]);
    const pair = code > 0xffff && code <= 0x10ffff;
    if (!pair && (code > 0xffff || findNoCharacter(String.fromCharCode(code)) >= 0))
      throw fail(at, `${found[0].slice(0, 20)} is no character of XML`);
    out += plain(piece.slice(from, at)) + (entities.get(found[3]!) ?? String.fromCodePoint(code));
    from = reference.lastIndex;
  }
  return out + plain(piece.slice(from));
}
