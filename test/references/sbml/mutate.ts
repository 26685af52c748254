/** Mulberry32: enough for choosing mutations, and the same everywhere. */
export function generator(start: number): (below: number) => number {
  let state = start >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

const spices = [
  "<!DOCTYPE a [<!ENTITY b 'c'>]>",
  "&b;",
  "&toString;",
  "&#x10FFFF;",
  "&#0;",
  "__proto__",
  "constructor",
  "NaN",
  "-INF",
  "1e999",
  "-0",
  "1".repeat(400),
  "<apply>".repeat(40),
  "<a xmlns:q='q'>",
  "<![CDATA[",
  "]]>",
  "<!--",
  "<?x",
  "\0",
  "\ud800",
  "é",
  "xmlns=''",
  ' id="x"',
  "<apply><csymbol/></apply>",
  "<comp:replacedBy/>",
];

/** A few random changes: cut, copy, move, flip, spice, and swap of attribute values. */
export function mutate(text: string, random: (below: number) => number): string {
  let out = text;
  for (let i = 1 + random(4); i > 0; i--) {
    const at = random(out.length + 1);
    const length = 1 + random(random(4) === 0 ? 400 : 12);
    const piece = out.slice(at, at + length);
    const to = random(out.length + 1);
    const kind = random(7);
    if (kind === 0) out = out.slice(0, at) + out.slice(at + length);
    else if (kind === 1) out = out.slice(0, to) + piece + out.slice(to);
    else if (kind === 2) out = out.slice(0, at) + spices[random(spices.length)]! + out.slice(at);
    else if (kind === 3) out = out.slice(0, at) + String.fromCharCode(random(128)) + out.slice(at + 1);
    else {
      const found = [
        ...out.matchAll(kind === 4 ? /"[^"<]*"/g : kind === 5 ? /<[\w:]+/g : / [\w:]+ <|>[^<]+</g),
      ];
      const [a, b] = [found[random(found.length || 1)], found[random(found.length || 1)]];
      if (a && b) out = out.slice(0, a.index) + b[0] + out.slice(a.index + a[0].length);
    }
  }
  return out;
}
