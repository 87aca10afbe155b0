import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readCatalog, readEngagement, withPublishedTexts } from '../../src/disk/index.ts';
import { readPublished, statementsOf } from '../../src/disk/published/index.ts';
import { ProofpackError } from '../../src/kernel/failure.ts';
import { CATALOGUE, catalogueWith, ENGAGEMENT, folderWith } from './world.ts';

const OSCAL_JSON = JSON.stringify({
  catalog: {
    uuid: '5a1e7c1e-0000-4000-8000-000000000001',
    metadata: { title: 'Demo catalogue', version: '2.1', 'oscal-version': '1.1.3' },
    groups: [
      {
        id: 'one',
        class: 'function',
        title: 'ONE',
        controls: [
          {
            id: 'one.a',
            class: 'category',
            title: 'First category',
            parts: [{ name: 'statement', prose: 'Things are understood' }],
            controls: [
              {
                id: 'd-1',
                title: 'First',
                props: [{ name: 'label', value: 'D-01' }],
                params: [{ id: 'd-1_prm', label: 'number of days' }],
                parts: [
                  {
                    name: 'statement',
                    prose: 'Restore within {{ insert: param, d-1_prm }}:',
                    parts: [
                      { name: 'item', props: [{ name: 'label', value: 'a.' }], prose: 'servers' },
                      { name: 'item', props: [{ name: 'label', value: 'b.' }], prose: 'laptops' },
                    ],
                  },
                  { name: 'guidance', prose: 'Not a part of the requirement' },
                ],
              },
              { id: 'd-9', title: 'Gone', props: [{ name: 'status', value: 'withdrawn' }] },
            ],
          },
        ],
      },
    ],
  },
});

const OSCAL_XML = `<?xml version="1.0" encoding="UTF-8"?>
<catalog xmlns="http://csrc.nist.gov/ns/oscal/1.0" uuid="5a1e7c1e-0000-4000-8000-000000000002">
  <metadata><title>Demo catalogue</title><version>2.1</version></metadata>
  <group id="g"><title>ONE</title>
    <control id="DOC_D-01" class="requirement"><title>First</title>
      <param id="p1"><label>number of days</label></param>
      <prop name="label" value="First (D-01)"/>
      <part name="statement"/>
      <control id="SR-1" class="security_requirement"><title>SR-1</title>
        <part name="statement"><p>Restore within <insert type="param" id-ref="p1"/> and
          <em>look</em> at it</p></part>
      </control>
    </control>
    <control id="DOC_D-02"><title>Second</title><part name="statement"><p>Back up</p></part></control>
  </group>
</catalog>`;

const element = (type: string, id: string, text = '', title = '') => ({
  element_type: type,
  element_identifier: id,
  title,
  text,
  doc_identifier: 'DEMO',
});
const projects = (from: string, to: string) => ({
  source_element_identifier: from,
  dest_element_identifier: to,
  relationship_identifier: 'projection',
});
const CPRT = JSON.stringify({
  response: {
    requestType: 1,
    elements: {
      documents: [{ doc_identifier: 'DEMO', name: 'Demo', version: 'Version 2' }],
      elements: [
        element('function', 'D', 'All of it', 'DEMO'),
        element('category', 'D.A', 'A part', 'First'),
        element('subcategory', 'D-01', 'Restores are tried'),
        element('subcategory', 'D-02', 'Taken back'),
        element('implementation_example', 'D-01.001', 'Ex1: try one'),
        element('withdraw_reason', 'WR-D-02', 'Incorporated into D-01'),
      ],
      relationships: [
        projects('D', 'D.A'),
        projects('D.A', 'D-01'),
        projects('D.A', 'D-02'),
        projects('D-01', 'D-01.001'),
      ],
    },
  },
});

function published(text: string) {
  const found = readPublished(text);
  if ('trouble' in found) throw new Error(found.trouble);
  return found;
}

async function refusal(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof ProofpackError)) throw error ?? new Error('nothing was wrong');
  return error.message;
}

