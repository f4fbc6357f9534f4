/* Passkeys: asks the browser for one, puts its answer into the form, and sends the form. Nothing is asked of another site. */
(function () {
  "use strict";

  function bytes(text) {
    var plain = atob(text.replace(/-/g, "+").replace(/_/g, "/"));
    return Uint8Array.from(plain, function (character) { return character.charCodeAt(0); });
  }

  function text(buffer) {
    var plain = "";
    new Uint8Array(buffer).forEach(function (one) { plain += String.fromCharCode(one); });
    return btoa(plain).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
  }

  function known(list) {
    return (list || []).map(function (one) { return Object.assign({}, one, { id: bytes(one.id) }); });
  }

  function make(asked) {
    asked.challenge = bytes(asked.challenge);
    asked.user.id = bytes(asked.user.id);
    asked.excludeCredentials = known(asked.excludeCredentials);
    return navigator.credentials.create({ publicKey: asked });
  }

  function prove(asked) {
    asked.challenge = bytes(asked.challenge);
    asked.allowCredentials = known(asked.allowCredentials);
    return navigator.credentials.get({ publicKey: asked });
  }

  function told(made) {
    var answer = made.response;
    var said = { clientDataJSON: text(answer.clientDataJSON) };
    if (answer.attestationObject) {
      said.attestationObject = text(answer.attestationObject);
      said.transports = answer.getTransports ? answer.getTransports() : [];
    } else {
      said.authenticatorData = text(answer.authenticatorData);
      said.signature = text(answer.signature);
      said.userHandle = answer.userHandle ? text(answer.userHandle) : null;
    }
    return JSON.stringify({
      id: made.id,
      rawId: text(made.rawId),
      type: made.type,
      response: said,
      authenticatorAttachment: made.authenticatorAttachment || null,
      clientExtensionResults: made.getClientExtensionResults()
    });
  }

  async function run(form) {
    var answer = await fetch(form.dataset.start, {
      method: "POST",
      credentials: "same-origin",
      headers: { "X-CSRFToken": form.elements.csrfmiddlewaretoken.value }
    });
    if (answer.redirected || !answer.ok) {
      window.location.reload();
      return;
    }
    var asked = (await answer.json()).publicKey;
    var made = form.dataset.passkey === "add" ? await make(asked) : await prove(asked);
    form.elements.credential.value = told(made);
    form.submit();
  }

  document.querySelectorAll("form[data-passkey]").forEach(function (form) {
    var button = form.querySelector("button");
    var trouble = form.querySelector("[data-trouble]");
    if (!window.PublicKeyCredential) {
      return;
    }
    form.querySelector("[data-without]").hidden = true;
    button.hidden = false;
    form.addEventListener("submit", function (event) {
      event.preventDefault();
      trouble.hidden = true;
      button.disabled = true;
      run(form).catch(function () { trouble.hidden = false; }).finally(function () { button.disabled = false; });
    });
  });
})();
