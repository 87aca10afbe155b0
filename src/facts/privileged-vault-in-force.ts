import { documentInForce } from './kit/document.ts';

export default documentInForce({
  topic: 'privileged-vault',
  question: 'Is it laid down and current that privileged passwords are kept in a vault?',
  means: 'A record of the tool or procedure that sees to it.',
});
