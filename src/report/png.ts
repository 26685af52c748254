import { initWasm, Resvg } from "@resvg/resvg-wasm";
import { assets } from "#report-assets";

let ready: Promise<void> | undefined;

/**
 * A drawing as PNG at 300 dpi, with the bundled font and no other, so that its bytes are the same everywhere.
 * @param widthMm  printed width
 */
export async function png(svg: string, widthMm: number): Promise<Uint8Array> {
  const { wasm, fonts } = await assets();
  ready ??= initWasm(wasm as Parameters<typeof initWasm>[0]);
  await ready;
  const renderer = new Resvg(svg, {
    fitTo: { mode: "width", value: Math.round((widthMm / 25.4) * 300) },
    background: "white",
    font: { fontBuffers: [...fonts], defaultFontFamily: "Inter", loadSystemFonts: false } as never,
  });
  // What lives in WebAssembly is freed by hand; left to itself it grew by 4 MB a picture.
  const image = renderer.render();
  const bytes = image.asPng();
  image.free();
  renderer.free();
  return bytes;
}
