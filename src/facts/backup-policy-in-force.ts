import { documentInForce } from './kit/document.ts';

export default documentInForce({
  topic: 'backup',
  question: 'Are there approved and current rules for backups?',
  means: 'What is backed up, how often, where to, and how restores are tested.',
});
