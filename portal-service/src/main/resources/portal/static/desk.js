// The desk's page by keyboard: a key presses the button or the link that carries it, as a click would.
const keys = document.getElementById('keys');
let pressed = false;

// Who speaks to the machine must be able to switch single keys off.
keys.checked = localStorage.getItem('meja.keys') !== 'off';
keys.closest('label').hidden = false;
keys.addEventListener('change', () => localStorage.setItem('meja.keys', keys.checked ? 'on' : 'off'));

// While the box is on, every form says that it is about all that tell of the same thing.
const all = document.getElementById('all');
const say = () => document.querySelectorAll('[data-all]').forEach(each => { each.disabled = !all.checked; });
if (all) {
  all.closest('label').hidden = false;
  all.addEventListener('change', say);
}

addEventListener('pageshow', () => { pressed = false; if (all) { say(); } }); // a page that was gone back to

document.addEventListener('keydown', event => {
  const typing = event.target.closest('input:not([type=checkbox]), textarea, select');
  const withOthers = event.ctrlKey || event.altKey || event.metaKey || event.shiftKey || event.isComposing;
  // A key that is held down must not choose on the next page too.
  if (typing || withOthers || event.repeat || pressed || !keys.checked) {
    return;
  }
  const key = event.key.toLowerCase();
  const target = Array.from(document.querySelectorAll('[data-key]')).find(each => each.dataset.key === key);
  if (target) {
    pressed = target !== all; // the box only changes what the next key does
    event.preventDefault();
    target.click();
  }
});
