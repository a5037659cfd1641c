// Keeps the report form, in both languages, and the files of pages for times without a network. Nothing else is kept.
const CACHE = 'pintu-1';
const FORMS = ['/?lang=id', '/?lang=en'];
const isForm = url => url.pathname === '/';
const isFile = url => url.pathname.startsWith('/static/') || url.pathname.startsWith('/webjars/');

const keep = async (request, response) => {
  if (response.ok) {
    await (await caches.open(CACHE)).put(request, response.clone());
  }
  return response;
};

addEventListener('install', event => event.waitUntil((async () => {
  await (await caches.open(CACHE)).addAll(FORMS);
  await skipWaiting();
})()));

addEventListener('activate', event => event.waitUntil((async () => {
  const old = (await caches.keys()).filter(name => name !== CACHE);
  await Promise.all(old.map(name => caches.delete(name)));
  await clients.claim();
})()));

addEventListener('fetch', event => {
  const url = new URL(event.request.url);
  if (url.origin !== location.origin || event.request.method !== 'GET') {
    return;
  }
  if (isFile(url)) {
    event.respondWith((async () => await caches.match(event.request) ?? keep(event.request, await fetch(event.request)))());
  } else if (isForm(url)) {
    const form = url.searchParams.get('lang') === 'en' ? FORMS[1] : FORMS[0];
    event.respondWith(fetch(event.request).then(response => keep(form, response)).catch(() => caches.match(form)));
  }
});
