/* At the gate: another person without loading the page anew, whether a number is known, the sound of a result. */
(() => {
  const form = document.querySelector("[data-gate]");
  const result = document.querySelector("[data-tones]");

  const sound = (look, times) => {
    const Sound = window.AudioContext || window.webkitAudioContext;
    if (!Sound) return;
    const audio = new Sound();
    const long = !["go", "home"].includes(look);
    for (let n = 0; n < times; n += 1) {
      const tone = audio.createOscillator();
      tone.frequency.value = long ? 330 : 880;
      tone.connect(audio.destination);
      tone.start(audio.currentTime + n * (long ? 0.7 : 0.3));
      tone.stop(audio.currentTime + n * (long ? 0.7 : 0.3) + (long ? 0.5 : 0.15));
    }
  };
  document.querySelectorAll("[inputmode=numeric]").forEach((one) => one.addEventListener("focus", () => one.select()));
  if (result) sound(result.dataset.look, Number(result.dataset.tones));
  if (!form) return;

  const total = form.querySelector("[name$=TOTAL_FORMS]");
  form.querySelector("[data-more]").addEventListener("click", (event) => {
    event.preventDefault();
    const n = Number(total.value);
    const place = document.getElementById("people");
    place.insertAdjacentHTML("beforeend", document.getElementById("someone").innerHTML.replaceAll("__prefix__", n).replaceAll("__n__", n + 1));
    total.value = n + 1;
    place.lastElementChild.querySelector("input").focus();
  });

  const camera = document.getElementById("camera");
  const says = camera.querySelector("p");
  let stop = null;
  const over = () => {
    stop?.();
    stop = null;
    if (camera.open) camera.close();
  };
  camera.querySelector("button").addEventListener("click", over);
  camera.addEventListener("close", over);
  const show = () => {
    if (navigator.mediaDevices) form.querySelectorAll("[data-scan]").forEach((one) => { one.hidden = false; });
  };
  show();
  new MutationObserver(show).observe(document.getElementById("people"), { childList: true });

  form.addEventListener("click", async (event) => {
    const person = event.target.closest("[data-scan]")?.closest("[data-person]");
    if (!person) return;
    camera.showModal();
    const fail = () => { says.textContent = says.dataset.none; };
    const seen = (text) => {
      const field = person.querySelector(/^\d{17}[\dXx]$/.test(text.trim()) ? "[name$=id_number]" : "[name$=slip]");
      over();
      field.value = text.trim();
      field.closest("details")?.setAttribute("open", "");
      field.dispatchEvent(new Event("change", { bubbles: true }));
      person.querySelector("[name$=temperature]").focus();
    };
    try {
      const codes = await import(form.dataset.codes);
      stop = await codes.watch(camera.querySelector("video"), seen, fail);
      if (!camera.open) over();
    } catch {
      fail();
    }
  });

  form.addEventListener("change", async (event) => {
    if (!("number" in event.target.dataset)) return;
    const said = event.target.closest("[data-person]").querySelector(".gate-known");
    const body = new FormData();
    body.set("number", event.target.value);
    body.set("csrfmiddlewaretoken", form.querySelector("[name=csrfmiddlewaretoken]").value);
    const answer = await fetch(form.dataset.gate, { method: "POST", body });
    said.innerHTML = answer.ok ? await answer.text() : "";
  });
})();
