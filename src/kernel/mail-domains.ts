/** Mailboxes that belong to people and not to a company: no sign of whose an export is. */
export const PUBLIC_MAIL: ReadonlySet<string> = new Set(
  [
    'gmail.com googlemail.com outlook.com hotmail.com live.com msn.com yahoo.com icloud.com me.com mac.com aol.com proton.me',
    'protonmail.com gmx.com gmx.net gmx.de web.de t-online.de mail.com mail.ru yandex.ru qq.com 163.com comcast.net',
  ].flatMap((line) => line.split(' ')),
);
