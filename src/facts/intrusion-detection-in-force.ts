import { documentInForce } from './kit/document.ts';

export default documentInForce({
  topic: 'intrusion-detection',
  question: 'Is detection of intrusions contracted or laid down, and current?',
  means: 'A service or record of how the network is watched.',
});
