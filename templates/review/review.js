// Keys for whoever goes through many questions; without this script everything works by its buttons and links.
const OFF = 'proofpack-keys-off';
const box = document.getElementById('keys-off');
const off = () => localStorage.getItem(OFF) === 'yes';
if (box) {
  box.checked = off();
  box.addEventListener('change', () => localStorage.setItem(OFF, box.checked ? 'yes' : 'no'));
}

const isTyping = (element) =>
  element instanceof HTMLElement && (element.matches('input, textarea, select') || element.isContentEditable);

document.addEventListener('keydown', (event) => {
  const save = document.getElementById('save');
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && save && isTyping(event.target)) {
    event.preventDefault();
    save.click();
    return;
  }
  if (event.key === 'Escape' && isTyping(event.target)) event.target.blur();
  if (off() || isTyping(event.target) || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
  const target = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
  if (!(target instanceof HTMLElement)) return;
  event.preventDefault();
  if (target.matches('a, button')) target.click();
  else target.focus();
});

// A form that was sent is not sent twice by an impatient finger.
for (const form of document.querySelectorAll('form[method="post"]')) {
  form.addEventListener('submit', (event) => {
    if (form.dataset.sent) event.preventDefault();
    form.dataset.sent = 'yes';
  });
}
window.addEventListener('pageshow', () => {
  for (const form of document.querySelectorAll('form[data-sent]')) delete form.dataset.sent;
});
