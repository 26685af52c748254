import type { Source } from "./source.ts";

/** Works on metals: their oxidation and reduction, complexes, minerals and particles, and the water they stand in. */
export const metalSources: Readonly<Record<string, Source>> = {
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
  lee2002: { citation: "Lee et al. J. Biol. Chem. (2002)", read: "not re-read" },
  stummLee: { citation: "Stumm and Lee: oxygenation of ferrous iron", read: "not re-read" },
  buxton1988: { citation: "Buxton et al. J. Phys. Chem. Ref. Data (1988)", read: "not re-read" },
  zhang2009: { citation: "Zhang et al. Adv. Mater. (2009)", read: "abstract" },
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
  speiskyType: {
    citation: "Speisky and others: stability of Cu(I)-glutathione (recalled)",
    read: "not re-read",
  },
};
