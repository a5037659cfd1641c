// What the public pages have beyond plain HTML: buttons to copy and print. Everything works without it.
for (const button of document.querySelectorAll('[data-copy]')) {
  if (!navigator.clipboard) {
    break;
  }
  button.hidden = false;
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent);
    button.textContent = button.dataset.copied;
  });
}
for (const button of document.querySelectorAll('[data-print]')) {
  button.hidden = false;
  button.addEventListener('click', () => print());
}

// A report that was accepted needs no draft any more.
if (document.querySelector('[data-accepted]')) {
  localStorage.removeItem('pintu.draft');
}
