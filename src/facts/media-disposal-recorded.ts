import { documentInForce } from './kit/document.ts';

export default documentInForce({
  topic: 'media-disposal',
  question: 'Is the destruction of data carriers recorded?',
  means: 'Certificates or records with their day.',
  shownBy: 'day',
});
