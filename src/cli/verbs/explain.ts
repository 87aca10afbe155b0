import { DONE, defineVerb } from '../verb.ts';

const verb = defineVerb({
  group: 'Look up',
  rank: 10,
  summary: 'any control, practice, fact, source, model or message code, with its cure',
  takes: [{ name: '<id>', meaning: 'as printed in a document, a note or a list' }],
  options: [{ flags: '--folder <folder>', meaning: 'with what an engagement folder adds to the catalogue' }],
  examples: ['proofpack explain RC.RP-03', 'proofpack explain restore-testing', 'proofpack explain exhibit-ambiguous'],
  run: async (given, terminal) => {
    const { openEntries } = await import('../open-entries.ts');
    const { explain } = await import('../../explain.ts');
    const { labelled, wrap } = await import('../table.ts');
    const { nearestFew, unknownId } = await import('../unknown-id.ts');
    const entries = await openEntries(given.text('folder'));
    const word = given.args[0] ?? '';
    const found = explain(word, entries);
    if (found.length === 0)
      throw unknownId(
        word,
        nearestFew(
          word,
          entries.map(({ id }) => id),
        ),
      );
    if (terminal.json) {
      terminal.say(JSON.stringify({ schema: 'proofpack.explanation/1', entries: found }, null, 2));
      return DONE;
    }
    for (const { kind, id, title, lines } of found) {
      terminal.say(`${terminal.style('bold', id)}  ${kind}\n${wrap(title, terminal.width)}\n`);
      for (const line of labelled(lines, terminal)) terminal.say(line);
    }
    return DONE;
  },
});

export default verb;
