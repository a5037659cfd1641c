// Keyboard control of the desk's page: a key clicks the button or link that has it as data-key.
const keys = document.getElementById('keys');
let pressed = false;

// Single keys must have a switch (WCAG 2.1.4): speech input would press them.
keys.checked = localStorage.getItem('meja.keys') !== 'off';
keys.closest('label').hidden = false;
keys.addEventListener('change', () => localStorage.setItem('meja.keys', keys.checked ? 'on' : 'off'));

// While the checkbox is on, every form is for all complaints about the incident.
const all = document.getElementById('all');
const applyAll = () => document.querySelectorAll('[data-all]').forEach(field => { field.disabled = !all.checked; });
if (all) {
  all.closest('label').hidden = false;
  all.addEventListener('change', applyAll);
}

addEventListener('pageshow', () => { pressed = false; if (all) { applyAll(); } }); // also after going back

document.addEventListener('keydown', event => {
  const typing = event.target.closest('input:not([type=checkbox]), textarea, select');
  const withModifier = event.ctrlKey || event.altKey || event.metaKey || event.shiftKey || event.isComposing;
  // A key that is held down must not choose on the next page as well.
  if (typing || withModifier || event.repeat || pressed || !keys.checked) {
    return;
  }
  const key = event.key.toLowerCase();
  const target = Array.from(document.querySelectorAll('[data-key]')).find(element => element.dataset.key === key);
  if (target) {
    pressed = target !== all; // the checkbox only changes what the next key does
    event.preventDefault();
    target.click();
  }
});
