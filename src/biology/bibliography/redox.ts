import type { Source } from "./source.ts";

/** Works on the cell's oxidants, thiols and iron, on enzymes, lipids and ferroptosis, and the models of these. */
export const redoxSources: Readonly<Record<string, Source>> = {
  flash: {
    citation:
      "Public code of a FLASH-radiotherapy radical model (Labarbe et al.; Buxton et al. 1988; Qian and Buettner 1999)",
    read: "code",
  },
  bielski1978: { citation: "Bielski B. H. J. Photochem. Photobiol. 28, 645 (1978)", read: "abstract" },
  kowald2006: { citation: "Kowald et al. (2006), BioModels BIOMD0000000108", read: "code" },
  stein: {
    citation: "Stein, Sikes: HeLa mitochondrial H2O2 model, public code kstein1291/HeLa-mito",
    read: "code",
  },
  selvaggio2018: {
    citation: "Selvaggio et al. (2018), in public code ZachSchlamowitz/OxStress",
    read: "code",
  },
  benfeitas2014: { citation: "Benfeitas et al. (2014), PySCeS model of the erythrocyte", read: "code" },
  ng2007: { citation: "Ng et al. (2007), PMC2268624", read: "text" },
  reed2008: { citation: "Reed et al. (2008), PMID 18442411, BioModels BIOMD0000000268", read: "code" },
  mitchell2013: {
    citation: "Mitchell S., Mendes P. PLoS Comput. Biol. (2013), BioModels BIOMD0000000498",
    doi: "10.1371/journal.pcbi.1003299",
    read: "code",
  },
  antunes1996: { citation: "Antunes et al. Free Radic. Biol. Med. 21, 917 (1996)", read: "abstract" },
  labarbe: { citation: "Labarbe et al.: FLASH radical model, stored public code", read: "code" },
  biochemSocSymp61: { citation: "Biochem. Soc. Symp. 61, 65", read: "abstract" },
  galano2011: { citation: "Galano et al. (2011): theory of glutathione and radicals", read: "abstract" },
  reactomeMT: { citation: "Reactome R-HSA-5662986", read: "data" },
  salvador1995: { citation: "Salvador et al. (1995), as used in the FLASH model code", read: "code" },
  maiorino2016: { citation: "Maiorino et al. (2016): kinetics of glutathione peroxidases", read: "abstract" },
  chemSci2021: {
    citation: "Cancer therapeutic strategies based on metal ions. Chem. Sci. 12, 12234 (2021)",
    read: "text",
  },
  angew2021cuDna: {
    citation: "Angew. Chem. Int. Ed. 60, 14324 (2021): Cu-DNAzyme nanohybrids",
    read: "abstract",
  },
  thomas1999: {
    citation: "Calcein as a fluorescent probe for ferric iron. J. Biol. Chem. 274, 13375 (1999)",
    doi: "10.1074/jbc.274.19.13375",
    read: "abstract",
  },
  hofstetter2010: {
    citation: "Hofstetter, Nauser, Koppenol. Chem. Res. Toxicol. 23, 1596 (2010)",
    read: "abstract",
  },
  thiyl1983: {
    citation:
      "Thiyl free radicals: electron transfer with phenothiazines and ascorbate. J. Chem. Soc., Perkin Trans. 2 (1983)",
    doi: "10.1039/P29830000961",
    read: "abstract",
  },
  guarino2019: {
    citation: "Guarino, Oldham, Loscalzo, Zhang. Sci. Rep. 9, 19568 (2019)",
    doi: "10.1038/s41598-019-55951-9",
    read: "abstract",
  },
  wagner2013: {
    citation: "Wagner, Witmer, van’t Erve, Buettner. Redox Biol. 1, 210 (2013)",
    read: "abstract",
  },
  alberty2003: { citation: "Alberty R. A. Thermodynamics of Biochemical Reactions (2003)", read: "text" },
  beardMito: {
    citation: "Public code of a Beard-type model of mitochondrial respiration (K_MgATP, K_HATP, K_KATP)",
    read: "code",
  },
  singhVerma: { citation: "Singh J., Verma N. Review of glucose oxidase and its kinetics", read: "text" },
  leskovac2005: {
    citation: "Leskovac et al. Int. J. Biochem. Cell Biol. (2005): glucose oxidase, mechanism and pH",
    doi: "10.1016/j.biocel.2004.10.014",
    read: "abstract",
  },
  beltrame2004: { citation: "Beltrame et al. J. Catal. 228, 282 (2004): glucose oxidase", read: "abstract" },
  santoroJoyce1998: {
    citation:
      "Santoro S. W., Joyce G. F. Biochemistry 37, 13330 (1998): mechanism and utility of an RNA-cleaving DNA enzyme",
    read: "abstract",
  },
  dixon2012: { citation: "Dixon et al. Cell 149, 1060 (2012): ferroptosis", read: "not re-read" },
  dixon2014: {
    citation: "Dixon et al. eLife 3, e02523 (2014): inhibition of cystine–glutamate exchange",
    doi: "10.7554/eLife.02523",
    read: "abstract",
  },
  yang2014: { citation: "Yang et al. Cell 156, 317 (2014): GPX4 and RSL3", read: "not re-read" },
  skouta2014: {
    citation: "Skouta et al. J. Am. Chem. Soc. 136, 4551 (2014): ferrostatins",
    read: "not re-read",
  },
  zilka2017: {
    citation: "Zilka et al. ACS Cent. Sci. 3, 232 (2017): ferrostatin-1 and liproxstatin-1 in lipid bilayers",
    read: "abstract",
  },
  cheff2023: {
    citation:
      "Abstract titled “The ferroptosis inducing compounds RSL3 and ML162 are not direct inhibitors of GPX4…”",
    read: "abstract",
  },
  doll2019: { citation: "Doll et al. Nature 575, 693 (2019): FSP1 and iFSP1", read: "not re-read" },
  chelatorTable: {
    citation: "Table of the iron chelators in clinical use, PLoS ONE (2014), PMC4199627, table 1",
    read: "text",
  },
  buettner1988: {
    citation: "Buettner G. R. (1988): autoxidation of ascorbate with copper and iron",
    read: "not re-read",
  },
  jacs2020mlh: {
    citation: "J. Am. Chem. Soc. 142, 15320 (2020): methyl linoleate hydroperoxide and erastin in PEG-b-PDPA",
    read: "not re-read",
  },
};
