import { describe, expect, it } from 'vitest';
import type { Fields, XmlReading } from '../../src/intake/contract.ts';
import { asset, exhibit, read, source } from './world.ts';

const reading = (more: Partial<XmlReading> = {}): XmlReading => ({
  shape: 'xml',
  root: 'Scan',
  elements: ['host'],
  element: (element) => asset(element.text('@name')),
  ...more,
});
const readXml = (content: string, more: Partial<XmlReading> = {}, limits = {}) =>
  read(exhibit('a.xml', content, 7), { xml: source([reading(more)]) }, { limits });

const SCAN = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE Scan>
<?xml-stylesheet href="x.xsl"?>
<s:Scan xmlns:s="urn:s" tool="T" s:tool="shadow">
  <info><start>1600721892</start></info>
  <group zone="dmz">
    <host name="A"><port id="22"><state>open</state></port><port id="80"/><note>a <b>bold</b> &lt;word&gt;</note></host>
    <s:host s:name="B"><host name="inner"/></s:host>
  </group>
  <runstats><finished exit="success"/></runstats>
</s:Scan>`;

describe('subtrees', () => {
  it('are handed over with what stands in, above and around them', async () => {
    const told: unknown[] = [];
    const ask = (host: Fields, document: Fields) => ({
      place: host.place.at,
      values: [
        host.text('@name'),
        host.text('^group/@zone'),
        host.text('^Scan/@tool'),
        host.text('port/@id'),
        host.text('port/state'),
      ],
      lists: [
        host.texts('port/@id'),
        host.children('port').map((port) => port.text('@id')),
        host.child('port')?.text('^host/@name'),
        host.text('^host/@name'),
      ],
      own: host.child('note')?.text('.'),
      has: [host.has('port'), host.has('@name'), host.has('@nothing'), host.has('nothing')],
      names: host.names(),
      around: [
        document.text('info/start'),
        document.text('runstats/finished/@exit'),
        document.text('@tool'),
        document.children('group/host').length,
      ],
    });
    const { names } = await readXml(SCAN, {
      element: (host, file) => {
        told.push(ask(host, file.document));
        return asset(host.text('@name'));
      },
    });
    expect(names).toEqual(['A', 'B']);
    expect(told[0]).toEqual({
      place: '/Scan/group[1]/host[1]',
      values: ['A', 'dmz', 'T', '22', 'open'],
      lists: [['22', '80'], ['22', '80'], 'A', undefined],
      own: 'a  <word>',
      has: [true, true, false, false],
      names: ['@name', 'port', 'note'],
      around: ['1600721892', 'success', 'T', 0],
    });
    expect(told.length).toBe(2);
  });

  it('are known by the root and by elements that occur anywhere, however late', async () => {
    const long = `<Scan>${'<filler>x</filler>'.repeat(2000)}<late/><host name="A"/></Scan>`;
    const limits = { sampleBytes: 1000 };
    expect((await readXml(long, { required: ['late'] }, limits)).report.status).toBe('read');
    expect((await readXml(long, { required: ['later'] }, limits)).report.status).toBe('unrecognised');
    expect((await readXml('<Other/>')).report.status).toBe('unrecognised');
  });
});

describe('XML that is broken or hostile', () => {
  const laughs = '<!DOCTYPE Scan [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><Scan><host name="&b;"/></Scan>';
  it.each([
    ['entities', laughs, 'refused'],
    ['an external entity', '<!DOCTYPE Scan [<!ENTITY x SYSTEM "file:///etc/passwd">]><Scan>&x;</Scan>', 'refused'],
    ['an unknown entity', '<Scan><host name="A"/>&x;</Scan>', 'unreadable'],
    ['too much depth', `<Scan>${'<a>'.repeat(70)}${'</a>'.repeat(70)}</Scan>`, 'refused'],
    ['two roots', '<Scan><host name="A"/></Scan><Scan/>', 'unreadable'],
    ['an attribute twice', '<Scan><host name="A" name="B"/></Scan>', 'unreadable'],
    ['a syslog line', '<34>Oct 11 22:14:15 host su: failed', 'unrecognised'],
    ['a web page that is no XML', '<html><p>x<br></html>', 'unrecognised'],
    ['a web page', '<!DOCTYPE html><html><body>x</body></html>', 'unrecognised'],
  ])('with %s is %3$s', async (_, content, status) => {
    const { report, records } = await readXml(content);
    expect([report.status, records]).toEqual([status, []]);
  });

  it('that is cut anywhere gives nothing', async () => {
    for (let length = SCAN.indexOf('<s:Scan') + 8; length < SCAN.length - 1; length += 13) {
      const { report, records } = await readXml(SCAN.slice(0, length));
      expect([length, report.status, records.length]).toEqual([length, 'unreadable', 0]);
    }
  });

  it('with too many elements in one subtree is refused', async () => {
    expect((await readXml(`<Scan><host>${'<a/>'.repeat(50)}</host></Scan>`, {}, { xmlNodes: 40 })).report.status).toBe(
      'refused',
    );
  });
});

describe('text', () => {
  const log = source([
    {
      shape: 'text',
      anchors: [/^backup of \S+/, /^finished/],
      forbidden: [/restore/],
      line: (line, file) => {
        const system = /^backup of (\S+)/.exec(line.text)?.[1];
        if (system !== undefined)
          file.memory.set('systems', [...((file.memory.get('systems') as string[]) ?? []), [system, line.place]]);
      },
      end: (file) =>
        (file.memory.get('systems') as [string, object][]).flatMap(([name, at]) => [{ ...asset(name), at }] as never),
      produced: () => ({ tool: 'backup' }),
    },
  ]);

  it('is known by its phrases, remembers within the file, and may place a record at an earlier line', async () => {
    const { report, names, records } = await read(exhibit('a.log', 'backup of A\r\nx\r\nbackup of B\r\nfinished\r\n'), {
      log,
    });
    expect([report.status, names, report.produced]).toEqual(['read', ['A', 'B'], { tool: 'backup' }]);
    expect(records.map(({ from }) => from.line)).toEqual([1, 3]);
  });

  it('needs all of them, and none that is forbidden', async () => {
    expect((await read(exhibit('a.log', 'backup of A\n'), { log })).report.status).toBe('unrecognised');
    expect((await read(exhibit('a.log', 'backup of A\nfinished\nrestore\n'), { log })).report.status).toBe(
      'unrecognised',
    );
  });

  it('leaves out a line that no log has', async () => {
    const { report } = await read(exhibit('a.log', `backup of A\n${'x'.repeat(150_000)}\nfinished\n`), { log });
    expect([report.status, report.rejected]).toEqual(['read', 1]);
  });

  it('passes over a long line in which its source reads nothing', async () => {
    const packages = source([
      { shape: 'text', anchors: [/^backup of/, /^finished/], passesOver: /^packages=/, line: () => undefined },
    ]);
    const { report } = await read(exhibit('a.log', `backup of A\npackages=${'x'.repeat(150_000)}\nfinished\n`), {
      packages,
    });
    expect([report.status, report.rejected, report.notes.map(({ code }) => code)]).toEqual([
      'empty',
      0,
      ['exhibit-without-records'],
    ]);
  });
});
