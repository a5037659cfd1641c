// Keyboard control of an inbox's pages. Everything works without it.
const keys = document.getElementById('keys');
const shortcuts = document.getElementById('shortcuts');
let pressed = false;

// Single keys must have a switch (WCAG 2.1.4): speech input would press them.
if (keys) {
  shortcuts.hidden = false;
  keys.checked = localStorage.getItem('instansi.keys') !== 'off';
  keys.addEventListener('change', () => localStorage.setItem('instansi.keys', keys.checked ? 'on' : 'off'));
}
addEventListener('pageshow', () => { pressed = false; });

const items = Array.from(document.querySelectorAll('[data-item]'));
const move = step => {
  const at = items.indexOf(document.activeElement);
  const next = items[at < 0 ? (step > 0 ? 0 : items.length - 1) : Math.min(items.length - 1, Math.max(0, at + step))];
  next?.focus();
};

// Opens the form of an act, and goes to its first field.
const openForm = summary => {
  const form = summary.parentElement;
  form.open = true;
  form.querySelector('textarea, input[type=text]')?.focus();
};
document.querySelector('#tanya > summary')?.setAttribute('data-key', 't');
document.querySelector('#tindak-lanjut > summary')?.setAttribute('data-key', 'l');

document.addEventListener('keydown', event => {
  const typing = event.target.closest('input:not([type=checkbox]):not([type=radio]), textarea, select');
  const withModifier = event.ctrlKey || event.altKey || event.metaKey || event.isComposing;
  if (event.key === 'Escape' && typing) {
    event.target.blur();
    return;
  }
  if (!keys || typing || withModifier || event.repeat || pressed || !keys.checked) {
    return;
  }
  const key = event.key.toLowerCase();
  if (key === '?') {
    shortcuts.open = !shortcuts.open;
    shortcuts.querySelector('summary').focus();
  } else if (key === '/' && document.getElementById('cari')) {
    document.getElementById('cari').focus();
  } else if (items.length > 0 && (key === 'j' || key === 'arrowdown')) {
    move(1);
  } else if (items.length > 0 && (key === 'k' || key === 'arrowup')) {
    move(-1);
  } else {
    const target = document.querySelector(`[data-key="${CSS.escape(key)}"]`);
    if (!target || event.shiftKey) {
      return;
    }
    if (target.tagName === 'SUMMARY') {
      openForm(target);
    } else {
      pressed = true; // a key that is held down must not act on the next page as well
      target.click();
    }
  }
  event.preventDefault();
});

// An act that can be undone: counts down, then shows what became of it, unless something was typed meanwhile.
for (const form of document.querySelectorAll('.undo')) {
  let left = Number(form.dataset.seconds);
  const shown = form.querySelector('.countdown');
  shown.hidden = false;
  const words = shown.textContent;
  const timer = setInterval(() => {
    left -= 1;
    shown.textContent = words.replace(/\d+/, Math.max(0, left));
    if (left <= -1) {
      clearInterval(timer);
      form.hidden = true;
      if (!Array.from(document.querySelectorAll('.acts textarea, .acts input[type=text]')).some(field => field.value)) {
        location.reload();
      }
    }
  }, 1000);
}

// All units of the institution: shows those whose name has every word that is typed.
const unitSearch = document.getElementById('unit-search');
if (unitSearch) {
  const units = Array.from(document.querySelectorAll('.unit-list li'));
  unitSearch.parentElement.hidden = units.length < 8;
  unitSearch.addEventListener('input', () => {
    const words = unitSearch.value.toLowerCase().split(/\s+/);
    units.forEach(unit => { unit.hidden = !words.every(word => unit.textContent.toLowerCase().includes(word)); });
    document.querySelector('.unit-none').hidden = units.some(unit => !unit.hidden);
  });
  unitSearch.addEventListener('keydown', event => { if (event.key === 'Enter') { event.preventDefault(); } });
}
