export {
  calciumFree,
  hypertonic400,
  hypertonicSaline400,
  hypotonic200,
  hypotonic250,
  isotonicSucrose,
  lowChloride,
  potassiumFree,
  sodiumFree,
} from "./baths.ts";
export { mediumPh65 } from "./medium-ph6.5.ts";
export { mediumPh74 } from "./medium-ph7.4.ts";
export { tumourInterstitium } from "./tumour-interstitium.ts";
