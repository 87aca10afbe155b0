import { defineSource, type Fields, type FileContext, type Yield } from '../intake/contract.ts';
import type { Asset } from '../model/records/index.ts';
import { cell, named } from './kit/columns.ts';
import { ifDated } from './kit/dated.ts';
import { producedBy } from './kit/produced.ts';
import { roleOf } from './kit/role.ts';
import { firstDated } from './kit/times.ts';

const TAG = ['Asset Tag', 'asset_tag'];
const NAME = ['Asset Name', 'Item Name', 'name'];
const SERIAL = ['Serial', 'Serial Number'];
const MODEL = ['Model', 'Model Name', 'model.name'];
const CATEGORY = ['Category', 'category.name'];
const STATUS = ['Status', 'Status Label', 'status_label.status_meta', 'status_label.name'];
const OWNER = ['Checked Out To', 'Checked Out', 'Full Name', 'Username', 'assigned_to.name', 'assigned_to.username'];
const SEEN = ['Last Audit', 'Last Audit Date', 'last_audit_date.datetime'];
const CHANGED = ['Updated At', 'updated_at.datetime'];

export default defineSource({
  product: 'Snipe-IT',
  title: 'Assets (CSV or API JSON)',
  kinds: ['asset'],
  obtain:
    'Snipe-IT > Reports > Custom Asset Report > Generate; or Assets > List All > Export > CSV; or GET /api/v1/hardware',
  proves: 'Which assets the organisation keeps in its inventory, with owner, place and status.',
  cannotProve: 'That the list is complete, or that an asset is where it says.',
  reads: [
    {
      shape: 'table',
      required: ['Asset Tag', SERIAL, MODEL, 'Category', STATUS],
      forbidden: ['Critical', 'Sensitive data', 'Support ends'],
      row: read,
    },
    {
      shape: 'json',
      items: ['rows', ''],
      required: ['asset_tag', 'status_label', 'category', 'model'],
      produced: ({ document }) => producedBy({ rowsStated: document.integer('total') }),
      item: read,
    },
  ],
});

function read(asset: Fields, file: FileContext): Yield {
  const assetTag = cell(asset, TAG);
  const name = cell(asset, NAME) ?? assetTag;
  if (name === undefined) return { reject: 'an asset without name and tag' };
  const lastSeen = asset.time(named(asset, SEEN));
  return {
    kind: 'asset',
    strength: 'C',
    observed: firstDated(file.asStated, lastSeen, asset.time(named(asset, CHANGED))),
    name,
    assetTag,
    type: typeOf(cell(asset, CATEGORY)),
    role: roleOf(cell(asset, CATEGORY), cell(asset, MODEL)),
    serial: cell(asset, [...SERIAL, 'serial']),
    owner: cell(asset, OWNER),
    location: cell(asset, ['Location', 'location.name', 'rtd_location.name']),
    status: statusOf(cell(asset, STATUS)),
    // Its EOL date is when the organisation means to replace the asset, not when the vendor's support ends.
    lastSeen: ifDated(lastSeen),
  };
}

function typeOf(category: string | undefined): Asset['type'] {
  if (category !== undefined && /software|licen[cs]e/i.test(category)) return 'software';
  return category !== undefined && /switch|router|firewall|access point|network/i.test(category) ? 'network' : 'device';
}

/** Snipe-IT lets every organisation name its own status labels; these words are the ones that most of them contain. */
function statusOf(label: string | undefined): Asset['status'] {
  if (label === undefined) return 'unknown';
  if (/lost|stolen|missing/i.test(label)) return 'lost';
  if (/retired|archived|disposed|broken|scrap|decommission|\bundeployable|\binactive/i.test(label)) return 'retired';
  // "Undeployed" and "not in use" are no use.
  if (/\b(deployed|in use|checked out|active)\b/i.test(label) && !/\b(not|never)\b/i.test(label)) return 'in-use';
  return /ready|pending|spare|stock|deployable|undeployed/i.test(label) ? 'spare' : 'unknown';
}
