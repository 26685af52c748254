import { sourced } from "#model";
import type { RadiationKey } from "../../types.ts";
import type { CellNumber } from "./number.ts";

/** Death by X-rays: the linear-quadratic law, repair, and when it comes. */
export const genericRadiation: Readonly<Record<RadiationKey, CellNumber>> = {
  alpha: {
    label: "death by X-rays, linear in dose",
    number: sourced("0.3 1/Gy", {
      grade: "C",
      range: ["0.1 1/Gy", "0.6 1/Gy"],
      why: "a generic carcinoma: range of clonogenic survival of many lines",
      needsPaper: true,
    }),
  },
  beta: {
    label: "death by X-rays, quadratic in dose",
    number: sourced("0.03 1/Gy^2", {
      grade: "C",
      range: ["0.01 1/Gy^2", "0.07 1/Gy^2"],
      why: "a generic carcinoma: α/β of 10 Gy",
      needsPaper: true,
    }),
  },
  sublethalRepair: {
    label: "repair of sublethal damage by X-rays",
    number: sourced("1 1/h", {
      grade: "C",
      range: ["0.3 1/h", "2 1/h"],
      source: "sublethalRepair",
      why: "split doses on V79 and SAS cells: survival is at its plateau within 2–3 h, at room temperature; no rate is given",
      needsPaper: true,
    }),
  },
  radiationDeath: {
    label: "time from lethal damage by X-rays to death",
    number: sourced("48 h", {
      grade: "C",
      range: ["12 h", "120 h"],
      why: "cells die at their next divisions; a survival curve of colonies does not say when",
      needsPaper: true,
    }),
  },
};
