import { describe, expect, it } from 'vitest';
import type { Reason } from '../../src/model/assessment.ts';
import { EVIDENCE_SUMS } from '../../src/report/exhibit-words.ts';
import { exhibitViews } from '../../src/report/view/exhibits.ts';
import { type Lens, lensOn } from '../../src/report/view/lens.ts';
import { omissionsOf } from '../../src/report/view/omissions.ts';
import { inShort } from '../../src/report/view/reasons.ts';
import { factView, gapSum, gapView } from '../../src/report/view/registers.ts';
import { PHRASES } from '../../src/report/words.ts';
import { PLACEMENTS, WORLD } from './world.ts';

const on = (findings: typeof WORLD): Lens =>
  lensOn(findings, { edition: 'auditor', placements: PLACEMENTS, domains: [] });
const lens = on(WORLD);
const [known] = WORLD.practiceAssessments.flatMap(({ reasons }) => reasons);
if (known === undefined) throw new Error('no reason in the world');
const facts = WORLD.facts.map(({ id, question }) => ({ id, question }));
const [first, second, third] = facts;
if (first === undefined || second === undefined || third === undefined) throw new Error('fewer than three facts');

const silent = ({ id, question }: typeof first): Reason => ({
  ...known,
  fact: id,
  outcome: 'unknown',
  text: `${question} Not known: nothing that was read tells it.`,
});
const word: Reason = {
  ...known,
  fact: third.id,
  outcome: 'attested',
  measured: 'yes',
  text: `${third.question} Yes, by the word of a person or a plan; no machine shows it.`,
};

describe('several reasons in short', () => {
  it('asks together what is unknown for one cause, and names a word a word', () => {
    expect(inShort([silent(first), word, silent(second)], lens)).toBe(
      `${first.question} ${second.question} Not known: nothing that was read tells it. ${third.question} Yes, by word only.`,
    );
  });

  it('keeps what is unknown for different causes apart', () => {
    const other = { ...silent(second), text: `${second.question} Not known: the export is not complete.` };
    expect(inShort([silent(first), other], lens)).toBe(`${silent(first).text} ${other.text}`);
  });
});

describe('a party', () => {
  const named = (name: string): Lens => {
    const parties = WORLD.ownership.parties.map((party) => (party.id === 'msp' ? { ...party, name } : party));
    return on({ ...WORLD, ownership: { ...WORLD.ownership, parties } });
  };

  it('is told by its role in tables where no column has room for its name, and in full where it is introduced', () => {
    const title = WORLD.ownership.parties.find(({ id }) => id === 'msp')?.title ?? '';
    const long = 'Hanseatische Systemhaus- und IT-Dienstleistungsgesellschaft Müller-Lüdenscheidt & Söhne mbH';
    expect(named('Northlake IT').party('msp')).toBe('Northlake IT');
    expect(named(long).party('msp')).toBe(title);
    // And so are all the others: one by its role among persons would be taken for one.
    expect(named('Northlake IT').party('client-leadership')).toBe('Dana Cole');
    expect(named(long).party('client-leadership')).toBe('Practice owner');
    // Two lines of a narrow column; a third one is no room.
    expect(named('Lakeshore IT Partners LLC').party('msp')).toBe(title);
    expect(named('Lakeshore IT Partners Co').party('msp')).toBe('Lakeshore IT Partners Co');
    const wordy = {
      ...WORLD.ownership,
      parties: WORLD.ownership.parties.map((each) => ({
        ...each,
        name: 'Lakeshore IT Partners LLC',
        title: 'Owners of business applications',
      })),
    };
    expect(on({ ...WORLD, ownership: wordy }).party('msp')).toBe('Lakeshore IT Partners LLC');
    expect(named(long).partyInFull('msp')).toContain(long);
  });
});

