// The questionnaire of a made-up customer to Quillstack, as a workbook, as CSV and as a Word document: written anew by
//      node bench/customer-forms.mjs      into fixtures/questionnaires, the same bytes each time.
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { strToU8, zipSync } from 'fflate';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE_REL = 'http://schemas.openxmlformats.org/package/2006/relationships';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Sections with their questions; a text that begins with `If` waits for the one before it. */
export const SECTIONS = [
  [
    'Governance',
    [
      'Has senior management appointed a person responsible for information security?',
      'Is there a documented information security policy, approved by management and reviewed annually?',
      'Do you perform a formal information security risk assessment at least annually?',
      'Are you ISO 27001 certified or do you have a SOC 2 Type II report?',
      'Do you maintain a risk register with assigned owners and treatment plans?',
    ],
  ],
  [
    'People',
    [
      'Do all employees receive security awareness training at least annually?',
      'Are background checks performed on employees before they are granted access to confidential data?',
      'Is access revoked promptly when an employee leaves the company?',
      'Do you conduct simulated phishing campaigns at least quarterly?',
    ],
  ],
  [
    'Access',
    [
      'Is MFA required for all users to access email?',
      'Is MFA enforced for all privileged accounts?',
      'Is MFA enabled on cloud management consoles such as AWS or Azure, including root accounts?',
      'Are user access rights reviewed at least quarterly?',
      'Are unique user IDs assigned to every individual?',
      'Do you enforce password length and complexity requirements?',
    ],
  ],
  [
    'Systems',
    [
      'Do you maintain an up-to-date inventory of hardware assets?',
      'Is anti-malware software deployed on all workstations and servers?',
      'Is full disk encryption enabled on all laptops?',
      'Do you run any end-of-life or unsupported software?',
      'Are external-facing systems scanned for vulnerabilities at least quarterly?',
      'Are critical vulnerabilities remediated within 7 days?',
      'Is a penetration test performed annually by an independent third party?',
      'Is RDP exposed to the internet?',
    ],
  ],
  [
    'Backup and continuity',
    [
      'Are backups of critical data performed at least weekly?',
      'Are backups encrypted?',
      'Do you test restoring from backup at least quarterly?',
      'If yes, please describe how restores are tested.',
      'Do you have a documented disaster recovery plan?',
      'Have you implemented SPF, DKIM and DMARC on your email domains?',
    ],
  ],
  [
    'Incidents and vendors',
    [
      'Do you have a documented incident response plan?',
      'Is the incident response plan tested at least annually through a tabletop exercise?',
      'Have you experienced a data breach affecting customer data in the past three years?',
      'Are critical suppliers assessed for security before contracting and annually thereafter?',
      'Is MFA enforced for all privileged accounts?',
      'Do you offset your carbon emissions?',
    ],
  ],
];
const WORDS = ['Yes', 'Partial', 'No', 'N/A'];
const TITLE = 'Harbourline Logistics: supplier security questionnaire 2026';
const HEADS = ['Ref', 'Question', 'Response', 'Comments', 'Evidence reference'];

/** Rows of the form: a section's title alone, or a number and its question. */
const rows = () =>
  SECTIONS.flatMap(([title, questions], section) => [
    { title: `${section + 1}. ${title}` },
    ...questions.map((text, index) => ({ number: `${section + 1}.${index + 1}`, text })),
  ]);

const inline = (ref, text, style = 0) =>
  `<c r="${ref}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${text.replaceAll('&', '&amp;')}</t></is></c>`;

