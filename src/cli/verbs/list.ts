import type { EntryKind } from '../../explain.ts';
import { DONE, defineVerb } from '../verb.ts';

const KINDS: Readonly<Record<string, EntryKind>> = {
  sources: 'source',
  mappings: 'mapping',
  facts: 'fact',
  practices: 'practice',
  frameworks: 'framework',
  controls: 'control',
  models: 'model',
  documents: 'document',
  messages: 'message',
};

/** Lines of an entry that its list shows too: whoever looks for a source wants to know where its export comes from. */
const SHOWN: Partial<Record<EntryKind, readonly string[]>> = { source: ['product', 'yields', 'obtain'] };

const verb = defineVerb({
  group: 'Look up',
  rank: 9,
  summary: 'sources, mappings, facts, practices, frameworks, controls, models, documents or messages',
  takes: [{ name: '<what>', meaning: 'what to list', choices: Object.keys(KINDS) }],
  options: [{ flags: '--folder <folder>', meaning: 'with what an engagement folder adds to the catalogue' }],
  examples: ['proofpack list sources', 'proofpack list practices --json'],
  run: async (given, terminal) => {
    const { openEntries } = await import('../open-entries.ts');
    const { labelled, table } = await import('../table.ts');
    const kind = KINDS[given.args[0] ?? ''];
    const entries = (await openEntries(given.text('folder'))).filter((entry) => entry.kind === kind);
    if (terminal.json) terminal.say(JSON.stringify({ schema: 'proofpack.list/1', entries }, null, 2));
    else {
      const shown = kind === undefined ? undefined : SHOWN[kind];
      if (shown === undefined)
        terminal.say(
          table(
            ['id', 'title'],
            entries.map(({ id, title }) => [id, title]),
            (text) => terminal.style('bold', text),
          ),
        );
      for (const { id, title, lines } of shown === undefined ? [] : entries) {
        terminal.say(`${terminal.style('bold', id)}  ${title}`);
        const told = lines.filter(([label]) => shown?.includes(label));
        for (const line of labelled(told, terminal)) terminal.say(`  ${line}`);
      }
      terminal.note(`\n${entries.length} in all. Next: proofpack explain ${entries[0]?.id ?? '<id>'}`);
    }
    return DONE;
  },
});

export default verb;
