import type Module from 'pptxgenjs';

/** The library that writes slides. Its types are those of its older form, in which everything is one level deeper. */
export type Library = typeof Module.default;
export type Canvas = ReturnType<InstanceType<Library>['addSlide']>;
export type ChartOptions = Module.default.IChartOpts;
export type Border = Module.default.BorderProps;

/** The library in what was imported, in either form; whoever asks for slides brings it. */
export function libraryIn(imported: object): Library {
  const outer = inner(imported);
  const library = isLibrary(outer) ? outer : inner(outer);
  if (!isLibrary(library)) throw new TypeError('pptxgenjs has another form than that of its version 4');
  return library;
}

function inner(module: unknown): unknown {
  return typeof module === 'object' && module !== null && 'default' in module ? module.default : undefined;
}

function isLibrary(value: unknown): value is Library {
  return typeof value === 'function';
}
