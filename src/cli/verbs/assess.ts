import { FAIL_ON } from '../../client/fail-on.ts';
import { defineVerb } from '../verb.ts';

const verb = defineVerb({
  group: 'Work',
  rank: 3,
  summary: 'verdicts, owners and contradictions in the terminal',
  takes: [{ name: '<folder>', meaning: 'the folder of engagement.yaml' }],
  options: [
    {
      flags: '--against <package>',
      meaning: 'the last package of this client: answers that differ are contradictions',
    },
    { many: true, flags: '--fail-on <condition>', meaning: 'exit 1 when there is one', choices: FAIL_ON },
  ],
  examples: ['proofpack assess clients/lakeside', 'proofpack assess clients/lakeside --fail-on contradiction,stale'],
  run: async (given, terminal) => {
    const { assessFolder } = await import('../../client/assess-folder.ts');
    const { findingsJson } = await import('../../report/json.ts');
    const { tellFindings } = await import('../tell-findings.ts');
    const { exitFor } = await import('../conditions.ts');
    const { siblingNotes } = await import('../siblings.ts');
    const assessed = await assessFolder(given.args[0] ?? '.', terminal, given.text('against'));
    const { findings, folder } = assessed;
    const others = await siblingNotes(assessed);
    if (terminal.json)
      terminal.say(JSON.stringify(findingsJson({ ...findings, notes: [...others, ...findings.notes] }), null, 2));
    else tellFindings(terminal, findings, folder);
    for (const { message, hint } of others) terminal.warn(`error    ${message}\n         ${hint}`);
    return exitFor(findings, given.texts('failOn'), terminal);
  },
});

export default verb;