describe('an entry of the gap register', () => {
  const [gap] = WORLD.gaps;
  if (gap === undefined) throw new Error('no gap in the world');

  it('has the extent beside a partial verdict', () => {
    const assessments = WORLD.practiceAssessments.map((each) =>
      each.practice === gap.practice ? { ...each, extent: { n: 1, of: 2, unit: 'expectations' } } : each,
    );
    const view = gapView({ ...gap, verdict: 'partly-supported' }, on({ ...WORLD, practiceAssessments: assessments }));
    expect(view.verdict.extent).toBe('1 of 2 expectations (50 %)');
  });

  it('tells whose word it is, where the verdict is made of a word', () => {
    const remark = 'Stated by Dana on 2026-09-30, valid until 2027-09-30: We do it';
    const assessments = WORLD.practiceAssessments.map((each) =>
      each.practice === gap.practice ? { ...each, remark } : each,
    );
    const view = gapView({ ...gap, verdict: 'attested-only' }, on({ ...WORLD, practiceAssessments: assessments }));
    expect(view.weakness).toMatch(new RegExp(`^${remark}\\. `));
    expect(gapView(gap, on({ ...WORLD, practiceAssessments: assessments })).weakness).not.toContain('Stated by');
  });

  it('does not tell as a step what its due day and its proof tell already', () => {
    const milestones = ['2026-11-01 order keys', `${gap.due} What closes it is handed over`];
    const view = gapView({ ...gap, milestones }, lens);
    expect([view.milestones, view.steps]).toEqual([milestones, ['2026-11-01 order keys']]);
  });

  it('is counted by owner and by whether somebody decided', () => {
    const gaps = [gap, { ...gap, owner: 'nobody-known' }, { ...gap, status: 'planned' }];
    expect(gapSum(on({ ...WORLD, gaps }))).toMatch(
      /^1 is decided .*, 2 are proposed\. .+ owns 2, nobody-known owns 1\.$/,
    );
    expect(gapSum(on({ ...WORLD, gaps: [] }))).toBe('');
  });
});

describe('the evidence index', () => {
  it('says a day once, and the headers that gave a file away under one word', () => {
    expect([PHRASES.span('2026-08-19', '2026-08-19'), PHRASES.span('2026-08-19', '2026-08-20')]).toEqual([
      '2026-08-19',
      '2026-08-19 to 2026-08-20',
    ]);
    const [exhibit] = WORLD.exhibits;
    const saw = ['header Name', 'header Serial', 'element nmaprun', 'odd'];
    const exhibits = exhibit === undefined ? [] : [{ ...exhibit, saw }];
    expect(exhibitViews(on({ ...WORLD, exhibits }))[0]?.saw).toBe('the headers Name, Serial, the element nmaprun, odd');
  });

  it('counts in words that fit one and many', () => {
    expect(EVIDENCE_SUMS.evidenceSum(1, 1, 1, 1, 0)).toBe(
      '1 file was handed over. 1 file was read as evidence, with 1 record; 1 row was left out; no file is set aside.',
    );
  });

  it('leaves the sentence that stands above all of them out of what nobody handed over', () => {
    const [assessed] = WORLD.practiceAssessments;
    if (assessed === undefined) throw new Error('no practice in the world');
    const reasons = [silent(first)];
    const missing = [{ practice: assessed.practice, kinds: [], obtain: 'ask', by: 'msp', because: silent(first).text }];
    const practiceAssessments = [{ ...assessed, reasons }];
    const [omission] = omissionsOf(on({ ...WORLD, missing, practiceAssessments }));
    expect([omission?.briefly, omission?.reason]).toEqual([first.question, silent(first).text]);
  });
});

describe('a measure that is not known', () => {
  it('says why in sentences', () => {
    const fact = {
      status: 'unknown',
      because: 'population-unknown',
      wouldNeed: [],
      remarks: ['no public address of the client is named'],
      basis: [],
    } as const;
    expect(factView({ id: 'f', question: 'Is it so?', fact }).remarks).toBe(
      'There is no authoritative list to count against. No public address of the client is named.',
    );
  });
});
