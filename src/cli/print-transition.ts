import { assessFolder } from '../client/assess-folder.ts';
import { readAloneTemplates, readBrandedFonts, readLogo, readTransitionRules } from '../disk/index.ts';
import { addDays, type CivilDate } from '../kernel/civil-date.ts';
import { diagnostic } from '../kernel/diagnostic.ts';
import { failure } from '../kernel/failure.ts';
import { nearest } from '../kernel/text.ts';
import { type Catalog, inScope } from '../model/catalog.ts';
import type { Engagement } from '../model/engagement.ts';
import { planTransition } from '../ownership/index.ts';
import { composeTransition } from '../report/index.ts';
import { saveOutputs } from './save-outputs.ts';
import { tellTransition } from './tell-transition.ts';
import type { Terminal } from './terminal.ts';
import { dayFrom } from './today.ts';
import { DONE, type Given } from './verb.ts';

export async function printTransition(given: Given, terminal: Terminal): Promise<number> {
  const { folder, engagement, catalog, findings } = await assessFolder(given.args[0] ?? '.', terminal);
  const { from, to, on } = changeAsked(given, engagement, catalog);
  const { practices, domains } = inScope(catalog, engagement);
  const rules = await readTransitionRules(folder);
  const transition = planTransition({ from, to, on, practices, engagement, models: catalog.models, rules, findings });
  const { document, workbook } = composeTransition(transition, findings, {
    templates: await readAloneTemplates(folder),
    domains,
    logo: await readLogo(folder, engagement),
  });
  const json = {
    schema: 'proofpack.transition/1',
    client: engagement.client.name,
    asOf: engagement.asOf,
    ...transition,
  };
  const fonts = () => readBrandedFonts(folder, engagement.brand.fonts);
  if (await saveOutputs(given, { document, workbook, json, texts: {}, mark: on, fonts }, terminal)) return DONE;
  if (terminal.json) terminal.say(JSON.stringify(json, null, 2));
  else tellTransition(terminal, transition, { engagement, practices });
  return DONE;
}

interface Change {
  readonly from: string | undefined;
  readonly to: string;
  readonly on: CivilDate;
}

/** What was asked; where nothing was, the last change that the engagement itself tells of. */
function changeAsked(given: Given, engagement: Engagement, catalog: Catalog): Change {
  const planned = lastChange(engagement);
  const on = given.text('on') === undefined ? planned?.on : dayFrom('--on', given.text('on') ?? '');
  const to = given.text('to') ?? planned?.to;
  const missing = [...(to === undefined ? ['--to'] : []), ...(on === undefined ? ['--on'] : [])];
  if (to === undefined || on === undefined) throw failure(diagnostic('transition-needs', { flags: missing }));
  const known = catalog.models.map(({ id }) => id);
  for (const word of [given.text('from'), to]) {
    if (word !== undefined && !known.includes(word))
      throw failure(diagnostic('model-unknown', { word, nearest: nearest(word, known) }));
  }
  return { from: given.text('from'), to, on };
}

function lastChange({ operatingModel }: Engagement): { to: string; on: CivilDate } | undefined {
  if (typeof operatingModel === 'string') return undefined;
  const starts = operatingModel.flatMap(({ model, from }, i) => {
    const before = operatingModel[i - 1];
    const on = from ?? (before?.to === undefined ? undefined : addDays(before.to, 1));
    return i === 0 || on === undefined ? [] : [{ to: model, on }];
  });
  return starts.at(-1);
}
