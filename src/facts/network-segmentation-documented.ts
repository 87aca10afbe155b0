import { documentInForce } from './kit/document.ts';

export default documentInForce({
  topic: 'network-segmentation',
  question: 'Is the separation of networks documented and current?',
  means: 'Which networks there are and what may pass between them.',
});