/** `answers`: what stands in the column Response, by question: a form of last year. */
export function customerWorkbook(answers = {}) {
  const sheet = rows().map((each, index) => {
    const row = index + 6;
    if (each.title !== undefined)
      return `<row r="${row}">${inline(`A${row}`, each.title, 2)}<c r="B${row}" s="2"/><c r="C${row}" s="2"/><c r="D${row}" s="2"/><c r="E${row}" s="2"/></row>`;
    const said = answers[each.text];
    const response = said === undefined ? `<c r="C${row}" s="1"/>` : inline(`C${row}`, said, 1);
    return `<row r="${row}">${inline(`A${row}`, each.number, 3)}${inline(`B${row}`, each.text, 3)}${response}<c r="D${row}" s="1"/><c r="E${row}" s="1"/></row>`;
  });
  const last = rows().length + 5;
  const merges = rows().flatMap((each, index) =>
    each.title === undefined ? [] : [`<mergeCell ref="A${index + 6}:E${index + 6}"/>`],
  );
  const asking = `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="5" topLeftCell="A6" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols><col min="1" max="1" width="7"/><col min="2" max="2" width="58"/><col min="3" max="3" width="12"/><col min="4" max="4" width="60"/><col min="5" max="5" width="18"/></cols><sheetData><row r="1">${inline('A1', TITLE, 2)}</row><row r="2">${inline('A2', 'Answer every question with the list in column C. Grey cells are not to be changed.')}</row><row r="5">${HEADS.map((head, column) => inline(`${'ABCDE'[column]}5`, head, 4)).join('')}</row>${sheet.join('')}</sheetData><sheetProtection sheet="1" objects="1" scenarios="1"/><mergeCells count="${merges.length}">${merges.join('')}</mergeCells><extLst><ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"><x14:dataValidations count="1" xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"><x14:dataValidation type="list" allowBlank="1" showErrorMessage="1"><x14:formula1><xm:f>Lists!$A$1:$A$4</xm:f></x14:formula1><xm:sqref>C6:C${last}</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst></worksheet>`;
  const lists = `${HEAD}<worksheet xmlns="${MAIN}"><sheetData>${WORDS.map((word, index) => `<row r="${index + 1}">${inline(`A${index + 1}`, word)}</row>`).join('')}</sheetData></worksheet>`;
  return zipped({
    '[Content_Types].xml': types([
      ['/xl/workbook.xml', 'spreadsheetml.sheet.main'],
      ['/xl/worksheets/sheet1.xml', 'spreadsheetml.worksheet'],
      ['/xl/worksheets/sheet2.xml', 'spreadsheetml.worksheet'],
      ['/xl/styles.xml', 'spreadsheetml.styles'],
    ]),
    '_rels/.rels': relations([['rId1', 'officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${REL}"><sheets><sheet name="Questionnaire" sheetId="1" r:id="rId1"/><sheet name="Lists" sheetId="2" state="hidden" r:id="rId2"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations([
      ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
      ['rId2', 'worksheet', 'worksheets/sheet2.xml'],
      ['rId3', 'styles', 'styles.xml'],
    ]),
    'xl/worksheets/sheet1.xml': asking,
    'xl/worksheets/sheet2.xml': lists,
    'xl/styles.xml': STYLES,
  });
}

/** 0 plain, 1 open for answers, 2 bold on grey, 3 grey and wrapped, 4 heads. */
const STYLES = `${HEAD}<styleSheet xmlns="${MAIN}"><fonts count="3"><font><sz val="10"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="10"/><color rgb="FFFFFFFF"/><name val="Calibri"/></font></fonts><fills count="4"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFEDEFF2"/></patternFill></fill><fill><patternFill patternType="solid"><fgColor rgb="FF1F3B57"/></patternFill></fill></fills><borders count="2"><border/><border><left style="thin"><color rgb="FFC8CDD3"/></left><right style="thin"><color rgb="FFC8CDD3"/></right><top style="thin"><color rgb="FFC8CDD3"/></top><bottom style="thin"><color rgb="FFC8CDD3"/></bottom></border></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="5"><xf fontId="0" fillId="0" borderId="0" xfId="0"/><xf fontId="0" fillId="0" borderId="1" xfId="0" applyProtection="1"><alignment vertical="top" wrapText="1"/><protection locked="0"/></xf><xf fontId="1" fillId="2" borderId="0" xfId="0"/><xf fontId="0" fillId="2" borderId="1" xfId="0"><alignment vertical="top" wrapText="1"/></xf><xf fontId="2" fillId="3" borderId="1" xfId="0"/></cellXfs></styleSheet>`;

function types(overrides) {
  const listed = overrides.map(
    ([part, type]) =>
      `<Override PartName="${part}" ContentType="application/vnd.openxmlformats-officedocument.${type}+xml"/>`,
  );
  return `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${listed.join('')}</Types>`;
}

function relations(list) {
  return `${HEAD}<Relationships xmlns="${PACKAGE_REL}">${list.map(([id, type, target]) => `<Relationship Id="${id}" Type="${REL}/${type}" Target="${target}"/>`).join('')}</Relationships>`;
}

function zipped(parts) {
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])), {
    mtime: new Date(2026, 0, 5, 12, 0, 0),
  });
}

export function customerCsv() {
  const lines = rows().map((each) =>
    each.title === undefined ? `${each.number},"${each.text}",,,` : `${each.title},,,,`,
  );
  return strToU8(`\uFEFF${HEADS.join(',')}\r\n${lines.join('\r\n')}\r\n`);
}

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const W14 = 'http://schemas.microsoft.com/office/word/2010/wordml';

