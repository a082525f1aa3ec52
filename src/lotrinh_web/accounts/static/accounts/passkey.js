/* Passkeys: asks the device for a key and puts its answer into the form. Without a script, or
   where the browser knows no keys, the forms stay hidden and the other ways remain. */
"use strict";

const toBytes = (text) => {
  const plain = text.replaceAll("-", "+").replaceAll("_", "/");
  return Uint8Array.from(atob(plain), (one) => one.charCodeAt(0));
};
const toText = (bytes) =>
  btoa(String.fromCharCode(...new Uint8Array(bytes)))
    .replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");

/* The options come as JSON: what is binary in them is base64url. */
const ready = (options) => {
  const asked = { ...options.publicKey, challenge: toBytes(options.publicKey.challenge) };
  if (asked.user) asked.user = { ...asked.user, id: toBytes(asked.user.id) };
  for (const list of ["allowCredentials", "excludeCredentials"]) {
    if (asked[list]) asked[list] = asked[list].map((one) => ({ ...one, id: toBytes(one.id) }));
  }
  return { publicKey: asked };
};

const PARTS = ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"];
const answered = (key) => {
  const response = {};
  for (const part of PARTS) {
    if (key.response[part]) response[part] = toText(key.response[part]);
  }
  if (key.response.getTransports) response.transports = key.response.getTransports();
  return {
    id: key.id,
    rawId: toText(key.rawId),
    type: key.type,
    response,
    clientExtensionResults: key.getClientExtensionResults(),
  };
};

const optionsOf = async (form) => {
  if (form.dataset.passkey !== "login") {
    const given = JSON.parse(document.getElementById("passkey-options").textContent);
    return given.creation_options || given.request_options;
  }
  const answer = await fetch(form.action, { headers: { "X-Requested-With": "XMLHttpRequest" } });
  return (await answer.json()).request_options;
};

const ask = async (form) => {
  const options = ready(await optionsOf(form));
  const kind = form.dataset.passkey === "create" ? "create" : "get";
  const key = await navigator.credentials[kind](options);
  form.elements.credential.value = JSON.stringify(answered(key));
  form.submit();
};

if (window.PublicKeyCredential) {
  for (const form of document.querySelectorAll("form[data-passkey]")) {
    form.hidden = false;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const failed = form.querySelector("[data-failed]");
      failed.hidden = true;
      ask(form).catch(() => { failed.hidden = false; });
    });
  }
}
