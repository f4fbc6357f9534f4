// Leaves this page at once: covers it, ends the session, and puts a plain page in its place in the browser's history.
// Without script the button is a form that does the same with one answer of the server more.
(() => {
  const form = document.getElementById("quick-exit");
  if (!form) return;
  const told = form.querySelector("[data-told]");
  const PRESSES = 3;
  const WITHIN = 5000;
  let presses = 0;
  let forget;

  function leave(event) {
    if (event) event.preventDefault();
    document.body.hidden = true;
    document.title = form.dataset.title;
    navigator.sendBeacon(form.action, new FormData(form));
    location.replace(form.dataset.blank);
  }

  function count(event) {
    if (event.key !== "Shift") {
      presses = 0;
      return;
    }
    if (event.repeat) return;
    presses += 1;
    clearTimeout(forget);
    forget = setTimeout(() => { presses = 0; told.textContent = ""; }, WITHIN);
    if (presses >= PRESSES) leave();
    else told.textContent = form.dataset[presses === 1 ? "two" : "one"];
  }

  form.addEventListener("submit", leave);
  document.addEventListener("keydown", count);
  // A page kept by the browser for its Back button is loaded anew, so that an ended session shows nothing.
  window.addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });
})();
