/** What apt prints, in the language of whoever runs it, before it tells what an upgrade would do; an installation does not print it. */
const CALCULATING = [
  'Calculating upgrade',
  'Paketaktualisierung (Upgrade) wird berechnet',
  'Calcul de la mise à jour',
  'Calculando la actualización',
  "Calcolo dell'aggiornamento",
  'Calculando atualização',
  'A calcular a actualização',
  'Opwaardering wordt doorgerekend',
  'Obliczanie aktualizacji',
  'Propočítává se aktualizace',
  'Beregner opgraderingen',
  'Beregner oppgradering',
  'Beräknar uppgradering',
  'Käsitellään päivitystä',
  'Frissítés kiszámítása',
  'Yükseltme hesaplanıyor',
  'Расчёт обновлений',
  'Обчислення оновлень',
  'アップグレードパッケージを検出しています',
  '업그레이드를 계산하는 중입니다',
  '正在计算更新',
  '籌備升級中',
];
export const APT_CALCULATES = new RegExp(`^(?:${CALCULATING.map(literal).join('|')}) ?(?:\\.\\.\\.|…)`);

/** Upgraded, newly installed, removed, not upgraded: in this order in every language. Since apt 3 a line of its own under "Summary". */
export const APT_TOTAL = /^(?:(?!\s)\D*|\s+\p{L}[^:\d]*[:：]\s*)(\d+)\D+(\d+)\D+(\d+)\D+(\d+)\D*$/u;

function literal(text: string): string {
  return text.replace(/[().]/g, '\\$&');
}
