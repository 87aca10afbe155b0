import { DONE, defineVerb } from '../verb.ts';

const verb = defineVerb({
  group: 'Work',
  rank: 2,
  summary: 'what each file was taken for and why; rows left out; what is still missing',
  takes: [{ name: '<folder>', meaning: 'the folder of engagement.yaml' }],
  options: [
    {
      flags: '--calendar <file>',
      meaning: 'write when each evidence runs out and who collects it: a calendar (.ics) or a table (.csv)',
    },
  ],
  examples: ['proofpack inspect clients/lakeside', 'proofpack inspect clients/lakeside --calendar due.ics'],
  run: async (given, terminal) => {
    const { assessFolder } = await import('../../client/assess-folder.ts');
    const { inspectionJson } = await import('../../report/json.ts');
    const { tellInspection } = await import('../tell-inspection.ts');
    const { siblingNotes } = await import('../siblings.ts');
    const assessed = await assessFolder(given.args[0] ?? '.', terminal);
    const { findings, folderNotes, folder } = assessed;
    const { exhibits, missing, notes } = findings;
    const all = [...(await siblingNotes(assessed)), ...folderNotes, ...notes];
    if (terminal.json) terminal.say(JSON.stringify(inspectionJson(exhibits, missing, all), null, 2));
    else tellInspection(terminal, { folder, exhibits, missing, notes: all });
    const calendar = given.text('calendar');
    if (calendar !== undefined) await (await import('../calendar.ts')).writeCalendar(findings, calendar, terminal);
    return DONE;
  },
});

export default verb;
