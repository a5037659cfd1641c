// The report form with a script: one step at a time on a phone, a draft that survives, and sending when the network is back.
const form = document.getElementById('report-form');
const field = name => form.elements.namedItem(name);
const show = (id, shown) => { document.getElementById(id).hidden = !shown; };

// Steps. Each has an address (#langkah-tempat), so going back works.
const steps = Array.from(form.querySelectorAll('.step'));
const narrow = matchMedia('(max-width: 47.99rem)');
const stepOf = id => steps.find(step => step.id === id || step.contains(document.getElementById(id)));
let current = steps[0];

const fillCheck = () => {
  const list = document.getElementById('check-list');
  const rows = list.dataset.fields.split(' ').map(name => {
    const input = field(name);
    const shown = input.tagName === 'SELECT' && input.value ? input.selectedOptions[0].textContent : input.value;
    return [form.querySelector(`label[for="${name}"]`).textContent, shown.trim(), name];
  }).filter(([, shown, name]) => shown || name === 'text');
  list.replaceChildren(...rows.flatMap(([label, shown, name]) => {
    const term = document.createElement('dt');
    const link = document.createElement('a');
    link.href = `#${name}`;
    link.textContent = label;
    term.append(link);
    const value = document.createElement('dd');
    value.textContent = shown || form.dataset.empty;
    return [term, value];
  }));
  document.getElementById('check-privacy').replaceChildren(...['anonymous', 'confidential']
    .filter(name => field(name).checked)
    .map(name => {
      const item = document.createElement('li');
      item.textContent = field(name).closest('label').textContent.trim().replace(/\s+/g, ' ');
      return item;
    }));
};

const showStep = (step, focus) => {
  current = step;
  const at = steps.indexOf(step);
  steps.forEach(each => each.classList.toggle('current', each === step));
  document.getElementById('step-count').textContent = form.dataset.stepText.replace('#', at + 1).replace('#', steps.length);
  document.getElementById('main').classList.toggle('later-step', narrow.matches && at > 0);
  show('step-back', at > 0);
  show('step-next', at < steps.length - 1);
  if (at === steps.length - 1) {
    fillCheck();
  }
  if (focus && narrow.matches) {
    (focus === true ? step.querySelector('h3') : focus).focus();
    form.scrollIntoView();
  }
};
const followAddress = () => {
  const id = decodeURIComponent(location.hash.slice(1));
  const step = stepOf(id);
  if (step) {
    const target = document.getElementById(id);
    showStep(step, target === step ? true : target);
  }
};
const arrange = () => {
  form.classList.toggle('stepwise', narrow.matches);
  show('step-count', narrow.matches);
  showStep(current, false);
};
const goTo = step => { location.hash = step.id; };
document.getElementById('step-next').addEventListener('click', () => goTo(steps[steps.indexOf(current) + 1]));
document.getElementById('step-back').addEventListener('click', () => goTo(steps[steps.indexOf(current) - 1]));
narrow.addEventListener('change', arrange);
addEventListener('hashchange', followAddress);
const wrong = form.querySelector('[aria-invalid]');
current = wrong ? stepOf(wrong.id) : steps[0];
arrange();
followAddress();

// Personal data in the text. The server hides them from the public as well.
const text = field('text');
const notice = document.getElementById('personal-data');
const luhn = digits => [...digits].reverse().reduce((sum, digit, i) => {
  const value = Number(digit) * (i % 2 ? 2 : 1);
  return sum + (value > 9 ? value - 9 : value);
}, 0) % 10 === 0;
const mask = written => written
  .replace(/[\w.+-]+@[\w-]+(\.[\w-]+)+/g, notice.dataset.email)
  .replace(/(?<!\d)\d(?:[ .-]?\d){12,18}(?!\d)/g, found => {
    const digits = found.replace(/\D/g, '');
    return digits.length === 16 && /^[1-9]\d{5}(0[1-9]|[12]\d|3[01]|4[1-9]|[56]\d|7[01])(0[1-9]|1[0-2])/.test(digits)
      ? notice.dataset.nik
      : luhn(digits) ? notice.dataset.card : found;
  })
  .replace(/(?<![\d.])(?:\+?62|0)[ .-]?8(?:[ .-]?\d){7,11}(?!\d)/g, notice.dataset.phone);
