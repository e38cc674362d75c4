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
