import { DONE, defineVerb } from '../verb.ts';

const verb = defineVerb({
  group: 'Look up',
  rank: 11,
  summary: 'JSON Schema of engagement.yaml, for editors',
  takes: [],
  options: [],
  examples: ['proofpack schema > engagement.schema.json'],
  run: async (_, terminal) => {
    const { z } = await import('zod');
    const { Engagement } = await import('../../model/engagement.ts');
    const schema = z.toJSONSchema(Engagement, { target: 'draft-7', io: 'input' });
    terminal.say(JSON.stringify({ title: 'proofpack engagement', ...schema }, null, 2));
    return DONE;
  },
});

export default verb;
