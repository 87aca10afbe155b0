export interface ProductionPackage {
  readonly path: string;
  readonly name: string;
  readonly version: string;
  readonly license: string | null;
  readonly optional: boolean;
}

export function productionPackages(lock: unknown): readonly ProductionPackage[];
export function sbom(lock: unknown): { readonly components: readonly { readonly name: string; readonly purl: string }[] };
