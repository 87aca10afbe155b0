export { bucketStorage } from './bucket-storage.ts';
export { lendingWorker } from './lending-worker.ts';
export { folderStorage, type Lent, type Storage } from './storage.ts';
