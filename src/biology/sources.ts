/** A work that numbers are taken from, or that a number's owner must still be checked against. */
export interface Source {
  readonly citation: string;
  readonly doi?: string;
  /** What was read: the abstract, a figure legend, stored model code, a data set. */
  readonly read: "abstract" | "text" | "code" | "data" | "not re-read";
}

/**
 * The bibliography: one key per work. `read` says what was seen of it; "code" means that the number was taken from
 * a model's public code and that the paper it implements is still to be opened.
 */
export const sources: Readonly<Record<string, Source>> = {
  millero1989: {
    citation: "Millero F. J., Sotolongo S. Geochim. Cosmochim. Acta 53, 1867 (1989)",
    read: "abstract",
  },
  gonzalez2017: {
    citation: "Gonzalez, Paulson et al. Environ. Sci. Technol. (2017), data at figshare 3806248",
    read: "data",
  },
  stefansson2007: {
    citation: "Stefansson A. Environ. Sci. Technol. (2007)",
    doi: "10.1021/es070174h",
    read: "abstract",
  },
  electroFenton: {
    citation:
      "Rate-constant list of a public electro-Fenton model code (matches the list of Brillas, Sires and Oturan)",
    read: "code",
  },
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
  doskey2016: { citation: "Doskey et al. (2016): H2O2 removal of tumour and normal cells", read: "abstract" },
  reed2008: { citation: "Reed et al. (2008), PMID 18442411, BioModels BIOMD0000000268", read: "code" },
  mitchell2013: {
    citation: "Mitchell S., Mendes P. PLoS Comput. Biol. (2013), BioModels BIOMD0000000498",
    doi: "10.1371/journal.pcbi.1003299",
    read: "code",
  },
  breuer1996: { citation: "Breuer et al. (1996): labile iron of K562 cells", read: "abstract" },
  antunes1996: { citation: "Antunes et al. Free Radic. Biol. Med. 21, 917 (1996)", read: "abstract" },
  labarbe: { citation: "Labarbe et al.: FLASH radical model, stored public code", read: "code" },
  sharmaMillero1988: {
    citation:
      "Sharma V. K., Millero F. J. Environ. Sci. Technol. 22, 768 (1988): oxidation of Cu(I) in seawater",
    read: "abstract",
  },
  sharmaMilleroNaCl1988: {
    citation:
      "Sharma V. K., Millero F. J. J. Solution Chem. 17, 581 (1988): oxidation of Cu(I) in electrolytes",
    doi: "10.1007/BF00651464",
    read: "abstract",
  },
  ozawaUeda: {
    citation: "Ozawa T., Ueda J. and others: copper(II)-albumin and H2O2 with biological reductants, ESR",
    read: "abstract",
  },
  loohIron: {
    citation:
      "Abstract titled “Kinetics of oxidation of Fe2+ with lipid hydroperoxides” (CH2Cl2:MeOH 2:1, [FeNCS])",
    read: "abstract",
  },
  biochemSocSymp61: { citation: "Biochem. Soc. Symp. 61, 65", read: "abstract" },
  zafiriou1998: { citation: "Zafiriou et al. J. Phys. Chem. A 102, 5693 (1998)", read: "abstract" },
  pham2013: { citation: "Pham, Waite et al. J. Catal. 301, 54 (2013)", read: "abstract" },
  miller2016: {
    citation: "Miller, Rose, Waite. Front. Mar. Sci. (2016)",
    doi: "10.3389/fmars.2016.00134",
    read: "abstract",
  },
  illes2020: {
    citation: "Illes, Meyerstein et al. J. Inorg. Biochem. (2020)",
    doi: "10.1016/j.jinorgbio.2020.111018",
    read: "abstract",
  },
  perezAlmeida2013: {
    citation: "Perez-Almeida et al. (2013): oxidation of Cu(I) in seawater",
    read: "abstract",
  },
  kachur1998: { citation: "Kachur et al. (1998): copper and glutathione", read: "abstract" },
  ngamchuea2016: { citation: "Ngamchuea, Compton et al. Chem. Eur. J. 22, 15937 (2016)", read: "abstract" },
  speisky2008: { citation: "Speisky et al. Bioorg. Med. Chem. 16, 6568 (2008)", read: "abstract" },
  angew2018mnO2: { citation: "Angew. Chem. Int. Ed. 57, 4902 (2018): MnO2-coated silica", read: "abstract" },
  mnO2Sheets2017: { citation: "Appl. Surf. Sci. 400, 200 (2017)", read: "abstract" },
  mnEdda1990: { citation: "Inorg. Chem. 29, 5 (1990), OSTI 6956688", read: "abstract" },
  angew2019fe2p: { citation: "Angew. Chem. Int. Ed. 58, 2407 (2019): Fe2P nanorods", read: "abstract" },
  hematite2022: { citation: "AIMS Mater. Sci. 9, 642 (2022)", read: "abstract" },
  galano2011: { citation: "Galano et al. (2011): theory of glutathione and radicals", read: "abstract" },
  reactomeMT: { citation: "Reactome R-HSA-5662986", read: "data" },
  lee2002: { citation: "Lee et al. J. Biol. Chem. (2002)", read: "not re-read" },
  stummLee: { citation: "Stumm and Lee: oxygenation of ferrous iron", read: "not re-read" },
  buxton1988: { citation: "Buxton et al. J. Phys. Chem. Ref. Data (1988)", read: "not re-read" },
  zhang2009: { citation: "Zhang et al. Adv. Mater. (2009)", read: "abstract" },
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
  pearce2012: {
    citation:
      "Pearce J. A., ASME Summer Bioengineering Conference SBC2012-80111 (2012): Arrhenius models of cell death",
    read: "abstract",
  },
  fang1996: {
    citation:
      "Fang X., Mark G., von Sonntag C. Ultrason. Sonochem. 3, 57 (1996): the terephthalate dosimeter",
    doi: "10.1016/1350-4177(95)00032-1",
    read: "abstract",
  },
  nafradi2019: {
    citation:
      "Náfrádi M. et al., 25th International Symposium on Analytical and Environmental Problems, Szeged (2019)",
    read: "abstract",
  },
  nafradi2020: { citation: "Náfrádi M. et al. Radiat. Phys. Chem. 170, 108610 (2020)", read: "abstract" },
  thomas1999: {
    citation: "Calcein as a fluorescent probe for ferric iron. J. Biol. Chem. 274, 13375 (1999)",
    doi: "10.1074/jbc.274.19.13375",
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
  minteqV4: {
    citation:
      "MINTEQA2 V4 database (mostly NIST 46.3), minteq.v4.dat of 15 March 2024 in the Python package phreeqc 1.1.1",
    read: "data",
  },
  phreeqcDat: {
    citation: "PHREEQC 3 database, phreeqc.dat of 22 May 2024 in the Python package phreeqc 1.1.1",
    read: "data",
  },
  wateq4f: {
    citation: "WATEQ4F database, wateq4f.dat of 15 March 2024 in the Python package phreeqc 1.1.1",
    read: "data",
  },
  llnl: {
    citation:
      "LLNL database thermo.com.V8.R6.230, llnl.dat of 17 May 2024 in the Python package phreeqc 1.1.1",
    read: "data",
  },
  ironLigands2024: {
    citation: "Table of stability constants of iron with constituents of water, PMC10943352",
    read: "text",
  },
  deStefano2006: {
    citation: "De Stefano C. et al. Biophys. Chem. 121, 121 (2006): protonation of ATP",
    doi: "10.1016/j.bpc.2005.12.016",
    read: "abstract",
  },
  alberty2003: { citation: "Alberty R. A. Thermodynamics of Biochemical Reactions (2003)", read: "text" },
  beardMito: {
    citation: "Public code of a Beard-type model of mitochondrial respiration (K_MgATP, K_HATP, K_KATP)",
    read: "code",
  },
  crea2007: {
    citation: "Crea P. et al. J. Chem. Eng. Data 52, 1028 (2007): acid-base behaviour of glutathione",
    read: "abstract",
  },
  kirsipuu2020: {
    citation: "Kirsipuu T. et al. Sci. Rep. 10, 5686 (2020): copper(II) in human blood",
    doi: "10.1038/s41598-020-62560-4",
    read: "abstract",
  },
  sendzik2017: {
    citation: "Sendzik M. et al. Inorg. Chem. 56, 15057 (2017): Cu(I) and human serum albumin",
    doi: "10.1021/acs.inorgchem.7b02397",
    read: "abstract",
  },
  zincAlbumin1999: {
    citation: "J. Inorg. Biochem. 75, 213 (1999): zinc and serum albumin by competition",
    doi: "10.1016/s0162-0134(99)00090-2",
    read: "abstract",
  },
  xiao2004: {
    citation: "Xiao Z. et al. J. Am. Chem. Soc. (2004): Cu(I) and Ctr1c, Atx1, Ccc2",
    read: "abstract",
  },
  sokolowska2002: {
    citation: "Sokolowska M. et al. Eur. J. Biochem. (2002): the N-terminal site of serum albumin",
    read: "abstract",
  },
  waterDielectric: {
    citation: "Bradley D. J., Pitzer K. S. J. Phys. Chem. 83, 1599 (1979): dielectric constant of water",
    read: "not re-read",
  },
  waterDensity: {
    citation: "Kell G. S. J. Chem. Eng. Data 20, 97 (1975): density of water",
    read: "not re-read",
  },
  davies1962: { citation: "Davies C. W. Ion Association (1962)", read: "not re-read" },
  chemxNanozymes: {
    citation:
      "ChemX, Center for AI in Chemistry, ITMO University (2025), Nanozymes data set, MIT licence; articles by DOI in it",
    read: "data",
  },
  gao2007: {
    citation: "Gao et al. Nat. Nanotechnol. (2007): peroxidase-like activity of Fe3O4, as in a public table",
    doi: "10.1038/nnano.2007.260",
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
  speiskyType: {
    citation: "Speisky and others: stability of Cu(I)-glutathione (recalled)",
    read: "not re-read",
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
  klingelhoeffer2012: {
    citation: "Klingelhoeffer et al. (2012): ascorbate and tumour cell lines",
    read: "abstract",
  },
  jacs2020mlh: {
    citation: "J. Am. Chem. Soc. 142, 15320 (2020): methyl linoleate hydroperoxide and erastin in PEG-b-PDPA",
    read: "not re-read",
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
  kay2017: {
    citation:
      "Kay A. R. Front. Cell Dev. Biol. (2017): how cells can control their size by pumping ions; code PLM_CD",
    doi: "10.3389/fcell.2017.00041",
    read: "code",
  },
  cortassa2003: {
    citation: "Cortassa et al. Biophys. J. (2003) and its public codes of heart cells and mitochondria",
    read: "code",
  },
  fridlyand2003: {
    citation: "Fridlyand, Tamarina, Philipson (2003), BIOMD0000000059",
    read: "code",
  },
  bionumbersMembrane: {
    citation: "BioNumbers 110907 and 110847: rupture of membranes at 3–5 % area strain and 3–10 mN/m",
    read: "data",
  },
  hydraulicTable: {
    citation: "Table 2 of PMC2892751: hydraulic conductivity of cell membranes",
    read: "text",
  },
  james2022: {
    citation: "James et al. Br. J. Cancer (2022): sodium inside tumour cells is raised",
    doi: "10.1038/s41416-022-01802-w",
    read: "abstract",
  },
  venkatachalam: {
    citation: "Venkatachalam et al. (JCI article 113380): thresholds of ATP, LLC-PK1 cells",
    read: "abstract",
  },
  wonderlin1995: {
    citation:
      "Wonderlin et al. J. Cell. Physiol. 165, 177 (1995): membrane potential of MCF-7 cells, PMID 7559799",
    read: "abstract",
  },
  moller1990: {
    citation:
      "Møller, Vaag, Johansen. Br. J. Clin. Pharmacol. (1990): ouabain on Na/K-ATPase of human leucocytes",
    doi: "10.1111/j.1365-2125.1990.tb03607.x",
    read: "abstract",
  },
  friard2017: {
    citation: "Friard et al. Front. Pharmacol. 8, 328 (2017): inhibitors of LRRC8/VRAC in HEK-293 cells",
    doi: "10.3389/fphar.2017.00328",
    read: "abstract",
  },
  hampel2018: {
    citation: "Hampel et al. Sci. Rep. 8, 9877 (2018): loop diuretics on human NKCC1A and NKCC1B, PMC6026185",
    doi: "10.1038/s41598-018-27995-w",
    read: "abstract",
  },
  eguchi1997: {
    citation:
      "Eguchi, Shimizu, Tsujimoto. Cancer Res. 57, 1835 (1997): ATP decides between apoptosis and necrosis, PMID 9157970",
    read: "abstract",
  },
  leist1997: {
    citation:
      "Leist et al. J. Exp. Med. 185, 1481 (1997): ATP decides between apoptosis and necrosis, PMID 9126928",
    read: "abstract",
  },
  bondarenko: {
    citation:
      "Mouse ventricular cell with events, initial values in the code of Beatbox (src/mousevent_init.h)",
    read: "code",
  },
  kuznetsov1994: {
    citation:
      "Kuznetsov V. A., Makalkin I. A., Taylor M. A., Perelson A. S. Bull. Math. Biol. 56, 295 (1994), BioModels BIOMD0000000762",
    doi: "10.1007/bf02460644",
    read: "code",
  },
  jiang2019: {
    citation: "Jiang et al. Adv. Mater. 31, 1904058 (2019): sodium chloride nanoparticles, PMC6886716",
    doi: "10.1002/adma.201904058",
    read: "abstract",
  },
  korbelik2011: {
    citation:
      "Korbelik et al. Cancer Immunol. Immunother. 60, 1431 (2011): calreticulin and HMGB1 after photodynamic therapy, PMC11028986",
    doi: "10.1007/s00262-011-1047-x",
    read: "abstract",
  },
  garg2012: {
    citation:
      "Garg et al. EMBO J. (2012): calreticulin and ATP of cells that die by photodynamic therapy, PMC3298003",
    read: "abstract",
  },
  breastCancerManag2013: {
    citation:
      "Breast Cancer Manag. 2, 231 (2013), legend of figure 1: anthracyclines and immunogenic death, PMC3917569",
    doi: "10.2217/bmt.13.15",
    read: "text",
  },
  cd8Trafficking2011: {
    citation: "Abstract PMID 21995573: trafficking of effector and memory CD8 T cells",
    read: "abstract",
  },
  mqaeVascular: {
    citation:
      "Abstract on MQAE in cultured rat aortic smooth muscle cells, as a supplier of the dye reprints it",
    read: "abstract",
  },
  waterlooPersulfate: {
    citation:
      "Thesis, University of Waterloo: persulfate in aquifer material, on House, Chem. Rev. 62 (1962)",
    read: "text",
  },
  sulfateFlash1996: {
    citation:
      "Laser flash photolysis of SO4·- from K2S2O8, Arrhenius parameters in water (recalled: Bao and Barker, J. Phys. Chem. 1996)",
    read: "abstract",
  },
  liangSu2009: {
    citation: "Liang C., Su H.-W. Ind. Eng. Chem. Res. 48, 5558 (2009): SO4·- and ·OH of persulfate by pH",
    read: "abstract",
  },
  quayle1988: {
    citation:
      "Quayle J. M., Standen N. B., Stanfield P. R. J. Physiol. (1988): Cs+ and Ba2+ on KATP channels",
    doi: "10.1113/jphysiol.1988.sp017355",
    read: "abstract",
  },
  chemsimulYields: {
    citation: "Chemsimul: yields of water radiolysis by gamma rays at pH 7, chemsimul.dk",
    read: "text",
  },
  lqPhotons: {
    citation:
      "PMC3650740, legend of figure 8: photon parameters of the LEM for V79 and HSG cells, survival by Furusawa et al.",
    read: "text",
  },
  sublethalRepair: {
    citation: "PMC5710644: repair of sublethal damage after ion beams and X-rays, V79 and SAS cells",
    read: "abstract",
  },
  buxton1999: {
    citation: "Buxton G. V. et al. Phys. Chem. Chem. Phys. 1, 269 (1999): SO4·- + Cl- and back",
    read: "abstract",
  },
  yuBarker2003: {
    citation: "Yu X.-Y., Barker J. R. J. Phys. Chem. A 107, 1313 (2003): Cl· and Cl2·- in water",
    read: "abstract",
  },
  rees2019: {
    citation:
      "Rees P. et al. Nat. Commun. 10, 2341 (2019): the origin of heterogeneous nanoparticle uptake by cells",
    doi: "10.1038/s41467-019-10112-4",
    read: "text",
  },
  ware2014: {
    citation:
      "Ware M. J. et al. ACS Nano 8, 6693 (2014): cell heterogeneity in the dose response to nanoparticles",
    doi: "10.1021/nn502356f",
    read: "abstract",
  },
  kclPlga2023: {
    citation:
      "ACS Appl. Bio Mater. (2023), PMID 37192493: KCl nanoparticles in PLGA and cancer cell membrane",
    doi: "10.1021/acsabm.3c00219",
    read: "abstract",
  },
  zhang2019: {
    citation: "Zhang et al. Mater. Horiz. 6, 1034 (2019): BaO2 nanoparticles under GLDA, opened by X-rays",
    read: "abstract",
  },
};
