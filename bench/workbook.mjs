// A made-up questionnaire as nasty as those that customers send: many parts, cross-sheet drop-downs of the extended kind, a protected sheet,
// threaded comments, thousands of formulas with their order of calculation, a rule that spans a whole sheet. The same bytes each time.
import { zipSync } from 'fflate';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const X14 = 'http://schemas.microsoft.com/office/spreadsheetml/2009/9/main';
const XM = 'http://schemas.microsoft.com/office/excel/2006/main';
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

export const NASTY = {
  sheet: 'Organization',
  questions: 19,
  answers: ['Yes', 'No', 'N/A'],
  formulas: 17_000,
  extra: 45,
};

/** The questions of the sheet to be answered, in rows 10 and below: number, question, answer, comment, guidance. */
export const QUESTIONS = [
  'Do you have a documented incident response plan?',
  'Is MFA enforced for all privileged accounts?',
  'Are backups encrypted?',
  'Is full disk encryption enabled on all laptops?',
  'Do you run any end-of-life or unsupported software?',
  'Are internal vulnerability scans performed at least quarterly?',
  'Is a penetration test performed annually by an independent third party?',
  'Do all employees receive security awareness training at least annually?',
  'Are security logs retained for at least 90 days?',
  'Is the network segmented?',
  'Are firewalls deployed at the network perimeter?',
  'Do you maintain an up-to-date inventory of hardware assets?',
  'Is customer data encrypted at rest?',
  'Do you maintain cyber liability insurance coverage, and what are the limits?',
  'Have you implemented SPF, DKIM and DMARC on your email domains?',
  'Is there a formal change management process?',
  'Are visitors logged and escorted in secure areas?',
  'Do you have a documented disaster recovery plan?',
  'Are user access rights reviewed at least quarterly?',
];

export function nastyWorkbook({ formulas = NASTY.formulas, extra = NASTY.extra } = {}) {
  const parts = new Map();
  const sheets = ['START HERE', NASTY.sheet, 'Scores', 'Lists', 'Backend'];
  const overrides = sheets.map(
    (_, index) => `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="${TYPES}.worksheet+xml"/>`,
  );
  parts.set('[Content_Types].xml', contentTypes(overrides, extra));
  parts.set('_rels/.rels', relations([['rId1', `${REL}/officeDocument`, 'xl/workbook.xml']]));
  parts.set('xl/workbook.xml', workbookXml(sheets));
  parts.set('xl/_rels/workbook.xml.rels', workbookRelations(sheets));
  parts.set(
    'xl/worksheets/sheet1.xml',
    plainSheet(['Instructions', 'Fill in the sheet Organization. Use the drop-downs. Answer every question.']),
  );
  parts.set('xl/worksheets/sheet2.xml', askingSheet());
  parts.set(
    'xl/worksheets/_rels/sheet2.xml.rels',
    relations([
      ['rId1', `${REL}/comments`, '../comments1.xml'],
      [
        'rId2',
        'http://schemas.microsoft.com/office/2017/10/relationships/threadedComment',
        '../threadedComments/threadedComment1.xml',
      ],
      ['rId3', `${REL}/printerSettings`, '../printerSettings/printerSettings1.bin'],
    ]),
  );
  parts.set('xl/worksheets/sheet3.xml', formulaSheet(formulas));
  parts.set('xl/worksheets/sheet4.xml', plainSheet(NASTY.answers));
  parts.set('xl/worksheets/sheet5.xml', plainSheet(['never shown', 'weights']));
  parts.set('xl/styles.xml', STYLES);
  parts.set('xl/sharedStrings.xml', sharedStrings());
  parts.set(
    'xl/calcChain.xml',
    `${HEAD}<calcChain xmlns="${MAIN}">${rows(formulas, (row) => `<c r="B${row}" i="3"/>`)}<c r="F3" i="2"/></calcChain>`,
  );
  parts.set(
    'xl/comments1.xml',
    `${HEAD}<comments xmlns="${MAIN}"><authors><author>tc={1}</author></authors><commentList><comment ref="B10" authorId="0"><text><t>See thread</t></text></comment></commentList></comments>`,
  );
  parts.set(
    'xl/threadedComments/threadedComment1.xml',
    `${HEAD}<ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"><threadedComment ref="B10" dT="2026-03-01T10:00:00.00" personId="{0B1F4C43-0000-4000-8000-000000000001}" id="{5D1E3F11-0000-4000-8000-000000000002}"><text>Is this still asked?</text></threadedComment></ThreadedComments>`,
  );
  parts.set(
    'xl/persons/person.xml',
    `${HEAD}<personList xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"><person displayName="A. Person" id="{0B1F4C43-0000-4000-8000-000000000001}" userId="a" providerId="None"/></personList>`,
  );
  parts.set(
    'xl/printerSettings/printerSettings1.bin',
    new Uint8Array(900).map((_, index) => (index * 37) % 251),
  );
  for (let index = 1; index <= extra; index += 1) {
    parts.set(
      `customXml/item${index}.xml`,
      `${HEAD}<item xmlns="urn:made-up" number="${index}">${'kept as it is '.repeat(20)}</item>`,
    );
  }
  const encoder = new TextEncoder();
  const files = Object.fromEntries(
    [...parts].map(([name, text]) => [name, typeof text === 'string' ? encoder.encode(text) : text]),
  );
  return zipSync(files, { mtime: new Date(2026, 0, 5, 12, 0, 0), level: 6 });
}

