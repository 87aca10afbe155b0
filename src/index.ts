/** The public door. Each phase can be called alone; everything that is not named here is private. */
export { assess } from './assessment/index.ts';
export { pack, packageName, placeExhibits, planPackage, verifyPackage } from './bundle/index.ts';
export {
  readCatalog,
  readEngagement,
  readExhibits,
  readFonts,
  readLogo,
  readTemplates,
  savePackage,
} from './disk/index.ts';
export { allEntries, type Entry, explain } from './explain.ts';
export { defineFact } from './facts/define-fact.ts';
export { defineSource } from './intake/contract.ts';
export type { Diagnostic } from './kernel/diagnostic.ts';
export { ProofpackError } from './kernel/failure.ts';
export type { Noted } from './kernel/noted.ts';
export type { Place } from './kernel/place.ts';
export * from './model/index.ts';
export { assignOwners } from './ownership/index.ts';
export { renderPdf, writePdf } from './pdf/index.ts';
export {
  assessEngagement,
  buildPackage,
  type EditionRequest,
  type Materials,
  measure,
  planEdition,
  type Request,
  replayWith,
} from './pipeline.ts';
export { extract, readEvidence, recognise } from './reading.ts';
export { compose, findingsJson, inspectionJson } from './report/index.ts';
export { renderWorkbook } from './workbook/index.ts';