describe("a publisher's catalogue", () => {
  it('in OSCAL JSON: categories group, items follow their statement, blanks stay blanks, the withdrawn is left out', () => {
    expect(published(OSCAL_JSON)).toEqual({
      title: 'Demo catalogue',
      version: '2.1',
      groups: [{ id: 'one.a', title: 'First category', sectionTitle: 'ONE' }],
      controls: [
        {
          id: 'D-01',
          title: 'First',
          group: 'one.a',
          statement: 'Restore within [number of days]:\na. servers\nb. laptops',
          names: ['D-01', 'd-1'],
        },
      ],
    });
  });

  it('in OSCAL XML: words one level deeper belong to the requirement, and the label in brackets is its name', () => {
    const { controls, groups } = published(OSCAL_XML);
    expect(groups).toEqual([{ id: 'g', title: 'ONE' }]);
    expect(controls.map(({ id, statement }) => [id, statement])).toEqual([
      ['D-01', 'Restore within [number of days] and look at it'],
      ['DOC_D-02', 'Back up'],
    ]);
  });

  it('from CPRT: what holds others is a group, examples are none of it, what has a reason of withdrawal is out', () => {
    const { controls, groups } = published(CPRT);
    expect(groups).toEqual([{ id: 'D.A', title: 'First', sectionTitle: 'DEMO' }]);
    expect(controls).toEqual([
      { id: 'D-01', title: 'D-01', statement: 'Restores are tried', group: 'D.A', names: ['D-01'] },
    ]);
  });

  it('answers to each spelling of an identifier, and to no other one', () => {
    const statementOf = statementsOf(published(CPRT));
    expect(['D-1', 'd-01', 'D 01'].map(statementOf)).toEqual(Array(3).fill('Restores are tried'));
    expect([statementOf('D-11'), statementOf('D-010'), statementOf('D')]).toEqual([undefined, undefined, undefined]);
  });

  it.each([
    ['{', /JSON/],
    ['{"a":1}', /neither an OSCAL catalogue nor a CPRT file/],
    ['<a/>', /neither an OSCAL catalogue nor a CPRT file/],
    ['<catalog><metadata>', /unclosed|unexpected end/i],
    ['<!DOCTYPE catalog [<!ENTITY a "b">]><catalog/>', /no place in a catalogue/],
    ['<catalog><metadata><title>x</title></metadata></catalog>', /holds no requirement/],
  ])('is refused where it is none: %s', (text, why) => {
    expect(readPublished(text)).toEqual({ trouble: expect.stringMatching(why) });
  });
});

describe("a publisher's words in an engagement", () => {
  const folder = (text: string) =>
    folderWith({
      'engagement.yaml': ENGAGEMENT.replace('[demo]', '[{ id: demo, text: ./words.json }]'),
      'words.json': text,
    });
  const read = async (at: string) => {
    const catalog = await readCatalog({ shipped: catalogueWith() });
    const engagement = await readEngagement(at, catalog);
    return withPublishedTexts(at, engagement, catalog);
  };

  it('stand beside the controls that have them, with the file, its hash, title and version', async () => {
    const { frameworks } = await read(folder(CPRT));
    expect(frameworks[0]?.controls.map(({ id, statement }) => [id, statement])).toEqual([
      ['D-1', 'Restores are tried'],
      ['D-2', undefined],
    ]);
    expect(frameworks[0]?.text).toMatchObject({ file: 'words.json', title: 'Demo', version: 'Version 2', controls: 1 });
    expect(frameworks[0]?.text?.sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  it('are refused from a file that is no catalogue, and from that of another framework', async () => {
    expect(await refusal(read(folder('{"a":1}')))).toContain('words.json cannot be read as a catalogue');
    expect(await refusal(read(folder(CPRT.replaceAll('D-01', 'X-01'))))).toContain(
      'holds the words of no control of Demo',
    );
  });
});

describe("a publisher's catalogue as a framework", () => {
  const beside = (catalogue: string, more: Readonly<Record<string, string>> = {}) =>
    folderWith({
      'frameworks/mine/framework.yaml': `${CATALOGUE['demo/framework.yaml']?.replace('id: demo', 'id: mine')}catalog: source.json\n`,
      'frameworks/mine/mapping.yaml': `note: Ours.
controls:
  - { id: D-01, practices: [{ practice: restore-testing, bears: directly, because: It is the same thing. }] }
`,
      'frameworks/mine/source.json': catalogue,
      ...more,
    });

  it('brings its controls; what the mapping passes over says that nothing here measures it', async () => {
    const two = CPRT.replace('"withdraw_reason"', '"note"');
    const { frameworks } = await readCatalog({ shipped: catalogueWith(), beside: beside(two) });
    const mine = frameworks.find(({ id }) => id === 'mine');
    expect(
      mine?.controls.map(({ id, summary, practices, notMeasured }) => [id, summary, practices.length, notMeasured]),
    ).toEqual([
      ['D-01', 'Restores are tried', 1, undefined],
      ['D-02', 'Taken back', 0, 'No practice here is said to bear on it, so nothing that is read can show it.'],
    ]);
    expect(mine?.text).toMatchObject({ title: 'Demo', controls: 2 });
  });

  it('is told with its path where it cannot be read, and where the mapping names what it has not', async () => {
    const broken = beside('{"a":1}');
    expect(await refusal(readCatalog({ shipped: catalogueWith(), beside: broken }))).toContain(
      'frameworks/mine/source.json:1:1',
    );
    const other = beside(CPRT.replaceAll('D-01', 'X-01'));
    expect(await refusal(readCatalog({ shipped: catalogueWith(), beside: other }))).toMatch(
      /frameworks\/mine\/mapping.yaml:3:11 .*has a control "D-01"/,
    );
  });

  it('is looked for beside framework.yaml', async () => {
    const at = folderWith({});
    mkdirSync(join(at, 'frameworks/mine'), { recursive: true });
    writeFileSync(
      join(at, 'frameworks/mine/framework.yaml'),
      `${CATALOGUE['demo/framework.yaml']?.replace('id: demo', 'id: mine')}catalog: gone.xml\n`,
    );
    writeFileSync(join(at, 'frameworks/mine/mapping.yaml'), 'note: Ours.\ncontrols: []\n');
    expect(await refusal(readCatalog({ shipped: catalogueWith(), beside: at }))).toContain('has no gone.xml');
  });
});
