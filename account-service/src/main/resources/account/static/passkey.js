// Passkeys: signing in, and adding one. Browsers without the API keep these parts hidden and use the password.
(() => {
  if (!window.PublicKeyCredential?.parseCreationOptionsFromJSON) return;

  const post = async (path, body) => {
    const token = document.querySelector('input[name="_csrf"]').value;
    const response = await fetch(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-CSRF-TOKEN': token },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    return response.json();
  };

  const signIn = document.querySelector('[data-passkey-sign-in]');
  if (signIn) {
    signIn.hidden = false;
    signIn.querySelector('button').addEventListener('click', async () => {
      const failed = signIn.querySelector('.error');
      failed.hidden = true;
      try {
        const options = await post('/webauthn/authenticate/options');
        const credential = await navigator.credentials.get({
          publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options),
        });
        const { redirectUrl } = await post('/login/webauthn', credential.toJSON());
        location.assign(redirectUrl);
      } catch {
        failed.hidden = false;
      }
    });
  }

  const registration = document.querySelector('[data-passkey-registration]');
  if (registration) {
    registration.hidden = false;
    registration.addEventListener('submit', async (event) => {
      event.preventDefault();
      const failed = document.querySelector('[data-passkey-failed]');
      failed.hidden = true;
      try {
        const options = await post('/webauthn/register/options');
        const credential = await navigator.credentials.create({
          publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options),
        });
        await post('/webauthn/register', {
          publicKey: { credential: credential.toJSON(), label: registration.elements.label.value },
        });
        location.assign(registration.dataset.done);
      } catch {
        failed.hidden = false;
      }
    });
  }
})();
