// A passkey is made, or proved, by the browser: the page's challenge goes in, its answer goes back with the form.
const form = document.querySelector("form[data-passkey]");
const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (sign) => sign.charCodeAt(0));
const text = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");

function asked() {
  const options = JSON.parse(document.getElementById("passkey-options").textContent).publicKey;
  options.challenge = bytes(options.challenge);
  if (options.user) options.user.id = bytes(options.user.id);
  for (const list of ["excludeCredentials", "allowCredentials"]) {
    for (const known of options[list] || []) known.id = bytes(known.id);
  }
  return options;
}

function answered(made) {
  const response = {};
  for (const name of ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"]) {
    if (made.response[name]) response[name] = text(made.response[name]);
  }
  return JSON.stringify({
    id: made.id, rawId: text(made.rawId), type: made.type, response, clientExtensionResults: made.getClientExtensionResults(),
  });
}

async function use(event) {
  event.preventDefault();
  form.querySelector("[data-failed]").hidden = true;
  try {
    const publicKey = asked();
    const made = await (form.dataset.passkey === "make"
      ? navigator.credentials.create({ publicKey }) : navigator.credentials.get({ publicKey }));
    form.elements.credential.value = answered(made);
    form.submit();
  } catch {
    form.querySelector("[data-failed]").hidden = false;
  }
}

if (form && window.PublicKeyCredential && window.isSecureContext) {
  form.querySelector("[data-absent]").hidden = true;
  form.querySelector("button").hidden = false;
  form.addEventListener("submit", use);
}
