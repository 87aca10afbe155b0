import { documentInForce } from './kit/document.ts';

export default documentInForce({
  topic: 'local-admin-passwords',
  question: 'Is it laid down and current that every device has its own administrator password?',
  means: 'A record of the tool or procedure that sees to it.',
});
