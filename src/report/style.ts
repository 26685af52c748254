/** Colours and sizes that every figure keeps. */
export const palette: {
  readonly tumour: string;
  readonly normal: string;
  readonly ink: string;
  readonly faint: string;
  readonly grid: string;
} = {
  // Okabe–Ito vermilion and blue: told apart with every kind of colour vision, and in grey.
  tumour: "#c8501e",
  normal: "#0b6fb3",
  ink: "#1c1f24",
  faint: "#6b7280",
  grid: "#e3e5e8",
};

/** Printed widths of figures, mm: one column and two. */
export const widths: readonly [85, 170] = [85, 170];

/** CSS pixels of a printed width. */
export function pixels(mm: number): number {
  return Math.round((mm / 25.4) * 96);
}

/** Type of figures: 7.5 pt at the printed size. */
export const fontSize: number = 10;
export const fontFamily: string = "Inter, system-ui, sans-serif";

/** A name as part of an anchor or a file's name. */
export function slug(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]+/g, "-");
}

/** Text made safe for HTML and SVG. */
export function escape(text: string): string {
  return text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
}
