// SBML in few words, for small models in tests.
export const math = (inner: string): string =>
  `<math xmlns="http://www.w3.org/1998/Math/MathML">${inner}</math>`;
export const ci = (id: string): string => `<ci>${id}</ci>`;
export const cn = (value: number): string => `<cn>${value}</cn>`;
export const apply = (op: string, ...args: string[]): string => `<apply><${op}/>${args.join("")}</apply>`;
export const symbol = (name: string): string =>
  `<csymbol encoding="text" definitionURL="http://www.sbml.org/sbml/symbols/${name}">${name}</csymbol>`;
export const time: string = symbol("time");
export const call = (name: string, ...args: string[]): string =>
  `<apply>${symbol(name)}${args.join("")}</apply>`;
export const list = (name: string, ...items: string[]): string =>
  `<listOf${name}>${items.join("")}</listOf${name}>`;
export const parameter = (id: string, value: number, constant = false): string =>
  `<parameter id="${id}" value="${value}" constant="${constant}"/>`;
export const rate = (id: string, inner: string): string =>
  `<rateRule variable="${id}">${math(inner)}</rateRule>`;
export const assign = (id: string, inner: string): string =>
  `<eventAssignment variable="${id}">${math(inner)}</eventAssignment>`;
export const event = (condition: string, then: string, more = "", flags = ""): string =>
  `<event useValuesFromTriggerTime="${flags.includes("late") ? "false" : "true"}">` +
  `<trigger initialValue="${!flags.includes("start")}" persistent="${!flags.includes("fleeting")}">${math(condition)}</trigger>` +
  `${more}${list("EventAssignments", then)}</event>`;
export const waiting = (delay: number): string => `<delay>${math(cn(delay))}</delay>`;
export const first = (priority: number): string => `<priority>${math(cn(priority))}</priority>`;
