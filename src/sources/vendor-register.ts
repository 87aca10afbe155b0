import { defineSource, type Fields, type FileContext, type Placed } from '../intake/contract.ts';
import { isDated, type Observed } from '../model/observed.ts';
import { cell, named } from './kit/columns.ts';
import { ifDated } from './kit/dated.ts';
import { firstDated } from './kit/times.ts';

const VENDOR = ['Vendor', 'Supplier', 'Provider'];
const SENSITIVE = ['Handles ePHI/sensitive data', 'Handles ePHI', 'Handles sensitive data', 'Sensitive data'];
const SIGNED = ['BAA signed on', 'BAA signed', 'DPA signed on'];
const REVIEWED = ['Last security review', 'Last review', 'Reviewed on'];
const INSURED = ['Insurance certificate expires', 'Insurance expires', 'Certificate of insurance expires'];
const ENDS = ['BAA expires', 'DPA expires'];
const TERMS = ['Contract security terms', 'Security terms in contract'];

export default defineSource({
  product: 'Register',
  title: 'Vendor register (CSV)',
  kinds: ['document'],
  obtain: 'vendor-register.csv, filled in: a row for each vendor, with its reviews, contracts and certificates',
  proves:
    'Which vendors are known, which of them handle sensitive data, and the agreements, reviews and certificates on file.',
  cannotProve: 'That the list is complete, or what an agreement says: keep the signed copies.',
  reads: [
    {
      shape: 'table',
      required: [VENDOR, ['Service', 'Services'], SENSITIVE, [...SIGNED, ...REVIEWED, ...INSURED]],
      row: (row, file) => {
        const counterpart = cell(row, VENDOR);
        if (counterpart === undefined) return { reject: 'no vendor' };
        return [
          entry(row, file, counterpart),
          ...[agreement, review, certificate, contract].flatMap((part) => part(row, file, counterpart)),
        ];
      },
    },
  ],
});

type Part = (row: Fields, file: FileContext, counterpart: string) => readonly Placed[];

function head(row: Fields, file: FileContext, counterpart: string, when: Observed) {
  const owner = cell(row, ['Owner', 'Vendor owner', 'Responsible']);
  const observed = firstDated(file.asStated, updated(row), when);
  return { kind: 'document', strength: 'A', counterpart, owner, approvedBy: owner, observed } as const;
}

function updated(row: Fields): Observed {
  return row.time(named(row, ['Updated on', 'Last updated', 'Checked on']));
}

function entry(row: Fields, file: FileContext, vendor: string): Placed {
  const when = updated(row);
  const marks = [
    row.flag('Critical') === true ? 'critical' : '',
    row.flag(named(row, SENSITIVE)) === true ? 'handles sensitive data' : '',
  ];
  const said = marks.filter((mark) => mark !== '').join('; ');
  return {
    ...head(row, file, vendor, when),
    documentType: 'register-entry',
    topic: 'vendor-register',
    title: cell(row, ['Service', 'Services']) ?? vendor,
    approved: ifDated(when),
    status: 'in-force',
    setting: said === '' ? undefined : said,
  };
}

/** A vendor that handles such data needs an agreement: one without is told as an agreement that is not in force. */
const agreement: Part = (row, file, vendor) => {
  const signed = row.time(named(row, SIGNED));
  if (!isDated(signed) && row.flag(named(row, SENSITIVE)) !== true) return [];
  return [
    {
      ...head(row, file, vendor, signed),
      documentType: 'baa',
      topic: 'business-associate-agreement',
      title: `Business associate agreement with ${vendor}`,
      approved: ifDated(signed),
      expires: ifDated(row.time(named(row, ENDS))),
      status: isDated(signed) ? 'in-force' : 'unknown',
      statement: isDated(signed) ? undefined : (cell(row, SIGNED) ?? 'not signed'),
    },
  ];
};

const review: Part = (row, file, vendor) => {
  const reviewed = row.time(named(row, REVIEWED));
  if (!isDated(reviewed)) return [];
  const statement = cell(row, ['Review result', 'Result']);
  const failed = statement !== undefined && /fail|reject|unaccept|not accept/i.test(statement);
  return [
    {
      ...head(row, file, vendor, reviewed),
      documentType: 'vendor-review',
      topic: 'vendor-review',
      title: `Security review of ${vendor}`,
      approved: reviewed,
      statement,
      status: failed ? 'unknown' : 'in-force',
    },
  ];
};

const certificate: Part = (row, file, vendor) => {
  const expires = row.time(named(row, INSURED));
  if (!isDated(expires)) return [];
  const when = updated(row);
  return [
    {
      ...head(row, file, vendor, when),
      documentType: 'certificate',
      topic: 'vendor-insurance',
      title: `Certificate of insurance of ${vendor}`,
      approved: ifDated(when),
      expires,
      status: 'in-force',
    },
  ];
};

const contract: Part = (row, file, vendor) => {
  if (row.flag(named(row, TERMS)) !== true) return [];
  const when = updated(row);
  return [
    {
      ...head(row, file, vendor, when),
      documentType: 'contract',
      topic: 'vendor-contract',
      title: `Contract with ${vendor}, with security terms`,
      approved: ifDated(when),
      // The row tells of one agreement when it ran out; that the terms stand in another that did not is not told.
      expires: ifDated(row.time(named(row, ENDS))),
      status: 'in-force',
    },
  ];
};