const warn = () => { notice.hidden = mask(text.value) === text.value; };
text.addEventListener('input', warn);
document.getElementById('personal-data-mask').addEventListener('click', () => {
  text.value = mask(text.value);
  text.dispatchEvent(new Event('input', { bubbles: true }));
  text.focus();
});

// Where the device is, if the reporter asks for it.
const latitude = field('place.latitude');
const longitude = field('place.longitude');
const place = document.getElementById('location');
const sayLocation = () => {
  show('location-remove', latitude.value !== '');
  document.getElementById('location-status').textContent =
    latitude.value === '' ? '' : place.dataset.found.replace('#', `${latitude.value}, ${longitude.value}`);
};
place.hidden = !navigator.geolocation;
document.getElementById('location-use').addEventListener('click', () => navigator.geolocation.getCurrentPosition(found => {
  latitude.value = found.coords.latitude.toFixed(5);
  longitude.value = found.coords.longitude.toFixed(5);
  sayLocation();
  keep();
}, () => { document.getElementById('location-status').textContent = place.dataset.failed; }, { timeout: 15000 }));
document.getElementById('location-remove').addEventListener('click', () => {
  latitude.value = '';
  longitude.value = '';
  sayLocation();
  keep();
});

// The draft: kept on this device until the report is sent, or the reporter discards it.
const DRAFT = 'pintu.draft';
const names = Array.from(form.elements).map(input => input.name).filter(name => name && !['lang', 'files', 'kept'].includes(name));
const stored = () => {
  try {
    return JSON.parse(localStorage.getItem(DRAFT));
  } catch {
    return null;
  }
};
const keep = queued => {
  const values = Object.fromEntries(names.map(name => [name, field(name).type === 'checkbox' ? field(name).checked : field(name).value]));
  try {
    localStorage.setItem(DRAFT, JSON.stringify({ values, queued: queued === true }));
  } catch {
    // a browser that stores nothing has no draft
  }
};
const discard = () => localStorage.removeItem(DRAFT);
const send = () => form.requestSubmit();
form.addEventListener('input', () => keep());
// Not before somebody writes: a first visit loads no more than it shows.
form.addEventListener('input', () => navigator.serviceWorker?.register('/sw.js'), { once: true });
document.getElementById('draft-discard').addEventListener('click', () => {
  discard();
  location.assign(location.pathname + location.search);
});
form.addEventListener('submit', event => {
  if (navigator.onLine) {
    keep();
    return;
  }
  event.preventDefault();
  keep(true);
  show('queued-notice', true);
  document.getElementById('queued-notice').scrollIntoView();
});
const sayNetwork = () => show('offline-notice', !navigator.onLine);
addEventListener('offline', sayNetwork);
addEventListener('online', () => {
  sayNetwork();
  if (stored()?.queued) {
    send();
  }
});
sayNetwork();

const draft = wrong || document.querySelector('[role=alert]') ? null : stored();
if (draft) {
  names.filter(name => name in draft.values).forEach(name => {
    if (field(name).type === 'checkbox') {
      field(name).checked = draft.values[name];
    } else {
      field(name).value = draft.values[name];
    }
  });
  show('draft-restored', !draft.queued);
  show('queued-notice', draft.queued);
  if (draft.queued && navigator.onLine) {
    send();
  }
} else if (crypto.randomUUID && !wrong) {
  field('submission').value = crypto.randomUUID(); // that of a page kept for times without a network was used before
}
warn();
sayLocation();
showStep(current, false);
