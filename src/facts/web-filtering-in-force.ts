import { documentInForce } from './kit/document.ts';

export default documentInForce({
  topic: 'web-filtering',
  question: 'Is filtering of web access contracted or laid down, and current?',
  means: 'A service or record of what is blocked.',
});
