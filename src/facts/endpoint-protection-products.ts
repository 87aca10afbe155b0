import { namesOf } from './kit/names-of.ts';
import { supports } from './kit/subjects.ts';

export default namesOf({
  question: 'Which endpoint protection products are in use?',
  means: 'The products of the agents that were listed, not what was bought.',
  from: ['endpoint-protection'],
  subject: (agent) => (agent.product.trim() === '' ? undefined : { name: agent.product.trim() }),
  judge: (agent) => supports(`${agent.product}: ${agent.device}`),
});
