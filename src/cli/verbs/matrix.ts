import type { Ownership } from '../../model/ownership.ts';
import type { Practice } from '../../model/practice.ts';
import type { Terminal } from '../terminal.ts';
import { DONE, defineVerb } from '../verb.ts';

const verb = defineVerb({
  group: 'Work',
  rank: 5,
  summary: 'who owns what: the responsibility matrix alone, with everything that is wrong with it',
  takes: [{ name: '<folder>', meaning: 'the folder of engagement.yaml' }],
  options: [
    { flags: '--party <id>', meaning: 'only the practices in which this party wears a hat' },
    { flags: '--redact', meaning: 'parties without the names of persons, for a prospect' },
    { flags: '--csv', meaning: 'as comma-separated values' },
    { flags: '--markdown', meaning: 'as a Markdown table' },
  ],
  examples: ['proofpack matrix clients/lakeside', 'proofpack matrix clients/lakeside --party msp --markdown'],
  run: async (given, terminal) => {
    const { openEngagement } = await import('../open.ts');
    const { inScope } = await import('../../model/catalog.ts');
    const { assignOwners } = await import('../../ownership/index.ts');
    const { csv, markdown, table } = await import('../table.ts');
    const { engagement, catalog } = await openEngagement(given.args[0] ?? '.');
    const { practices, models, frameworks } = inScope(catalog, engagement);
    const all = assignOwners({ engagement, models, practices, frameworks });
    const ownership = ofParty(given.flag('redact') ? nameless(all) : all, given.text('party'));
    if (terminal.json) {
      terminal.say(
        JSON.stringify({ schema: 'proofpack.ownership/1', client: engagement.client.name, ...ownership }, null, 2),
      );
      return DONE;
    }
    const rows = rowsOf(ownership, practices);
    if (given.flag('csv')) terminal.say(csv(HEAD, rows));
    else if (given.flag('markdown')) terminal.say(markdown(HEAD, rows));
    else
      tell(
        ownership,
        table(HEAD, rows, (text) => terminal.style('bold', text)),
        terminal,
      );
    return DONE;
  },
});

export default verb;

const HEAD = ['practice', 'accountable', 'responsible', 'evidence', 'approves', 'after hours', 'from', 'until'];

function rowsOf(ownership: Ownership, practices: readonly Practice[]): readonly (readonly string[])[] {
  const titles = new Map(practices.map(({ id, title }) => [id, title]));
  return ownership.assignments.map((each) => [
    titles.get(each.practice) ?? each.practice,
    each.accountable,
    each.responsible.join(' + '),
    each.evidence,
    each.approves,
    each.afterHours ?? '',
    each.from ?? '',
    each.until ?? '',
  ]);
}

function tell(ownership: Ownership, matrix: string, terminal: Terminal): void {
  terminal.say(terminal.style('bold', ownership.modelTitle));
  for (const { id, title, name } of ownership.parties) terminal.say(`  ${id}  ${title}${name ? `: ${name}` : ''}`);
  terminal.say(`\n${matrix}`);
  if (ownership.issues.length > 0)
    terminal.say(`\n${terminal.style('bold', `To settle (${ownership.issues.length})`)}`);
  for (const { message, hint } of ownership.issues) terminal.say(`  ${terminal.style('yellow', message)}\n    ${hint}`);
}

function ofParty(ownership: Ownership, party: string | undefined): Ownership {
  if (party === undefined) return ownership;
  const assignments = ownership.assignments.filter((each) =>
    [each.accountable, ...each.responsible, each.evidence, each.approves, each.afterHours, ...each.consulted].includes(
      party,
    ),
  );
  const kept = new Set(assignments.map(({ practice }) => practice));
  return {
    ...ownership,
    assignments,
    issues: ownership.issues.filter(({ practice }) => practice === undefined || kept.has(practice)),
  };
}

function nameless(ownership: Ownership): Ownership {
  return { ...ownership, parties: ownership.parties.map(({ name: _, ...party }) => party) };
}
