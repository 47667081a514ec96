// Reloads a page of the preview when the site's version changes (server-sent events). A tab in the background closes its connection.
const shown = document.currentScript.dataset.version;
let events;

function listen() {
  events = new EventSource("/preview-of-this-site/events");
  events.onmessage = (event) => {
    if (event.data !== shown) location.reload();
  };
}

function look() {
  if (document.visibilityState === "visible" && !events) listen();
  if (document.visibilityState !== "visible" && events) {
    events.close();
    events = undefined;
  }
}

document.addEventListener("visibilitychange", look);
addEventListener("pagehide", () => events?.close());
look();

for (const button of document.querySelectorAll("main > p > button[data-copy]")) {
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent);
    button.parentElement.querySelector("[data-said]").textContent = "Copied.";
  });
}
document.querySelector("[data-back]")?.addEventListener("click", (event) => {
  if (!document.referrer) return;
  event.preventDefault();
  history.back();
});
