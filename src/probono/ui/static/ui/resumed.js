// Sends a large file in pieces, each to the form's own address, and then the form with the file's digest in place of the file.
// After a lost connection it goes on by itself; after a closed page it goes on once the same file is chosen again.
// Without script, and for a small file, the form sends the file as forms do.
(() => {
  const WAITS = [1, 2, 5, 10, 20]; // seconds before the next try; the last one from then on

  class Stopped extends Error {}

  function hex(buffer) {
    return Array.from(new Uint8Array(buffer), (byte) => byte.toString(16).padStart(2, "0")).join("");
  }

  function pause(seconds) {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, seconds * 1000);
      window.addEventListener("online", () => { clearTimeout(timer); resolve(); }, { once: true });
    });
  }

  // How many bytes of the file are there after this piece; an empty piece only asks. Nothing when nobody answered.
  async function send(form, box, digest, file, begins, piece) {
    let answer;
    try {
      answer = await fetch(form.action, {
        method: "POST",
        credentials: "same-origin",
        redirect: "manual",
        headers: {
          "Content-Type": "application/octet-stream",
          "X-CSRFToken": form.elements.csrfmiddlewaretoken.value,
          "X-File-Digest": digest,
          "X-File-Length": String(file.size),
          "X-Piece-Begins": String(begins)
        },
        body: piece
      });
    } catch {
      return null;
    }
    if (answer.type === "opaqueredirect") throw new Stopped(box.dataset.ended);
    if (answer.status >= 500) return null;
    let told;
    try {
      told = await answer.json();
    } catch {
      throw new Stopped(box.dataset.refused);
    }
    if (typeof told.have !== "number") throw new Stopped(told.sentence || box.dataset.refused);
    return told.have;
  }

  async function sendAll(form, box, file) {
    const bar = box.querySelector("progress");
    const status = box.querySelector("[role=status]");
    const digest = hex(await crypto.subtle.digest("SHA-256", await file.arrayBuffer()));
    const length = Number(box.dataset.piece);
    let have = 0;
    let tries = 0;
    let asks = true;
    while (asks || have < file.size) {
      const told = await send(form, box, digest, file, have, asks ? new Blob() : file.slice(have, have + length));
      if (told === null) {
        status.textContent = box.dataset.lost.replace("PERCENT", String(bar.value));
        await pause(WAITS[Math.min(tries, WAITS.length - 1)]);
        tries += 1;
        asks = true; // a piece may have come whose answer was lost
        continue;
      }
      tries = 0;
      asks = false;
      have = told;
      bar.value = Math.floor((have / file.size) * 100);
      status.textContent = box.dataset.sending.replace("PERCENT", String(bar.value));
    }
    return digest;
  }

  function put(form, name, value) {
    const field = document.createElement("input");
    field.type = "hidden";
    field.name = name;
    field.value = value;
    field.dataset.sent = "";
    form.append(field);
  }

  document.querySelectorAll("[data-resumed]").forEach((box) => {
    const form = box.closest("form");
    const chosen = form.querySelector("input[type=file]");
    const button = form.querySelector("button[type=submit], button:not([type])");
    if (!chosen || !window.crypto || !crypto.subtle) return;

    form.addEventListener("submit", async (event) => {
      const file = chosen.files[0];
      if (!file || file.size <= Number(box.dataset.piece) || file.size > Number(box.dataset.most)) return;
      event.preventDefault();
      box.hidden = false;
      box.querySelector("progress").hidden = false;
      button.disabled = true;
      try {
        const digest = await sendAll(form, box, file);
        put(form, "sent_digest", digest);
        put(form, "sent_length", file.size);
        put(form, "file_name", file.name);
        chosen.disabled = true;
        box.querySelector("[role=status]").textContent = box.dataset.reading;
        form.submit();
      } catch (error) {
        box.querySelector("[role=status]").textContent = error instanceof Stopped ? error.message : box.dataset.refused;
        box.querySelector("progress").hidden = true;
        button.disabled = false;
      }
    });

    // The browser may bring the page back as it was left.
    window.addEventListener("pageshow", () => {
      chosen.disabled = false;
      button.disabled = false;
      form.querySelectorAll("[data-sent]").forEach((field) => field.remove());
    });
  });
})();
