import { KationError, nearest } from "#units";
import type { SbmlDocument, SbmlModel, Submodel } from "./document.ts";
import { readSbml } from "./read.ts";
import { type Place, printPlace } from "./xml.ts";

/** Gives the text of a file by its path, relative to the folder of the model it is for. */
export type LoadSbml = (path: string) => string;

/** A model and the file it stands in. */
export interface Located {
  readonly model: SbmlModel;
  readonly file: DocumentFile;
  /** Names this model among all files, to find cycles. */
  readonly key: string;
}

/** A document with the path it was loaded by; empty for the one given. */
export interface DocumentFile {
  readonly document: SbmlDocument;
  readonly path: string;
}

/**
 * Finds model definitions by id, in the file or, by external definitions, in others.
 *
 * Sources are paths below the folder of the first file: schemes, absolute paths and steps upwards are refused.
 */
export class ModelFinder {
  readonly #load: LoadSbml | undefined;
  readonly #files = new Map<string, DocumentFile>();

  constructor(load: LoadSbml | undefined) {
    this.#load = load;
  }

  /** The definition a submodel is an instance of. */
  of(submodel: Submodel, file: DocumentFile): Located {
    return this.#find(submodel.model, file, submodel.place, new Set());
  }

  #find(id: string, file: DocumentFile, place: Place | undefined, seen: ReadonlySet<string>): Located {
    const { document, path } = file;
    const key = `${path}#${id}`;
    if (seen.has(key))
      throw new KationError(
        "invalid-value",
        `the external model definition ${id} leads back to itself`,
        where(place),
      );
    const model = [document.model, ...document.modelDefinitions].find((m) => m.id === id);
    if (model) return { model, file, key };
    const external = document.externalModelDefinitions.find((e) => e.id === id);
    if (!external) {
      const names = [document.model, ...document.modelDefinitions, ...document.externalModelDefinitions];
      const near = nearest(
        id,
        names.flatMap((m) => m.id ?? []),
      );
      throw new KationError("unknown-name", `no model definition is called ${id}`, {
        ...where(place),
        ...(near.length > 0 ? { fix: `did you mean ${near.join(" or ")}?` } : {}),
      });
    }
    const target = this.#open(external.source, path, external.place);
    if (external.model !== undefined)
      return this.#find(external.model, target, external.place, new Set(seen).add(key));
    return { model: target.document.model, file: target, key: `${target.path}#` };
  }

  #open(source: string, from: string, place: Place | undefined): DocumentFile {
    const path = besides(from, source);
    if (path === undefined)
      throw new KationError(
        "invalid-value",
        `"${source.slice(0, 200)}" is no path below the folder of the model`,
        {
          ...where(place),
          why: "a model may only take from files beside it: no scheme, no absolute path, no step upwards",
          fix: "put the file beside the model and name it by its file name",
        },
      );
    const known = this.#files.get(path);
    if (known) return known;
    if (!this.#load)
      throw new KationError("missing-file", `the model needs ${path}`, {
        ...where(place),
        why: "external model definitions are read only when there is a way to load files",
      });
    const file = { document: readSbml(this.#text(path, place), path).document, path };
    this.#files.set(path, file);
    return file;
  }

  #text(path: string, place: Place | undefined): string {
    try {
      return this.#load!(path);
    } catch (cause) {
      if (cause instanceof KationError) throw cause;
      throw new KationError("missing-file", `cannot load ${path.slice(0, 200)}`, {
        ...where(place),
        why: cause instanceof Error ? cause.message.slice(0, 300) : "",
        cause,
      });
    }
  }
}

function where(place: Place | undefined): { readonly where?: string } {
  return place === undefined ? {} : { where: printPlace(place) };
}

/** Path of a source named in a file, or undefined when it leads elsewhere than to a file below the first one's folder. */
function besides(from: string, source: string): string | undefined {
  if (source === "" || source.length > 1000 || /[\\:%?#\0]/.test(source) || source.startsWith("/"))
    return undefined;
  const steps = from.split("/").slice(0, -1);
  for (const step of source.split("/")) {
    if (step === "..") return undefined;
    if (step !== "" && step !== ".") steps.push(step);
  }
  return steps.length === 0 ? undefined : steps.join("/");
}
