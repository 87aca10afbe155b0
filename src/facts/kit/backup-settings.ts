import type { RecordOf } from '../../model/record.ts';
import { type Judgement, type Named, refutes, supports, undecided } from './subjects.ts';

export type Setting = RecordOf<'backup-setting'>;

export function settingOf(setting: Setting): Named {
  return { name: setting.subject, per: setting.setting };
}

/** What a product says of its own setting; "cannot tell" is neither on nor off. */
export function settingJudge(settings: readonly Setting['setting'][], what: string) {
  return (setting: Setting): Judgement | undefined => {
    if (!settings.includes(setting.setting)) return undefined;
    const said = setting.value === undefined ? setting.verbatim : `${setting.verbatim} (${setting.value})`;
    const text = `${setting.subject}: ${what}: ${said}`;
    if (setting.on === undefined && setting.of !== undefined)
      return undecided(`${text}, of ${setting.of} alone`, { eligible: false });
    if (setting.on === undefined) return undecided(text);
    // What a product finds nowhere in itself is not there because somebody says so of one place.
    return setting.on ? supports(text) : refutes(text, { ofAll: true });
  };
}
