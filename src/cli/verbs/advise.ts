import { defineVerb } from '../verb.ts';

const verb = defineVerb({
  group: 'Work',
  rank: 5.2,
  summary:
    'which operating model fits, from what you say and what the exhibits show; it advises, the engagement decides',
  takes: [{ name: '<folder>', meaning: 'the folder of engagement.yaml' }],
  options: [
    { flags: '--capacity-hours <n>', meaning: 'hours a week that your own people can give' },
    { flags: '--needed-hours <n>', meaning: 'hours a week that the work takes' },
    { flags: '--night-cover <answer>', meaning: 'whether your own people act at night', choices: ['yes', 'no'] },
    { many: true, flags: '--unowned <practice>', meaning: 'practices that nobody does today' },
    { many: true, flags: '--keep <domain>', meaning: 'domains in which you want to do the work yourselves' },
    { flags: '--no-input', meaning: 'ask nothing, also at a terminal' },
  ],
  examples: [
    'proofpack advise clients/lakeside',
    'proofpack advise clients/lakeside --capacity-hours 20 --needed-hours 45 --night-cover no --keep identity,policy',
  ],
  run: async (given, terminal) => {
    const { giveAdvice } = await import('../give-advice.ts');
    return giveAdvice(given, terminal);
  },
});

export default verb;
