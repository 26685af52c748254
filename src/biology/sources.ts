import { cellSources } from "./bibliography/cells.ts";
import { metalSources } from "./bibliography/metals.ts";
import { redoxSources } from "./bibliography/redox.ts";
import type { Source } from "./bibliography/source.ts";

export type { Source } from "./bibliography/source.ts";

/**
 * The bibliography: one key per work. `read` says what was seen of it; "code" means that the number was taken from
 * a model's public code and that the paper it implements is still to be opened. Older works stand by field in
 * `bibliography/`; a new one goes to the end of this list.
 */
export const sources: Readonly<Record<string, Source>> = {
  ...metalSources,
  ...redoxSources,
  ...cellSources,
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
  scnpRadiation2025: {
    citation:
      "Sodium chloride nanoparticles potentiate radiation therapy by disrupting osmolarity balance and enhancing antitumor immunity (2025): abstract as given at arxivlens.com, paper 9496-64115544",
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
  mark1990: {
    citation:
      "The photolysis of potassium peroxodisulphate in aqueous solution in the presence of tert-butanol: a simple actinometer for 254 nm radiation (recalled: Mark et al., J. Photochem. Photobiol. A 1990)",
    read: "abstract",
  },
  ivanov2000: {
    citation:
      "Ivanov Kl. et al. Laser flash photolysis of sodium persulfate in aqueous solution with additions of dimethylformamide. J. Photochem. Photobiol. A 133, 99 (2000)",
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
  sibmooh: {
    citation:
      "Sibmooh N., Udomsangpetch R., Kujoa A., Chantharaksri U., Mankhetkorn S.: redox reaction of artemisinin with ferrous and ferric ions in aqueous buffer",
    read: "abstract",
  },
  artemisininPulse2005: {
    citation:
      "Radiolytically induced one-electron reduction of artemisinin in water and ethanol. Int. J. Radiat. Biol. (2005), 319–326",
    doi: "10.1080/09553000500141355",
    read: "abstract",
  },
  creek2007: {
    citation:
      "Creek D. J. et al. J. Pharm. Sci. (2007), 2945: iron-mediated degradation of dispiro-1,2,4-trioxolanes",
    read: "abstract",
  },
  baronIron: {
    citation: "Baron R.: electrocatalytic reduction of tert-butyl hydroperoxide at iron electrodes",
    read: "abstract",
  },
  dhaStability: {
    citation:
      "Abstract on the stability of dihydroartemisinin in buffer, plasma and erythrocyte lysate (ndm.ox.ac.uk/publications/1059522)",
    read: "abstract",
  },
  chan2013: {
    citation:
      "Chan H. W., Singh N. P., Lai H. C. Anticancer Res. 33, 4389 (2013): dihydroartemisinin, Molt-4 cells, deferoxamine and a spin trap",
    read: "abstract",
  },
};
