import { documentInForce } from './kit/document.ts';

export default documentInForce({
  topic: 'workstation-security',
  question: 'Are there approved and current rules for where and how workstations are used?',
  means: 'Placement, locking and shared use.',
});