/** A table with a drop-down control for each answer, and one more with boxes to be ticked. */
export function customerDocument() {
  const para = (text, bold = false) =>
    `<w:p><w:r>${bold ? '<w:rPr><w:b/></w:rPr>' : ''}<w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
  const tc = (inner, width, span = 1) =>
    `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${span > 1 ? `<w:gridSpan w:val="${span}"/>` : ''}</w:tcPr>${inner}</w:tc>`;
  const items = WORDS.map((word) => `<w:listItem w:displayText="${word}" w:value="${word}"/>`).join('');
  const drop = `<w:p><w:sdt><w:sdtPr><w:showingPlcHdr/><w:dropDownList><w:listItem w:displayText="Choose an item." w:value=""/>${items}</w:dropDownList></w:sdtPr><w:sdtContent><w:r><w:rPr><w:rStyle w:val="PlaceholderText"/></w:rPr><w:t>Choose an item.</w:t></w:r></w:sdtContent></w:sdt></w:p>`;
  const tick =
    '<w:p><w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="0"/><w14:checkedState w14:val="2612" w14:font="MS Gothic"/><w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/></w14:checkbox></w:sdtPr><w:sdtContent><w:r><w:t>☐</w:t></w:r></w:sdtContent></w:sdt></w:p>';
  const grid = (...widths) =>
    `<w:tblPr><w:tblW w:w="0" w:type="auto"/><w:tblBorders>${['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map((side) => `<w:${side} w:val="single" w:sz="4" w:color="BBBBBB"/>`).join('')}</w:tblBorders></w:tblPr><w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>`;
  const lines = rows().map((each) =>
    each.title === undefined
      ? `<w:tr>${tc(para(each.number), 700)}${tc(para(each.text), 3600)}${tc(drop, 1500)}${tc('<w:p/>', 3200)}</w:tr>`
      : `<w:tr>${tc(para(each.title, true), 9000, 4)}</w:tr>`,
  );
  const heads = ['Ref', 'Question', 'Response', 'Comments'].map((head, column) =>
    tc(para(head, true), [700, 3600, 1500, 3200][column]),
  );
  const boxed = ['Is RDP exposed to the internet?', 'Are backups encrypted?'].map(
    (text) =>
      `<w:tr>${tc(para(text), 4500)}${tc(tick, 800)}${tc(tick, 800)}${tc('<w:p><w:pPr><w:jc w:val="left"/></w:pPr></w:p>', 2900)}</w:tr>`,
  );
  const boxHeads = ['Question', 'Yes', 'No', 'Remarks'].map((head, column) =>
    tc(para(head, true), [4500, 800, 800, 2900][column]),
  );
  const body = `${para(TITLE, true)}<w:tbl>${grid(700, 3600, 1500, 3200)}<w:tr>${heads.join('')}</w:tr>${lines.join('')}</w:tbl>${para('Tick one box each.')}<w:tbl>${grid(4500, 800, 800, 2900)}<w:tr>${boxHeads.join('')}</w:tr>${boxed.join('')}</w:tbl>${para('Thank you.')}`;
  return zipped({
    '[Content_Types].xml': types([['/word/document.xml', 'wordprocessingml.document.main']]),
    '_rels/.rels': relations([['rId1', 'officeDocument', 'word/document.xml']]),
    'word/document.xml': `${HEAD}<w:document xmlns:w="${WORD}" xmlns:w14="${W14}"><w:body>${body}<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1000" w:right="1000" w:bottom="1000" w:left="1000"/></w:sectPr></w:body></w:document>`,
    'customXml/item1.xml': `${HEAD}<item xmlns="urn:made-up">kept as it is</item>`,
  });
}

/** What Quillstack answered a year ago: one of the answers says more than the evidence carries today. */
export const LAST_YEAR = {
  'Is MFA required for all users to access email?': 'Yes',
  'Is MFA enforced for all privileged accounts?': 'Yes',
  'Are backups encrypted?': 'Yes',
  'Is RDP exposed to the internet?': 'No',
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = fileURLToPath(new URL('../fixtures/questionnaires/', import.meta.url));
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}harbourline.xlsx`, customerWorkbook());
  writeFileSync(`${folder}harbourline-2025.xlsx`, customerWorkbook(LAST_YEAR));
  writeFileSync(`${folder}harbourline.csv`, customerCsv());
  writeFileSync(`${folder}harbourline.docx`, customerDocument());
}