function contentTypes(overrides, extra) {
  return `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="bin" ContentType="${TYPES}.printerSettings"/><Override PartName="/xl/workbook.xml" ContentType="${TYPES}.sheet.main+xml"/>${overrides.join('')}<Override PartName="/xl/styles.xml" ContentType="${TYPES}.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="${TYPES}.sharedStrings+xml"/><Override PartName="/xl/calcChain.xml" ContentType="${TYPES}.calcChain+xml"/><Override PartName="/xl/comments1.xml" ContentType="${TYPES}.comments+xml"/><Override PartName="/xl/threadedComments/threadedComment1.xml" ContentType="application/vnd.ms-excel.threadedcomments+xml"/><Override PartName="/xl/persons/person.xml" ContentType="application/vnd.ms-excel.person+xml"/>${extra > 0 ? '' : ''}</Types>`;
}

function relations(list) {
  const rows = list.map(([id, type, target]) => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`);
  return `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${rows.join('')}</Relationships>`;
}

function workbookXml(sheets) {
  const listed = sheets.map(
    (name, index) =>
      `<sheet name="${name}" sheetId="${index + 1}"${index === 4 ? ' state="veryHidden"' : ''} r:id="rId${index + 1}"/>`,
  );
  return `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${REL}"><workbookPr defaultThemeVersion="166925"/><sheets>${listed.join('')}</sheets><definedNames><definedName name="Answers">Lists!$A$1:$A$3</definedName></definedNames><calcPr calcId="191029"/></workbook>`;
}

function workbookRelations(sheets) {
  const listed = sheets.map((_, index) => [`rId${index + 1}`, `${REL}/worksheet`, `worksheets/sheet${index + 1}.xml`]);
  return relations([
    ...listed,
    ['rId91', `${REL}/styles`, 'styles.xml'],
    ['rId92', `${REL}/sharedStrings`, 'sharedStrings.xml'],
    ['rId93', `${REL}/calcChain`, 'calcChain.xml'],
    ['rId94', 'http://schemas.microsoft.com/office/2017/10/relationships/person', 'persons/person.xml'],
  ]);
}

const inline = (ref, text, style = 0) => `<c r="${ref}" s="${style}" t="inlineStr"><is><t>${text}</t></is></c>`;
const rows = (count, make) => Array.from({ length: count }, (_, index) => make(index + 1)).join('');

function plainSheet(texts) {
  return `${HEAD}<worksheet xmlns="${MAIN}"><sheetData>${rows(texts.length, (row) => `<row r="${row}">${inline(`A${row}`, texts[row - 1])}</row>`)}</sheetData></worksheet>`;
}

/** Styles: 0 locked, 1 open for answers, 2 bold, 3 a day, open. */
const STYLES = `${HEAD}<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyProtection="1"><alignment wrapText="1"/><protection locked="0"/></xf><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0"/><xf numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0" applyProtection="1"><protection locked="0"/></xf></cellXfs></styleSheet>`;

const WORDS = ['ID', 'Question', 'Answer', 'Additional Information', 'Guidance', 'Score', ...QUESTIONS];

function sharedStrings() {
  return `${HEAD}<sst xmlns="${MAIN}" count="${WORDS.length}" uniqueCount="${WORDS.length}">${WORDS.map((word) => `<si><r><t xml:space="preserve">${word.slice(0, 5)}</t></r><r><rPr><b/></rPr><t xml:space="preserve">${word.slice(5)}</t></r></si>`).join('')}</sst>`;
}

const shared = (ref, index, style = 0) => `<c r="${ref}" s="${style}" t="s"><v>${index}</v></c>`;

function askingSheet() {
  const heads = ['A', 'B', 'C', 'D', 'E', 'F'].map((column, index) => shared(`${column}9`, index, 2)).join('');
  const asked = rows(NASTY.questions, (number) => {
    const row = number + 9;
    const open = number % 4 === 0 ? '' : `<c r="C${row}" s="1"/><c r="D${row}" s="1"/>`;
    return `<row r="${row}" spans="1:6" s="1" customFormat="1">${inline(`A${row}`, `ORG-${String(number).padStart(2, '0')}`)}${shared(`B${row}`, 5 + number)}${open}<c r="F${row}"><f>IF(C${row}="Yes",1,0)</f><v>0</v></c></row>`;
  });
  const prompts = rows(
    27,
    (number) =>
      `<dataValidation allowBlank="1" showInputMessage="1" promptTitle="Note ${number}" prompt="Answer for your whole organisation" sqref="D${number + 9}"/>`,
  );
  const lists = rows(NASTY.questions, (number) => {
    const from = number % 2 === 0 ? 'Answers' : 'Lists!$A$1:$A$3';
    return `<x14:dataValidation type="list" allowBlank="1" showErrorMessage="1"><x14:formula1><xm:f>${from}</xm:f></x14:formula1><xm:sqref>C${number + 9}</xm:sqref></x14:dataValidation>`;
  });
  return `${HEAD}<worksheet xmlns="${MAIN}" xmlns:r="${REL}" xmlns:x14="${X14}" xmlns:xm="${XM}"><dimension ref="A1:F28"/><sheetViews><sheetView workbookViewId="0"><pane ySplit="9" topLeftCell="A10" state="frozen"/></sheetView></sheetViews><cols><col min="1" max="1" width="9"/><col min="2" max="2" width="60"/><col min="3" max="3" width="12" style="1"/><col min="4" max="4" width="50" style="1"/></cols><sheetData><row r="1">${inline('A1', 'Organization', 2)}</row><row r="3"><c r="A3" t="inlineStr"><is><t>Score</t></is></c><c r="F3"><f>SUM(F10:F28)</f><v>0</v></c></row>${`<row r="9">${heads}</row>`}${asked}</sheetData><sheetProtection sheet="1" objects="1" scenarios="1"/><mergeCells count="1"><mergeCell ref="A1:E1"/></mergeCells><conditionalFormatting sqref="C10:C28"><cfRule type="cellIs" priority="1" operator="equal"><formula>"No"</formula></cfRule></conditionalFormatting><dataValidations count="28">${prompts}<dataValidation type="whole" allowBlank="1" sqref="N1:XFD1048576"><formula1>0</formula1><formula2>9</formula2></dataValidation></dataValidations><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/><extLst><ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}" xmlns:x14="${X14}"><x14:dataValidations count="${NASTY.questions}" xmlns:xm="${XM}">${lists}</x14:dataValidations></ext></extLst></worksheet>`;
}

function formulaSheet(count) {
  return `${HEAD}<worksheet xmlns="${MAIN}"><sheetData>${rows(count, (row) => `<row r="${row}"><c r="A${row}"><v>${row}</v></c><c r="B${row}"><f>A${row}*IF(${NASTY.sheet}!C10="Yes",2,1)</f><v>${row}</v></c></row>`)}</sheetData></worksheet>`;
}
