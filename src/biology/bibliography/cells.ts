import type { Source } from "./source.ts";

/** Works on cells: lines, sizes, growth, and how they answer to agents and heat. */
export const cellSources: Readonly<Record<string, Source>> = {
  doskey2016: { citation: "Doskey et al. (2016): H2O2 removal of tumour and normal cells", read: "abstract" },
  breuer1996: { citation: "Breuer et al. (1996): labile iron of K562 cells", read: "abstract" },
  pearce2012: {
    citation:
      "Pearce J. A., ASME Summer Bioengineering Conference SBC2012-80111 (2012): Arrhenius models of cell death",
    read: "abstract",
  },
  natNano2016ferumoxytol: {
    citation: "Nat. Nanotechnol. 11, 986 (2016): ferumoxytol, macrophages and tumour growth",
    doi: "10.1038/nnano.2016.168",
    read: "abstract",
  },
  chemx: {
    citation:
      "ChemX, Center for AI in Chemistry, ITMO University (2025), Cytotox data set, MIT licence; articles by DOI in it",
    read: "data",
  },
  kim2016: {
    citation:
      "Kim et al. Nat. Nanotechnol. 11, 977 (2016): ultrasmall silica and ferroptosis in starved cells",
    read: "abstract",
  },
  zanganeh2016: {
    citation: "Zanganeh et al. Nat. Nanotechnol. 11, 986 (2016): ferumoxytol and macrophages",
    doi: "10.1038/nnano.2016.168",
    read: "abstract",
  },
  klingelhoeffer2012: {
    citation: "Klingelhoeffer et al. (2012): ascorbate and tumour cell lines",
    read: "abstract",
  },
  ellipticine2024: {
    citation: "Ellipticine, transferrin receptor and ferroptosis (2024), legend of ZDB-FIG-240607-113",
    read: "text",
  },
  nci60: {
    citation: "NCI Developmental Therapeutics Program: doubling times of the 60 lines of the in vitro screen",
    read: "not re-read",
  },
  meyerGrowth: {
    citation:
      "Public data of meyer-lab/ps-growth-model, commit 3d1b53f: live imaging of H1299 and PC9 cells, MIT licence",
    read: "data",
  },
  a549Morphometry: {
    citation: "Abstract titled “The morphometrical analysis on the ultrastructure of A549 cells”",
    read: "abstract",
  },
  breastModels: {
    citation:
      "Table 1 of a paper of OMICS (2157-7536-5-143): growth of 184-B5, MCF-7, 184-B5/HER and MDA-MB-231 cells",
    read: "text",
  },
  u87Page: {
    citation: "Biology Insights: U87 cell applications in brain cancer research, a page without references",
    read: "text",
  },
  wikipedia4t1: { citation: "Wikipedia: 4T1", read: "text" },
  cellOs: {
    citation: "Public repository bjh-insitro/cell_OS: list of cell lines with doubling times (December 2025)",
    read: "text",
  },
  sparced: {
    citation:
      "Public code of descendants of SPARCED, a model of signalling in MCF-10A cells (compartment volumes)",
    read: "code",
  },
  physicell: {
    citation: "PhysiCell, public code, live cycle of the standard models (MCF-10A)",
    read: "code",
  },
  tamm1984: {
    citation:
      "Tamm I., Kikuchi T., Wang E., Pfeffer L. M. Cancer Res. 44, 2291 (1984): growth of human fibroblasts",
    read: "abstract",
  },
  bionumbersBook: {
    citation: "Milo R., Phillips R. Cell Biology by the Numbers: How big is a human cell?",
    read: "not re-read",
  },
  bionumbers103957: {
    citation: "BioNumbers 103957: volume of rat alveolar macrophages, after Lane and Mehta (1990)",
    read: "data",
  },
  hepatocyteIron2002: {
    citation: "Abstract PMID 11804662: labile iron of rat hepatocytes, normal and loaded with iron",
    read: "abstract",
  },
  hepatocyteGsh1977: {
    citation: "Eur. J. Biochem. 74, 77 (1977): glutathione and damage in isolated hepatocytes",
    doi: "10.1111/j.1432-1033.1977.tb11368.x",
    read: "abstract",
  },
  chudal2020: {
    citation: "Chudal et al. ACS Appl. Bio Mater. (2020): copper-cysteamine, a Fenton-like catalyst",
    doi: "10.1021/acsabm.0c00098",
    read: "abstract",
  },
  kuo2020: {
    citation: "Kuo et al. Nanomaterials 10, 2429 (2020): copper ferrite and methylene blue, PMC7761902",
    doi: "10.3390/nano10122429",
    read: "abstract",
  },
  murugan2024: {
    citation: "Murugan et al. Nanoscale Adv. (2024): folate receptor of MDA-MB-231 cells",
    doi: "10.1039/d3na00784g",
    read: "abstract",
  },
  xu2018: {
    citation: "Xu et al. RSC Adv. (2018): integrin αvβ3 of U87MG and MCF-7 cells",
    doi: "10.1039/c8ra05014g",
    read: "abstract",
  },
};
