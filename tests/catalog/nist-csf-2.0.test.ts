import { describe, expect, it } from 'vitest';
import { allPractices, frameworkOf, mappedIds } from './catalog-files.ts';

const CSF = frameworkOf('nist-csf-2.0');
const PRACTICES = new Set(allPractices().map(({ id }) => id));
const IDS = CSF.controls.map(({ id }) => id);

/** Categories and numbers that version 2.0 withdrew and that its machine-readable files still carry. */
const WITHDRAWN_CATEGORIES = ['ID.BE', 'ID.GV', 'ID.RM', 'ID.SC', 'PR.AC', 'PR.IP', 'PR.MA', 'PR.PT'].concat([
  'DE.DP',
  'RS.RP',
  'RS.IM',
  'RC.IM',
]);
const WITHDRAWN = [
  'ID.AM-06',
  'PR.DS-03',
  'PR.DS-04',
  'PR.DS-05',
  'PR.DS-06',
  'PR.DS-07',
  'PR.DS-08',
  'PR.DS-09',
].concat(
  ['PR.AT-03', 'PR.AT-04', 'PR.AT-05', 'DE.AE-01', 'DE.AE-05', 'DE.CM-04', 'DE.CM-05', 'DE.CM-07', 'DE.CM-08'],
  ['RS.AN-01', 'RS.AN-02', 'RS.AN-04', 'RS.AN-05', 'RS.CO-01', 'RS.CO-04', 'RS.CO-05', 'RS.MI-03'],
  ['RC.CO-01', 'RC.CO-02'],
);

describe('NIST CSF 2.0', () => {
  it('has the published 6 functions, 22 categories and 106 subcategories', () => {
    expect(new Set(CSF.groups.map(({ section }) => section)).size).toBe(6);
    expect(new Set(CSF.groups.map(({ id }) => id)).size).toBe(22);
    expect(new Set(IDS).size).toBe(106);
    expect(CSF.counts).toEqual({ functions: 6, categories: 22, subcategories: 106 });
  });

  it.each([
    ['GV', 31],
    ['ID', 21],
    ['PR', 22],
    ['DE', 11],
    ['RS', 13],
    ['RC', 8],
  ])('has as many subcategories in %s as the publisher', (section, count) => {
    expect(IDS.filter((id) => id.startsWith(`${section}.`)).length).toBe(count);
  });

  it('carries nothing that version 2.0 withdrew', () => {
    expect(IDS.filter((id) => WITHDRAWN.includes(id))).toEqual([]);
    expect(CSF.groups.filter(({ id }) => WITHDRAWN_CATEGORIES.includes(id))).toEqual([]);
  });

  it('keeps the gaps in the numbering', () => {
    const numbers = (category: string) => IDS.filter((id) => id.startsWith(category)).map((id) => id.slice(-2));
    expect(numbers('ID.AM')).toEqual(['01', '02', '03', '04', '05', '07', '08']);
    expect(numbers('PR.DS')).toEqual(['01', '02', '10', '11']);
    expect(numbers('DE.CM')).toEqual(['01', '02', '03', '06', '09']);
    expect(numbers('DE.AE')).toEqual(['02', '03', '04', '06', '07', '08']);
    expect(numbers('RS.AN')).toEqual(['03', '06', '07', '08']);
    expect(numbers('RC.CO')).toEqual(['03', '04']);
  });

  it('puts each subcategory into its own category, in the order of the categories', () => {
    const groups = CSF.groups.map(({ id }) => id);
    expect(CSF.controls.filter(({ id, group }) => !id.startsWith(`${group}-`) || !groups.includes(group))).toEqual([]);
    expect([...new Set(CSF.controls.map(({ group }) => group))]).toEqual(groups);
  });

  it('maps each subcategory once, to one to five practices that exist, none twice', () => {
    expect(mappedIds(CSF.id)).toEqual(IDS);
    const wrong = CSF.controls.filter(({ practices }) => {
      const ids = practices.map(({ practice }) => practice);
      return ids.length < 1 || ids.length > 5 || new Set(ids).size < ids.length || ids.some((id) => !PRACTICES.has(id));
    });
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });

  it('names first what bears directly, so that the owner is the one who does it', () => {
    const wrong = CSF.controls.filter(({ practices }) => {
      const direct = practices.findIndex(({ bears }) => bears === 'directly');
      return direct > 0 || practices[0]?.bears === 'as-context';
    });
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });

  it('never lets a backup job alone stand for backups, nor a check for a restore', () => {
    const direct = (id: string) =>
      CSF.controls
        .find((control) => control.id === id)
        ?.practices.filter(({ bears }) => bears === 'directly')
        .map(({ practice }) => practice);
    expect(direct('PR.DS-11')).toContain('restore-testing');
    expect(direct('RC.RP-05')).toEqual(['restore-testing']);
  });
});
