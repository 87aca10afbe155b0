export { readLogo } from './brand.ts';
export { type CatalogRequest, readCatalog } from './catalog.ts';
export { type ClientFolder, clientsIn } from './clients.ts';
export {
  type CopyState,
  contentOf,
  copyState,
  filesBelow,
  foldersIn,
  makeFolder,
  recall,
  remember,
  removeCopies,
  writeCopy,
} from './copies.ts';
export { readEngagement } from './engagement.ts';
export { type Entry, entryNamed } from './entry-name.ts';
export { type FolderExhibits, readExhibits, readOneExhibit } from './exhibits.ts';
export { readBrandedFonts, readBrandFonts } from './fonts/index.ts';
export {
  readFonts,
  readInitTexts,
  readRegisters,
  readVersion,
} from './ground.ts';
export { groundState, type InputState, inputsAt, inputsIn } from './inputs.ts';
export { readSmallText, refuseAmongExhibits, saveKey } from './keys.ts';
export { LEDGERS, ledgerName, readEarlier, readLedger, saveEarlier, saveLedger, standsAsBuilt } from './ledger.ts';
export type { LeftObject } from './left.ts';
export { QUESTIONNAIRES_FOLDER } from './listing.ts';
export { readMapping, readMappings } from './mappings.ts';
export { COMMITMENTS, LEFT_IN_BUCKET, OWNER_KEY, STORE_FOLDER } from './owner-files.ts';
export { ownerKey, readOwnerKey, saveCommitments } from './owner-key.ts';
export { readAdviceRules, readResponsibilityWords, readTransitionRules } from './ownership-rules.ts';
export { isFolder, readPackage } from './package.ts';
export {
  type DefaultsAbove,
  defaultsAbove,
  PORTFOLIO_FOLDERS,
  portfolioAbove,
  readPortfolio,
  storeSaid,
} from './portfolio.ts';
export { withPublishedTexts } from './published/texts.ts';
export {
  type Remembered,
  readRemembered,
  readReview,
  saveFormProfile,
  savePairs,
  saveReview,
} from './questionnaires.ts';
export { readReviewTemplates } from './review-templates.ts';
export { discardUnfinished, type SaveRequest, savePackage } from './save.ts';
export { engagementAbove, isEngagement, saveMapping } from './save-mapping.ts';
export { isTaken, refuseTaken, saveOutput, saveUnlessChanged } from './save-output.ts';
export { openScratch, type Scratch } from './scratch.ts';
export type { Snapshots } from './snapshots.ts';
export {
  clientOf,
  hasStore,
  indexNumber,
  type Migration,
  madeHome,
  openStoreFolder,
  readMigrations,
  rememberedHome,
  rememberedIndex,
  rememberIndex,
  type StoreFolder,
  storeOfEnvironment,
} from './store-folder.ts';
export {
  readAloneTemplates,
  readPortfolioTemplates,
  readShippedTemplates,
  readTemplates,
  type TemplateTexts,
} from './templates.ts';
export { readQuestionnaireWords, readThesaurus } from './thesaurus.ts';
export { readVocabulary } from './vocabulary.ts';
export { writeNewFiles } from './write-new.ts';
