import {
  defineSource,
  type Fields,
  type FileContext,
  type Placed,
  type XmlReading,
  type Yield,
} from '../intake/contract.ts';
import type { Observed } from '../model/observed.ts';
import { cvesIn } from './kit/cves.ts';
import { perFile } from './kit/per-file.ts';
import { producedBy } from './kit/produced.ts';
import { firstDated } from './kit/times.ts';

const SEVERITIES = {
  critical: 'critical',
  high: 'high',
  medium: 'medium',
  low: 'low',
  info: 'info',
  none: 'info',
  unknown: 'unknown',
} as const;

const STATES = {
  resolved: 'fixed',
  resolved_with_pedigree: 'fixed',
  exploitable: 'open',
  in_triage: 'open',
  false_positive: 'false-positive',
  not_affected: 'false-positive',
} as const;

const JSON_NAMES = {
  type: 'type',
  components: 'components',
  weaknesses: 'vulnerabilities',
  ratings: 'ratings',
  affects: 'affects.ref',
  otherIds: 'references.id',
  state: 'analysis.state',
} as const;

const XML_NAMES = {
  type: '@type',
  components: 'components/component',
  weaknesses: 'vulnerabilities/vulnerability',
  ratings: 'ratings/rating',
  affects: 'affects/target/ref',
  otherIds: 'references/reference/id',
  state: 'analysis/state',
} as const;

type Names = Readonly<Record<keyof typeof JSON_NAMES, string>>;

/** What the bill is of, and when it was made. */
interface Head {
  readonly of: string | undefined;
  readonly observed: Observed;
}

/** The metadata of the XML form stands before its components. */
const heads = perFile(() => new Map<'head', Head>());

const XML: Omit<XmlReading, 'required'> = {
  shape: 'xml',
  root: 'bom',
  elements: ['metadata', 'component', 'vulnerability'],
  element: (element, file, name) => {
    const head = heads(file).get('head') ?? { of: undefined, observed: file.asStated };
    if (name === 'component') return told(element, head, XML_NAMES);
    if (name === 'vulnerability') return weakness(element, head, XML_NAMES);
    const observed = firstDated(element.time('timestamp'), file.asStated);
    heads(file).set('head', { of: element.text('component/name'), observed });
    return undefined;
  },
};

export default defineSource({
  product: 'CycloneDX (Syft, Trivy, cdxgen and others)',
  title: 'Software bill of materials, or of vulnerabilities (CycloneDX JSON or XML)',
  kinds: ['asset', 'vulnerability-finding'],
  obtain:
    'syft <image or folder> -o cyclonedx-json > sbom.json; trivy image --format cyclonedx --output sbom.json IMAGE',
  proves:
    'Which software components were found in one image, folder or application at a stated time, and which weaknesses of them were listed.',
  cannotProve: 'That they are free of other known weaknesses, or that anybody looked for some; what else is installed.',
  reads: [
    {
      shape: 'json',
      items: 'components',
      document: { bomFormat: 'CycloneDX', specVersion: true },
      required: ['name', 'type'],
      produced: producedByTool,
      item: (component, file) => told(component, headOf(file), JSON_NAMES),
      end: (file) => file.document.children('vulnerabilities').map((one) => weakness(one, headOf(file), JSON_NAMES)),
    },
    {
      shape: 'json',
      items: 'vulnerabilities',
      document: { bomFormat: 'CycloneDX', specVersion: true },
      required: ['id'],
      produced: producedByTool,
      item: (vulnerability, file) => weakness(vulnerability, headOf(file), JSON_NAMES),
    },
    { ...XML, required: ['components', 'component'] },
    { ...XML, required: ['vulnerabilities', 'vulnerability'] },
  ],
});

function producedByTool({ document }: FileContext) {
  return producedBy({
    tool: document.text('metadata.tools.components.name') ?? document.text('metadata.tools.name'),
    version: document.text('metadata.tools.components.version') ?? document.text('metadata.tools.version'),
    ran: document.time('metadata.timestamp'),
  });
}

function headOf(file: FileContext): Head {
  const made = file.document.time('metadata.timestamp');
  return { of: file.document.text('metadata.component.name'), observed: firstDated(made, file.asStated) };
}

function told(component: Fields, head: Head, names: Names): Yield {
  return component.has('name') ? tree(component, head, names) : { reject: 'a component without a name' };
}

/** Components stand within components where one was built from the other. */
function tree(component: Fields, head: Head, names: Names): readonly Placed[] {
  return [
    ...asset(component, head, names),
    ...component.children(names.components).flatMap((inner) => tree(inner, head, names)),
    ...component.children(names.weaknesses).map((one) => weakness(one, head, names)),
  ];
}

function asset(component: Fields, { of, observed }: Head, names: Names): readonly Placed[] {
  const name = component.text('name');
  if (name === undefined) return [];
  const identity = component.text('purl');
  return [
    {
      kind: 'asset',
      strength: 'C',
      observed,
      name,
      type: component.text(names.type) === 'device' ? 'device' : 'software',
      osVersion: component.text('version'),
      location: of,
      status: 'unknown',
      aliases: identity === undefined ? [] : [identity],
      at: component.place,
    },
  ];
}

/** Whether somebody looked into it is part of the file; where nobody did it is open. */
function weakness(found: Fields, { of, observed }: Head, names: Names): Placed {
  const id = found.text('id') ?? '?';
  const where = found.text(names.affects) ?? found.text('@ref');
  const rated = found.children(names.ratings).find((rating) => rating.has('severity'));
  return {
    kind: 'vulnerability-finding',
    strength: 'R',
    observed,
    host: of,
    finding: where === undefined ? id : `${id} ${where}`,
    cve: cvesIn(id, found.texts(names.otherIds).join(' ')),
    severity: rated?.word('severity', SEVERITIES) ?? 'unknown',
    state: found.has(names.state) ? (found.word(names.state, STATES) ?? 'unknown') : 'open',
    verbatim: found.text(names.state) ?? 'listed',
    at: found.place,
  };
}
