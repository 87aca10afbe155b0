import { documentInForce } from './kit/document.ts';

export default documentInForce({
  topic: 'email-security',
  question: 'Is protection of e-mail contracted or laid down, and current?',
  means: 'A service or standard for filtering mail.',
});
